import type { Picture, PictureTheme } from '../display/picture.ts'
import type { Extent } from '../layout/extent.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Layout, Point } from '../model/knowledge.ts'
import { allAtOnce } from '../model/steps.ts'
import { createAttention, type Attention } from './attention.ts'
import { createContents } from './contents.ts'
import { createCameraman, type Cameraman, type Motion } from './cameraman.ts'
import type { Emphasis, Hover } from './emphasis.ts'
import { fullDetail } from './level-of-detail.ts'
import { nodeStrips } from './node-strips.ts'
import { sceneContent } from './scene-content.ts'
import type { SceneNodes } from './scene-nodes.ts'
import type { PointerEvents } from './pointer.ts'
import type { ContextState } from './recovery.ts'
import { createStage, type Stage } from './stage.ts'
import { cornersOf, framedBox, type Camera, type Padding } from './viewpoint.ts'
import type { RegionName, World } from './world.ts'

/** What the reader does in the scene. */
export interface SceneEvents {
  selectNode(id: EntityId): void
  selectEdge(id: StatementId): void
  selectNothing(): void
  /** A double click. */
  openNode(id: EntityId): void
  /** A menu is asked for; `at` is in CSS pixels of the container. */
  openMenu?(of: Hover, at: Point): void
  /** A drag has ended. The scene shows the node there already. */
  moveNode(id: EntityId, point: Point): void
  /** The camera has come to rest; `byReader` where a pointer or `zoomBy` moved it. */
  cameraSettled(camera: Camera, byReader: boolean): void
  /** The pointer has come over something, or has left it. */
  hover?(at: Hover): void
  /** From here on this share of the lines is painted, from 0 to 1. */
  linesPainted?(share: number): void
  /** The camera rests where names of regions are drawn, or where it is too near for them. */
  seenFromAfar?(far: boolean): void
  /** The browser has dropped the picture; the scene sets itself up again, has done so, or cannot. */
  contextChanged?(state: ContextState): void
}

/** The WebGL picture of a graph. */
export interface Scene {
  /** Does ahead, with `pace` awaited between its pieces, what `show` will need of a large picture. */
  prepare(picture: Picture, frame: Extent, pace: () => Promise<void>): Promise<void>
  /** Replaces the picture. The camera's coordinates refer to `frame`: the full layout's extent. */
  show(picture: Picture, frame: Extent): void
  theme(theme: PictureTheme): void
  emphasise(emphasis: Emphasis): void
  /** Words for parts of the picture, which stand there while most of it is in sight. */
  nameRegions(names: readonly RegionName[]): void
  /** Moves nodes without replacing the picture, with another frame where the layout has grown. */
  positions(layout: Layout, frame?: Extent): void
  /** Where the camera stands, or will when it has arrived. */
  destination(): Camera
  moveTo(camera: Camera, motion: Motion): void
  /**
   * Shows the whole frame, or these nodes alone, in the uncovered part of the window, and what
   * stands `beside` that.
   */
  fit(motion: Motion, ids?: Iterable<EntityId>, beside?: Iterable<EntityId>): void
  /** Above 1 zooms in. */
  zoomBy(factor: number, motion: Motion): void
  /**
   * Moves the camera as little as needed to see these nodes clear of what covers the window; false
   * where it stays.
   */
  reveal(ids: Iterable<EntityId>, motion: Motion): boolean
  /** What panels cover of the container; `fit` and `reveal` keep clear of it. */
  cover(padding: Padding): void
  /** Where the node is in the container, in CSS pixels. */
  whereIs(id: EntityId): Point | undefined
  /** Only for changes of size that the scene cannot see itself. */
  resize(): void
  dispose(): void
}

/**
 * Creates the scene in `container`, which must be positioned and have a size of its own. Throws
 * without WebGL 2: ask `webglAvailable` first.
 */
