import { pictureThemes } from '../display/palette.ts'
import type { Scheme } from '../display/palette.ts'
import { createScene } from '../scene/scene.ts'
import type { Scene, SceneEvents } from '../scene/scene.ts'

/** A scene in an element that stands where the picture will be, so that it has its size already. */
export interface ReadyScene {
  readonly element: HTMLElement
  readonly scene: Scene
  /** Who is told what the reader does in it. */
  readonly listen: (events: SceneEvents) => void
  readonly dispose: () => void
}

/**
 * Makes a scene before there is a graph or a page around it, because a scene takes long to set up:
 * better while the dataset is under way. Ask `webglAvailable` first.
 */
export function readyScene(scheme: Scheme): ReadyScene {
  const element = document.createElement('div')
  element.className = 'scene-canvases'
  // What it shows is told by the frame around it and by the cards.
  element.ariaHidden = 'true'
  document.body.append(element)
  let listener: SceneEvents | undefined
  const scene = createScene(element, pictureThemes[scheme], {
    selectNode: (id) => listener?.selectNode(id),
    selectEdge: (id) => listener?.selectEdge(id),
    selectNothing: () => listener?.selectNothing(),
    openNode: (id) => listener?.openNode(id),
    openMenu: (of, at) => listener?.openMenu?.(of, at),
    moveNode: (id, point) => listener?.moveNode(id, point),
    cameraSettled: (camera, byReader) => listener?.cameraSettled(camera, byReader),
    linesPainted: (share) => listener?.linesPainted?.(share),
    seenFromAfar: (far) => listener?.seenFromAfar?.(far),
    contextChanged: (state) => listener?.contextChanged?.(state),
  })
  return {
    element,
    scene,
    listen: (events) => void (listener = events),
    dispose: () => {
      scene.dispose()
      element.remove()
    },
  }
}
