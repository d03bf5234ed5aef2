/** Where bytes stop being a text of the encoding: the first bad byte, and its line from 1. */
export function firstBadByte(
  bytes: Uint8Array,
  encoding: string,
): { readonly offset: number; readonly line: number } {
  // A prefix decodes while it ends before the bad byte, so that halving finds it.
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (beginsText(bytes.subarray(0, middle), encoding)) good = middle
    else bad = middle
  }
  // The last of the good bytes may begin a character that the bad one does not go on.
  while (good > 0 && !isText(bytes.subarray(0, good), encoding)) good -= 1
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, good))
  return { offset: good, line: before.split(/\r\n|\r|\n/).length }
}

/** True where the bytes are the beginning of a text in that encoding. */
export function beginsText(bytes: Uint8Array, encoding: string): boolean {
  return decodes(bytes, encoding, true)
}

function isText(bytes: Uint8Array, encoding: string): boolean {
  return decodes(bytes, encoding, false)
}

function decodes(bytes: Uint8Array, encoding: string, stream: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream })
    return true
  } catch {
    return false
  }
}
