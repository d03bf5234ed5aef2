import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { writeGexf } from '../../../src/formats/gexf/write.ts'
import { scanXml } from '../../../src/formats/xml/scan-xml.ts'
import { XmlFault } from '../../../src/formats/xml/xml-fault.ts'
import { xmlLimits } from '../../../src/formats/xml/xml-limits.ts'
import { noDrawing } from '../../drawings.ts'
import { anyKnowledge, nastyTexts } from '../knowledge-arbitrary.ts'
import { mutantRuns, mutants } from '../mutations.ts'

type Event = string | readonly unknown[]

const encoder = new TextEncoder()

/** Text in one, however many pieces it came in. */
const joined = () => {
  const events: Event[] = []
  let text = ''
  const add = (event: Event): void => {
    if (text !== '') events.push(text)
    text = ''
    events.push(event)
  }
  return { events, add, text: (piece: string) => void (text += piece) }
}

const piecesOf = (text: string, length: number): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / length) }, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  )

const ours = (text: string, pieceLength = Infinity, limits = xmlLimits): readonly Event[] => {
  const { events, add, text: addText } = joined()
  scanXml(
    pieceLength === Infinity ? [text] : piecesOf(text, pieceLength),
    {
      open: ({ local, namespace, offset, names, values, count }) =>
        add([local, namespace, offset, names.slice(0, count), values.slice(0, count)]),
      close: () => add(['close']),
      text: addText,
      wantsText: () => true,
      instruction: (target, body) => add(['instruction', target, body]),
    },
    limits,
  )
  return events
}

/** What the parser that many rely on makes of the same text. */
const theirs = (text: string): readonly Event[] => {
  const { events, add, text: addText } = joined()
  // Any 1.x is read by the rules of 1.0, as those ask.
  const parser = new SaxesParser({
    xmlns: true,
    forceXMLVersion: true,
    defaultXMLVersion: '1.0',
  } as const)
  let offset = 0
  let depth = 0
  const refuse = (why: string) => (): never => {
    throw new XmlFault(why, 0)
  }
  parser.on('error', refuse('error'))
  parser.on('doctype', refuse('doctype'))
  parser.on('opentagstart', () => (offset = text.lastIndexOf('<', parser.position - 1)))
  parser.on('opentag', ({ local, uri, attributes }) => {
    depth += 1
    const list = Object.values(attributes)
    const [names, values] = [list.map(({ name }) => name), list.map(({ value }) => value)]
    add([local, uri, offset, names, values])
  })
  parser.on('closetag', () => {
    depth -= 1
    add(['close'])
  })
  // It also tells the white space around the root.
  parser.on('text', (piece) => {
    if (depth > 0) addText(piece)
  })
  parser.on('cdata', addText)
  parser.on('processinginstruction', ({ target, body }) => add(['instruction', target, body]))
  parser.write(text).close()
  return events
}

const outcome = (read: () => readonly Event[]): readonly Event[] | 'refused' => {
  try {
    return read()
  } catch (error) {
    if (error instanceof XmlFault) return 'refused'
    throw error
  }
}

