import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRdf } from '../../../src/formats/rdf/read.ts'
import type { RdfSyntax } from '../../../src/formats/rdf/read.ts'
import { writeJsonLd } from '../../../src/formats/rdf/write-json-ld.ts'
import { writeTurtle } from '../../../src/formats/rdf/write-turtle.ts'
import { noDrawing } from '../../drawings.ts'
import { anyKnowledge } from '../knowledge-arbitrary.ts'
import { mutantRuns, mutants } from '../mutations.ts'
import { anyTriples } from './triples-arbitrary.ts'

const encoder = new TextEncoder()
const ownFiles = fc
  .sample(anyKnowledge, { numRuns: 12, seed: 5 })
  .flatMap((knowledge): readonly (readonly [RdfSyntax, string])[] => [
    ['turtle', writeTurtle(knowledge, noDrawing).text],
    ['json-ld', writeJsonLd(knowledge, noDrawing).text],
  ])
const rdfXml = `<?xml version="1.0"?>
<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
  <e:City r:about="http://e/a" e:name="é"><e:in r:resource="#b"/></e:City>
  <r:Description r:nodeID="b0"><e:list r:parseType="Collection"><r:Description/></e:list></r:Description>
</r:RDF>
`
const trig =
  '@prefix e: <http://e/> .\ne:g { e:a e:p ( 1 "x"@de [] ) {| e:q 2 |} . }\n<< e:a e:b e:c >> e:d """é""" .\n'
const files = fc.oneof(
  anyTriples.map((lines) => ['n-triples', lines.join('\n')] as const),
  fc.constantFrom<readonly [RdfSyntax, string]>(...ownFiles, ['rdf-xml', rdfXml], ['trig', trig]),
)

it('reads the same whatever the ends of line and with or without a byte order mark', async () => {
  await fc.assert(
    fc.asyncProperty(
      files,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.constantFrom('', '\ufeff'),
      async ([syntax, file], end, mark) => {
        const changed = `${mark}${file.replaceAll('\n', end)}`
        expect(await readRdf(encoder.encode(changed), 'f', syntax)).toEqual(
          await readRdf(encoder.encode(file), 'f', syntax),
        )
      },
    ),
    { numRuns: 30 },
  )
})

it('reads a file that was cut only where a statement ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ownFiles),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      async ([syntax, file], share) => {
        const bytes = encoder.encode(file.trimEnd())
        const cut = bytes.subarray(0, Math.floor(share * bytes.length))
        const { ok } = await readRdf(cut, 'f', syntax)
        const rest = new TextDecoder().decode(cut).trimEnd()
        expect(ok).toBe(syntax === 'turtle' && (rest === '' || (ok && rest.endsWith('.'))))
      },
    ),
    { numRuns: 60 },
  )
})

it('ends in an answer for any file with a few bytes changed, and pollutes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      files.chain(([syntax, file]) =>
        mutants(fc.constant(encoder.encode(file))).map((bytes) => [syntax, bytes] as const),
      ),
      async ([syntax, bytes]) => {
        const result = await readRdf(bytes, 'f', syntax)
        const polluted: string[] = []
        for (const name in {}) polluted.push(name)
        const { entities, statements } = result.ok
          ? result.content
          : { entities: new Map(), statements: new Map<string, never>() }
        const loose = [...statements.values()].filter(
          ({ subject, value }) =>
            !entities.has(subject) || (value.type === 'entity' && !entities.has(value.entity)),
        )
        const silent = !result.ok && result.issues.length === 0
        expect({ polluted, loose, silent }).toEqual({ polluted: [], loose: [], silent: false })
      },
    ),
    { numRuns: mutantRuns },
  )
})
