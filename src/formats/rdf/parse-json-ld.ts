import { isList, isObject } from '../json/json-value.ts'
import { JsonFault, parseJson } from '../json/parse-json.ts'
import { placesIn } from '../place-in-text.ts'
import { quoted } from '../quoted.ts'
import { collectTriples } from './collect-triples.ts'
import type { TripleStream } from './collect-triples.ts'
import { RdfFault } from './rdf-fault.ts'
import { noBase, withRelativeIris } from './relative-iris.ts'
import type { TermFactory } from './term-factory.ts'
import type { Triple } from './term.ts'

type MakeParser = new (options: object) => TripleStream

/**
 * The triples of a JSON-LD text. A context that the file only points to is not fetched: it
 * rejects the file, because without it the words of the file mean nothing.
 */
export async function parseJsonLd(text: string, factory: TermFactory): Promise<readonly Triple[]> {
  const place = placesIn(text)
  checkJson(text)
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
  return collectTriples(stream, text, (error) => {
    if (remote !== undefined) return remote
    return new RdfFault(`not JSON-LD: ${error.message}`)
  })
}

/** The library's own messages about JSON name no place. */
function checkJson(text: string): void {
  try {
    const { values } = parseJson(text)
    if (values.length > 1) throw new RdfFault('the file holds several JSON values; JSON-LD is one')
    if (!isObject(values[0]) && !isList(values[0])) {
      throw new RdfFault('the file holds neither an object nor a list, as JSON-LD asks', 1, 1)
    }
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error
    const { line, column } = placesIn(text)(error.offset)
    throw new RdfFault(error.message, line, column, error.advice)
  }
}
