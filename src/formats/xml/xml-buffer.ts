import { quoted } from '../quoted.ts'
import { XmlFault } from './xml-fault.ts'

const byteOrderMark = 0xfeff
const excerptLength = 20

// XML 1.0 knows no other characters.
const illegal =
  // oxlint-disable-next-line no-control-regex
  /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** The stretch of a document that is being read, which comes in pieces, and what is wrong in it. */
export class XmlBuffer {
  text = ''
  /** Where the token at hand begins in `text`. */
  at = 0
  /** Where the document begins in the whole, after a byte order mark. */
  start = 0
  /** Where `text` begins in the whole, and a little of what stands before it. */
  #base = 0
  #before = ''
  #begun = false
  #ended = true
  /** True where no pieces follow those at hand. */
  #last = false
  /** True where `text` stops before a character that XML does not have. */
  #barred = false
  #pieces: Iterator<string, unknown> = [].values()
  readonly #tokenLength: number

  constructor(tokenLength: number) {
    this.#tokenLength = tokenLength
  }

  /** Gives it the pieces that follow those before, all that there are where they are the last. */
  feed(pieces: Iterable<string>, last: boolean): void {
    this.#pieces = pieces[Symbol.iterator]()
    this.#ended = false
    this.#last = last
  }

  /** True where nothing follows `text`. */
  get whole(): boolean {
    return this.#ended && this.#last && !this.#barred
  }

  /** Where in the whole document the place `at` of `text` is. */
  offset(at: number): number {
    return this.#base + at
  }

  /** Gets more of the text; false where there is no more. */
  grow(): boolean {
    if (this.#barred) this.fail('disallowed character', this.text.length)
    if (this.#ended) return false
    this.checkLength(this.text.length)
    const added = this.#next(this.text.length - this.at)
    const bad = added.search(illegal)
    this.#barred = bad !== -1
    const shown = this.#barred ? added.slice(0, bad) : added
    this.#before = this.#upTo(this.at)
    this.#base += this.at
    // Joining costs: a piece that ends with a token is followed by a text of its own.
    this.text = this.at === this.text.length ? shown : this.text.slice(this.at) + shown
    this.at = 0
    if (!this.#begun) this.at = this.start = this.text.charCodeAt(0) === byteOrderMark ? 1 : 0
    this.#begun = true
    return true
  }

  /** Refuses a token that reaches `end` and is too long, whatever else is wrong with it. */
  checkLength(end: number): void {
    if (end - this.at <= this.#tokenLength) return
    const message = `a token is longer than ${this.#tokenLength} characters`
    throw new XmlFault(message, this.offset(this.at))
  }

  /** Refuses what is not well formed and shows what stands before `at`. */
  fail(message: string, at: number): never {
    const near = quoted(
      this.#upTo(at)
        .split(/[\r\n]/)
        .at(-1) ?? '',
    )
    return this.fault(`not well-formed XML: ${message} near ${near}`, at)
  }

  /** Refuses the document for what is at `at`. */
  fault(message: string, at: number): never {
    this.checkLength(at)
    throw new XmlFault(message, this.offset(at))
  }

  /** What stands before `at`. */
  #upTo(at: number): string {
    const own = this.text.slice(Math.max(0, at - excerptLength), at)
    return (this.#before + own).slice(-excerptLength)
  }

  /** As much again as is pending, because that will be read anew; and no half of a character. */
  #next(pending: number): string {
    // Put together at the end: to look at a text that grows would copy it each time.
    const pieces: string[] = []
    let length = 0
    let last = ''
    while (length <= pending || endsInHalf(last)) {
      const next = this.#pieces.next()
      if (next.done === true) {
        this.#ended = true
        break
      }
      last = next.value
      length += last.length
      pieces.push(last)
    }
    return pieces.length === 1 ? last : pieces.join('')
  }
}

function endsInHalf(text: string): boolean {
  const code = text.charCodeAt(text.length - 1)
  return code >= 0xd800 && code <= 0xdbff
}
