import { signal } from '@preact/signals'
import { importReport } from '../display/import-report.ts'
import type { ImportReport } from '../display/import-report.ts'
import { partName } from '../display/part-words.ts'
import { columnPlaces } from '../display/place-columns.ts'
import type { TableChoice } from '../formats/csv/parse-tables.ts'
import type { PartChoice } from '../graph/part-choice.ts'
import type { GraphSize } from '../graph/part.ts'
import { emptyNotebook } from '../model/notebook.ts'
import { copyText } from '../save/clipboard.ts'
import { aboutGraph, encodeView } from '../view/url.ts'
import { firstView } from '../view/view.ts'
import type { ReadingReport } from '../workers/reading-messages.ts'
import { expectReading, startReading } from '../workers/reading.ts'
import type { ReadingEnd } from '../workers/reading.ts'
import type { Purpose } from './door.ts'
import { fetchFile, webAddress } from './fetch-file.ts'
import type { Brought, IntakeDesk, IntakeStage, Progress } from './intake-desk.ts'
import { labelled, noticesOf, unread } from './intake-words.ts'
import { keeper } from './keeper.ts'
import { nextTask } from './next-task.ts'
import { ownKinding } from './own-kinding.ts'
import type { Page } from './page.ts'
import { createPassages } from './passages.ts'
import { siteGraphs } from './site-graphs.ts'
import type { SiteGraph } from './site-graphs.ts'
import { textsHere } from './texts-here.ts'
import { createTooLarge } from './too-large.ts'
import type { Found } from './too-large.ts'
import { dropMissing, layBeside } from './versions.ts'

/**
 * So long a reading may take before it is worth a dialog, in milliseconds: people go on with what
 * they do for about a second, and a dialog that comes and goes within it is in their way.
 */
const patience = 1000

/**
 * The way in for graphs of the reader's own, with nothing under way; `limit` is how large a graph
 * may be to be shown whole.
 */
