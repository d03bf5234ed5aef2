import type { Source } from '../model/knowledge.ts'

/** Who wrote and published a source, when it came out and was read. */
export function sourceDetail({ author, publisher, published, read }: Source): string {
  return [author, publisher, published, read === undefined ? undefined : `read ${read}`]
    .filter((part) => part !== undefined)
    .join(' · ')
}
