import Sigma from 'sigma'
import type { AbstractGraph } from 'graphology-types'
import type { World } from './world.ts'
import { mostZoomedOut } from './zoom-limits.ts'

/** Sigma as the scene uses it: camera, gestures and canvases, but nothing that it would paint. */
export type Renderer = Sigma

/** Sigma with neither nodes, edges, labels, hover boxes nor rotation of its own. */
export function createRenderer(
  { palette }: Pick<World, 'palette'>,
  container: HTMLElement,
  calm: boolean,
): Renderer {
  return new LeanSigma(placeholder(), container, {
    ...motion(calm),
    allowInvalidContainer: true,
    autoRescale: true,
    doubleClickZoomingRatio: 1.8,
    edgeProgramClasses: { arrow: EmptyProgram, line: EmptyProgram },
    enableCameraRotation: false,
    maxCameraRatio: mostZoomedOut,
    nodeHoverProgramClasses: { circle: EmptyProgram },
    nodeProgramClasses: { circle: EmptyProgram },
    renderEdgeLabels: false,
    renderLabels: false,
    stagePadding: 40,
    zoomToSizeRatioFunction: (ratio) => shrinking(ratio, palette.crowding) / sizeFactor(container),
    zoomingRatio: 1.45,
  })
}

/** Sigma compiles programs of its own unless it is given others: this one paints nothing. */
class EmptyProgram {
  drawLabel = undefined
  drawHover = undefined
  kill(): void {}
  reallocate(): void {}
  process(): void {}
  render(): void {}
}

/**
 * A graph of a single node, without which sigma would not even work out where its camera stands:
 * as much of graphology as sigma reads.
 */
function placeholder(): AbstractGraph {
  const nothing = (): void => {}
  const graph = {
    order: 1,
    size: 0,
    // What sigma looks for before it takes a graph for one.
    multi: true,
    addUndirectedEdgeWithKey: nothing,
    dropNode: nothing,
    nodes: () => ['0'],
    edges: () => [],
    hasNode: (key: unknown) => key === '0',
    getNodeAttributes: () => ({ x: 0, y: 0, size: 1 }),
    forEachNode: (visit: (key: string, node: object) => void) => visit('0', { x: 0, y: 0 }),
    forEachEdge: nothing,
    on: nothing,
    removeListener: nothing,
  }
  return graph as unknown as AbstractGraph
}

/** Of sigma's canvases: one for the picture, one for what is brought out, words, and the pointer. */
const wanted: ReadonlySet<string> = new Set(['nodes', 'hoverNodes', 'labels', 'mouse'])

/**
 * Sigma without the canvases that nothing is painted on: each would be cleared, sent to the screen
 * and laid over the others in every frame.
 */
class LeanSigma extends Sigma {
  override createCanvasContext(...[id, options]: Parameters<Sigma['createCanvasContext']>): this {
    return wanted.has(id) ? super.createCanvasContext(id, options) : this
  }

  override createWebGLContext(id: string): WebGLRenderingContext {
    // Sigma hands what it gets to programs that paint nothing, and nothing is picked by colours.
    return wanted.has(id) ? super.createWebGLContext(id) : (undefined as never)
  }

  /**
   * With its size before it has a context. To resize a WebGL canvas is to wait for the graphics
   * process, and sigma does so once for the width and once for the height.
   */
  override createCanvas(...args: Parameters<Sigma['createCanvas']>): HTMLCanvasElement {
    const canvas = super.createCanvas(...args)
    const { offsetWidth, offsetHeight } = this.getContainer()
    canvas.width = Math.max(1, offsetWidth) * window.devicePixelRatio
    canvas.height = Math.max(1, offsetHeight) * window.devicePixelRatio
    return canvas
  }

  /** Whoever paints on a canvas clears it. */
  override clear(): this {
    return this
  }
}

Object.assign(LeanSigma.prototype, {
  // Sigma would read back a pixel at every move of the pointer, and so wait for all drawing.
  getNodeAtPosition: () => null,
  // It would clear canvases that are not there, or not its own.
  renderHighlightedNodes: () => {},
})

/** Sigma's own motions: none but the necessary where the reader wants things calm. */
export function motion(calm: boolean): {
  readonly zoomDuration: number
  readonly inertiaDuration: number
  readonly inertiaRatio: number
  readonly doubleClickZoomingDuration: number
} {
  return {
    zoomDuration: calm ? 1 : 180,
    inertiaDuration: calm ? 1 : 220,
    inertiaRatio: calm ? 0 : 2,
    doubleClickZoomingDuration: calm ? 1 : 220,
  }
}

/** By how much nodes are smaller than in the picture when the camera stands at the ratio. */
export function shrinking(ratio: number, crowding: number): number {
  // Gentler than sigma's square root: deep in, nodes leave room for their labels.
  const usual = ratio ** 0.38
  // Crowded ones grow more slowly than the distances between them until they are as large as others,
  // so that lines come to sight among them.
  return ratio < 1 ? Math.max(ratio ** 0.7, crowding * usual) : usual
}

/** Nodes are a little smaller in a small window, or the whole graph would be one blob on a phone. */
function sizeFactor({ offsetWidth, offsetHeight }: HTMLElement): number {
  return Math.min(1.1, Math.max(0.55, Math.sqrt(offsetWidth * offsetHeight) / 900))
}