export function createIntake(page: Page, limit: GraphSize): IntakeDesk {
  const stage = signal<IntakeStage>({ type: 'nothing' })
  const progress = signal<Progress | undefined>(undefined)
  const begun = signal<string | undefined>(undefined)
  const over = signal(false)
  const ofTheSite = signal<readonly SiteGraph[]>([])
  const kept = keeper()
  /** The view that a link asked for together with its address. */
  let wantedHash = ''
  let purpose: Purpose = 'open'
  /** Of the file that is fetched, read or drawn. */
  let underWay = new AbortController()

  const close = (): void => {
    underWay.abort()
    stage.value = { type: 'nothing' }
    wantedHash = ''
    if (purpose === 'compare') dropMissing(page.present().session)
  }
  /** Begins with a file, instead of the one before; gives what ends that and what waits for an answer. */
  const begin = (name: string): { readonly signal: AbortSignal; readonly pause: () => void } => {
    underWay.abort()
    underWay = new AbortController()
    const { signal } = underWay
    progress.value = undefined
    begun.value = name
    const timer = setTimeout(() => {
      begun.value = undefined
      stage.value = { type: 'reading', name }
    }, patience)
    const pause = (): void => {
      clearTimeout(timer)
      begun.value = undefined
    }
    signal.addEventListener('abort', pause)
    return { signal, pause }
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
    const { files, from, mappings, part } = brought
    const order = {
      files,
      limit,
      ...(from === undefined ? {} : { from }),
      ...(mappings === undefined ? {} : { mappings }),
      ...(choices.length === 0 ? {} : { choices }),
      ...(part === undefined ? {} : { part }),
    }
    let chosen = part
    let told = (_found: Found): void => undefined
    const { signal, pause } = begin(name)
    return new Promise((resolve) => {
      const reading = startReading(order, {
        onProgress: (now) => {
          progress.value = now
        },
        onTooLarge: (offer) => {
          pause()
          const graph = createTooLarge(name, offer, reading.ask, (choice) => {
            chosen = choice
            stage.value = { type: 'reading', name }
            reading.ask({ type: 'open', choice })
          })
          told = graph.told
          stage.value = { type: 'too-large', graph }
        },
        onFound: (query, nodes) => told({ query, nodes }),
        onEnd: (how) => {
          if (how.type === 'read') void arrive(withPart(brought, chosen), name, how, hash, signal)
          else if (how.type === 'tables') {
            underWay.abort()
            stage.value = { type: 'mapping', brought, hash, sketches: how.sketches, choices }
          } else reject(names, how.type === 'rejected' ? how.report : unread(how.message))
        },
      })
      signal.addEventListener('abort', () => {
        reading.stop()
        resolve()
      })
    })
  }
  const arrive = async (
    brought: Brought,
    name: string,
    { content, report, kept: records, kindColumns, part }: Extract<ReadingEnd, { type: 'read' }>,
    asked: string | undefined,
    signal: AbortSignal,
  ): Promise<void> => {
    progress.value = { phase: 'drawing', done: 0, total: undefined }
    const { knowledge, layout, view, notebook = emptyNotebook } = content
    const told = importReport(
      brought.files.map((file) => file.name),
      labelled(report),
      records,
      part,
    )
    if (purpose === 'compare') {
      layBeside(page.present().session, brought.url ?? name, name, content)
      close()
      return keep(brought, name, told)
    }
    const readReport = (): void => {
      stage.value = { type: 'report', report: told }
    }
    const { texts } = content
    const graph = {
      name: { id: name },
      knowledge,
      layout,
      kinding: ownKinding(knowledge, kindColumns),
      placedByColumns: columnPlaces(knowledge) !== undefined,
      notebook,
      ...(texts === undefined ? {} : { passages: createPassages(textsHere(texts)) }),
    }
    // A session that was saved opens as it was, unless a link asks for something else.
    const hash = asked ?? page.awaited(name)
    const saved = view ?? encodeView(firstView, graph.name)
    const link = hash ?? `#${aboutGraph(saved, graph.name)}`
    const isThere = hash !== undefined && location.hash === hash
    const refusal = kept.refuses(brought.files)
    await nextTask()
    const isShown = await page.show(graph, link, {
      ...(isThere ? {} : { until: { signal, onReady: () => enter(brought.url, link) } }),
      notices: [...noticesOf(told, readReport), ...(refusal === undefined ? [] : [refusal])],
      origin: {
        summary: [name, told.format, part && partName(part.kind, part.name)]
          .filter((each) => each !== undefined)
          .join(' · '),
        homeTitle: page.home.knowledge.dataset.title,
        goHome: () => {
          enter(undefined, `#${encodeView(firstView, page.home.name)}`)
          void page.show(page.home, location.hash)
        },
        readReport,
      },
    })
    // Else the dialogs are of what came meanwhile.
    if (!signal.aborted) close()
    if (isShown) await keep(brought, name, told)
  }
  const keep = async (brought: Brought, name: string, report: ImportReport): Promise<void> => {
    const failure = await kept.keep(brought, name, report)
    const { notices } = page.present().session
    if (failure !== undefined) notices.value = [...notices.peek(), failure]
  }
  const choose = (wanted: Purpose): void => {
    underWay.abort()
    purpose = wanted
    stage.value = { type: 'choosing', purpose }
    expectReading()
    void kept.refresh()
    void siteGraphs().then((graphs) => {
      ofTheSite.value = graphs
    })
  }
  const openAddress = (url: URL): void => {
    const hash = wantedHash
    const { signal } = begin(url.href)
    fetchFile(url, signal, (done, total) => {
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
    begun,
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
      expectReading()
      stage.value = { type: 'asking', text, url: webAddress(text), purpose }
      wantedHash = hash
    },
    hover: (now) => {
      over.value = now
      if (now) expectReading()
    },
    compareAgain: async (name) => {
      await kept.refresh()
      const file = kept.recent.peek().find((each) => (each.url ?? each.name) === name)
      const url = URL.canParse(name) ? webAddress(name) : undefined
      const { session } = page.present()
      if (session.view.peek().compared?.with !== name) return
      purpose = 'compare'
      if (file !== undefined) return read(file)
      if (url !== undefined) {
        expectReading()
        stage.value = { type: 'asking', text: name, url, purpose }
        return
      }
      dropMissing(session)
      session.notices.value = [
        ...session.notices.peek(),
        `The graph was compared with the file “${name}”, which is not kept in this browser: compare again with that file.`,
      ]
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

/** A whole that is too large is asked about again the next time, for it may not open. */
function withPart(brought: Brought, chosen: PartChoice | undefined): Brought {
  return chosen === undefined || chosen.type === 'whole' ? brought : { ...brought, part: chosen }
}

function graphName(names: readonly string[]): string {
  return names.join(' + ')
}
