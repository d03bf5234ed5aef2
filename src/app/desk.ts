import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { EntityId } from '../model/ids.ts'
import type { Noted } from '../model/notebook.ts'
import { copyText } from '../save/clipboard.ts'
import { hasPicture } from '../view/view.ts'
import type { Camera, Mode } from '../view/view.ts'
import { createCiter } from './citer.ts'
import type { Citer } from './citer.ts'
import { createConnector } from './connector.ts'
import type { Connector } from './connector.ts'
import { keepDraft } from './draft-keeping.ts'
import type { EditTarget } from './edit-target.ts'
import { createExportChoice } from './export-choice.ts'
import type { ExportChoice } from './export-choice.ts'
import { createFinder } from './finder.ts'
import type { Finder } from './finder.ts'
import { createLayouting } from './layouting.ts'
import type { Layouting } from './layouting.ts'
import type { MenuTarget } from './menu-target.ts'
import { createPathfinder } from './pathfinder.ts'
import type { Pathfinder } from './pathfinder.ts'
import type { Preferences } from './preferences.ts'
import { readyScene } from './ready-scene.ts'
import type { ReadyScene } from './ready-scene.ts'
import type { Session } from './session.ts'
import { createStage } from './stage.ts'
import type { Stage } from './stage.ts'
import type { Touring } from './touring.ts'
import { createWalk } from './walk.ts'
import type { Walk } from './walk.ts'

/** Where a graph came from that the site itself does not bring. */
export interface Origin {
  /** "Les Misérables.gexf · GEXF". */
  readonly summary: string
  /** What the way back leads to. */
  readonly homeTitle: string
  readonly goHome: () => void
  readonly readReport: () => void
}

/** One open graph with everything that lies around it: what the panels are given. */
export interface Desk {
  readonly session: Session
  readonly preferences: Preferences
  readonly finder: Finder
  readonly walk: Walk
  readonly layouting: Layouting
  /** False without WebGL: the list stands in for the picture. */
  readonly canDraw: boolean
  /** False where the window is too narrow for a table beside the picture, or there is none. */
  readonly hasRoomBeside: ReadonlySignal<boolean>
  /** How the graph is shown here: a list without WebGL, a table where no picture has room. */
  readonly shownAs: ReadonlySignal<Mode>
  readonly exportChoice: ExportChoice
  readonly pathfinder: Pathfinder
  readonly connector: Connector
  readonly citer: Citer
  /** What a form in the card's place is about; undefined while nothing is being edited. */
  readonly editing: Signal<EditTarget | undefined>
  /** True while the draft is being looked through. */
  readonly draftOpen: Signal<boolean>
  /** What a note is being written on, in its card. */
  readonly noting: Signal<Noted | undefined>
  /** True while the notebook stands in the card's place. */
  readonly notebookOpen: Signal<boolean>
  /** The tour that is being taken. */
  readonly touring: Signal<Touring | undefined>
  readonly keysOpen: Signal<boolean>
  /** The menu that is open on a node or statement. */
  readonly menu: Signal<MenuTarget | undefined>
  /** Asks for the menu on what is selected. */
  readonly openMenu: () => void
  readonly legendOpen: Signal<boolean>
  /** How tall the card stands on a phone. */
  readonly sheet: ReadonlySignal<'short' | 'tall'>
  readonly toggleSheet: () => void
  readonly toggleLegend: () => void
  readonly openExport: () => void
  readonly openFiles: () => void
  /** Asks for another version of the graph to lay beside it. */
  readonly compare: () => void
  /** Undefined for the site's own graph. */
  readonly origin: Origin | undefined
  readonly openKeys: () => void
  readonly zoomBy: (factor: number) => void
  readonly fit: () => void
  /** The share of the visible lines that is painted from where the camera stands. */
  readonly linesPainted: ReadonlySignal<number>
  /** True where regions of the picture have names from where the camera stands. */
  readonly regionsNamed: ReadonlySignal<boolean>
  /** Where the camera stands, or will when it has arrived; undefined without a picture. */
  readonly whereCamera: () => Camera | undefined
  /** Grows the picture from a node: shows it alone, or its next neighbours where it is shown so. */
  readonly growAt: (id: EntityId) => void
  /** Takes back the laying out that is under way, or else the last step. */
  readonly undo: () => void
  readonly copyLink: () => void
  /** Copies a text; false where the clipboard is closed to the page. */
  readonly copy: (text: string) => Promise<boolean>
  /** A `ref`: puts the picture into an element and takes it away with it. */
  readonly mountStage: (element: HTMLElement | null) => void
  /** Stops what is running before another graph comes, which can have the scene, if there is one. */
  readonly clear: () => ReadyScene | undefined
}