const reference = fc.constantFrom(
  '&amp;',
  '&lt;',
  '&#65;',
  '&#x10FFFF;',
  '&#10;',
  '&#1;',
  '&x;',
  '&',
)
const content = fc.oneof(fc.constantFrom(...nastyTexts), reference, fc.string({ maxLength: 6 }))
const name = fc.constantFrom('a', 'b', 'p:a', 'q:b', 'p:', ':a', 'é', 'a-1', '-a', 'xmlns', 'a:b:c')
const attribute = fc
  .tuple(
    fc.constantFrom(' ', '\n', '', ' \t\r\n'),
    fc.oneof(name, fc.constantFrom('xmlns:p', 'xmlns:q', 'xmlns:xml', 'xml:lang')),
    fc.constantFrom('=', ' = ', '\n=', ''),
    fc.constantFrom('"', "'"),
    fc.oneof(content, fc.constantFrom('u', 'v', 'http://www.w3.org/XML/1998/namespace')),
  )
  .map(([space, key, sign, quote, value]) => `${space}${key}${sign}${quote}${value}${quote}`)
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    content,
    fc.constantFrom(
      '<!-- c -->',
      '<!---->',
      '<!-x',
      '<!DOC',
      '<!--a--b-->',
      '<![CDATA[<&]]]]>',
      '<?t b ?>',
      '<?t?>',
    ),
    content.map((text) => `<![CDATA[${text}]]>`),
    content.map((text) => `<!--${text}-->`),
    content.map((text) => `<?x ${text}?>`),
    fc
      .tuple(name, fc.array(attribute, { maxLength: 3 }), fc.array(tie('tree'), { maxLength: 4 }))
      .map(([tag, attributes, inner]) =>
        inner.length === 0
          ? `<${tag}${attributes.join('')}/>`
          : `<${tag}${attributes.join('')}>${inner.join('')}</${tag} >`,
      ),
  ),
}))
const prolog = fc.constantFrom(
  '',
  '\ufeff',
  '<?xml version="1.0"?>',
  '\ufeff<?xml version=\'1.1\' encoding="UTF-8" standalone="no" ?>\r\n',
  '<?xml encoding="UTF-8"?>',
  ' <?xml version="1.0"?>',
  '<!DOCTYPE a>',
  '<!-- before -->\n',
)
const attributes = fc.array(attribute, { maxLength: 4 })
const anyDocument = fc
  .tuple(prolog, attributes, fc.array(tree, { maxLength: 5 }))
  .map(([start, own, inner]) => {
    const text = `${start}<r xmlns:p="u" xmlns:q="u"${own.join('')}>${inner.join('')}</r>\n`
    // As a decoder gives it: without halves of characters.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(encoder.encode(text))
  })
const anyFile = anyKnowledge.map(
  (knowledge) => writeGexf(knowledge, noDrawing, { version: '1.3' }).text,
)
const anyMutant = mutants(fc.oneof(anyDocument, anyFile).map((text) => encoder.encode(text))).map(
  (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
)

describe('scanning XML', () => {
  it.each([
    ['documents', anyDocument],
    ['documents with a few bytes changed', anyMutant],
  ])('says of %s what another strict parser says', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        // The other one takes question marks right after a target, which XML does not.
        fc.pre(!/<\?[^\s?]+\?\?/.test(text))
        expect(outcome(() => ours(text))).toEqual(outcome(() => theirs(text)))
      }),
      { numRuns: mutantRuns },
    )
  })

  it('says the same whatever the size of the pieces, faults and limits included', () => {
    const told = (text: string, pieceLength: number, limits = xmlLimits): unknown => {
      try {
        return ours(text, pieceLength, limits)
      } catch (error) {
        return error instanceof XmlFault ? [error.message, error.offset] : error
      }
    }
    const length = fc.integer({ min: 1, max: 30 })
    const narrow = fc
      .record({ depth: length, attributes: length, tokenLength: length })
      .map((limits) => ({ ...xmlLimits, ...limits }))
    fc.assert(
      fc.property(
        fc.oneof(anyDocument, anyMutant),
        length,
        fc.oneof(fc.constant(xmlLimits), narrow),
        (text, pieceLength, limits) => {
          expect(told(text, pieceLength, limits)).toEqual(told(text, Infinity, limits))
        },
      ),
      { numRuns: mutantRuns },
    )
  })

  it.each([
    ['half a character', '<a>\ud800</a>'],
    ['the other half', '<a b="\udc00"/>'],
    ['question marks after a target', '<?t??><a/>'],
  ])('refuses %s, stricter than the other', (_, text) => {
    expect(outcome(() => ours(text))).toBe('refused')
  })
})
