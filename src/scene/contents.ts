import type { Picture } from '../display/picture.ts'
import { sameExtent, type Extent } from '../layout/extent.ts'
import { allAtOnce, paced } from '../model/steps.ts'
import { partContent } from './part-content.ts'
import { inOtherPlaces, sceneContent } from './scene-content.ts'
import type { SceneContent, WholeContent } from './scene-content.ts'
import type { World } from './world.ts'

/** What the scene knows of a picture's content beforehand: made ahead, or much like another's. */
export interface Contents {
  /** Makes the content ahead, with `pace` awaited between its pieces. */
  prepare(picture: Picture, frame: Extent, pace: () => Promise<void>): Promise<void>
  /** The content of a picture that takes the place of what the world shows. */
  next(picture: Picture, frame: Extent): SceneContent
  /** What the world shows has been changed beyond the picture that it came from. */
  forget(): void
}

interface Made {
  readonly picture: Picture
  readonly frame: Extent
  readonly content: WholeContent
}

/** Contents for a world. */
export function createContents(world: World): Contents {
  let prepared: Made | undefined
  /** The last one that was made in full: what is shown may be a part of it. */
  let whole: Made | undefined
  let shown: Picture | undefined
  const background = (): string => world.palette.theme.background
  const known = (picture: Picture, frame: Extent): SceneContent | undefined => {
    if (prepared?.picture === picture && sameExtent(prepared.frame, frame)) {
      whole = prepared
      return prepared.content
    }
    const moved = inOtherPlaces(world, shown, picture, frame, background())
    if (moved !== undefined) {
      whole =
        whole?.content.edges === world.edges
          ? { ...whole, content: { ...whole.content, ...moved } }
          : undefined
      return moved
    }
    return whole !== undefined && sameExtent(whole.frame, frame)
      ? partContent(whole.content, whole.picture, picture)
      : undefined
  }
  const anew = (picture: Picture, frame: Extent): SceneContent => {
    whole = { picture, frame, content: allAtOnce(sceneContent(picture, frame, background())) }
    return whole.content
  }
  return {
    async prepare(picture, frame, pace) {
      const content = await paced(sceneContent(picture, frame, background()), pace)
      prepared = { picture, frame, content }
    },
    next(picture, frame) {
      const content = known(picture, frame) ?? anew(picture, frame)
      prepared = undefined
      shown = picture
      return content
    },
    forget() {
      whole = undefined
    },
  }
}
