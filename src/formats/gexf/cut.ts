/** A shorter file is read before a second reader has warmed up. */
export const leastInTwo = 32_000_000
/** More than half before the cut: the second reader has to load its part, and begins later. */
const firstShare = 0.57
/** So many bytes are searched for the first node, and for an edge about the middle. */
const searched = 1 << 16

/** Where a GEXF document is cut in two, so that edges follow. */
export interface Cut {
  /** What stands before its first node. */
  readonly head: string
  /** Bytes before the cut. */
  readonly from: number
}

/**
 * Where to cut a document in UTF-8; undefined where it is none, or where no edge is found. That
 * this is between two edges is only likely: in the midst of a comment there may be one too.
 */
export function cutOf(bytes: Uint8Array): Cut | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, searched))
  const encoding = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)/.exec(start)?.[1] ?? 'utf-8'
  const first = start.search(/<(?:nodes|edges)[\s/>]/)
  if (first === -1 || !/^utf-?8$/i.test(encoding)) return undefined
  const middle = Math.floor(bytes.length * firstShare)
  // As many units of text as bytes, so that places in it are places of bytes.
  const around = new TextDecoder('latin1').decode(bytes.subarray(middle, middle + searched))
  const edge = around.search(/<edge\s/)
  return edge === -1 ? undefined : { head: start.slice(0, first), from: middle + edge }
}
