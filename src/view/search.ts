import MiniSearch from 'minisearch'
import { entityId } from '../model/ids.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'

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

/**
 * Builds the index over names, aliases, ids and descriptions. Accents and case are folded; words
 * may be cut short or hold a typo; Chinese is found by any part of it (bigrams).
 */
export function buildSearch(knowledge: Knowledge): Search {
  const index = new MiniSearch<Indexed>({
    fields: ['name', 'alias', 'ids', 'description'] satisfies Field[],
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: {
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (cjk.test(term) || term.length < 4 ? 0 : term.length < 7 ? 1 : 2),
      boost: { name: 4, alias: 3, ids: 1.5, description: 0.6 },
      weights: { prefix: 0.8, fuzzy: 0.2 },
    },
  })
  index.addAll(
    [...knowledge.entities.values()].map((entity) => ({
      id: entity.id,
      name: entity.label ?? '',
      alias: entity.aliases.map(({ text }) => text).join(' \n '),
      ids: entity.id,
      description: entity.description ?? '',
    })),
  )
  return (query, limit = 20) => {
    const typed = words(query)
    if (typed.length === 0) return []
    return index
      .search(query)
      .slice(0, limit)
      .map((result) => explain(knowledge, entityId(String(result.id)), typed, result.match))
  }
}

/** Folded words; runs of Chinese, Japanese or Korean become single characters and pairs. */
function words(text: string): string[] {
  const folded = fold(text)
  const runs = folded.match(cjkRun) ?? []
  const latin = folded.replace(cjkRun, ' ').match(/[\p{L}\p{N}]+/gu) ?? []
  return [...latin, ...runs.flatMap(pairs)]
}

function pairs(run: string): string[] {
  const characters = [...run]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}

/** Lower case without accents: "Ālǐbābā" is "alibaba". */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}

/** Says where it matched: an exact beginning in a better field wins over a typo in a worse one. */
function explain(
  knowledge: Knowledge,
  id: EntityId,
  typed: readonly string[],
  match: Readonly<Record<string, readonly string[]>>,
): Hit {
  const entity = knowledge.entities.get(id)
  const texts: readonly (readonly [Hit['field'], string])[] = [
    ['name', entity?.label ?? id],
    ...(entity?.aliases ?? []).map(({ text }) => ['alias', text] as const),
    ['id', id],
    ['description', entity?.description ?? ''],
  ]
  for (const [field, text] of texts) {
    const own = words(text)
    if (typed.every((word) => own.some((other) => other.startsWith(word)))) {
      return { id, field, text, fuzzy: false }
    }
  }
  const found = Object.keys(match)
  const [field, text] =
    texts.find(([, candidate]) => words(candidate).some((word) => found.includes(word))) ??
    (['name', entity?.label ?? id] as const)
  const exact = typed.every((word) => found.some((term) => term.startsWith(word)))
  return { id, field, text, fuzzy: !exact }
}
