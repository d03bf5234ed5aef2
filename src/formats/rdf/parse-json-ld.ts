import { isList, isObject } from '../json/json-value.ts'
import type { JsonValue } from '../json/json-value.ts'
import { JsonFault, parseJson } from '../json/parse-json.ts'
import { placesIn } from '../place-in-text.ts'
import { quoted } from '../quoted.ts'
import { collectTriples } from './collect-triples.ts'
import type { TripleStream } from './collect-triples.ts'
import { passedOver } from './passed-over.ts'
import type { PassedOver } from './passed-over.ts'
import { RdfFault } from './rdf-fault.ts'
import { noBase, withRelativeIris } from './relative-iris.ts'
import type { TermFactory } from './term-factory.ts'
import type { Triple } from './term.ts'

type MakeParser = new (options: object) => TripleStream

/**
 * The triples of a JSON-LD text, and the objects that say nothing because their ids are no IRIs. A
 * context that the file only points to is not fetched: it rejects the file, because without it the
 * words of the file mean nothing.
 */
export async function parseJsonLd(
  text: string,
  factory: TermFactory,
): Promise<{ readonly triples: readonly Triple[]; readonly passedOver: readonly PassedOver[] }> {
  const place = placesIn(text)
  const document = documentIn(text)
  const library: { readonly JsonLdParser: unknown } = await import('jsonld-streaming-parser')
  const Parser = library.JsonLdParser as MakeParser
  let remote: RdfFault | undefined
  const stream = new Parser({
    dataFactory: withRelativeIris(factory),
    baseIRI: noBase,
    documentLoader: {
      load: (address: string) => {
        const { line, column } = place(Math.max(0, text.indexOf(JSON.stringify(address))))
        const message = `the context ${quoted(address)} lies elsewhere, and nothing is fetched`
        const advice = 'put the context itself into the file, in place of its address'
        remote = new RdfFault(message, line, column, advice)
        return Promise.reject(remote)
      },
    },
  })
  const triples = await collectTriples(stream, text, (error) => {
    if (remote !== undefined) return remote
    return new RdfFault(`not JSON-LD: ${error.message}`)
  })
  return { triples, passedOver: passedOver(document) }
}

/** The text as JSON, for the library's own messages about that name no place. */
function documentIn(text: string): JsonValue {
  try {
    const [document, ...more] = parseJson(text).values
    if (more.length > 0) throw new RdfFault('the file holds several JSON values; JSON-LD is one')
    if (isObject(document) || isList(document)) return document
    throw new RdfFault('the file holds neither an object nor a list, as JSON-LD asks', 1, 1)
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error
    const { line, column } = placesIn(text)(error.offset)
    throw new RdfFault(error.message, line, column, error.advice)
  }
}
