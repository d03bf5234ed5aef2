import { computed, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import { fitMarks } from '../display/map-fit.ts'
import { mapPictureOf, spread } from '../display/map-picture.ts'
import type { MapMark, MapPicture } from '../display/map-picture.ts'
import { levelOf, linesAmong, marksAt } from '../display/map-stacks.ts'
import type { PictureNode } from '../display/picture.ts'
import { placingOf } from '../display/placement.ts'
import type { Placing } from '../display/placement.ts'
import { sentenceText } from '../display/sentence.ts'
import { project } from '../display/world-map.ts'
import type { Size } from '../display/world-map.ts'
import type { MapCamera } from '../view/view.ts'
import { nameOf } from '../display/appearance.ts'
import type { Doubt } from '../model/coordinate-names.ts'
import type { EntityId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import { measureText } from '../save/measure-text.ts'
import { broughtOut, selectedStatements } from './brought-out.ts'
import type { IsSelected, Selecting } from './brought-out.ts'
import { mapMotion } from './map-motion.ts'
import type { MapMotion } from './map-motion.ts'

/** The graph on the map of the world: what is where, and what is seen of it. */
export interface Places {
  readonly placing: Placing
  readonly picture: ReadonlySignal<MapPicture>
  readonly marks: ReadonlySignal<readonly MapMark[]>
  readonly lines: ReadonlySignal<ReturnType<typeof linesAmong>>
  /** Which of the lines are of what is selected. */
  readonly isSelected: ReadonlySignal<IsSelected>
  /** The nodes of the path or connection that is selected. */
  readonly brought: ReadonlySignal<ReadonlySet<EntityId>>
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
export function createPlaces(selecting: Selecting): Places {
  const { session } = selecting
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
  const [isSelected, brought] = [selectedStatements(selecting), broughtOut(selecting)]
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
    isSelected,
    brought: computed(() => new Set(brought.value?.nodes)),
    lines: computed(() => {
      const selects = isSelected.value
      return linesAmong(picture.value.edges, marks.value, ({ id, source, target }) =>
        selects(id, source, target),
      )
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
