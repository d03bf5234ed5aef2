import { emptyDraft } from '../model/draft.ts'
import { hasDraft } from '../save/draft-flag.ts'
import { withSetsOf } from '../view/update.ts'
import { graphOfLink, withoutTour } from '../view/url.ts'
import { firstView } from '../view/view.ts'
import { followComparison } from './comparing.ts'
import { createDesk } from './desk.ts'
import type { Desk, Origin } from './desk.ts'
import type { Door, Intake } from './door.ts'
import { followLink, loadDecoding } from './link.ts'
import { nextTask, pacer } from './next-task.ts'
import { pictureFrame } from './picture-frame.ts'
import type { Preferences } from './preferences.ts'
import { preparePrinting } from './printing.ts'
import { readyScene } from './ready-scene.ts'
import type { ReadyScene } from './ready-scene.ts'
import { createSession } from './session.ts'
import type { Notice, OpenGraph } from './session.ts'
import { listenToShortcuts } from './shortcuts.ts'

/** The window, with one graph in it at a time. */
export interface Page {
  /** The graph that the site itself brings. */
  readonly home: OpenGraph
  readonly present: () => Desk
  /**
   * Puts a graph in place of the present one, at the view of a link's hash. False where it was called
   * off, or another came after it.
   */
  readonly show: (graph: OpenGraph, hash: string, how?: Showing) => Promise<boolean>
  /** Shows what the address of the window asks for; `scene` is ready for the first picture. */
  readonly open: (address: Location, scene: ReadyScene | undefined) => Promise<void>
  /** Goes to the graph and view of a hash; says so where that graph is not here. */
  readonly follow: (hash: string) => void
  /** The hash of the last link that could not be shown, if it was about this file; given once. */
  readonly awaited: (name: string) => string | undefined
}

export interface Showing {
  /** Where the graph came from, unless the site itself brings it. */
  readonly origin?: Origin
  readonly notices?: readonly Notice[]
  /**
   * For a graph that can be called off: until it is ready, the present one stays as it is. `onReady`
   * is called when it takes its place.
   */
  readonly until?: { readonly signal: AbortSignal; readonly onReady: () => void }
}

interface Needs {
  readonly home: OpenGraph
  readonly preferences: Preferences
  /** False without WebGL. */
  readonly canDraw: boolean
  /** Puts the panels of a desk into the page, in place of those of another, which had another key. */
  readonly draw: (desk: Desk, key: number) => void
  readonly loadIntake: (page: Page) => Promise<Intake>
}

