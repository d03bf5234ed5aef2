import { evidenceOf, supportRank } from '../model/evidence.ts'
import type { Evidence } from '../model/evidence.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge, Statement } from '../model/knowledge.ts'
import type { Edge } from '../graph/graph.ts'
import { nameOf } from './appearance.ts'
import { numbered } from './citation.ts'
import type { Numbered, NumberedCitation } from './citation.ts'
import { detailTexts } from './literal-text.ts'
import { splitPreposition, verbPhrase } from './verb-phrase.ts'

/** A way through the graph: `steps[i]` has the edges that join `nodes[i]` and `nodes[i + 1]`. */
export interface ToldPath {
  readonly nodes: readonly EntityId[]
  readonly steps: readonly { readonly edges: readonly Edge[] }[]
}

/** A piece of prose; names and statements know what they stand for, so that they can be links. */
export type ProsePiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'node'; readonly text: string; readonly id: EntityId }
  | {
      readonly type: 'statement'
      readonly text: string
      readonly id: StatementId
      readonly evidence: Evidence
      /** Numbers in the list of citations; none where nothing is cited. */
      readonly markers: readonly number[]
    }

export interface Prose {
  readonly pieces: readonly ProsePiece[]
  readonly citations: readonly NumberedCitation[]
  /** "One of 3 statements is disputed.", … */
  readonly cautions: readonly string[]
}

/**
 * Tells a path in sentences of at most two steps each: "Qwen was launched by Alibaba [1], which is
 * based in Hangzhou [2]." Of several statements that join two nodes the best supported is told.
 */
export function pathProse(knowledge: Knowledge, path: ToldPath): Prose {
  return pathsProse(knowledge, [path])
}

/** Tells one path after the other, with one list of citations for all. */
export function pathsProse(knowledge: Knowledge, paths: readonly ToldPath[]): Prose {
  const told = paths.flatMap(({ steps }) => steps.map(({ edges }) => bestSupported(edges)))
  const numbers = numbered(
    knowledge,
    told.map(({ statement }) => statement),
  )
  const pieces: ProsePiece[] = []
  for (const path of paths) {
    if (path.steps.length === 0) continue
    if (pieces.length > 0) pieces.push({ type: 'text', text: ' ' })
    pieces.push(...sentences(knowledge, path, numbers.markers))
  }
  return {
    pieces: pieces.filter(({ text: words }) => words !== ''),
    citations: numbers.citations,
    cautions: cautionsOf(told),
  }
}

function sentences(
  knowledge: Knowledge,
  path: ToldPath,
  markersOf: Numbered['markers'],
): readonly ProsePiece[] {
  const pieces: ProsePiece[] = []
  const text = (words: string): void => void pieces.push({ type: 'text', text: words })
  const name = (id: EntityId): void => {
    const entity = knowledge.entities.get(id)
    pieces.push({ type: 'node', text: entity === undefined ? id : nameOf(entity), id })
  }
  const verb = ({ statement }: Edge, words: string): void => {
    const { id } = statement
    const [evidence, markers] = [evidenceOf(statement), markersOf(statement)]
    pieces.push({ type: 'statement', text: words, id, evidence, markers })
  }
  // True after a sentence that a clause can go on: it ended with the node where the next step begins.
  let open = false
  for (const [at, { edges }] of path.steps.entries()) {
    const edge = bestSupported(edges)
    const [from, to] = [path.nodes[at], path.nodes[at + 1]]
    if (from === undefined || to === undefined) throw new Error('a path with more steps than nodes')
    const phrase = verbPhrase(knowledge, edge, from)
    const clause: boolean = open
    // "…, which guides it", "…, which the plan guides", "…, in which the city is located"; else a
    // sentence of its own.
    const { rest, before } =
      clause && phrase.reversed ? splitPreposition(phrase.text) : { rest: phrase.text, before: '' }
    if (clause)
      text(`, ${before}${before === '' ? '' : ' '}${pronoun(knowledge, from, phrase.reversed)} `)
    else if (at > 0) text('. ')
    if (!clause || phrase.reversed) name(phrase.reversed ? to : from)
    text(clause && !phrase.reversed ? '' : ' ')
    verb(edge, rest)
    if (!clause || !phrase.reversed) {
      text(' ')
      name(phrase.reversed ? from : to)
    }
    const details = detailTexts(knowledge, edge.statement)
    if (details.length > 0) text(` (${details.join(', ')})`)
    text(supportText(edge, markersOf(edge.statement)))
    open = !clause && !phrase.reversed
  }
  text('.')
  return pieces
}

/**
 * Of several edges the one whose statement rests on most: cited, then inferred, then disputed, then
 * uncited.
 */
export function bestSupported(edges: readonly Edge[]): Edge {
  const [best] = edges.toSorted((a, b) => supportRank(a.statement) - supportRank(b.statement))
  if (best === undefined) throw new Error('a step without an edge')
  return best
}

function pronoun(knowledge: Knowledge, id: EntityId, object: boolean): string {
  const kind = knowledge.entities.get(id)?.kind
  const label = kind === undefined ? '' : (knowledge.kinds.get(kind)?.label ?? '')
  if (!/^(?:person|people|human|author|politician)$/i.test(label)) return 'which'
  return object ? 'whom' : 'who'
}

function supportText({ statement }: Edge, markers: readonly number[]): string {
  const cited = markers.map((number) => ` [${number}]`).join('')
  const evidence = evidenceOf(statement)
  if (isStated(statement)) return `${cited} (disputed)`
  if (evidence === 'disputed') return `${cited} (in conflict)`
  if (evidence === 'inferred') return `${cited} (inferred)`
  return evidence === 'uncited' ? ' (no source)' : cited
}

/** True where the graph itself says that another statement contradicts it. */
function isStated({ disputes }: Statement): boolean {
  return disputes.length > 0
}

function cautionsOf(told: readonly Edge[]): readonly string[] {
  const count = (evidence: Evidence): number =>
    told.filter(({ statement }) => evidenceOf(statement) === evidence).length
  const stated = told.filter(({ statement }) => isStated(statement)).length
  const caution = (number: number, one: string, many: string): readonly string[] =>
    number === 0 ? [] : [`${number} of ${told.length} statements ${number === 1 ? one : many}.`]
  return [
    ...caution(stated, 'is disputed', 'are disputed'),
    ...caution(
      count('disputed') - stated,
      'is in conflict with another',
      'are in conflict with others',
    ),
    ...caution(count('inferred'), 'is inferred', 'are inferred'),
    ...caution(count('uncited'), 'has no source', 'have no source'),
  ]
}
