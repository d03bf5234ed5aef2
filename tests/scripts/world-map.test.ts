import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { worldMapText } from '../../scripts/world-map.ts'

const published = readFileSync(new URL('../../public/world-map.json', import.meta.url), 'utf8')

test('the published land is that of world-atlas (else: npm run world-map)', () => {
  expect(published === worldMapText()).toBe(true)
})

test('no outline of the land leaps across the map', () => {
  const rings = JSON.parse(published) as readonly (readonly number[])[]
  const leaps = rings.flatMap((ring) =>
    ring.filter((step, at) => at > 1 && at % 2 === 0 && Math.abs(step) > 300),
  )
  expect([rings.length > 100, leaps]).toEqual([true, []])
})
