import fc from 'fast-check'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { Parser } from 'n3'
import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { writeJsonLd } from '../../../src/formats/rdf/write-json-ld.ts'
import { writeTurtle } from '../../../src/formats/rdf/write-turtle.ts'
import { noDrawing } from '../../drawings.ts'
import { anyKnowledge } from '../knowledge-arbitrary.ts'

const samples = fc.sample(anyKnowledge, { numRuns: 30, seed: 11 }).map((knowledge) => ({
  turtle: writeTurtle(knowledge, noDrawing).text,
  jsonLd: writeJsonLd(knowledge, noDrawing).text,
}))
// Optional: the test that needs it is skipped where it is missing.
const python = 'python3'
const rdflib = spawnSync(python, ['-c', 'import rdflib']).status === 0

interface Term {
  readonly termType: string
  readonly value: string
}
const text = ({ termType, value }: Term): string => `${termType} ${value.replace(/^b\d+_/, '')}`
const line = (quad: { subject: Term; predicate: Term; object: Term }): string =>
  [quad.subject, quad.predicate, quad.object].map(text).join(' ')

const triplesOf = (json: string): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const lines: string[] = []
    const parser = new JsonLdParser()
    parser.on('data', (quad: Parameters<typeof line>[0]) => void lines.push(line(quad)))
    parser.on('error', reject)
    parser.on('end', () => resolve(lines))
    parser.end(json)
  })

describe('second readers of what we write', () => {
  it('N3 and jsonld-streaming-parser find the same triples in Turtle and in JSON-LD', async () => {
    const turtle = samples.map((sample) => new Parser().parse(sample.turtle).map(line).toSorted())
    const json = await Promise.all(samples.map(({ jsonLd }) => triplesOf(jsonLd)))
    expect(json.map((lines) => lines.toSorted())).toEqual(turtle)
  })

  it('rdflib counts the same triples in Turtle and in JSON-LD', ({ skip }) => {
    skip(!rdflib, 'needs python3 with rdflib')
    const program = `
import json, sys, rdflib
print(json.dumps([[len(rdflib.Graph().parse(data=text, format=name)) for name, text in sample.items()] for sample in json.load(sys.stdin)]))`
    const input = JSON.stringify(
      samples.map(({ turtle, jsonLd }) => ({ turtle, 'json-ld': jsonLd })),
    )
    const counts: unknown = JSON.parse(
      execFileSync(python, ['-c', program], { input, encoding: 'utf8' }),
    )
    expect(counts).toEqual(
      samples.map(({ turtle }) => {
        const { length } = new Parser().parse(turtle)
        return [length, length]
      }),
    )
  })
})
