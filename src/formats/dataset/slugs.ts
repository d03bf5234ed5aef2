import { newId } from '../../model/new-id.ts'
import { slugPattern } from './schema.ts'
import { reserved } from './yaml-file.ts'

/** How each of some ids is called in a dataset folder. */
export type Slugs = ReadonlyMap<string, string>

/** A slug for each of these ids: its own where it is one, else another like it; all are distinct. */
export function slugsOf(ids: Iterable<string>, fallback: string): Slugs {
  const distinct = [...new Set(ids)]
  const taken = new Set(distinct.filter(isSlug))
  return new Map(
    distinct.map((id, index) => {
      if (taken.has(id)) return [id, id]
      const slug = newId(
        id,
        (other) => taken.has(other) || reserved.has(other),
        `${fallback}-${index + 1}`,
      )
      taken.add(slug)
      return [id, slug]
    }),
  )
}

/** How many of the ids are called otherwise. */
export function renamed(slugs: Slugs): number {
  return [...slugs].filter(([id, slug]) => id !== slug).length
}

/** The slug of an id that is among them. */
export function slugOf(slugs: Slugs, id: string): string {
  const slug = slugs.get(id)
  if (slug === undefined) throw new Error(`no slug was made for “${id}”`)
  return slug
}

function isSlug(id: string): boolean {
  return slugPattern.test(id) && !reserved.has(id)
}
