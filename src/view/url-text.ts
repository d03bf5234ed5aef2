import { furthest } from './view.ts'

/** Takes the one plain note on a part of a link that says nothing here. */
export type Reject = (why: string) => void

/** A finite number of a sane size, or undefined. */
export function coordinate(text: string): number | undefined {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return undefined
  const number = Number(text)
  return Math.abs(number) <= furthest ? number + 0 : undefined
}

/** Text as a link holds it: no comma, colon or `&` among it. */
export function encode(text: string): string {
  // A lone surrogate cannot be encoded; no id that came through a strict reader holds one.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
}

/** The text again; undefined where it was not encoded so, for that could not be written again. */
export function decode(text: string): string | undefined {
  if (/\p{Surrogate}/u.test(text)) return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
