/** Stretches of a text, by their starts. */
export interface Stretches {
  readonly starts: Uint32Array
  /** Where what follows each begins. */
  readonly ends: Uint32Array
}

/** After so many dropped elements a comment stands, or white space between tags would grow too long. */
const mostInARow = 1000
const declaredEncoding = /^(\uFEFF?<\?xml[^>]*?\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/
const count = /\scount\s*=\s*(?:"[^"]*"|'[^']*')/

/**
 * An XML document without some of its elements, as UTF-8. Line ends stay, so that all else is on
 * the line where it was; start tags that `counted` points to lose their counts, which are true no
 * longer.
 */
export function partOfXml(
  pieces: Iterable<string>,
  dropped: Stretches,
  counted: Stretches,
): Uint8Array<ArrayBuffer> {
  const text = new Reader(pieces)
  const out = new Writer()
  const keep = (to: number): void => {
    for (let piece = text.next(to); piece !== ''; piece = text.next(to)) out.write(piece)
  }
  let tag = 0
  const keepCounted = (to: number): void => {
    for (; tag < counted.starts.length && (counted.starts[tag] ?? 0) < to; tag += 1) {
      // It may stand within what was dropped.
      if ((counted.starts[tag] ?? 0) < text.at) continue
      keep(counted.starts[tag] ?? 0)
      out.write(text.whole(counted.ends[tag] ?? 0).replace(count, ''))
    }
    keep(to)
  }
  for (const [at, start] of dropped.starts.entries()) {
    // It may stand within another one.
    if (start < text.at) continue
    keepCounted(start)
    out.write(text.whole(dropped.ends[at] ?? 0).replaceAll(/[^\r\n]+/g, ''))
    if (at % mostInARow === 0) out.write('<!---->')
  }
  keepCounted(Infinity)
  return out.bytes()
}

/** A text that comes in pieces, read from its beginning to its end. */
class Reader {
  /** Where the next character stands in the whole. */
  at = 0
  #piece = ''
  /** Where in the piece that is. */
  #from = 0
  readonly #pieces: Iterator<string, unknown>

  constructor(pieces: Iterable<string>) {
    this.#pieces = pieces[Symbol.iterator]()
  }

  /** Some of the text before `to`, empty where there is none left. */
  next(to: number): string {
    while (this.#from === this.#piece.length) {
      const next = this.#pieces.next()
      if (next.done === true) return ''
      this.#piece = next.value
      this.#from = 0
    }
    const from = this.#from
    this.#from = Math.min(this.#piece.length, from + Math.max(0, to - this.at))
    this.at += this.#from - from
    return this.#piece.slice(from, this.#from)
  }

  /** All of it before `to`. */
  whole(to: number): string {
    let whole = ''
    for (let piece = this.next(to); piece !== ''; piece = this.next(to)) whole += piece
    return whole
  }
}

/** Gathers a text as UTF-8. */
class Writer {
  readonly #parts: Uint8Array[] = []
  readonly #encoder = new TextEncoder()
  #pending: string[] = []
  #length = 0
  #size = 0

  write(text: string): void {
    this.#pending.push(text)
    this.#length += text.length
    if (this.#length >= 1 << 16) this.#encode()
  }

  #encode(): void {
    const text = this.#pending.join('')
    const isFirst = this.#parts.length === 0
    const part = this.#encoder.encode(isFirst ? text.replace(declaredEncoding, '$1"UTF-8"') : text)
    this.#parts.push(part)
    this.#size += part.length
    this.#pending = []
    this.#length = 0
  }

  bytes(): Uint8Array<ArrayBuffer> {
    this.#encode()
    const all = new Uint8Array(this.#size)
    let at = 0
    for (const part of this.#parts) {
      all.set(part, at)
      at += part.length
    }
    return all
  }
}
