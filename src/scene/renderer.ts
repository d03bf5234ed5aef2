import Sigma from 'sigma'
import { nodeLook, type Focus } from './emphasis.ts'
import { createNodeProgram, EmptyProgram } from './node-program.ts'
import type { SceneNode } from './scene-nodes.ts'
import type { World } from './world.ts'
import { mostZoomedOut } from './zoom-limits.ts'

/** Sigma with the scene's nodes; their edges are painted beside it, on its canvas for them. */
export type Renderer = Sigma<SceneNode>

/** Sigma with our programs and none of its own labels, hover boxes or rotation. */
export function createRenderer(
  { nodes, palette }: World,
  container: HTMLElement,
  focus: () => Focus,
  calm: boolean,
): Renderer {
  return new SizedSigma(nodes.forSigma(), container, {
    ...motion(calm),
    allowInvalidContainer: true,
    autoRescale: true,
    defaultDrawNodeHover: () => {},
    defaultNodeType: 'node',
    doubleClickZoomingRatio: 1.8,
    // Sigma would compile its own programs beside ours.
    edgeProgramClasses: { arrow: EmptyProgram, line: EmptyProgram },
    enableCameraRotation: false,
    maxCameraRatio: mostZoomedOut,
    nodeHoverProgramClasses: { circle: EmptyProgram, node: EmptyProgram },
    nodeProgramClasses: { circle: EmptyProgram, node: createNodeProgram(palette) },
    nodeReducer: (key, node) => nodeLook(key, node, focus(), palette.theme),
    renderEdgeLabels: false,
    renderLabels: false,
    stagePadding: 40,
    zoomToSizeRatioFunction: (ratio) => shrinking(ratio, palette.crowding) / sizeFactor(container),
    zoomingRatio: 1.45,
  })
}

/**
 * Sigma whose canvases have their size before they have a context. To resize a WebGL canvas is to
 * wait for the graphics process, and sigma does so once for the width and once for the height.
 */
class SizedSigma extends Sigma<SceneNode> {
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
