import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noteParagraphs } from '../../src/display/note-text.ts'
import { anyText } from '../any-text.ts'

const addresses = (note: string): readonly string[] =>
  noteParagraphs(note)
    .flat()
    .flatMap(({ text, isAddress }) => (isAddress ? [text] : []))

test('a note is paragraphs, parted by empty lines', () => {
  const texts = noteParagraphs('One\ntwo\n\n three \r\n \r\n\n four').map((pieces) =>
    pieces.map(({ text }) => text).join(''),
  )
  expect(texts).toEqual(['One\ntwo', 'three', 'four'])
})

test('web addresses are pieces of their own, without the sentence’s end or bracket', () => {
  const note =
    'See https://a.example/x?y=1#z, (http://b.example/q) and <https://en.wiki.example/A_(b)>. HTTPS://C.EXAMPLE!'
  expect(addresses(note)).toEqual([
    'https://a.example/x?y=1#z',
    'http://b.example/q',
    'https://en.wiki.example/A_(b)',
    'HTTPS://C.EXAMPLE',
  ])
})

test('nothing but http and https is an address', () => {
  expect(addresses('javascript:alert(1) data:text/html,x ftp://x.example //y.example')).toEqual([])
})

test('no character but blanks between paragraphs is lost', () => {
  const anyNote = fc
    .array(fc.oneof(anyText, fc.constantFrom('\n', '\n\n', 'https://a.example/).', ' ')))
    .map((parts) => parts.join(''))
  const dense = (text: string): string => text.replace(/\s/g, '')
  fc.assert(
    fc.property(anyNote, (note) => {
      const text = noteParagraphs(note)
        .flat()
        .map((piece) => piece.text)
        .join('')
      expect(dense(text)).toBe(dense(note))
    }),
  )
})
