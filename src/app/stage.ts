import { computed, effect } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { EntityId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import { pictureThemes } from '../display/palette.ts'
import type { Camera, Selection, View } from '../view/view.ts'
import { broughtOut } from './brought-out.ts'
import type { Whereabouts } from './bygone.ts'
import type { Connector } from './connector.ts'
import type { Arrangement, Shown } from './arrangement.ts'
import type { Layouting } from './layouting.ts'
import type { Pathfinder } from './pathfinder.ts'
import type { MenuTarget } from './menu-target.ts'
import { pictureFrame } from './picture-frame.ts'
import type { Preferences } from './preferences.ts'
import type { ReadyScene } from './ready-scene.ts'
import type { Notice, Session } from './session.ts'
import type { Walk } from './walk.ts'

interface Props {
  readonly session: Session
  readonly preferences: Preferences
  readonly layouting: Layouting
  readonly walk: Walk
  readonly pathfinder: Pathfinder
  readonly connector: Connector
  /** Told which share of the lines is painted where the camera stands. */
  readonly linesPainted: (share: number) => void
  /** Told whether regions of the picture have names from where the camera stands. */
  readonly regionsNamed: (any: boolean) => void
  /** What a double click does. */
  readonly openNode: (id: EntityId) => void
  readonly openMenu: (target: MenuTarget) => void
}

/** The scene as the panels see it. */
export interface Stage {
  /** Where it is drawn. */
  readonly element: HTMLElement
  readonly zoomBy: (factor: number) => void
  readonly fit: () => void
  /** Where the camera stands, or will when it has arrived. */
  readonly whereCamera: () => Camera
  /** Asks for the menu on what is selected. */
  readonly openMenu: () => void
  /** Ends it, and gives back the scene for another graph or to be disposed of. */
  readonly release: () => ReadyScene
}

const dropped = 'The graphics card dropped the picture; it is being drawn again.'
const givenUp = 'The graphics card dropped the picture. Load the page again, or go on in the list.'
const contextNotices: readonly Notice[] = [dropped, givenUp]
const uncovered = { top: 0, right: 0, bottom: 0, left: 0 } as const
/** CSS pixels that buttons, words and the hint at keys lie over, which few nodes would miss. */
const covered = { top: 60, right: 36, bottom: 36, left: 0 } as const
/** Narrower than this, in CSS pixels, the words above take two lines. */
const twoLinesBelow = 640
const coveredNarrow = { ...covered, top: 72 } as const
/** Milliseconds that a sentence stays after it has ceased to be true. */
const readingTime = 4000

/** Draws the session in a scene and keeps both in step, until it is released. */
export function createStage(ready: ReadyScene, props: Props): Stage {
  const { session, preferences, layouting, walk, openNode } = props
  const { element, scene } = ready
  const { dispatch } = session
  const motion = (): { animate: boolean } => ({ animate: !preferences.reducedMotion.peek() })
  /** True while the view follows the scene, so that the scene need not follow the view. */
  let following = false
  /** True while the camera stands where `fit` puts it: the view then holds no camera. */
  let fitted = false
  let far = true
  let named = false
  const tellNamed = (): void => props.regionsNamed(named && far)

  /** A ghost is no part of the graph. */
  const isGhost = (id: EntityId): boolean => !session.content.entities.has(id)
  const select = (selection: Selection): void => dispatch({ type: 'select', selection })

  const openMenu = (about: MenuTarget['about'], { x, y }: Point): void => {
    const { left, top } = element.getBoundingClientRect()
    props.openMenu({ about, at: { x: left + x, y: top + y } })
  }
  ready.listen({
    selectNode: (id) => select(session.ghosts.peek()?.ghostNode(id) ?? { type: 'node', id }),
    selectEdge: (id) => select(session.ghosts.peek()?.ghostEdge(id) ?? { type: 'edge', id }),
    selectNothing: () => select({ type: 'nothing' }),
    openNode: (id) => {
      if (!isGhost(id)) openNode(id)
    },
    openMenu: ({ node, edge }, at) => {
      const ghosts = session.ghosts.peek()
      if (node !== undefined) openMenu(ghosts?.ghostNode(node) ?? { type: 'node', id: node }, at)
      else if (edge !== undefined)
        openMenu(ghosts?.ghostEdge(edge) ?? { type: 'statement', id: edge }, at)
    },
    moveNode: (id, point) => {
      if (isGhost(id)) return
      dispatch({ type: 'move', id, point })
      layouting.hold(id, point)
    },
    cameraSettled: (camera, byReader) => {
      if (fitted && !byReader) return
      fitted = false
      following = true
      dispatch({ type: 'camera', camera }, !byReader)
      following = false
    },
    linesPainted: props.linesPainted,
    seenFromAfar: (from) => {
      far = from
      tellNamed()
    },
    contextChanged: (state) => {
      const withoutOurs = (): readonly Notice[] =>
        session.notices.peek().filter((notice) => !contextNotices.includes(notice))
      if (state === 'back') {
        setTimeout(() => {
          session.notices.value = withoutOurs()
        }, readingTime)
      } else session.notices.value = [...withoutOurs(), state === 'lost' ? dropped : givenUp]
    },
  })
  const brought = broughtOut(props)
  const frame = pictureFrame(session)
  let endGlide = (): void => undefined
  let shown: (Shown & { readonly layout: Arrangement | undefined }) | undefined
  const show = (next: NonNullable<typeof shown>): void => {
    endGlide()
    const before = shown
    shown = next
    const { focus: near, only: few } = session.view.peek()
    // A narrowed picture is fitted to where its nodes are going.
    const whole = near === undefined && few === undefined
    const moves = before !== undefined && before.layout !== next.layout
    const glide = (next.layout ?? before?.layout)?.glide
    if (moves && whole && motion().animate && glide !== undefined)
      endGlide = glide(scene, before, next)
    else scene.show(next.picture, next.frame)
  }
  const camera = computed(() => session.view.value.camera)
  const focus = computed(() => session.view.value.focus)
  const only = computed(() => session.view.value.only)
  const isNarrowed = (): boolean => (focus.peek() ?? only.peek()) !== undefined
  const cover = (): void => {
    const narrow = element.clientWidth < twoLinesBelow
    scene.cover(isNarrowed() ? (narrow ? coveredNarrow : covered) : uncovered)
  }
  /** What a focus or a choice of nodes leaves fills the window; else the whole layout does. */
  const fit = (animate: boolean): void => {
    cover()
    scene.fit(
      { animate: animate && motion().animate },
      isNarrowed() ? session.visible.peek().nodes : undefined,
      session.ghosts.peek()?.nodes.peek(),
    )
  }
  const reveal = (ids: readonly EntityId[]): void => {
    // A narrowed picture that is fitted has all its nodes in sight.
    if (fitted && isNarrowed()) return
    cover()
    // Set afterwards: where the camera stays, the window may go on fitting it.
    if (scene.reveal(ids, motion())) fitted = false
  }
  let drawn = false
  let seenGhosts: readonly EntityId[] | undefined
  const resized = new ResizeObserver(() => {
    if (fitted && drawn) fit(false)
  })
  const stops = [
    effect(() => scene.theme(pictureThemes[session.scheme.value])),
    effect(() => {
      const ghosts = session.ghosts.value
      const picture = ghosts?.picture.value ?? session.picture.value
      show({ picture, frame: frame.value, layout: session.arrangement.shown.value })
      const nodes = ghosts?.nodes.value
      // A ghost may stand beside all that was in sight.
      if (nodes !== seenGhosts && fitted && drawn) fit(true)
      seenGhosts = nodes
    }),
    effect(() => {
      const points = layouting.frame.value
      if (points !== undefined) scene.positions(points)
    }),
    effect(() => {
      const selection = session.selection.value
      const ahead = walk.ahead.value
      const path = brought.value
      scene.emphasise({
        ...(path === undefined ? {} : { path }),
        ...(selection.type === 'node' ? { selectedNode: selection.id } : {}),
        ...(selection.type === 'edge' ? { selectedEdge: selection.id } : {}),
        ...ghostOf(session, selection),
        ...(ahead === undefined ? {} : { walked: ahead.edge.id }),
      })
    }),
    effect(() => {
      const target = camera.value
      // A layout that has grown or shrunk is fitted anew, and so is another choice of nodes.
      void frame.value
      void focus.value
      void only.value
      if (following) return
      fitted = target === undefined
      if (target === undefined) fit(drawn)
      else scene.moveTo(target, { animate: drawn && motion().animate })
      drawn = true
    }),
    effect(() => {
      const path = brought.value
      if (path === undefined || session.history.peek().last === 'restore') return
      reveal(path.nodes)
    }),
    effect(() => {
      const running = layouting.running.value
      // A narrowed picture has the frame of the whole one, wherever its nodes have gone.
      if (!running && drawn && fitted) fit(true)
    }),
    nameLargeRegions(props, (names) => {
      scene.nameRegions(names)
      named = names.length > 0
      tellNamed()
    }),
    revealNewcomers(session, only, reveal),
    revealSelection(session, reveal),
  ]
  resized.observe(element)
  requestAnimationFrame(() => performance.mark('orrery:first-picture'))
  return {
    element,
    zoomBy: (factor) => scene.zoomBy(factor, motion()),
    fit: () => dispatch({ type: 'camera', camera: undefined }),
    whereCamera: scene.destination,
    openMenu: () => {
      const selected = session.selection.peek()
      if (selected.type !== 'node' && selected.type !== 'edge' && selected.type !== 'gone') return
      const [id] = seenOf(session, selected)
      const at = id === undefined ? undefined : scene.whereIs(id)
      openMenu(
        selected.type === 'edge' ? { type: 'statement', id: selected.id } : selected,
        at ?? { x: element.clientWidth / 2, y: element.clientHeight / 2 },
      )
    },
    release: () => {
      resized.disconnect()
      endGlide()
      for (const stop of stops) stop()
      return ready
    },
  }
}

/** From so many nodes on names of regions help; in smaller pictures those of nodes are enough. */
const regionsFrom = 800

function nameLargeRegions(
  { session, layouting }: Props,
  show: ReadyScene['scene']['nameRegions'],
): () => void {
  let stop: (() => void) | undefined
  let ended = false
  let asked = false
  const unfollow = effect(() => {
    if (asked || session.picture.value.nodes.length < regionsFrom) return
    asked = true
    void import('./region-names.ts').then(({ nameRegions }) => {
      if (!ended) stop = nameRegions(session, layouting.running, show)
    })
  })
  return () => {
    ended = true
    unfollow()
    stop?.()
  }
}

/** Brings what has just joined a narrowed picture into sight, or leaves the camera where it is. */
function revealNewcomers(
  { history }: Session,
  only: ReadonlySignal<View['only']>,
  reveal: (ids: readonly EntityId[]) => void,
): () => void {
  let before = only.peek()
  return effect(() => {
    const [earlier, now] = [before, only.value]
    before = now
    if (history.peek().last === 'restore') return
    const added = earlier === undefined ? [] : [...(now ?? [])].filter((id) => !earlier.has(id))
    if (added.length > 0) reveal(added)
  })
}

/** Brings what was just selected into sight, with as little movement as possible. */
function revealSelection(session: Session, reveal: (ids: readonly EntityId[]) => void): () => void {
  let before = session.selection.peek()
  return effect(() => {
    const selection = session.selection.value
    if (selection === before) return
    before = selection
    const { last } = session.history.peek()
    // A view that is restored says where its camera stands.
    if (last === 'restore' || (last === 'edit' && !isNew(session, selection))) return
    reveal(seenOf(session, selection))
  })
}

/** The nodes that tell of a selection: one, or both ends. */
function seenOf(session: Session, selection: Selection): readonly EntityId[] {
  if (selection.type === 'node') return [selection.id]
  if (selection.type === 'edge') return endsOf(session, selection.id)
  return ghostOf(session, selection)?.seen ?? []
}

/** Whoever saves what was there before looks where they want to look. */
function isNew({ opened }: Session, selection: Selection): boolean {
  return selection.type === 'node' && !opened.knowledge.entities.has(selection.id)
}

/** Where the selection is in the picture, if it is of what that has as ghosts. */
function ghostOf({ ghosts }: Session, selection: Selection): Whereabouts | undefined {
  if (selection.type !== 'gone' || ghosts.value?.from !== selection.from) return undefined
  return ghosts.value.whereIs(selection)
}

function endsOf(
  session: Session,
  id: Parameters<Session['graph']['edges']['get']>[0],
): readonly EntityId[] {
  const edge = session.graph.edges.get(id)
  return edge === undefined ? [] : [edge.source, edge.target]
}
