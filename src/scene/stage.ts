import type { Point } from '../model/knowledge.ts'
import { cameraStillness } from './camera-stillness.ts'
import { edgeNear } from './edge-hit.ts'
import type { Focus, Hover } from './emphasis.ts'
import { isFar } from './guides.ts'
import type { LabelFrame } from './label-frame.ts'
import { createLabelLayer, type LabelLayer } from './label-layer.ts'
import { createLayers, frontCanvas, type Layers } from './layers.ts'
import { detailAt, fullDetail } from './level-of-detail.ts'
import { listenToPointer, type PointerEvents } from './pointer.ts'
import { createRenderer, motion, type Renderer } from './renderer.ts'
import { nodeNear } from './node-hit.ts'
import { createRecovery, type ContextState } from './recovery.ts'
import { watchSize } from './watch-size.ts'
import type { World } from './world.ts'
import { mostZoomedIn } from './zoom-limits.ts'

/** Where sigma stands: it is set up here, told of changes, and replaced when its context is lost. */
export interface Stage {
  /** The current renderer; another one after a lost context. */
  renderer(): Renderer
  /** Takes over the world's nodes, edges and frame. */
  show(): void
  /** The nodes of these ranks, or all, stand elsewhere, or the frame is another. */
  moved(nodes?: readonly number[]): void
  /** What is brought out has changed. */
  refocus(): void
  resize(): void
  dispose(): void
}

/** What the stage needs from the scene. */
export interface StageOptions {
  readonly container: HTMLElement
  readonly world: World
  readonly focus: () => Focus
  readonly pointer: PointerEvents
  readonly contextChanged: (state: ContextState) => void
  readonly linesPainted: (share: number) => void
  /** Told whether the camera rests where names of regions are legible. */
  readonly seenFromAfar: (far: boolean) => void
  /** Called with each new renderer, the first one included. */
  readonly renewed: (renderer: Renderer) => void
}

/** Sets the stage in the container. Throws without WebGL 2. */
export function createStage(options: StageOptions): Stage {
  const { container, world } = options
  let { renderer, layers, labels, paintFront } = mount(options)
  let indexing: ReturnType<typeof setTimeout> | undefined
  const recovery = createRecovery(() => {
    const camera = renderer.getCamera().getState()
    unmount(renderer)
    ;({ renderer, layers, labels, paintFront } = mount(options))
    setFrame()
    renderer.getCamera().setState(camera)
    renderer.refresh()
    options.renewed(renderer)
    return renderer
  }, options.contextChanged)

  function setFrame(): void {
    const { left, right, bottom, top } = world.frame
    renderer.getCamera().minRatio = mostZoomedIn(world.nodes.count)
    renderer.setCustomBBox({ x: [left, right], y: [bottom, top] })
  }

  const whenWell =
    <Given extends readonly unknown[]>(act: (...given: Given) => void) =>
    (...given: Given): void => {
      if (recovery.isWell()) act(...given)
    }
  const stage: Stage = {
    renderer: () => renderer,
    show: whenWell(() => {
      setFrame()
      layers.renew()
      labels.renew()
      renderer.refresh()
      clearTimeout(indexing)
      indexing = setTimeout(() => void indexInPieces(world), afterStart)
    }),
    moved: whenWell((nodes?: readonly number[]) => {
      setFrame()
      layers.moved(nodes)
      labels.renew()
      renderer.refresh({ schedule: true })
    }),
    refocus: whenWell(() => {
      labels.renew()
      layers.refocus()
      paintFront()
    }),
    resize: whenWell(() => {
      renderer.resize(true)
      // Paints at once, for a canvas that has another size is empty.
      renderer.refresh({ partialGraph: {}, skipIndexation: true })
    }),
    dispose() {
      clearTimeout(indexing)
      stopListening()
      recovery.dispose()
      unmount(renderer)
    },
  }
  const stopListening = watchWindow(container, stage)
  setFrame()
  recovery.watch(renderer)
  options.renewed(renderer)
  return stage
}

interface Mounted {
  readonly renderer: Renderer
  readonly layers: Layers
  readonly labels: LabelLayer
  /** Paints what is brought out and the labels in the next frame, and nothing else. */
  readonly paintFront: () => void
}

function mount(options: StageOptions): Mounted {
  const { container, world, focus, pointer } = options
  // Sigma empties its container when it ends, so it gets one of its own.
  const host = document.createElement('div')
  host.style.cssText = 'position:absolute;inset:0'
  container.append(host)
  try {
    const renderer = createRenderer(world, host, isCalm().matches)
    const canvases = renderer.getCanvases()
    const layers = createLayers(canvases, world, focus)
    const labels = createLabelLayer(renderer, () => labelFrame(renderer, focus(), world))
    // Sigma has its names under what it brings out; ours lie over everything.
    if (canvases[frontCanvas] !== undefined) canvases.labels?.before(canvases[frontCanvas])
    keepSharp(renderer)
    keepDetail(renderer, options)
    let labelled = world.nodes
    let readying = setTimeout(() => {
      layers.getReady()
      readying = setTimeout(() => layers.rehearse(renderer.getRenderParams()), afterStart)
    }, afterStart)
    let frontFrame: number | undefined
    const paintFront = (): void => {
      frontFrame ??= requestAnimationFrame(() => {
        frontFrame = undefined
        layers.paintFront(renderer.getRenderParams())
        labels.draw()
      })
    }
    renderer.on('kill', () => {
      clearTimeout(readying)
      cancelAnimationFrame(frontFrame ?? 0)
    })
    renderer.on('afterRender', () => {
      cancelAnimationFrame(frontFrame ?? 0)
      frontFrame = undefined
      layers.paint(renderer.getRenderParams())
      if (labelled !== world.nodes) {
        // A new graph is painted at once; to lay out its labels too would make a long task. They
        // come alone in the next frame: to paint all of it twice is what takes longest.
        labelled = world.nodes
        labels.clear()
        paintFront()
      } else if (host.offsetWidth > 1 && host.offsetHeight > 1) labels.draw()
    })
    listenToPointer(
      renderer,
      {
        at: (point) => thingAt(renderer, world, point),
        placeOf: (id) => {
          const rank = world.nodes.rankOf(id)
          return rank === undefined ? undefined : world.nodes.place(rank)
        },
      },
      pointer,
    )
    return { renderer, layers, labels, paintFront }
  } catch (error) {
    host.remove()
    throw error
  }
}

