import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  differenceEuclidean,
  formatHex,
  oklab,
  parse,
  wcagContrast,
} from 'culori'
import type { Color } from 'culori'
import { describe, expect, test } from 'vitest'
import { changeClasses } from '../../src/model/change-class.ts'
import { amountColours } from '../../src/display/amount-palette.ts'
import { kindColours, kindShapes, pictureThemes } from '../../src/display/palette.ts'
import type { Scheme } from '../../src/display/palette.ts'

const schemes: readonly Scheme[] = ['light', 'dark']
const dichromat =
  (filter: (colour: Color) => Color) =>
  (colour: string): string => {
    const parsed = parse(colour)
    if (parsed === undefined) throw new Error(`${colour} is not a colour`)
    return formatHex(filter(parsed))
  }
const difference = differenceCiede2000()
/** Normal vision, then dichromacy as Machado, Oliveira and Fernandes (2009) simulate it. */
const eyes: readonly (readonly [string, (colour: string) => string])[] = [
  ['normal vision', (colour) => colour],
  ['protanopia', dichromat(filterDeficiencyProt(1))],
  ['deuteranopia', dichromat(filterDeficiencyDeuter(1))],
  ['tritanopia', dichromat(filterDeficiencyTrit(1))],
]

const apart = differenceEuclidean('oklab')

function lightness(colour: string): number {
  return oklab(colour)?.l ?? Number.NaN
}

function worstPair(colours: readonly string[]): number {
  const pairs = colours.flatMap((one, index) =>
    colours.slice(index + 1).map((other) => difference(one, other)),
  )
  return Math.min(...pairs)
}

describe.each(schemes)('the %s palette', (scheme) => {
  const theme = pictureThemes[scheme]

  test('has eight colours', () => {
    expect(new Set(kindColours[scheme]).size).toBe(8)
  })

  test('stands out from the background, 3 : 1 or more', () => {
    for (const colour of kindColours[scheme]) {
      expect(wcagContrast(colour, theme.background)).toBeGreaterThanOrEqual(3)
    }
  })

  test('has labels that can be read, 7 : 1 or more, and marks that stand out', () => {
    expect(wcagContrast(theme.label, theme.background)).toBeGreaterThanOrEqual(7)
    expect(wcagContrast(theme.accent, theme.background)).toBeGreaterThanOrEqual(3)
    expect(wcagContrast(theme.disputed, theme.background)).toBeGreaterThanOrEqual(3)
    for (const change of changeClasses) {
      expect(wcagContrast(theme[change], theme.background)).toBeGreaterThanOrEqual(4.5)
    }
  })

  const { ramp, none } = amountColours[scheme]

  test('has colours of amounts that stand out from the background, 3 : 1 or more', () => {
    for (const colour of [...ramp, none]) {
      expect(wcagContrast(colour, theme.background)).toBeGreaterThanOrEqual(3)
    }
  })

  test('has amounts in even steps', () => {
    const steps = ramp.slice(1).map((colour, index) => apart(colour, ramp[index] ?? ''))
    const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
    expect(Math.min(...steps) / mean).toBeGreaterThan(0.9)
    expect(Math.max(...steps) / mean).toBeLessThan(1.1)
  })

  test.each(eyes)('orders amounts by lightness in %s, away from no amount', (_name, seen) => {
    const contrasts = ramp.map((colour) =>
      Math.abs(lightness(seen(colour)) - lightness(theme.background)),
    )
    const steps = contrasts.slice(1).map((each, index) => each - (contrasts[index] ?? each))
    expect(Math.min(...steps)).toBeGreaterThan(0.02)
    for (const colour of ramp) expect(difference(seen(colour), seen(none))).toBeGreaterThan(15)
  })

  test.each(eyes)('tells kinds apart in %s, ΔE2000 15 or more', (_name, seen) => {
    expect(worstPair(kindColours[scheme].map(seen))).toBeGreaterThanOrEqual(15)
  })
})

describe('the shapes', () => {
  test('are all different', () => {
    expect(new Set(kindShapes).size).toBe(kindShapes.length)
  })
})
