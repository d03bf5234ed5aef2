import type { SourceTexts } from '../model/knowledge.ts'
import type { TextStore } from './passages.ts'

/** The texts that came with a file of the reader's. */
export function textsHere(texts: SourceTexts): TextStore {
  return {
    has: (source) => texts.has(source),
    load: (source) => Promise.resolve(texts.get(source)),
  }
}
