import { doubtOf } from '../../model/coordinate-names.ts'
import type { Alias, Place } from '../../model/knowledge.ts'
import { placesIn } from './places.ts'
import type { RdfLiteral, Triple } from './term.ts'
import { termText, xsd } from './term.ts'
import * as rdf from './vocabulary.ts'

/** How a file names and describes one thing. */
export interface Naming {
  readonly label?: string
  readonly aliases: readonly Alias[]
  readonly description?: string
  readonly place?: Place
}

export interface Namings {
  /** By the text of the node. */
  readonly of: (node: string) => Naming
  /** The triples that a naming holds whole, so that they are no facts beside. */
  readonly absorbed: ReadonlySet<Triple>
}

interface Said {
  readonly triple: Triple
  readonly literal: RdfLiteral
}

const naming: ReadonlySet<string> = new Set([
  ...rdf.labelPredicates,
  ...rdf.aliasPredicates,
  ...rdf.descriptionPredicates,
  rdf.latitude,
  rdf.longitude,
])
const unnamed: Naming = { aliases: [] }

/**
 * What the literals say of each node's name: the label in the first of the `languages` that there
 * is, then without a language, then in any; the other names are aliases. A triple with an
 * annotation (`annotated`, by its text) stays a fact, and so does one that says more than a
 * naming holds: its language, or another predicate than the usual one.
 */
export function namingsOf(
  triples: readonly Triple[],
  languages: readonly string[],
  annotated: ReadonlyMap<string, unknown>,
): Namings {
  const said = new Map<string, Said[]>()
  for (const triple of triples) {
    const { subject, predicate, object } = triple.quad
    if (object.termType !== 'Literal' || !naming.has(predicate.value)) continue
    const node = termText(subject)
    const known = said.get(node)
    if (known === undefined) said.set(node, [{ triple, literal: object }])
    else known.push({ triple, literal: object })
  }
  const places = placesIn(triples)
  const absorbed = new Set<Triple>()
  const namings = new Map<string, Naming>()
  const absorb = ({ triple }: Said): void => {
    if (triple.quad.graph.termType !== 'DefaultGraph') return
    if (annotated.size > 0 && annotated.has(triple.text)) return
    absorbed.add(triple)
  }
  for (const [node, list] of said) {
    namings.set(node, namingOf(list, languages, absorb))
    // Else the figures are all that there is of it.
    if (places.has(node)) absorbPlace(list, absorb)
  }
  return {
    of: (node) => {
      const found = namings.get(node) ?? unnamed
      const place = places.get(node)
      return place === undefined ? found : { ...found, place }
    },
    absorbed,
  }
}

function namingOf(
  list: readonly Said[],
  languages: readonly string[],
  absorb: (said: Said) => void,
): Naming {
  const label = best(list, rdf.labelPredicates, languages)
  const description = best(list, rdf.descriptionPredicates, languages)
  if (label !== undefined && isPlain(label, rdf.label)) absorb(label)
  if (description !== undefined && isPlain(description, rdf.comment)) absorb(description)
  return {
    ...(label === undefined ? {} : { label: label.literal.value }),
    aliases: aliasesOf(list, label, absorb),
    ...(description === undefined ? {} : { description: description.literal.value }),
  }
}

function best(
  list: readonly Said[],
  predicates: readonly string[],
  languages: readonly string[],
): Said | undefined {
  let found: { readonly said: Said; readonly rank: number } | undefined
  for (const said of list) {
    const predicate = predicates.indexOf(said.triple.quad.predicate.value)
    if (predicate === -1) continue
    const rank = languageRank(said.literal.language, languages) * predicates.length + predicate
    if (found === undefined || rank < found.rank) found = { said, rank }
  }
  return found?.said
}

function languageRank(language: string, languages: readonly string[]): number {
  if (language === '') return languages.length
  const base = language.toLowerCase()
  const at = languages.findIndex(
    (wanted) => base === wanted.toLowerCase() || base.startsWith(`${wanted.toLowerCase()}-`),
  )
  return at === -1 ? languages.length + 1 : at
}

function aliasesOf(
  list: readonly Said[],
  label: Said | undefined,
  absorb: (said: Said) => void,
): readonly Alias[] {
  const aliases: Alias[] = []
  const known = new Set(label === undefined ? [] : [label.literal.value])
  for (const said of list) {
    const { value } = said.triple.quad.predicate
    const { language, value: text } = said.literal
    if (value === rdf.altLabel && isText(said.literal)) absorb(said)
    else if (known.has(text)) continue
    else if (![...rdf.labelPredicates, ...rdf.aliasPredicates].includes(value)) continue
    known.add(text)
    aliases.push(language === '' ? { text } : { text, note: language })
  }
  return aliases
}

function isPlain({ triple, literal }: Said, predicate: string): boolean {
  return triple.quad.predicate.value === predicate && literal.language === '' && isText(literal)
}

function isText({ language, datatype }: RdfLiteral): boolean {
  return language !== '' || datatype.value === `${xsd}string`
}

/** A place that is written as we write it is no fact beside. */
function absorbPlace(list: readonly Said[], absorb: (said: Said) => void): void {
  const values = (predicate: string): readonly Said[] =>
    list.filter(({ triple }) => triple.quad.predicate.value === predicate)
  const [[north, ...north2], [east, ...east2]] = [values(rdf.latitude), values(rdf.longitude)]
  if (north === undefined || east === undefined || north2.length + east2.length > 0) return
  const place = { latitude: numberIn(north), longitude: numberIn(east) }
  if (doubtOf(place) === 'outside') return
  for (const said of [north, east]) if (isUsualNumber(said.literal)) absorb(said)
}

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

function numberIn({ literal: { value } }: Said): number {
  return number.test(value) ? Number(value) : Number.NaN
}

function isUsualNumber({ value, datatype }: RdfLiteral): boolean {
  return String(Number(value)) === value && datatype.value === coordinateType(value)
}

/** The datatype that a coordinate is written with. */
export function coordinateType(text: string): string {
  return `${xsd}${text.includes('e') ? 'double' : 'decimal'}`
}
