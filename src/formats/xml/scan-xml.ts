import { quoted } from '../quoted.ts'
import { referenceAt } from './reference.ts'
import { NameCache, TextCache } from './text-cache.ts'
import { XmlBuffer } from './xml-buffer.ts'
import { isXmlDeclaration } from './xml-declaration.ts'
import { xmlLimits } from './xml-limits.ts'
import type { XmlLimits } from './xml-limits.ts'
import { nameEnd, startsName } from './xml-name.ts'
import { XmlNamespaces } from './xml-namespaces.ts'
import { afterSpace, withLineFeeds, withSpaces } from './xml-space.ts'
import { XmlTag } from './xml-tag.ts'

/** What a document holds, told in order. */
export interface XmlListener {
  readonly open: (tag: XmlTag) => void
  /** `end` is where what follows the element stands in the text. */
  readonly close: (end: number) => void
  /** Text or CDATA, possibly one part of several. */
  readonly text: (text: string) => void
  /** False where text means nothing just now: white space between tags is not even told then. */
  readonly wantsText: () => boolean
  readonly instruction: (target: string, body: string) => void
}

/**
 * Tells `listener` what the document holds that `pieces` are together; where one ends and the
 * next begins changes nothing. Throws XmlFault where it is not well formed (XML 1.0, namespaces
 * included), has a DOCTYPE, or passes a limit. Nothing that it points to is fetched.
 */
export function scanXml(
  pieces: Iterable<string>,
  listener: XmlListener,
  limits: XmlLimits = xmlLimits,
): void {
  const scanner = new XmlScanner(listener, limits)
  scanner.read(pieces)
  scanner.end()
}

/** A token that is not whole in the buffer yet. */
const incomplete = -1
const [quotationMark, ampersand, apostrophe] = [34, 38, 39] as const
const [slash, lessThan, equals, greaterThan] = [47, 60, 61, 62] as const
const [exclamationMark, questionMark] = [33, 63] as const
const markups = ['<!--', '<![CDATA[', '<!DOCTYPE'] as const

/** `scanXml` for a document whose pieces do not all come at once. */
export class XmlScanner {
  readonly #buffer: XmlBuffer
  readonly #listener: XmlListener
  readonly #limits: XmlLimits
  readonly #namespaces: XmlNamespaces
  readonly #tag = new XmlTag()
  readonly #names = new NameCache()
  readonly #values = new TextCache()
  /** The elements that are open, by their names as written. */
  readonly #open: string[] = []
  #rooted = false
  /** Where a namespace fault is shown. */
  #tagEnd = 0

  constructor(listener: XmlListener, limits: XmlLimits = xmlLimits) {
    this.#buffer = new XmlBuffer(limits.tokenLength)
    this.#listener = listener
    this.#limits = limits
    this.#namespaces = new XmlNamespaces((message) => this.#buffer.fail(message, this.#tagEnd))
  }

  /** What is left of the pieces so far because the token that it begins is not whole. */
  get pending(): string {
    return this.#buffer.text.slice(this.#buffer.at)
  }

  /** How long the pieces so far are together. */
  get length(): number {
    return this.#buffer.offset(this.#buffer.text.length)
  }

  /** The end tags of what is open. */
  get endTags(): string {
    return this.#open
      .toReversed()
      .map((name) => `</${name}>`)
      .join('')
  }

  /** Tells what stands in pieces that follow those before; after the `last` there must be an end. */
  read(pieces: Iterable<string>, last = true): void {
    const buffer = this.#buffer
    buffer.feed(pieces, last)
    do {
      for (let next = this.#token(); next !== incomplete; next = this.#token()) {
        buffer.checkLength(next)
        buffer.at = next
      }
    } while (buffer.grow())
  }

