import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { readOrreryJson } from '../../src/formats/json/read-orrery-json.ts'
import { entityId } from '../../src/model/ids.ts'

const file = join(import.meta.dirname, '../../dist/datasets/china-ai.json')

/** The built-in graph as the site ships it. */
export function builtIn(): Extract<ReturnType<typeof readOrreryJson>, { ok: true }>['content'] {
  const read = readOrreryJson(readFileSync(file, 'utf8'), file)
  if (!read.ok) throw new Error('The built dataset cannot be read')
  return read.content
}

/** The link's camera that has this point of the layout in the middle of the picture. */
export function cameraOn(point: { x: number; y: number }, ratio = 0.25): string {
  const points = [...builtIn().layout.values()]
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)]
  const span = Math.max(right - left, top - bottom)
  const x = 0.5 + (point.x - (left + right) / 2) / span
  const y = 0.5 + (point.y - (bottom + top) / 2) / span
  return `camera=${x.toFixed(4)}:${y.toFixed(4)}:${ratio}`
}

/** Where a node is in the layout. */
export function placeOf(id: string): { x: number; y: number } {
  const point = builtIn().layout.get(entityId(id))
  if (point === undefined) throw new Error(`The built-in graph has no “${id}”`)
  return point
}

/** The middle of the picture in the page's pixels. */
export async function middleOfPicture(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.scene').boundingBox()
  if (box === null) throw new Error('There is no picture')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The title of the card that is open. */
export async function cardTitle(page: Page): Promise<string> {
  return (await page.locator('#card-title').innerText()).replace(/\s+/g, ' ')
}

/** The name of a link's part in the present address. */
export function linkPart(page: Page, name: string): string | undefined {
  const parts = new URL(page.url()).hash.slice(1).split('&')
  return parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1)
}
