import type { BlankNode, NamedNode, Resource } from './term.ts'
import { namedNode, termText } from './term.ts'

/**
 * Ids that are no IRIs are written under `urn:orrery:PART:`, percent-encoded byte by byte, and
 * read back to the letter. What Orrery alone understands has such names too.
 */
const own = 'urn:orrery:'

type Part = 'entity' | 'kind' | 'predicate' | 'qualifier' | 'source' | 'statement' | 'reference'

/** The node that stands for the dataset; `record` leads to what RDF does not say, as JSON. */
export const datasetIri = `${own}dataset`
export const recordIri = `${own}record`
export const paragraphIri = `${own}paragraph`

// Square brackets stand around addresses of computers alone (RFC 3987), and readers of JSON-LD pass
// over whatever has them.
const absolute =
  /^[A-Za-z][A-Za-z0-9+.-]*:(?=.)[^\s\p{Cc}<>"{}|^`[\]#\\\ufffe\uffff]*(?:#[^\s\p{Cc}<>"{}|^`[\]#\\\ufffe\uffff]*)?$/u
const loneSurrogate = /\p{Surrogate}/u
const blankName = /^_:([A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?)$/

/** An IRI for any id of that part. */
export function mint(part: Part, id: string): string {
  return `${own}${part}:${encoded(id)}`
}

/** The id that was minted as this IRI; undefined where the IRI is none of ours. */
export function minted(part: Part, iri: string): string | undefined {
  const start = `${own}${part}:`
  if (!iri.startsWith(start)) return undefined
  const id = decoded(iri.slice(start.length))
  // Another spelling of the same id stays an IRI of its own.
  return id !== undefined && mint(part, id) === iri ? id : undefined
}

/** True where an id can stand in a file as an IRI of its own. */
export function isIri(id: string): boolean {
  return absolute.test(id) && !loneSurrogate.test(id) && !id.startsWith(own)
}

/** An id as IRI: itself where it is one, else minted. */
export function iriOf(part: Part, id: string): string {
  return isIri(id) ? id : mint(part, id)
}

/** The id that `iriOf` made the IRI for. */
export function idOf(part: Part, iri: string): string {
  return minted(part, iri) ?? iri
}

/** An entity's node. */
export function entityNode(id: string): NamedNode | BlankNode {
  const name = blankName.exec(id)?.[1]
  return name === undefined
    ? namedNode(iriOf('entity', id))
    : { termType: 'BlankNode', value: name }
}

/** The id of the entity that a node stands for. */
export function idOfNode(node: Resource): string {
  return node.termType === 'NamedNode' ? idOf('entity', node.value) : termText(node)
}

/** True for nodes that say something about the dataset and are no entities. */
export function isOwnNode(iri: string): boolean {
  return iri.startsWith(own) && !iri.startsWith(`${own}entity:`)
}

function encoded(text: string): string {
  return text.replace(/[^A-Za-z0-9_.~-]/gu, (character) =>
    bytesOf(character.codePointAt(0) ?? 0)
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  )
}

/** UTF-8, for lone surrogates too, which the encoders of the platform replace. */
function bytesOf(code: number): readonly number[] {
  const tail = (shift: number): number => 0x80 | ((code >> shift) & 0x3f)
  if (code < 0x80) return [code]
  if (code < 0x800) return [0xc0 | (code >> 6), tail(0)]
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)]
  return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)]
}

function decoded(text: string): string | undefined {
  let malformed = false
  const result = text.replace(/(?:%[0-9A-F]{2})+/g, (run) => {
    const bytes = run
      .slice(1)
      .split('%')
      .map((pair) => parseInt(pair, 16))
    let piece = ''
    for (let at = 0; at < bytes.length;) {
      const first = bytes[at] ?? 0
      const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
      let code = length === 1 ? first : first & (0xff >> (length + 1))
      for (const byte of bytes.slice(at + 1, at + length)) code = (code << 6) | (byte & 0x3f)
      if (code > 0x10ffff || at + length > bytes.length) malformed = true
      else piece += String.fromCodePoint(code)
      at += length
    }
    return piece
  })
  return malformed ? undefined : result
}