  /** Throws where the document is not whole. */
  end(): void {
    const buffer = this.#buffer
    const end = buffer.text.length
    const early = 'the file ends too early (truncated?)'
    if (buffer.at < end) buffer.fault(`${early}: unexpected end`, end)
    if (this.#open.length > 0) buffer.fault(`${early}: unclosed tag: ${this.#open.at(-1)}`, end)
    if (!this.#rooted) buffer.fault('the file is empty: no root element', end)
  }

  /** Reads the token at hand and gives where it ends. */
  #token(): number {
    const { text, at } = this.#buffer
    const first = text.charCodeAt(at)
    if (first !== lessThan) return Number.isNaN(first) ? incomplete : this.#text(at)
    const second = text.charCodeAt(at + 1)
    if (second === slash) return this.#closeTag(at)
    if (second === exclamationMark) return this.#markup(at)
    if (second === questionMark) return this.#instruction(at)
    return Number.isNaN(second) ? incomplete : this.#openTag(at)
  }

  #text(at: number): number {
    const text = this.#buffer.text
    const afterBlank = afterSpace(text, at)
    const isBlank = text.charCodeAt(afterBlank) === lessThan
    if (isBlank && this.#open.length > 0 && !this.#listener.wantsText()) return afterBlank
    const next = text.indexOf('<', afterBlank)
    const end = next === -1 ? text.length : next
    const raw = this.#values.slice(text, at, end)
    if (this.#open.length === 0) {
      const stray = raw.search(/[^ \t\r\n]/)
      if (stray !== -1) this.#buffer.fail('text data outside of root node', at + stray + 1)
      return next === -1 && !this.#buffer.whole ? incomplete : end
    }
    if (next === -1) return incomplete
    this.#buffer.checkLength(end)
    const bracket = raw.indexOf(']]>')
    if (bracket !== -1) this.#buffer.fail('"]]>" is disallowed in char data', at + bracket + 3)
    this.#listener.text(this.#unescaped(raw, at, withLineFeeds))
    return end
  }

  #openTag(at: number): number {
    const text = this.#buffer.text
    const tag = this.#tag
    if (!startsName(text, at + 1)) this.#buffer.fail('disallowed character in tag name', at + 2)
    let next = nameEnd(text, at + 1)
    if (next === -1) return incomplete
    const name = this.#names.slice(text, at + 1, next).text
    tag.clear()
    for (;;) {
      const start = afterSpace(text, next)
      const code = text.charCodeAt(start)
      if (code === greaterThan) return this.#opened(at, start + 1, name, false)
      if (code === slash) {
        const last = text.charCodeAt(start + 1)
        if (last === greaterThan) return this.#opened(at, start + 2, name, true)
        return Number.isNaN(last)
          ? incomplete
          : this.#buffer.fail('a slash in a tag that does not end it', start + 2)
      }
      if (Number.isNaN(code)) return incomplete
      if (start === next) this.#buffer.fail('white space is missing in a tag', start + 1)
      next = this.#attribute(start)
      if (next === incomplete) return incomplete
    }
  }

  /** Reads one attribute into the tag and gives where it ends. */
  #attribute(start: number): number {
    const text = this.#buffer.text
    const tag = this.#tag
    if (tag.count === this.#limits.attributes) {
      this.#buffer.fault(`an element has more than ${this.#limits.attributes} attributes`, start)
    }
    if (!startsName(text, start)) {
      this.#buffer.fail('disallowed character in attribute name', start + 1)
    }
    const end = nameEnd(text, start)
    if (end === -1) return incomplete
    const sign = afterSpace(text, end)
    const code = text.charCodeAt(sign)
    if (Number.isNaN(code)) return incomplete
    if (code !== equals) this.#buffer.fail('attribute without value', sign + 1)
    const opening = afterSpace(text, sign + 1)
    const quote = text.charCodeAt(opening)
    if (Number.isNaN(quote)) return incomplete
    if (quote !== quotationMark && quote !== apostrophe) {
      this.#buffer.fail('unquoted attribute value', opening + 1)
    }
    const from = opening + 1
    let plain = true
    let at = from
    for (;;) {
      const here = text.charCodeAt(at)
      if (here === quote) break
      if (here === lessThan) this.#buffer.fail('a < in an attribute value', at + 1)
      if (here === ampersand || here < 32) plain = false
      else if (Number.isNaN(here)) return incomplete
      at += 1
    }
    const name = this.#names.slice(text, start, end)
    if (tag.get(name.text) !== undefined)
      this.#buffer.fail(`duplicate attribute: ${name.text}`, at + 1)
    tag.add(name, plain ? this.#values.slice(text, from, at) : this.#value(from, at))
    return at + 1
  }

