import { placesIn } from '../place-in-text.ts'
import { readXml, XmlFault } from '../xml/read-xml.ts'
import { collectTriples } from './collect-triples.ts'
import type { TripleStream } from './collect-triples.ts'
import { RdfFault } from './rdf-fault.ts'
import { noBase, withRelativeIris } from './relative-iris.ts'
import type { TermFactory } from './term-factory.ts'
import type { Triple } from './term.ts'

type MakeParser = new (options: object) => TripleStream

/** The triples of an RDF/XML text, which keeps to the rules for XML: no DOCTYPE, no bombs. */
export async function parseRdfXml(text: string, factory: TermFactory): Promise<readonly Triple[]> {
  checkXml(text)
  const library: { readonly RdfXmlParser: unknown } = await import('rdfxml-streaming-parser')
  const Parser = library.RdfXmlParser as MakeParser
  const stream = new Parser({
    dataFactory: withRelativeIris(factory),
    baseIRI: noBase,
    trackPosition: true,
  })
  return collectTriples(stream, text, faultOf)
}

function checkXml(text: string): void {
  const nothing = (): void => undefined
  const handler = { open: nothing, close: nothing, text: nothing, instruction: nothing }
  try {
    readXml(text, handler)
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error
    const { line, column } = placesIn(text)(error.offset)
    throw new RdfFault(error.message, line, column)
  }
}

/** The library begins its messages with the place. */
function faultOf({ message }: Error): RdfFault {
  const [, line, column, rest = message] =
    /^Line (\d+) column (\d+): ([\s\S]*)$/.exec(message) ??
    /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ??
    []
  const place = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : Number(text)
  return new RdfFault(`not RDF/XML: ${rest.replace(/\.$/, '')}`, place(line), place(column))
}
