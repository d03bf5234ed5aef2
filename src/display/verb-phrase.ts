import type { Edge } from '../graph/graph.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge, Relation } from '../model/knowledge.ts'
import { pluralVerb, presentVerb } from './plural-verb.ts'

/** How one end of an edge is told from the other. */
export interface VerbPhrase {
  /** "launched", "was launched by", "is based in", "supports"; of many things "are based in", "support". */
  readonly text: string
  /** True where it reads from the far end to the near one, because no inverse makes a good sentence. */
  readonly reversed: boolean
}

/**
 * The predicate of an edge as the verb of a sentence that begins at `from`. Labels say nothing of
 * their grammar, so it is read off their English form; a label of another form stands as it is.
 */
export function verbPhrase(knowledge: Knowledge, edge: Edge, from: EntityId): VerbPhrase {
  const { statement } = edge
  const predicate = knowledge.predicates.get(statement.predicate)
  const label = statement.label ?? predicate?.label ?? statement.predicate
  const areMany = (id: EntityId): boolean => knowledge.entities.get(id)?.isPlural === true
  const forward = statement.direction !== 'directed' || edge.source === from
  if (forward) return { text: saidOf(areMany(from), label), reversed: false }
  // A statement's own label has no inverse.
  if (predicate?.type !== 'relation' || statement.label !== undefined || !readsBack(predicate)) {
    return { text: saidOf(areMany(edge.source), label), reversed: true }
  }
  const { inverse } = predicate
  // "develops" and "example of" are of today, "launched" and "wrote" are of the past.
  const past = inverse.endsWith(' by') && !presentVerb.test(label) && !needsVerb(label)
  return { text: saidOf(areMany(from), inverse, past), reversed: false }
}

/** A label as the verb of one thing or of many: "is based in", "are based in". */
export function saidOf(many: boolean, label: string, past = false): string {
  if (!many) return withVerb(label, past ? 'was' : 'is')
  return needsVerb(label) ? withVerb(label, past ? 'were' : 'are') : pluralVerb(label)
}

/** False where nothing is said of the other direction; readers of files write "knows (reverse)". */
export function hasInverse({ label, inverse }: Pick<Relation, 'label' | 'inverse'>): boolean {
  return inverse !== '' && !inverse.startsWith(`${label} (`)
}

/**
 * True where the inverse makes a sentence as good as the label's. "China is a location of Shanghai"
 * and "the summit has participant China" do not: "Shanghai is located in China".
 */
function readsBack(relation: Relation): boolean {
  const { label, inverse } = relation
  if (!hasInverse(relation) || /^has \S+$/.test(inverse)) return false
  return articleNoun(inverse) === undefined || articleNoun(label) !== undefined
}

/** "is based in", "is an example of", "are examples of"; a label that has its verb as it stands. */
export function withVerb(label: string, verb: 'is' | 'was' | 'are' | 'were' = 'is'): string {
  if (!needsVerb(label)) return label
  const counted = articleNoun(label)
  if (counted === undefined) return `${verb} ${label}`
  const { before, noun } = counted
  const rest = label.slice(before.length + noun.length)
  if (verb === 'are' || verb === 'were') return `${verb} ${before}${pluralNoun(noun)}${rest}`
  return `${verb} ${/^(?!uni|use|eu|one\b)[aeiou]/i.test(label) ? 'an' : 'a'} ${label}`
}

/** The noun that wants an article or a plural, with what stands before it; undefined without one. */
function articleNoun(
  label: string,
): { readonly before: string; readonly noun: string } | undefined {
  const [, before = '', noun] = countedNoun.exec(label) ?? []
  if (noun === undefined || !needsVerb(label)) return undefined
  if (leadsAway.test(before) || noNoun.test(noun) || bareNoun.test(noun)) return undefined
  return { before, noun }
}

/** "example of", "special case of", "field of use of": the word before the first "of". */
const countedNoun = /^(\S+ )??(\S+) of\b/

/** Before "of": no noun, or what leads away from it. */
const noNoun =
  /^(?:\S+ed|made|up|out|born|capable|full|independent|north|east|south|west|ahead|because)$/i
const leadsAway = /^(?:an?|the|one|as|by|in|at|from|to|with|for|on|\S+ed) $/i
/** Nouns that do without an article: "is part of", "is capital of". */
const bareNoun = /^(?:part|home|headquarters|head|capital|chair|president|director|CEO|mayor)$/i

function pluralNoun(noun: string): string {
  if (/[^aeiou]y$/i.test(noun)) return noun.replace(/y$/i, 'ies')
  return noun + (/(?:s|x|z|ch|sh)$/i.test(noun) ? 'es' : 's')
}

const preposition = /^(?:by|in|of|at|from|to|with|for|on|as|under|near)$/i

/** "launched by", "based in", "part of": a participle, an adjective or a noun, and a preposition. */
export function needsVerb(label: string): boolean {
  const words = label.split(' ')
  const last = words.at(-1) ?? ''
  return (
    words.length > 1 &&
    preposition.test(last) &&
    // "applies to", "competes with" have their verb.
    !presentVerb.test(label)
  )
}

/** "is located in" as `is located` and `in`, for "in which it is located"; `before` is "" without one. */
export function splitPreposition(phrase: string): {
  readonly rest: string
  readonly before: string
} {
  const at = phrase.lastIndexOf(' ')
  const before = phrase.slice(at + 1)
  return at !== -1 && preposition.test(before)
    ? { rest: phrase.slice(0, at), before }
    : { rest: phrase, before: '' }
}