  /** An attribute's value that is not as it is written. */
  #value(from: number, to: number): string {
    const value = this.#unescaped(this.#buffer.text.slice(from, to), from, withSpaces)
    return this.#values.slice(value, 0, value.length)
  }

  #opened(at: number, end: number, name: string, empty: boolean): number {
    this.#buffer.checkLength(end)
    const depth = this.#open.length + 1
    if (depth === 1 && this.#rooted) {
      this.#buffer.fault('not well-formed XML: a second document begins on this line', at)
    }
    if (depth > this.#limits.depth) {
      this.#buffer.fault(`elements are nested more than ${this.#limits.depth} deep (depth)`, at)
    }
    this.#rooted = true
    this.#tag.offset = this.#buffer.offset(at)
    this.#tag.end = this.#buffer.offset(end)
    this.#tagEnd = end
    this.#namespaces.enter(this.#tag, name, depth)
    this.#listener.open(this.#tag)
    if (empty) {
      this.#namespaces.leave(depth)
      this.#listener.close(this.#tag.end)
    } else this.#open.push(name)
    return end
  }

  #closeTag(at: number): number {
    const text = this.#buffer.text
    const nameStops = nameEnd(text, at + 2)
    if (nameStops === -1) return incomplete
    const end = afterSpace(text, nameStops)
    const code = text.charCodeAt(end)
    if (Number.isNaN(code)) return incomplete
    if (code !== greaterThan) this.#buffer.fail('disallowed character in closing tag', end + 1)
    const name = this.#open.at(-1)
    if (name?.length !== nameStops - at - 2 || !text.startsWith(name, at + 2)) {
      const why =
        name === undefined ? 'unmatched closing tag' : `the element ${quoted(name)} is not closed`
      this.#buffer.fail(why, end + 1)
    }
    this.#namespaces.leave(this.#open.length)
    this.#open.pop()
    this.#listener.close(this.#buffer.offset(end + 1))
    return end + 1
  }

  /** A comment, a CDATA section, or what is not accepted. */
  #markup(at: number): number {
    const text = this.#buffer.text
    if (text.startsWith('<!--', at)) return this.#comment(at)
    if (text.startsWith('<![CDATA[', at)) {
      if (this.#open.length === 0) this.#buffer.fail('text data outside of root node', at + 9)
      const end = text.indexOf(']]>', at + 9)
      if (end === -1) return incomplete
      this.#buffer.checkLength(end + 3)
      this.#listener.text(withLineFeeds(text.slice(at + 9, end)))
      return end + 3
    }
    if (text.startsWith('<!DOCTYPE', at)) {
      this.#buffer.checkLength(at + 9)
      this.#buffer.fault('the file has a DOCTYPE, which is not accepted', at)
    }
    let end = at + 2
    while (markups.some((markup) => markup.startsWith(text.slice(at, end)))) {
      if (end === text.length) return incomplete
      end += 1
    }
    return this.#buffer.fail('incorrect syntax', end)
  }

  #comment(at: number): number {
    const dashes = this.#buffer.text.indexOf('--', at + 4)
    if (dashes === -1) return incomplete
    const code = this.#buffer.text.charCodeAt(dashes + 2)
    if (Number.isNaN(code)) return incomplete
    return code === greaterThan ? dashes + 3 : this.#buffer.fail('malformed comment', dashes + 3)
  }

  #instruction(at: number): number {
    const text = this.#buffer.text
    const end = text.indexOf('?>', at + 2)
    if (end === -1) return incomplete
    this.#buffer.checkLength(end + 2)
    const stop = startsName(text, at + 2) ? nameEnd(text, at + 2) : at + 2
    const target = text.slice(at + 2, stop)
    const body = afterSpace(text, stop)
    if (target === '' || target.includes(':') || (body === stop && stop !== end)) {
      this.#buffer.fail('malformed processing instruction', stop + 1)
    }
    if (target.toLowerCase() === 'xml') {
      if (this.#buffer.offset(at) !== this.#buffer.start) {
        this.#buffer.fail('an XML declaration must be at the start of the document', stop)
      }
      const whole = text.slice(at, end + 2)
      if (!isXmlDeclaration(whole)) this.#buffer.fail('malformed XML declaration', end + 2)
    } else this.#listener.instruction(target, withLineFeeds(text.slice(body, end)))
    return end + 2
  }

  /** `raw`, which stands at `at`, with its references resolved and the rest made `normal`. */
  #unescaped(raw: string, at: number, normal: (text: string) => string): string {
    let index = raw.indexOf('&')
    if (index === -1) return normal(raw)
    let result = ''
    let from = 0
    for (; index !== -1; index = raw.indexOf('&', from)) {
      const reference = referenceAt(raw, index)
      if (reference === undefined) {
        this.#buffer.fault('not well-formed XML: an unescaped & (write &amp;)', at + index)
      }
      if (reference.text === undefined) this.#buffer.fail(reference.why, at + index + 1)
      result += normal(raw.slice(from, index)) + reference.text
      from = reference.end
    }
    return result + normal(raw.slice(from))
  }
}
