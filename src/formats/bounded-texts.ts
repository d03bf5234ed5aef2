import type { SourceTexts } from '../model/knowledge.ts'
import type { Opened } from './input-file.ts'

/** UTF-16 units: what is read by hand is far shorter, and the page has to hold it. */
const mostText = 8 * 1024 * 1024

/** What was opened with as many of its sources' texts as fit, and a warning about the others. */
export function withBoundedTexts(opened: Opened, most = mostText): Opened {
  const { result } = opened
  if (!result.ok || result.content.texts === undefined) return opened
  const { texts: all, ...content } = result.content
  const texts = firstOf(all, most)
  const left = all.size - texts.size
  if (left === 0) return opened
  const issue = {
    severity: 'warning',
    message: `the texts of ${left} sources cannot be shown, because all together are too long`,
  } as const
  const kept = texts.size === 0 ? {} : { texts }
  const issues = [...result.issues, issue]
  return { ...opened, result: { ok: true, content: { ...content, ...kept }, issues } }
}

/** The texts before the limit is reached. */
function firstOf(texts: SourceTexts, most: number): SourceTexts {
  let left = most
  return new Map(
    [...texts].filter(([, paragraphs]) => {
      left -= paragraphs.reduce((sum, { length }) => sum + length, 0)
      return left >= 0
    }),
  )
}
