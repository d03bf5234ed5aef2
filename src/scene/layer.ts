import type { Rows, RowTexture } from './row-texture.ts'

/** Things on a canvas: those in the background, and over them those that are brought out. */
export interface Layer<Brush> {
  /** All rows are others, or all have changed. */
  renew(): void
  /** These rows have changed. */
  changed(rows: Iterable<number>): void
  /** What is brought out, or how that looks, has changed. */
  refocus(): void
  paint(brush: Brush, front: Brush): void
}

/** Rows on the graphics card, and how they are painted. */
export interface Painted<Form extends Rows, Brush> {
  readonly rows: Pick<RowTexture, 'renew' | 'showOnly'>
  readonly load: (rows: Form) => void
  readonly paint: (brush: Brush) => void
}

/** What a layer paints; asked for when a frame needs it. */
interface Contents<Form extends Rows> {
  readonly all: () => Form
  /** The rows that are brought out, in ascending order. */
  readonly broughtOut: () => readonly number[]
  /** These rows as they look then. */
  readonly front: (rows: readonly number[]) => Form
}

/** A layer over two sets of rows, that for what is brought out empty at first. */
export function createLayer<Form extends Rows, Brush>(
  back: Painted<Form, Brush>,
  front: Painted<Form, Brush>,
  { all, broughtOut, front: frontRows }: Contents<Form>,
): Layer<Brush> {
  /** What has to be sent to the graphics card before the next frame. */
  let stale: 'all' | 'focus' | 'nothing' = 'all'
  let changed = new Set<number>()
  const refocus = (): void => {
    if (stale === 'nothing') stale = 'focus'
  }
  const send = (): void => {
    const rows = all()
    if (stale === 'all') back.load(rows)
    else if (changed.size > 0) back.rows.renew(rows, changed)
    changed = new Set()
    if (stale === 'nothing') return
    const brought = broughtOut()
    const shown = new Uint8Array(rows.count).fill(255)
    for (const row of brought) shown[row] = 0
    back.rows.showOnly(shown)
    front.load(frontRows(brought))
    stale = 'nothing'
  }
  return {
    renew: () => {
      stale = 'all'
    },
    changed(rows) {
      for (const row of rows) changed.add(row)
      refocus()
    },
    refocus,
    paint(brush, frontBrush) {
      send()
      back.paint(brush)
      front.paint(frontBrush)
    },
  }
}
