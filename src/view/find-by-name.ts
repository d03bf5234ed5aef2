import type { EntityId } from '../model/ids.ts'
import type { Entity, Knowledge } from '../model/knowledge.ts'
import { fold } from './fold.ts'

/**
 * Finds entities by name, alias or id without an index, which a very large graph has no room for:
 * what is called so, then what begins so, then what has a word that begins so, then what holds it;
 * among these by falling weight. Accents and case do not count.
 */
export function findByName(
  { entities }: Pick<Knowledge, 'entities'>,
  weightOf: (place: number) => number,
): (query: string, most: number) => readonly EntityId[] {
  const names = Array.from(entities.values(), foldedNames)
  return (query, most) => {
    const typed = fold(query).trim()
    if (typed === '') return []
    const found: { readonly place: number; readonly rank: number; readonly weight: number }[] = []
    for (const [place, text] of names.entries()) {
      const rank = rankOf(text, typed)
      if (rank === undefined) continue
      const hit = { place, rank, weight: weightOf(place) }
      const before = found.findLastIndex(
        (other) => other.rank < rank || (other.rank === rank && other.weight >= hit.weight),
      )
      if (before + 1 >= most) continue
      found.splice(before + 1, 0, hit)
      found.length = Math.min(found.length, most)
    }
    const ids = [...entities.keys()]
    return found.flatMap(({ place }) => ids[place] ?? [])
  }
}

/** Each name on a line of its own, after a line end: what a name begins with is found as fast. */
function foldedNames({ id, label, aliases }: Entity): string {
  const names = [label ?? id, ...aliases.map(({ text }) => text), id]
  return `\n${[...new Set(names.map(fold))].join('\n')}\n`
}

function rankOf(names: string, typed: string): number | undefined {
  if (!names.includes(typed)) return undefined
  if (names.includes(`\n${typed}\n`)) return 0
  if (names.includes(`\n${typed}`)) return 1
  return names.includes(` ${typed}`) ? 2 : 3
}
