/** A shorter file is read before a second reader has warmed up. */
export const leastInTwo = 32_000_000
/** The second reader begins a little later, for it has to load its half. */
const firstShare = 0.57
/** So many bytes are searched for the first node, and for an edge about the middle. */
const searched = 1 << 16

/** Where a GEXF document can be cut so that edges follow, and what stands before its first node. */
export interface Halves {
  readonly head: string
  /** Bytes before the second half. */
  readonly from: number
}

/**
 * The halves of a document in UTF-8; undefined where it is none, or where no edge is found. To
 * be cut at `from` is only likely to be right: in the midst of a comment there may be one too.
 */
export function halvesOf(bytes: Uint8Array): Halves | undefined {
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
