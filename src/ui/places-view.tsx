import type { JSX, TargetedKeyboardEvent } from 'preact'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { Desk } from '../app/desk.ts'
import { createPlaces } from '../app/places.ts'
import type { Places } from '../app/places.ts'
import type { Session } from '../app/session.ts'
import { land } from '../app/world-map.ts'
import { counted } from '../display/counted.ts'
import { mapLabels } from '../display/map-labels.ts'
import { marksOnScreen } from '../display/map-picture.ts'
import { isInSight, onScreen, panned, zoomed } from '../display/world-map.ts'
import { LandPath, MapLines, MapMarks, drawnBeyond } from './map-marks.tsx'
import { mapGestures } from './map-gestures.ts'
import { StackedNodes } from './stacked-nodes.tsx'
import { UnplacedNodes } from './unplaced-nodes.tsx'
import { ZoomControls } from './zoom-controls.tsx'
import './places.css'

/** The graph on a map of the world: every node that has a place, and a list of those without. */
export function PlacesView({ desk }: { readonly desk: Desk }): JSX.Element {
  const { session } = desk
  const places = useMemo(() => createPlaces(desk), [desk])
  const frame = useRef<HTMLDivElement>(null)
  const gestures = useMemo(() => mapGestures(places), [places])
  land.load()
  useLayoutEffect(() => {
    const { current } = frame
    if (current === null) return undefined
    const observer = new ResizeObserver(() => {
      places.size.value = { width: current.clientWidth, height: current.clientHeight }
    })
    observer.observe(current)
    // Preact's own listener would be passive, and the page would scroll.
    current.addEventListener('wheel', gestures.onWheel, { passive: false })
    return () => {
      observer.disconnect()
      current.removeEventListener('wheel', gestures.onWheel)
      places.end()
    }
  }, [places, gestures])
  const { notDrawn } = places.lines.value
  return (
    <div class="places-view">
      <div
        class="map"
        ref={frame}
        role="group"
        aria-label="Map"
        onKeyDown={(event) => onKey(event, places)}
        onPointerDown={gestures.onPointerDown}
        onPointerMove={gestures.onPointerMove}
        onPointerUp={gestures.onPointerUp}
        onPointerCancel={gestures.onPointerUp}
      >
        <MapDrawing places={places} session={session} />
      </div>
      <ZoomControls onZoom={(factor) => zoom(places, factor)} onFit={places.fit} />
      <div class="map-notes">
        <UnplacedNodes places={places} session={session} />
        <StackedNodes places={places} session={session} />
        {notDrawn > 0 && (
          <p>
            {counted(notDrawn, 'line is', 'lines are')} not drawn: select a node to see its own.
          </p>
        )}
      </div>
    </div>
  )
}

interface DrawingProps {
  readonly places: Places
  readonly session: Session
}

/** What is drawn goes along with the camera, and is drawn anew when that rests or has gone far. */
function MapDrawing({ places, session }: DrawingProps): JSX.Element | null {
  const size = places.size.value
  if (size.width === 0) return null
  const { x, y } = onScreen(places.drawnFrom.value, places.camera.value, size)
  const by = `translate(${x - size.width / 2} ${y - size.height / 2})`
  return (
    <svg width={size.width} height={size.height}>
      <g transform={by}>
        <Drawn places={places} session={session} />
      </g>
    </svg>
  )
}

/** Asks for the camera only where it draws from, so that a movement has nothing made anew. */
function Drawn({ places, session }: DrawingProps): JSX.Element {
  const size = places.size.value
  const camera = places.drawnFrom.value
  const marks = marksOnScreen(places.marks.value, places.offsets.value, camera, size)
  const inSight = marks.filter((mark) => isInSight(mark, size, drawnBeyond))
  const selection = session.selection.value
  const selected = selection.type === 'node' ? selection.id : undefined
  return (
    <>
      <LandPath camera={camera} size={size} />
      <MapLines
        lines={places.lines.value.lines}
        isSelected={places.isSelected.value}
        {...{ marks, session, size }}
      />
      <MapMarks
        marks={marks}
        labels={mapLabels(inSight, places.widthOf, selected, size)}
        places={places}
        session={session}
      />
    </>
  )
}

function zoom(places: Places, factor: number): void {
  places.move((camera) => zoomed(camera, factor))
}

const step = 60

function onKey(event: TargetedKeyboardEvent<HTMLElement>, places: Places): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const pan = (x: number, y: number) => () => places.move((camera) => panned(camera, { x, y }))
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom(places, 1.5),
    '=': () => zoom(places, 1.5),
    '-': () => zoom(places, 1 / 1.5),
    '0': places.fit,
    ...(event.shiftKey && {
      ArrowLeft: pan(step, 0),
      ArrowRight: pan(-step, 0),
      ArrowUp: pan(0, step),
      ArrowDown: pan(0, -step),
    }),
  }
  const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
  if (act === undefined) return
  event.preventDefault()
  act()
}
