import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { importReport } from '../display/import-report.ts'
import type { ImportReport } from '../display/import-report.ts'
import type { TableChoice } from '../formats/csv/parse-tables.ts'
import type { TableMapping } from '../formats/csv/table-mapping.ts'
import type { FormatId } from '../formats/format.ts'
import { emptyNotebook } from '../model/notebook.ts'
import { copyText } from '../save/clipboard.ts'
import { aboutGraph, encodeView } from '../view/url.ts'
import { firstView } from '../view/view.ts'
import { startReading } from '../workers/reading.ts'
import type { ReadingEnd } from '../workers/reading.ts'
import type { ReadingProgress, ReadingReport } from '../workers/reading-messages.ts'
import type { TableSketch } from '../workers/sketch-tables.ts'
import { createComparison } from './compare.ts'
import type { Intake, Purpose } from './door.ts'
import { fetchFile, webAddress } from './fetch-file.ts'
import { labelled, noticesOf, unread } from './intake-words.ts'
import { keeper } from './keeper.ts'
import type { Keeper } from './keeper.ts'
import { ownKinding } from './own-kinding.ts'
import type { Page } from './page.ts'
import { siteGraphs } from './site-graphs.ts'
import type { SiteGraph } from './site-graphs.ts'

/** What stands before the graph. */
export type IntakeStage =
  | { readonly type: 'nothing' }
  | { readonly type: 'choosing'; readonly purpose: Purpose }
  /** A link wants this address opened; undefined where it is none of the web. */
  | { readonly type: 'asking'; readonly text: string; readonly url: URL | undefined }
  | { readonly type: 'reading'; readonly name: string }
  /** Tables have been looked at, and the reader says what they mean. */
  | {
      readonly type: 'mapping'
      readonly brought: Brought
      /** The view that a link asks for. */
      readonly hash: string | undefined
      readonly sketches: readonly TableSketch[]
      /** How they were cut. */
      readonly choices: readonly TableChoice[]
    }
  | { readonly type: 'rejected'; readonly report: ImportReport }
  | { readonly type: 'report'; readonly report: ImportReport }

/** Files, or one, that make a graph; with what else there is to know of where they came from. */
export interface Brought {
  readonly files: readonly { readonly name: string; readonly content: Blob }[]
  readonly from?: FormatId
  readonly url?: string
  readonly mappings?: readonly TableMapping[]
}

/** The intake as its dialogs see it. */
export interface IntakeDesk extends Intake, Keeper {
  readonly stage: ReadonlySignal<IntakeStage>
  readonly progress: ReadonlySignal<Progress | undefined>
  /** What the site brings; empty until its list is there. */
  readonly siteGraphs: ReadonlySignal<readonly SiteGraph[]>
  /** True while files are dragged over the page. */
  readonly over: ReadonlySignal<boolean>
  /** Fetches an address that the reader has seen, and opens what is there. */
  readonly openAddress: (url: URL) => void
  /** False where the clipboard is closed to the page. */
  readonly copy: (text: string) => Promise<boolean>
  /** Sketches the tables of the dialog anew, cut in another way. */
  readonly cutTables: (choices: readonly TableChoice[]) => void
  /** Reads the tables of the dialog as the reader says. */
  readonly openTables: (mappings: readonly TableMapping[]) => void
  /** Opens the dialog again that was answered with what could not be read. */
  readonly chooseAgain: () => void
  /** Closes whatever dialog is open; a reading ends without a trace. */
  readonly close: () => void
}

export type Progress =
  | ReadingProgress
  /** All is there; the picture is being drawn. */
  | { readonly phase: 'drawing'; readonly done: 0; readonly total: undefined }

/** So long a reading may take before it is worth a dialog, in milliseconds. */
const patience = 250

