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
  const renderer = new SizedSigma(placeholder(), container, {
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
  // Sigma would read back a pixel at every move of the pointer, and so wait for all drawing.
  return Object.assign(renderer, { getNodeAtPosition: () => null })
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

/**
 * Sigma whose canvases have their size before they have a context. To resize a WebGL canvas is to
 * wait for the graphics process, and sigma does so once for the width and once for the height.
 */
class SizedSigma extends Sigma {
  override createCanvas(...args: Parameters<Sigma['createCanvas']>): HTMLCanvasElement {
    const canvas = super.createCanvas(...args)
    const { offsetWidth, offsetHeight } = this.getContainer()
    canvas.width = Math.max(1, offsetWidth) * window.devicePixelRatio
    canvas.height = Math.max(1, offsetHeight) * window.devicePixelRatio
    return canvas
  }
}

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
  // Crowded ones grow with the distances between them until they are as large as others.
  return ratio < 1 ? Math.max(ratio, crowding * usual) : usual
}

/** Nodes are a little smaller in a small window, or the whole graph would be one blob on a phone. */
function sizeFactor({ offsetWidth, offsetHeight }: HTMLElement): number {
  return Math.min(1.1, Math.max(0.55, Math.sqrt(offsetWidth * offsetHeight) / 900))
}
