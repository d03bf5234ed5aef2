import type { Picture, PictureTheme } from '../display/picture.ts'
import { sameExtent, type Extent } from '../layout/extent.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Layout, Point } from '../model/knowledge.ts'
import { allAtOnce, paced } from '../model/steps.ts'
import { createAttention, type Attention } from './attention.ts'
import { createCameraman, type Cameraman, type Motion } from './cameraman.ts'
import type { Emphasis, Hover } from './emphasis.ts'
import { createKeys, type Keys } from './keys.ts'
import { fullDetail } from './level-of-detail.ts'
import { pictureGraph, type PictureGraph } from './picture-graph.ts'
import type { SceneNodes } from './scene-nodes.ts'
import type { PointerEvents } from './pointer.ts'
import type { ContextState } from './recovery.ts'
import { createStage, type Stage } from './stage.ts'
import { framedBox, frameBox, type Camera, type Padding } from './viewpoint.ts'
import type { World } from './world.ts'

/** What the reader does in the scene. */
export interface SceneEvents {
  selectNode(id: EntityId): void
  selectEdge(id: StatementId): void
  selectNothing(): void
  /** A double click. */
  openNode(id: EntityId): void
  /** A drag has ended. The scene shows the node there already. */
  moveNode(id: EntityId, point: Point): void
  /** The camera has come to rest; `byReader` where a pointer or `zoomBy` moved it. */
  cameraSettled(camera: Camera, byReader: boolean): void
  /** The pointer has come over something, or has left it. */
  hover?(at: Hover): void
  /** From here on this share of the lines is painted, from 0 to 1. */
  linesPainted?(share: number): void
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
  /** Moves nodes without replacing the picture, with another frame where the layout has grown. */
  positions(layout: Layout, frame?: Extent): void
  /** Where the camera stands, or will when it has arrived. */
  destination(): Camera
  moveTo(camera: Camera, motion: Motion): void
  /** Shows the whole frame, or these nodes alone, in the uncovered part of the window. */
  fit(motion: Motion, ids?: Iterable<EntityId>): void
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
  const keys = createKeys<EntityId>()
  const frame = { left: 0, bottom: 0, right: 1, top: 1 }
  const world: World = {
    ...allAtOnce(pictureGraph({ nodes: [], edges: [] }, keys, frame)),
    frame,
    guides: [],
    palette: { theme, layered: false, fading: false, detail: fullDetail, crowding: 1 },
  }
  const cameraman = createCameraman(events.cameraSettled)
  const attention = createAttention(world, keys, {
    changed: (nodes) => stage.repaint(nodes),
    hovered: (at) => events.hover?.(at),
  })
  const stage: Stage = createStage({
    container,
    world,
    focus: attention.focus,
    pointer: pointerEvents(world, keys, events, attention, {
      taken: cameraman.taken,
      moved: (key) => stage.moved([key]),
    }),
    contextChanged: (state) => events.contextChanged?.(state),
    linesPainted: (share) => events.linesPainted?.(share),
    renewed: cameraman.follow,
  })
  return sceneOn(stage, { world, keys, attention, cameraman })
}

interface Prepared {
  readonly picture: Picture
  readonly frame: Extent
  readonly made: PictureGraph
}

interface Parts {
  readonly world: World
  readonly keys: Keys<EntityId>
  readonly attention: Attention
  readonly cameraman: Cameraman
}

function sceneOn(stage: Stage, { world, keys, attention, cameraman }: Parts): Scene {
  const placesOf = (ids: Iterable<EntityId>): readonly Point[] =>
    [...ids].map((id) => placeOf(world.nodes, keys, id)).filter((point) => point !== undefined)
  let prepared: Prepared | undefined
  return {
    async prepare(picture, frame, pace) {
      prepared = { picture, frame, made: await paced(pictureGraph(picture, keys, frame), pace) }
    },
    show(picture, frame) {
      const made =
        prepared?.picture === picture && sameExtent(prepared.frame, frame)
          ? prepared.made
          : allAtOnce(pictureGraph(picture, keys, frame))
      prepared = undefined
      Object.assign(world, made)
      world.palette.crowding = picture.crowding ?? 1
      world.frame = frame
      world.guides = picture.guides ?? []
      attention.refocus()
      stage.show()
    },
    theme(theme) {
      world.palette.theme = theme
      stage.repaint(world.nodes.nodes())
    },
    emphasise: attention.emphasise,
    positions(layout, frame) {
      world.nodes.forEachNode((_key, node) => {
        const point = layout.get(node.picture.id)
        if (point === undefined || !Number.isFinite(point.x + point.y)) return
        node.x = point.x
        node.y = point.y
      })
      world.frame = frame ?? world.frame
      if (frame === undefined) stage.moved()
      else stage.reframe()
    },
    destination: cameraman.destination,
    moveTo: (camera, motion) => cameraman.moveTo(camera, motion),
    fit(motion, ids) {
      const points = ids === undefined ? [] : placesOf(ids)
      const { frame } = world
      cameraman.fit(points.length === 0 ? frameBox(frame) : framedBox(points, frame), motion)
    },
    zoomBy: cameraman.zoomBy,
    reveal(ids, motion) {
      const points = placesOf(ids)
      return points.length > 0 && cameraman.reveal(framedBox(points, world.frame), motion)
    },
    cover: cameraman.cover,
    whereIs(id) {
      const place = placeOf(world.nodes, keys, id)
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
  readonly moved: (key: string) => void
}

/** What the pointer does by key, as events about entities and statements. */
function pointerEvents(
  world: World,
  keys: Keys<EntityId>,
  events: SceneEvents,
  attention: Attention,
  { taken, moved }: PointerEffects,
): PointerEvents {
  const withNode = (key: string, tell: (id: EntityId) => void): void => {
    const id = keys.idOf(key)
    if (id !== undefined) tell(id)
  }
  return {
    clickNode: (key) => withNode(key, events.selectNode),
    clickEdge: (place) => events.selectEdge(world.edges.at(place).id),
    clickNothing: events.selectNothing,
    doubleClickNode: (key) => withNode(key, events.openNode),
    hoverNode: attention.hoverNode,
    hoverEdge: attention.hoverEdge,
    dragNode(key, { x, y }) {
      if (!world.nodes.hasNode(key)) return
      Object.assign(world.nodes.getNodeAttributes(key), { x, y })
      moved(key)
    },
    dropNode: (key, point) => withNode(key, (id) => events.moveNode(id, point)),
    touchCamera: taken,
  }
}

function placeOf(nodes: SceneNodes, keys: Keys<EntityId>, id: EntityId): Point | undefined {
  const key = keys.known(id)
  return key === undefined || !nodes.hasNode(key) ? undefined : nodes.getNodeAttributes(key)
}
