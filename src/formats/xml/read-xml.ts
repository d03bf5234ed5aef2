import { SaxesParser } from 'saxes'
import { quoted } from '../quoted.ts'

export interface XmlElement {
  readonly local: string
  /** Empty where the element is in no namespace. */
  readonly namespace: string
  /** By qualified name. */
  readonly attributes: ReadonlyMap<string, string>
  /** Where its `<` stands in the text. */
  readonly offset: number
}

export interface XmlHandler {
  readonly open: (element: XmlElement) => void
  readonly close: () => void
  /** Text or CDATA, possibly one piece of several. */
  readonly text: (text: string) => void
  readonly instruction: (target: string, body: string) => void
}

/** What a file may ask of the reader; lengths count UTF-16 units, the file's size bytes. */
export interface XmlLimits {
  readonly depth: number
  readonly attributes: number
  readonly tokenLength: number
  readonly fileSize: number
}

export const xmlLimits: XmlLimits = {
  depth: 256,
  attributes: 256,
  tokenLength: 16 * 1024 * 1024,
  fileSize: 256 * 1024 * 1024,
}

/** Why the text is no acceptable XML document, and where. */
export class XmlFault extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

/**
 * Tells `handler` what the document holds, in order. Throws XmlFault where it is not well formed
 * (namespaces included), has a DOCTYPE, or passes a limit. Nothing that it points to is fetched.
 * The parser gets pieces of `pieceLength` to keep its own copies short; that changes nothing.
 */
export function readXml(
  text: string,
  handler: XmlHandler,
  limits: XmlLimits = xmlLimits,
  pieceLength = 1 << 20,
): void {
  const parser = new SaxesParser({ xmlns: true })
  const fail = (message: string): never => {
    throw new XmlFault(message, Math.min(parser.position, text.length))
  }
  const capped = (token: string): string => {
    since = parser.position
    if (token.length <= limits.tokenLength) return token
    return fail(`a token is longer than ${limits.tokenLength} characters`)
  }
  let depth = 0
  let attributes = 0
  let offset = 0
  let since = 0
  parser.on('error', (error) => {
    const message = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
    throw faultAt(message, text, since, Math.min(parser.position, text.length))
  })
  parser.on('doctype', () => {
    const start = text.lastIndexOf('<!DOCTYPE', parser.position)
    throw new XmlFault('the file has a DOCTYPE, which is not accepted', start)
  })
  parser.on('opentagstart', (tag) => {
    offset = text.lastIndexOf('<', parser.position - 1)
    capped(tag.name)
    attributes = 0
    depth += 1
    if (depth > limits.depth) fail(`elements are nested more than ${limits.depth} deep (depth)`)
  })
  parser.on('attribute', (attribute) => {
    capped(attribute.name)
    capped(attribute.value)
    attributes += 1
    if (attributes > limits.attributes) {
      fail(`an element has more than ${limits.attributes} attributes`)
    }
  })
  parser.on('opentag', (tag) => {
    since = parser.position
    const values = new Map<string, string>()
    for (const { name, value } of Object.values(tag.attributes)) values.set(name, value)
    handler.open({ local: tag.local, namespace: tag.uri, attributes: values, offset })
  })
  parser.on('closetag', () => {
    since = parser.position
    depth -= 1
    handler.close()
  })
  parser.on('text', (piece) => handler.text(capped(piece)))
  parser.on('cdata', (piece) => handler.text(capped(piece)))
  parser.on('comment', (piece) => void capped(piece))
  parser.on('processinginstruction', ({ target, body }) =>
    handler.instruction(target, capped(body)),
  )
  for (let start = 0; start < text.length; start += pieceLength) {
    parser.write(text.slice(start, start + pieceLength))
  }
  parser.close()
}

/** Where and why the document broke off; `since` is where the last good token ended. */
function faultAt(message: string, text: string, since: number, position: number): XmlFault {
  const pending = text.slice(since, position)
  const ampersand = /^\s*<[!?]/.test(pending) ? undefined : bareAmpersand.exec(pending)?.index
  if (ampersand !== undefined) {
    return new XmlFault('not well-formed XML: an unescaped & (write &amp;)', since + ampersand)
  }
  if (/root element/.test(message))
    return new XmlFault('the file is empty: no root element', position)
  if (/unclosed tag|unexpected end/.test(message)) {
    return new XmlFault(`the file ends too early (truncated?): ${message}`, position)
  }
  if (/only one root/.test(message)) {
    return new XmlFault('not well-formed XML: a second document begins on this line', position)
  }
  const near = quoted(excerpt(text, position))
  return new XmlFault(`not well-formed XML: ${message} near ${near}`, position)
}

const bareAmpersand = /&(?!(?:#\d+|#x[\da-fA-F]+|[\p{L}_:][\p{L}\p{N}_:.-]*);)/u

function excerpt(text: string, position: number): string {
  return (
    text
      .slice(Math.max(0, position - 20), position)
      .split(/[\r\n]/)
      .at(-1) ?? ''
  )
}
