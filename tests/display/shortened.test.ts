import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortened } from '../../src/display/shortened.ts'

const width = (text: string): number => text.length

/** The plain way, asking the segmenter every time. */
function byTheBook(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (width(line) <= most) return line
  const graphemes = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment)
  const cuts = graphemes.map((_, count) => `${graphemes.slice(0, count).join('').trimEnd()}…`)
  return cuts.filter((cut, count) => count === 0 || width(cut) <= most).at(-1) ?? line
}

test('a text that fits stays, one that does not ends with an ellipsis', () => {
  expect(shortened('  Shanghai \n AI hub ', 20, width)).toBe('Shanghai AI hub')
  expect(shortened('New Generation AI Development Plan', 12, width)).toBe('New Generat…')
})

test('no grapheme of any script is cut in two', () => {
  const piece = fc.constantFrom(
    'a',
    'é',
    'e\u0301',
    '上',
    '👩‍🔬',
    '🇨🇳',
    'क्षि',
    'ع',
    '한',
    '각',
    'か\u3099',
    '-',
    '7',
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.integer({ min: 3, max: 40 }),
      (pieces, most) => {
        const text = pieces.join('')
        expect(shortened(text, most, width)).toBe(byTheBook(text, most))
      },
    ),
  )
})
