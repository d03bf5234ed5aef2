import MiniSearch from 'minisearch'
import type { SearchResult } from 'minisearch'
import { entityId } from '../model/ids.ts'
import type { EntityId } from '../model/ids.ts'
import type { Entity, Knowledge } from '../model/knowledge.ts'
import { allAtOnce, breather } from '../model/steps.ts'
import type { Steps } from '../model/steps.ts'
import { fold } from './fold.ts'

/** One entity found, and the text in which the query was found. */
export interface Hit {
  readonly id: EntityId
  readonly field: 'name' | 'alias' | 'id' | 'description'
  /** The name, alias, id or description that matched. */
  readonly text: string
  /** True where no word of the text begins with what was typed: a typo was forgiven. */
  readonly fuzzy: boolean
}

/** Finds entities by what a reader types. */
export type Search = (query: string, limit?: number) => readonly Hit[]

interface Indexed {
  readonly id: string
  readonly name: string
  readonly alias: string
  readonly ids: string
  readonly description: string
}

type Field = 'name' | 'alias' | 'ids' | 'description'

const cjk = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u
const cjkRun = new RegExp(`(?:${cjk.source})+`, 'gu')

/** Descriptions may be long: so many entities are a millisecond's worth. */
const indexedAtOnce = 32

/**
 * Builds the index over names, aliases, ids and descriptions. Accents and case are folded; words
 * may be cut short or hold a typo; Chinese is found by any part of it. Names that begin with the
 * query come first, the shortest before all. Behind what the index finds stand names, aliases and
 * ids that hold the query inside a word.
 */
export function buildSearch(knowledge: Knowledge): Search {
  return allAtOnce(searchSteps(knowledge))
}

/** `buildSearch` in steps. */
export function* searchSteps(knowledge: Knowledge): Steps<Search> {
  const pauses = breather(indexedAtOnce)
  const index = new MiniSearch<Indexed>({
    fields: ['name', 'alias', 'ids', 'description'] satisfies Field[],
    tokenize: (text) => words(text, 'index'),
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (text) => words(text, 'query'),
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (cjk.test(term) || term.length < 4 ? 0 : term.length < 7 ? 1 : 2),
      boost: { name: 4, alias: 3, ids: 1.5, description: 0.6 },
      weights: { prefix: 0.8, fuzzy: 0.2 },
    },
  })
  const names = new Map<string, string>()
  for (const entity of knowledge.entities.values()) {
    if (pauses()) yield
    names.set(entity.id, fold(nameIn(entity)))
    index.add({
      id: entity.id,
      name: entity.label ?? '',
      alias: entity.aliases.map(({ text }) => text).join(' \n '),
      ids: entity.id,
      description: entity.description ?? '',
    })
  }
  const inside = yield* insideTexts(knowledge)
  return (query, limit = 20) => {
    const typed = words(query, 'query')
    const found = looselyFound(index, query, typed)
    const hits = beginningFirst(found, fold(query).trim(), names)
      .slice(0, limit)
      .map((result) => explain(knowledge, entityId(String(result.id)), typed, result.match))
    return hits.length < limit ? [...hits, ...inside(query, hits, limit - hits.length)] : hits
  }
}

/** All words; else the words written as one ("sense time"); else as many of them as possible. */
function looselyFound(
  index: MiniSearch<Indexed>,
  query: string,
  typed: readonly string[],
): readonly SearchResult[] {
  if (typed.length === 0) return []
  const all = index.search(query)
  if (all.length > 0 || typed.length === 1) return all
  const joined = index.search(typed.join(''))
  return joined.length > 0 ? joined : index.search(query, { combineWith: 'OR' })
}

/** Else a rare word that begins so would come before the plain name that was meant. */
function beginningFirst(
  found: readonly SearchResult[],
  query: string,
  names: ReadonlyMap<string, string>,
): readonly SearchResult[] {
  const nameOf = ({ id }: SearchResult): string => names.get(String(id)) ?? ''
  const begins = found.filter((result) => nameOf(result).startsWith(query))
  const others = found.filter((result) => !nameOf(result).startsWith(query))
  return [...begins.sort((a, b) => nameOf(a).length - nameOf(b).length), ...others]
}

/** Finds what words do not begin with: "gpt" in "ChatGPT", signs, emoji. */
function* insideTexts(
  knowledge: Knowledge,
): Steps<(query: string, before: readonly Hit[], most: number) => readonly Hit[]> {
  const pauses = breather(indexedAtOnce)
  const texts: (Pick<Hit, 'id' | 'field' | 'text'> & { readonly folded: string })[] = []
  for (const entity of knowledge.entities.values()) {
    if (pauses()) yield
    for (const [field, text] of textsOf(entity))
      if (field !== 'description') texts.push({ id: entity.id, field, text, folded: fold(text) })
  }
  return (query, before, most) => {
    const part = fold(query).trim()
    if (part === '' || most <= 0) return []
    const known = new Set(before.map(({ id }) => id))
    const hits: Hit[] = []
    for (const { id, field, text, folded } of texts) {
      if (hits.length === most) break
      if (known.has(id) || !folded.includes(part)) continue
      known.add(id)
      hits.push({ id, field, text, fuzzy: false })
    }
    return hits
  }
}

function textsOf(entity: Entity): readonly (readonly [Hit['field'], string])[] {
  return [
    ['name', nameIn(entity)],
    ...entity.aliases.map(({ text }) => ['alias', text] as const),
    ['id', entity.id],
    ['description', entity.description ?? ''],
  ]
}

function nameIn(entity: Entity): string {
  return entity.label ?? entity.id
}

/**
 * Folded words. A run of Chinese, Japanese or Korean becomes pairs of characters; in the index its
 * last character too, so that a single one is found wherever it stands.
 */
function words(text: string, purpose: 'index' | 'query'): string[] {
  const folded = fold(text)
  const runs = folded.match(cjkRun) ?? []
  const latin = folded.replace(cjkRun, ' ').match(/[\p{L}\p{N}]+/gu) ?? []
  return [...latin, ...runs.flatMap((run) => pairs(run, purpose))]
}

function pairs(run: string, purpose: 'index' | 'query'): string[] {
  const characters = [...run]
  if (characters.length === 1) return characters
  const two = characters
    .slice(1)
    .map((character, index) => `${characters[index] ?? ''}${character}`)
  return purpose === 'index' ? [...two, ...characters.slice(-1)] : two
}

/** Says where it matched: an exact beginning in a better field wins over a typo in a worse one. */
function explain(
  knowledge: Knowledge,
  id: EntityId,
  typed: readonly string[],
  match: Readonly<Record<string, readonly string[]>>,
): Hit {
  const entity = knowledge.entities.get(id)
  const texts = entity === undefined ? [] : textsOf(entity)
  for (const [field, text] of texts) {
    const own = words(text, 'index')
    if (typed.every((word) => own.some((other) => other.startsWith(word)))) {
      return { id, field, text, fuzzy: false }
    }
  }
  const found = Object.keys(match)
  const [field, text] =
    texts.find(([, candidate]) => words(candidate, 'index').some((word) => found.includes(word))) ??
    (['name', entity === undefined ? id : nameIn(entity)] as const)
  const exact = typed.every((word) => found.some((term) => term.startsWith(word)))
  return { id, field, text, fuzzy: !exact }
}