/** A window that shows nothing yet, and the door through which files come to it. */
export function createPage(needs: Needs): { readonly page: Page; readonly door: Door } {
  const { home, preferences, canDraw, draw } = needs
  let desk: Desk | undefined
  let shown = 0
  /** Of the graph that is shown. */
  let life = new AbortController()
  /** Of the one that is on its way. */
  let coming = new AbortController()
  /** For the first picture, whichever graph that shows. */
  let firstScene: ReadyScene | undefined
  let intake: Promise<Intake> | undefined
  const door: Door = () => (intake ??= needs.loadIntake(page))
  const show: Page['show'] = async (graph, hash, how = {}) => {
    const { origin, notices = [], until } = how
    coming.abort()
    const own = new AbortController()
    coming = own
    // What listens to the window on behalf of the graph before falls silent; the address is of
    // this one already, unless it is still to be entered.
    if (until === undefined) life.abort()
    const { name, knowledge, kinding } = graph
    const pace = pacer()
    const kept = hasDraft(name.id)
      ? await (await import('./kept-draft.ts')).restoredDraft(graph)
      : undefined
    const { draft, notebook } = kept ?? { draft: emptyDraft, notebook: graph.notebook }
    const content = kept?.drafting.apply(graph, draft).knowledge ?? knowledge
    const { rest, at } = withoutTour(hash)
    const { view, notes } =
      rest === ''
        ? { view: firstView, notes: [] }
        : (await loadDecoding()).decodeView(rest, content, name, kinding.knowledgeWith)
    await pace()
    const session = createSession(
      graph,
      { ...view, draft, notebook: withSetsOf(notebook, view.notebook) },
      preferences.scheme,
      kept?.drafting,
    )
    session.notices.value = [...notices, ...(kept?.notices ?? []), ...notes]
    // A link's layout is there from the first picture on.
    await session.arrangement.ready()
    await pace()
    await session.prepare(pace)
    const picture = session.picture.peek()
    await pace()
    if (own.signal.aborted || until?.signal.aborted === true) return false
    life.abort()
    life = own
    until?.onReady()
    // The scene of the graph before is taken over: to end one and begin another waits for drawing.
    const before = desk?.clear() ?? firstScene
    const ready = canDraw ? (before ?? readyScene(preferences.scheme.peek())) : undefined
    firstScene = undefined
    await pace()
    await ready?.scene.prepare(picture, pictureFrame(session).peek(), pace)
    await pace()
    if (own.signal.aborted) {
      ready?.dispose()
      return false
    }
    const openFiles = (): void => void door().then(({ choose }) => choose())
    const compare = (): void => void door().then((intake) => intake.choose('compare'))
    const opened = createDesk(session, preferences, ready, { origin, openFiles, compare })
    desk = opened
    const beginTour = (stop: number): void =>
      void import('./linked-tour.ts').then(({ beginLinkedTour }) => beginLinkedTour(opened, stop))
    followLink(session, own.signal, page.follow, beginTour)
    followComparison(session, own.signal, door)
    listenToShortcuts(opened, own.signal)
    preparePrinting(session, own.signal)
    await nextTask()
    shown += 1
    draw(opened, shown)
    if (at !== undefined) beginTour(at)
    // Nobody asks for a single record before there is a picture.
    requestAnimationFrame(() => void session.noteIds(pacer()))
    // Last, for it says what the page shows.
    document.title = `${knowledge.dataset.title} · Orrery`
    return true
  }
  /** A link to a file that is not here, until that is opened. */
  let awaited: { readonly id: string; readonly hash: string } | undefined
  /** Goes to another graph of the site; else shows our own, with a word about the one of the link. */
  const showInstead = async (id: string, hash: string): Promise<void> => {
    const { siteGraphs } = await import('./site-graphs.ts')
    const here = new URLSearchParams(location.search).get('dataset')
    if (id !== here && (await siteGraphs()).some(({ name }) => name === id)) {
      location.replace(`?dataset=${encodeURIComponent(id)}${hash}`)
      return
    }
    awaited = { id, hash }
    await show(home, '', {
      notices: [
        `The link is about the file “${id}”, which is not kept in this browser: open it to see what the link shows.`,
      ],
    })
  }
  const page: Page = {
    home,
    present: () => {
      if (desk === undefined) throw new Error('The page shows no graph yet')
      return desk
    },
    show,
    open: async ({ hash, search }, scene) => {
      const wanted = new URLSearchParams(search).get('url')
      const id = graphOfLink(hash)
      const elsewhere = id !== undefined && id !== home.name.id
      firstScene = scene
      if (!elsewhere) await show(home, hash)
      if (!elsewhere && wanted === null) return
      const intake = await door()
      // Where the file is kept, nothing else is shown before it, nor where it cannot be read.
      if (elsewhere && (await intake.reopen(id, hash))) {
        if (desk === undefined) await show(home, '')
        return
      }
      if (wanted === null) return showInstead(id ?? '', hash)
      if (elsewhere) await show(home, '')
      intake.ask(wanted, hash)
    },
    follow: (hash) => {
      const id = graphOfLink(hash)
      if (id === undefined || id === home.name.id) return void show(home, hash)
      void door()
        .then(({ reopen }) => reopen(id, hash))
        .then((found) => (found ? undefined : showInstead(id, hash)))
    },
    awaited: (name) => {
      if (awaited?.id !== name) return undefined
      const { hash } = awaited
      awaited = undefined
      return hash
    },
  }
  return { page, door }
}
