import type { Page } from 'playwright-core'
import { nextFrame } from './probe.ts'

/** Milliseconds that a gesture goes on; longer where frames are slow, to have enough of them. */
const shortest = 3000
const longest = 10_000
const enough = 20

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Goes where a gesture begins and gives the gesture itself. */
export type Gesture = (page: Page) => Promise<() => Promise<void>>

/** Drags the picture in a circle; the button stays down. */
export const pan: Gesture = async (page) => {
  const { x, y } = await emptyPlace(page)
  await page.mouse.down()
  return () =>
    repeat(async (step) => {
      const turn = step / 12
      await page.mouse.move(x + 80 * Math.sin(turn), y + 80 * (1 - Math.cos(turn)))
    })
}

/** Turns the wheel over the middle, eight steps in, eight out. */
export const zoom: Gesture = async (page) => {
  const { x, y, width, height } = await picture(page)
  await page.mouse.move(x + width / 2, y + height / 2)
  return () =>
    repeat(async (step) => {
      await page.mouse.wheel(0, step % 16 < 8 ? -120 : 120)
      await page.waitForTimeout(60)
    })
}

/** Moves over nodes and edges with no button down. */
export const hover: Gesture = async (page) => {
  const { x, y, width, height } = await picture(page)
  return () =>
    repeat((step) =>
      page.mouse.move(
        x + width * (0.5 + 0.3 * Math.sin(step / 15)),
        y + height * (0.5 + 0.3 * Math.sin(step / 11)),
      ),
    )
}

async function repeat(act: (step: number) => Promise<void>): Promise<void> {
  const start = Date.now()
  for (let step = 0; ; step += 1) {
    const passed = Date.now() - start
    if (passed > longest || (passed > shortest && step >= enough)) return
    await act(step)
  }
}

/** Leaves the mouse where it can take hold of the picture without taking a node along. */
async function emptyPlace(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y, width, height } = await picture(page)
  const places = [0.01, 0.03, 0.97, 0.99].map((share) => ({
    x: x + width * share,
    y: y + height / 3,
  }))
  for (const place of places) {
    await page.mouse.move(place.x, place.y)
    await nextFrame(page)
    const cursor = await page.evaluate(
      (at) => getComputedStyle(document.elementFromPoint(at.x, at.y) ?? document.body).cursor,
      place,
    )
    if (cursor !== 'pointer') return place
  }
  throw new Error('The picture has no empty place at its sides')
}

async function picture(page: Page): Promise<Box> {
  const box = await page.locator('canvas.sigma-mouse').boundingBox()
  if (box === null) throw new Error('There is no picture')
  return box
}
