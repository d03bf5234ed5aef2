import type { RdfFault } from './rdf-fault.ts'
import type { Quad, Triple } from './term.ts'
import { tripleAt } from './term.ts'

/** What the streaming parsers are, as far as they are used here. */
export interface TripleStream {
  on(event: 'data', listener: (quad: Quad) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'end', listener: () => void): unknown
  write(text: string): unknown
  end(): unknown
}

/** Feeds a text to a streaming parser; all of its triples, or the first fault. */
export function collectTriples(
  stream: TripleStream,
  text: string,
  faultOf: (error: Error) => RdfFault,
): Promise<readonly Triple[]> {
  return new Promise((resolve, reject) => {
    const triples: Triple[] = []
    stream.on('data', (quad) => void triples.push(tripleAt(quad)))
    stream.on('error', (error) => reject(faultOf(error)))
    stream.on('end', () => resolve(triples))
    stream.write(text)
    stream.end()
  })
}