/** Milliseconds after which a picture is there and at rest, or what was begun then is compiled. */
const afterStart = 1000

/** Ahead of the first node that is brought out, unless the picture is another before. */
async function indexInPieces(world: World): Promise<void> {
  const { edges } = world
  for (const _ of edges.index()) {
    await new Promise((resolve) => setTimeout(resolve))
    if (world.edges !== edges) return
  }
}

/** CSS pixels from an edge within which the pointer finds it: in a throng only close by. */
const reach = { fine: 6, coarse: 2 } as const

/** The node at a point of the screen, or else the edge. */
function thingAt(renderer: Renderer, world: World, point: Point): Hover {
  const { crowding, detail } = world.palette
  const origin = renderer.framedGraphToViewport({ x: 0, y: 0 })
  const sight = {
    origin,
    unit: renderer.framedGraphToViewport({ x: 1, y: 0 }).x - origin.x,
    sizeRatio: renderer.getRenderParams().sizeRatio,
  }
  const rank = nodeNear(world.nodes, world.nodeStrips, sight, crowding, point)
  if (rank !== undefined) return { node: world.nodes.at(rank).id }
  const near = { share: detail.share, reach: detail.fine ? reach.fine : reach.coarse }
  const place = edgeNear(world.edgeStrips, sight, near, point)
  return place === undefined ? {} : { edge: world.edges.at(place).id }
}

/** Not every browser tells of a new pixel ratio, and sigma looks at the size alone. */
function keepSharp(renderer: Renderer): void {
  let pixelRatio = window.devicePixelRatio
  renderer.on('beforeRender', () => {
    if (window.devicePixelRatio === pixelRatio) return
    pixelRatio = window.devicePixelRatio
    renderer.resize(true)
  })
}

/**
 * Before each frame, what is to be painted from where the camera stands. It is told of a new graph
 * at once, else when the camera rests, for nobody reads a number that changes in every frame.
 */
function keepDetail(renderer: Renderer, { world, linesPainted, seenFromAfar }: StageOptions): void {
  let told = world.palette.detail.share
  let seen = world.nodes
  let toldFar: boolean | undefined
  let about = world.ink
  const tell = (): void => {
    const { share } = world.palette.detail
    const far = isFar(renderer.getCamera().getState().ratio)
    if (share !== told) linesPainted(share)
    if (far !== toldFar) seenFromAfar(far)
    told = share
    toldFar = far
  }
  const stillness = cameraStillness(renderer, tell)
  renderer.on('beforeRender', () => {
    const { ink, frame, palette } = world
    const { ratio } = renderer.getCamera().getState()
    palette.detail =
      ink === undefined ? fullDetail : detailAt(ink, frame, renderer.getDimensions(), ratio)
    if (world.nodes !== seen) toldFar = undefined
    seen = world.nodes
    if (ink !== about) tell()
    else if (palette.detail.share !== told || isFar(ratio) !== toldFar) stillness.moved()
    about = ink
  })
}

function unmount(renderer: Renderer): void {
  const host = renderer.getContainer()
  renderer.kill()
  host.remove()
}

function labelFrame(
  renderer: Renderer,
  focus: Focus,
  { nodes, edges, guides, regions, palette }: World,
): LabelFrame {
  const { width, height, pixelRatio, zoomRatio } = renderer.getRenderParams()
  const { x, y } = renderer.getCustomBBox() ?? renderer.getBBox()
  const middle = { x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2 }
  const span = Math.max(x[1] - x[0], y[1] - y[0]) || 1
  const origin = renderer.graphToViewport(middle)
  // Asked for once: sigma works it out from the size of the page's elements.
  const radius = renderer.scaleSize(1)
  const scale = (renderer.graphToViewport({ x: middle.x + span, y: middle.y }).x - origin.x) / span
  return {
    width,
    height,
    pixelRatio,
    ratio: zoomRatio,
    scale,
    nodes,
    edges,
    guides,
    regions,
    focus,
    theme: palette.theme,
    screenPoint: ({ x: across, y: up }: Point): Point => ({
      x: origin.x + (across - middle.x) * scale,
      y: origin.y - (up - middle.y) * scale,
    }),
    screenRadius: ({ size }) => size * radius,
  }
}

function isCalm(): MediaQueryList {
  return matchMedia('(prefers-reduced-motion: reduce)')
}

function watchWindow(container: HTMLElement, stage: Stage): () => void {
  const controller = new AbortController()
  const { signal } = controller
  const query = isCalm()
  query.addEventListener(
    'change',
    () => {
      stage.renderer().setSettings(motion(query.matches))
    },
    { signal },
  )
  const stopSize = watchSize(container, stage.resize)
  return () => {
    stopSize()
    controller.abort()
  }
}
