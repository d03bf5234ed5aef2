import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markedWords } from '../../src/display/marked-words.ts'
import { anyText } from '../any-text.ts'

const told = (text: string, ...words: readonly string[]): string =>
  markedWords(text, words)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('')

test('words are marked where they stand, wherever the lines break', () => {
  expect(told('A planet goes\nround its star.', 'goes round')).toBe(
    'A planet [goes\nround] its star.',
  )
  expect(told('It costs $5 (or more).', '$5 (or', 'A')).toBe('It costs [$5 (or] more).')
})

test('words of several references that overlap are one mark', () => {
  expect(told('A planet goes round its star.', 'its star', 'planet goes', 'goes round')).toBe(
    'A [planet goes round] [its star].',
  )
})

test('a paragraph that has none of the words is left as it is', () => {
  expect(told('A planet.', 'a moon', ' ')).toBe('A planet.')
})

test('no letter is lost or doubled, whatever the words are', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyText, { maxLength: 4 }), fc.nat(9), (text, words, from) => {
      const pieces = markedWords(text, [...words, text.slice(from, from + 4)])
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    }),
  )
})
