import type { LossCount } from '../loss-count.ts'

type Kept<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> }

/** Those of the texts that say something: a dataset's files have no empty texts. */
export function keptTexts<Fields extends Readonly<Record<string, string | undefined>>>(
  fields: Fields,
  { add }: LossCount,
): Kept<Fields> {
  const given = Object.entries(fields).filter(([, text]) => text !== undefined)
  const kept = given.filter(([, text]) => text !== '')
  add('empty texts', given.length - kept.length)
  return Object.fromEntries(kept) as Kept<Fields>
}

/** The first of some texts that is not empty. */
export function firstText(...texts: readonly (string | undefined)[]): string {
  return texts.find((text) => text !== undefined && text !== '') ?? ''
}