export function createScene(
  container: HTMLElement,
  theme: PictureTheme,
  events: SceneEvents,
): Scene {
  const frame = { left: 0, bottom: 0, right: 1, top: 1 }
  const world: World = {
    ...allAtOnce(sceneContent({ nodes: [], edges: [] }, frame, theme.background)),
    frame,
    guides: [],
    regions: [],
    palette: { theme, detail: fullDetail, crowding: 1 },
  }
  const cameraman = createCameraman(events.cameraSettled)
  const attention = createAttention(world, {
    changed: () => stage.refocus(),
    hovered: (at) => events.hover?.(at),
  })
  const stage: Stage = createStage({
    container,
    world,
    focus: attention.focus,
    pointer: pointerEvents(world, events, attention, {
      taken: cameraman.taken,
      moved: (rank) => stage.moved([rank]),
    }),
    contextChanged: (state) => events.contextChanged?.(state),
    linesPainted: (share) => events.linesPainted?.(share),
    seenFromAfar: (far) => events.seenFromAfar?.(far),
    renewed: cameraman.follow,
  })
  return sceneOn(stage, { world, attention, cameraman })
}

interface Parts {
  readonly world: World
  readonly attention: Attention
  readonly cameraman: Cameraman
}

function sceneOn(stage: Stage, { world, attention, cameraman }: Parts): Scene {
  const placesOf = (ids: Iterable<EntityId>): readonly Point[] =>
    [...ids].map((id) => placeOf(world.nodes, id)).filter((point) => point !== undefined)
  const contents = createContents(world)
  return {
    prepare: contents.prepare,
    show(picture, frame) {
      Object.assign(world, contents.next(picture, frame))
      world.palette.crowding = picture.crowding ?? 1
      world.frame = frame
      world.guides = picture.guides ?? []
      attention.refocus()
      stage.show()
    },
    theme(theme) {
      if (theme === world.palette.theme) return
      world.palette.theme = theme
      contents.forget()
      world.nodeStrips = allAtOnce(nodeStrips(world.nodes, world.frame, theme.background))
      stage.show()
    },
    emphasise: attention.emphasise,
    nameRegions(names) {
      if (names.length + world.regions.length === 0) return
      world.regions = names
      stage.refocus()
    },
    positions(layout, frame) {
      contents.forget()
      for (const [rank, { id }] of world.nodes.pictures.entries()) {
        const point = layout.get(id)
        if (point !== undefined && Number.isFinite(point.x + point.y)) world.nodes.move(rank, point)
      }
      world.frame = frame ?? world.frame
      stage.moved()
    },
    destination: cameraman.destination,
    moveTo: (camera, motion) => cameraman.moveTo(camera, motion),
    fit(motion, ids = [], beside = []) {
      const points = placesOf(ids)
      const { frame } = world
      const whole = points.length === 0 ? cornersOf(frame) : points
      cameraman.fit(framedBox([...whole, ...placesOf(beside)], frame), motion)
    },
    zoomBy: cameraman.zoomBy,
    reveal(ids, motion) {
      const points = placesOf(ids)
      return points.length > 0 && cameraman.reveal(framedBox(points, world.frame), motion)
    },
    cover: cameraman.cover,
    whereIs(id) {
      const place = placeOf(world.nodes, id)
      return place === undefined ? undefined : stage.renderer().graphToViewport(place)
    },
    resize: stage.resize,
    dispose() {
      attention.dispose()
      cameraman.dispose()
      stage.dispose()
    },
  }
}

interface PointerEffects {
  readonly taken: (held: boolean) => void
  readonly moved: (rank: number) => void
}

/** What the pointer does, as events. */
function pointerEvents(
  world: World,
  events: SceneEvents,
  attention: Attention,
  { taken, moved }: PointerEffects,
): PointerEvents {
  return {
    clickNode: events.selectNode,
    clickEdge: events.selectEdge,
    clickNothing: events.selectNothing,
    doubleClickNode: events.openNode,
    openMenu: (of, at) => events.openMenu?.(of, at),
    hover: attention.hover,
    dragNode(id, point) {
      const rank = world.nodes.rankOf(id)
      if (rank === undefined) return
      world.nodes.move(rank, point)
      moved(rank)
    },
    dropNode: events.moveNode,
    touchCamera: taken,
  }
}

function placeOf(nodes: SceneNodes, id: EntityId): Point | undefined {
  const rank = nodes.rankOf(id)
  return rank === undefined ? undefined : nodes.place(rank)
}
