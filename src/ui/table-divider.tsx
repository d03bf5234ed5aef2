import type { JSX, TargetedPointerEvent } from 'preact'
import { useLayoutEffect, useMemo } from 'preact/hooks'
import { createTableShare, tableShares } from '../app/table-share.ts'
import type { TableShare } from '../app/table-share.ts'

/** How far an arrow moves the divider. */
const step = 0.05
const percent = (share: number): number => Math.round((1 - share) * 100)

/**
 * Between the picture and the table below it, after the WAI-ARIA pattern of a window splitter: moved
 * by pointer, touch and arrows, put back by a double click. It tells the height of the picture.
 */
export function TableDivider(): JSX.Element {
  const shares = useMemo(createTableShare, [])
  useLayoutEffect(shares.follow, [shares])
  return (
    <div
      class="table-divider"
      role="separator"
      tabIndex={0}
      aria-label="Height of the picture"
      aria-orientation="horizontal"
      aria-valuenow={percent(shares.share.value)}
      aria-valuemin={percent(tableShares.most)}
      aria-valuemax={percent(tableShares.least)}
      aria-valuetext={`${percent(shares.share.value)} %`}
      title="Drag to share the room; a double click puts it back"
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) shares.choose(shareAt(event))
      }}
      onLostPointerCapture={shares.keep}
      onDblClick={shares.reset}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const to = shareAfter(event.key, shares)
        if (to === undefined) return
        event.preventDefault()
        shares.choose(to)
        shares.keep()
      }}
    />
  )
}

/** The share with which the line is under the pointer; the table's lower end stays where it is. */
function shareAt({ currentTarget, clientY }: TargetedPointerEvent<HTMLElement>): number {
  const table = currentTarget.parentElement?.getBoundingClientRect()
  const room = currentTarget.closest('main')?.getBoundingClientRect()
  if (table === undefined || room === undefined) return tableShares.usual
  return (table.bottom - clientY) / (table.bottom - room.top)
}

/** Where a key leads; undefined for keys that lead nowhere. */
function shareAfter(key: string, { share }: TableShare): number | undefined {
  const now = share.peek()
  const places: Readonly<Record<string, number>> = {
    ArrowUp: now + step,
    ArrowDown: now - step,
    Home: tableShares.most,
    End: tableShares.least,
  }
  return Object.hasOwn(places, key) ? places[key] : undefined
}
