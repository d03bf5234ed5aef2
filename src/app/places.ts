import { computed, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import { fitMarks } from '../display/map-fit.ts'
import { mapPictureOf, spread } from '../display/map-picture.ts'
import type { MapMark, MapPicture } from '../display/map-picture.ts'
import { levelOf, linesAmong, marksAt } from '../display/map-stacks.ts'
import type { PictureEdge, PictureNode } from '../display/picture.ts'
import { placingOf } from '../display/placement.ts'
import type { Placing } from '../display/placement.ts'
import { sentenceText } from '../display/sentence.ts'
import { project } from '../display/world-map.ts'
import type { Size } from '../display/world-map.ts'
import type { MapCamera, Selection } from '../view/view.ts'
import { nameOf } from '../display/appearance.ts'
import type { Doubt } from '../model/coordinate-names.ts'
import type { EntityId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import { measureText } from '../save/measure-text.ts'
import { mapMotion } from './map-motion.ts'
import type { MapMotion } from './map-motion.ts'
import type { Session } from './session.ts'

/** The graph on the map of the world: what is where, and what is seen of it. */
export interface Places {
  readonly placing: Placing
  readonly picture: ReadonlySignal<MapPicture>
  readonly marks: ReadonlySignal<readonly MapMark[]>
  readonly lines: ReadonlySignal<ReturnType<typeof linesAmong>>
  /** The mark whose nodes are listed, as it was when it was opened. */
  readonly opened: Signal<MapMark | undefined>
  readonly size: Signal<Size>
  /** How far beside its spot each mark is drawn, in CSS pixels. */
  readonly offsets: ReadonlySignal<readonly Point[]>
  /** Has every place in sight until the reader moves it. */
  readonly camera: ReadonlySignal<MapCamera>
  readonly drawnFrom: MapMotion['drawnFrom']
  readonly move: MapMotion['move']
  readonly fit: () => void
  /** To be called when the map is shown no more. */
  readonly end: () => void
  /** Visible nodes that are not on the map, by what is known of their place; no empty groups. */
  readonly unplaced: ReadonlySignal<readonly UnplacedGroup[]>
  /** The statements by which a node is where it is; undefined for its own coordinates. */
  readonly throughOf: (id: EntityId) => string | undefined
  /** In CSS pixels. */
  readonly widthOf: (label: string, bold: boolean) => number
}

export interface UnplacedGroup {
  readonly title: string
  readonly nodes: readonly PictureNode[]
}

/** The map that follows the picture of the session. */
export function createPlaces(session: Session): Places {
  const placing = computed(() => placingOf(session.content))
  const picture = computed(() => mapPictureOf(session.picture.value, placing.value))
  const size = signal<Size>({ width: 0, height: 0 })
  // All that can be placed, whatever is hidden: a filter does not move the map.
  const spots = computed(() =>
    [...placing.value.placed.values()]
      .toSorted((a, b) => a.through.length - b.through.length)
      .map(({ place }) => project(place)),
  )
  const motion = mapMotion(
    session,
    computed(() => fitMarks(spots.value, size.value)),
  )
  const { camera } = motion
  const scale = computed(() => camera.value.scale)
  const level = computed(() => levelOf(scale.value))
  const marks = computed(() => {
    const { value: chosen } = session.selection
    const kept = chosen.type === 'node' ? chosen.id : undefined
    return marksAt(picture.value, level.value, kept)
  })
  const measure = measureText()
  const titleOf = (id: EntityId): string => {
    const { several, inArea, doubtful } = placing.value
    if (several.has(id)) return 'In several places'
    const doubt = doubtful.get(id)
    if (doubt !== undefined) return doubts[doubt]
    const area = inArea.get(id)
    const entity = area === undefined ? undefined : session.content.entities.get(area)
    return entity === undefined ? 'No place is known' : `Somewhere in ${nameOf(entity)}`
  }
  return {
    get placing() {
      return placing.value
    },
    picture,
    size,
    camera,
    drawnFrom: motion.drawnFrom,
    marks,
    offsets: computed(() => spread(marks.value, scale.value)),
    lines: computed(() => {
      const isSelected = selects(session.selection.value)
      return linesAmong(picture.value.edges, marks.value, isSelected)
    }),
    opened: signal(undefined),
    move: motion.move,
    fit: motion.fit,
    end: motion.end,
    unplaced: computed(() => {
      const groups = new Map<string, PictureNode[]>()
      for (const node of picture.value.unplaced) {
        const title = titleOf(node.id)
        const group = groups.get(title)
        if (group === undefined) groups.set(title, [node])
        else group.push(node)
      }
      return [...groups]
        .map(([title, nodes]) => ({ title, nodes }))
        .toSorted((a, b) => a.nodes.length - b.nodes.length)
    }),
    throughOf: (id) => {
      const { content } = session
      const through = placing.value.placed.get(id)?.through ?? []
      const texts = through.flatMap((each) => {
        const statement = content.statements.get(each)
        return statement === undefined ? [] : [sentenceText(content, statement)]
      })
      return texts.length === 0 ? undefined : texts.join('; ')
    },
    // The measure knows no bold letters, which are wider by less than a tenth.
    widthOf: (label, bold) => measure(label, 13) * (bold ? 1.1 : 1),
  }
}

const doubts: Readonly<Record<Doubt, string>> = {
  outside: 'Coordinates that are not on the globe',
  zero: 'Coordinates 0, 0, which mostly stand for none',
}

/** Whether an edge is selected, or one of its ends. */
function selects(selection: Selection): (edge: PictureEdge) => boolean {
  if (selection.type === 'edge') return ({ id }) => id === selection.id
  if (selection.type !== 'node') return () => false
  return ({ source, target }) => source === selection.id || target === selection.id
}