/** The way in for graphs of the reader's own, with nothing under way. */
export function createIntake(page: Page): IntakeDesk {
  const stage = signal<IntakeStage>({ type: 'nothing' })
  const progress = signal<Progress | undefined>(undefined)
  const over = signal(false)
  const ofTheSite = signal<readonly SiteGraph[]>([])
  const kept = keeper()
  /** The view that a link asked for together with its address. */
  let wantedHash = ''
  let purpose: Purpose = 'open'
  let stop = (): void => undefined

  const close = (): void => {
    stop()
    stop = () => undefined
    stage.value = { type: 'nothing' }
    wantedHash = ''
  }
  /** From here to `close` something is under way that can be stopped. */
  const begin = (name: string, end: () => void): void => {
    stop()
    progress.value = undefined
    const dialog = (): void => {
      stage.value = { type: 'reading', name }
    }
    const timer = setTimeout(dialog, patience)
    stop = () => {
      clearTimeout(timer)
      end()
    }
  }
  const reject = (names: readonly string[], report: ReadingReport): void => {
    close()
    stage.value = { type: 'rejected', report: importReport(names, labelled(report), undefined) }
  }
  /** Resolves when the reading is over, whichever way. */
  const read = (
    brought: Brought,
    hash?: string,
    choices: readonly TableChoice[] = [],
  ): Promise<void> => {
    const names = brought.files.map(({ name }) => name)
    const name = graphName(names)
    const { files, from, mappings } = brought
    return new Promise((resolve) => {
      const end = startReading(
        {
          files,
          ...(from === undefined ? {} : { from }),
          ...(mappings === undefined ? {} : { mappings }),
          ...(choices.length === 0 ? {} : { choices }),
        },
        (now) => {
          progress.value = now
        },
        (how) => {
          if (how.type === 'read') void arrive(brought, name, how, hash)
          else if (how.type === 'tables') {
            stop()
            stage.value = { type: 'mapping', brought, hash, sketches: how.sketches, choices }
          } else reject(names, how.type === 'rejected' ? how.report : unread(how.message))
        },
      )
      begin(name, () => {
        end()
        resolve()
      })
    })
  }
  const arrive = async (
    brought: Brought,
    name: string,
    { content, report, kindColumns }: Extract<ReadingEnd, { type: 'read' }>,
    hash: string | undefined,
  ): Promise<void> => {
    progress.value = { phase: 'drawing', done: 0, total: undefined }
    if (purpose === 'compare') {
      const { session } = page.present()
      session.comparison.value = createComparison(session, name, content)
      session.dispatch({ type: 'select', selection: { type: 'nothing' } })
      return close()
    }
    const { knowledge, layout, view, notebook = emptyNotebook } = content
    const told = importReport(
      brought.files.map((file) => file.name),
      labelled(report),
      knowledge,
    )
    const readReport = (): void => {
      stage.value = { type: 'report', report: told }
    }
    const graph = {
      name: { id: name },
      knowledge,
      layout,
      kinding: ownKinding(knowledge, kindColumns),
      notebook,
    }
    // A session that was saved opens as it was, unless a link asks for something else.
    const saved = view ?? encodeView(firstView, graph.name)
    const link = hash ?? `#${aboutGraph(saved, graph.name)}`
    if (hash === undefined || location.hash !== hash) enter(brought.url, link)
    await page.show(graph, link, {
      notices: noticesOf(told, readReport),
      origin: {
        summary: [name, told.format].filter((part) => part !== undefined).join(' · '),
        homeTitle: page.home.knowledge.dataset.title,
        goHome: () => {
          enter(undefined, `#${encodeView(firstView, page.home.name)}`)
          void page.show(page.home, location.hash)
        },
        readReport,
      },
    })
    close()
    const failure = await kept.keep(brought, name, told)
    const { notices } = page.present().session
    if (failure !== undefined) notices.value = [...notices.peek(), failure]
  }
  const choose = (wanted: Purpose): void => {
    stop()
    purpose = wanted
    stage.value = { type: 'choosing', purpose }
    void kept.refresh()
    void siteGraphs().then((graphs) => {
      ofTheSite.value = graphs
    })
  }
  const openAddress = (url: URL): void => {
    const hash = wantedHash
    const life = new AbortController()
    begin(url.href, () => life.abort())
    fetchFile(url, life.signal, (done, total) => {
      progress.value = { phase: 'loading', done, total }
    }).then(
      (fetched) => {
        if (!fetched.ok) {
          return reject([url.href], unread(fetched.message, fetched.advice))
        }
        void read({ files: [fetched], url: url.href }, hash === '' ? undefined : hash)
      },
      () => undefined,
    )
  }
  return {
    ...kept,
    stage,
    progress,
    siteGraphs: ofTheSite,
    over,
    openAddress,
    cutTables: (choices) => {
      const now = stage.peek()
      if (now.type === 'mapping') void read(now.brought, now.hash, choices)
    },
    openTables: (mappings) => {
      const now = stage.peek()
      if (now.type === 'mapping') void read({ ...now.brought, mappings }, now.hash)
    },
    copy: copyText,
    close,
    choose: (wanted = 'open') => choose(wanted),
    chooseAgain: () => choose(purpose),
    take: (files) => {
      over.value = false
      if (files.length === 0) return
      // What is dropped where nothing was asked for is opened.
      if (stage.peek().type === 'nothing') purpose = 'open'
      void read({ files: files.map((file) => ({ name: file.name, content: file })) })
    },
    takeText: (text) => {
      if (stage.peek().type === 'nothing') purpose = 'open'
      const content = new Blob([text], { type: 'text/plain' })
      void read({ files: [{ name: 'Pasted text', content }] })
    },
    ask: (text, hash) => {
      purpose = 'open'
      stage.value = { type: 'asking', text, url: webAddress(text) }
      wantedHash = hash
    },
    hover: (now) => {
      over.value = now
    },
    reopen: async (name, hash) => {
      const file = await kept.find(name)
      if (file !== undefined) await read(file, hash)
      return file !== undefined
    },
  }
}

/** A new entry of the browser's history, so that its Back button leads to the graph before. */
function enter(url: string | undefined, hash: string): void {
  const here = new URL(location.href)
  here.searchParams.delete('url')
  if (url !== undefined) here.searchParams.set('url', url)
  here.hash = hash
  history.pushState(null, '', here)
}

function graphName(names: readonly string[]): string {
  return names.join(' + ')
}