/** `opening` is the scene for the first picture; undefined where the browser offers no WebGL. */
export function createDesk(
  session: Session,
  preferences: Preferences,
  opening: ReadyScene | undefined,
  around: Pick<Desk, 'openFiles' | 'compare' | 'origin'>,
): Desk {
  const canDraw = opening !== undefined
  const { isWide } = preferences
  const hasRoomBeside = computed(() => canDraw && isWide.value)
  const shownAs = computed<Mode>(() => {
    const { mode } = session.view.value
    if (mode === 'beside') return hasRoomBeside.value ? mode : 'table'
    return mode === 'picture' && !canDraw ? 'list' : mode
  })
  const walk = createWalk(session)
  const layouting = createLayouting(session, preferences.reducedMotion)
  if (!canDraw) {
    session.notices.value = [
      ...session.notices.peek(),
      'This browser offers no WebGL, so the graph is shown as a list: everything can be read and walked here too.',
    ]
  }
  const exportChoice = createExportChoice()
  const pathfinder = createPathfinder(session)
  const connector = createConnector(session)
  const editing = signal<EditTarget | undefined>(undefined)
  const endKeeping = keepDraft(session)
  const notebookOpen = signal(false)
  const keysOpen = signal(false)
  const menu = signal<MenuTarget | undefined>(undefined)
  const linesPainted = signal(1)
  const regionsNamed = signal(false)
  const legendOpen = signal(isWide.peek())
  const sheet = signal<'short' | 'tall'>('short')
  const drawnIn = (scene: ReadyScene): Stage =>
    createStage(scene, {
      session,
      preferences,
      layouting,
      walk,
      pathfinder,
      connector,
      linesPainted: (share) => {
        linesPainted.value = share
      },
      regionsNamed: (any) => {
        regionsNamed.value = any
      },
      openMenu: (target) => {
        menu.value = target
      },
      openNode: (id) => {
        if (session.view.peek().only !== undefined) desk.growAt(id)
        else session.dispatch({ type: 'focus', focus: { centre: id, steps: 1 } })
      },
    })
  // The first picture does not wait for the panels around it.
  let stage = opening === undefined ? undefined : drawnIn(opening)
  const release = (): ReadyScene | undefined => {
    const released = stage?.release()
    stage = undefined
    return released
  }
  const removeStage = (): void => release()?.dispose()
  if (!hasPicture(shownAs.peek())) removeStage()
  effect(() => {
    // A card that has just been opened on a phone leaves the graph in sight.
    if (session.selection.value.type === 'nothing') sheet.value = 'short'
    // Whoever selects something wants its card.
    notebookOpen.value = false
  })
  const desk: Desk = {
    session,
    preferences,
    finder: createFinder(session, (id) => {
      session.dispatch({ type: 'select', selection: { type: 'node', id } })
      goAfterSearch(session, walk, id)
    }),
    pathfinder,
    connector,
    citer: createCiter(),
    walk,
    layouting,
    canDraw,
    hasRoomBeside,
    shownAs,
    exportChoice,
    editing,
    draftOpen: signal(false),
    noting: signal(undefined),
    notebookOpen,
    touring: signal(undefined),
    keysOpen,
    menu,
    openMenu: () => stage?.openMenu(),
    legendOpen,
    sheet,
    linesPainted,
    regionsNamed,
    toggleSheet: () => {
      sheet.value = sheet.value === 'tall' ? 'short' : 'tall'
    },
    toggleLegend: () => {
      legendOpen.value = !legendOpen.value
    },
    ...around,
    openExport: () => {
      exportChoice.open.value = true
    },
    openKeys: () => {
      keysOpen.value = true
    },
    zoomBy: (factor) => stage?.zoomBy(factor),
    fit: () => stage?.fit(),
    whereCamera: () => stage?.whereCamera(),
    growAt: (id) =>
      void Promise.all([
        import('./growing.ts'),
        import('./compact.ts').then(({ readyCompact }) => readyCompact(session.graph)),
      ]).then(([{ growingOf }]) => growingOf(session, desk.whereCamera).at(id)),
    undo: () => {
      if (!layouting.abandon()) session.undo()
    },
    copyLink: () => {
      const { href } = location
      const isFile = around.origin !== undefined && !new URL(href).searchParams.has('url')
      const view = session.view.peek()
      void copyText(href).then(async (copied) => {
        const { linkWords } = await import('../display/link-words.ts')
        session.notices.value = [
          copied
            ? linkWords(view, isFile ? session.name.id : undefined)
            : 'The clipboard is closed to this page; copy the address of the page instead.',
        ]
      })
    },
    copy: copyText,
    clear: () => {
      layouting.stop()
      session.structure.stop()
      endKeeping()
      return release()
    },
    mountStage: (element) => {
      if (element === null) removeStage()
      else {
        stage ??= drawnIn(readyScene(session.scheme.peek()))
        element.append(stage.element)
      }
    },
  }
  return desk
}

/** To where the keys of the graph act, with the node in view; where it is not drawn, to its card. */
function goAfterSearch({ visible }: Session, walk: Walk, id: EntityId): void {
  const graph = document.getElementById('graph')
  if (graph === null || !visible.peek().nodes.has(id)) {
    document.querySelector<HTMLElement>('.card-scroll')?.focus()
    return
  }
  graph.focus()
  walk.enter()
}
