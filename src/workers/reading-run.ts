import { detectFormat } from '../formats/detect.ts'
import { gunzip, isGzip } from '../formats/gunzip.ts'
import { openFiles } from '../formats/open.ts'
import type { InputFile, Opened } from '../formats/input-file.ts'
import type { OpenedPart } from '../graph/part-choice.ts'
import { fitsIn } from '../graph/part.ts'
import type { GraphSize } from '../graph/part.ts'
import { kindColumns } from '../model/kind-columns.ts'
import type { LaidOut } from '../model/knowledge.ts'
import { holdReading } from './held-reading.ts'
import type { HeldReading } from './held-reading.ts'
import { createNames } from './packed-cells.ts'
import { packEntities } from './packed-entities.ts'
import { packStatements } from './packed-statements.ts'
import { areSketches, sketchTables } from './sketch-tables.ts'
import { wholeLayout } from './whole-layout.ts'
import type {
  ReadingAnswer,
  ReadingOrder,
  ReadingPhase,
  ReadingReport,
} from './reading-messages.ts'

/** So many records a message: each is a task of its own for the page, far below 100 ms. */
const sliceLength = 1000
/**
 * Milliseconds between two messages about one phase: each has the page painted anew, which without
 * a graphics card costs the reading more than it tells.
 */
const betweenProgress = 250

export type Post = (answer: ReadingAnswer, transfer?: Transferable[]) => void

/**
 * Reads the files, lays out what has no place, and posts the graph slice by slice. A graph over the
 * limit is held back, and what is given then takes the choice of a part. Whatever goes wrong is
 * posted too.
 */
export async function runReading(
  order: ReadingOrder,
  post: Post,
): Promise<HeldReading | undefined> {
  const { limit, part } = order
  const tell = pacedProgress(post)
  try {
    const opened = await openedFiles(order, post, tell)
    if (opened === undefined) return undefined
    if (!opened.result.ok) {
      post({ type: 'rejected', report: reportOf(opened) })
      return undefined
    }
    const { content } = opened.result
    const finish = (shown: LaidOut, of: OpenedPart | undefined): void => {
      const { knowledge, layout, ...rest } = shown
      const whole = wholeLayout(knowledge, layout, (share) => tell('laying-out', share, 1))
      handOver({ ...rest, knowledge, layout: whole }, reportOf(opened), of, post, tell)
    }
    if (fitsIn(sizeOf(content), limit)) {
      finish(content, undefined)
      return undefined
    }
    const held = guarded(holdReading(content, limit, post, finish), post)
    if (part === undefined) held.offer()
    else held.open(part)
    return held
  } catch (error) {
    post(failure(error))
    return undefined
  }
}

/** Reads the files; undefined where their tables are to be explained first. */
async function openedFiles(
  order: ReadingOrder,
  post: Post,
  tell: Tell,
): Promise<Opened | undefined> {
  const { files, from, mappings, choices } = order
  const inputs = await loaded(files, (done, total) => tell('loading', done, total))
  tell('reading', 0, undefined)
  if (mappings === undefined && areTables(inputs, from)) {
    const sketches = await sketchTables(inputs, choices ?? [])
    if (!areSketches(sketches)) {
      post({ type: 'rejected', report: { format: 'csv', why: '', issues: sketches } })
      return undefined
    }
    const clear = choices === undefined && sketches.every(({ own }) => own)
    if (!clear) {
      post({ type: 'tables', sketches })
      return undefined
    }
  }
  const opened = await read(inputs, order, (done, total) => tell('reading', done, total))
  for (const { bytes } of inputs) giveBack(bytes.buffer)
  return opened
}

/**
 * Frees what a file took before the graph is handed over, by sending it nowhere: left alone it would
 * wait for the worker to collect garbage, which it does not while there is memory.
 */
function giveBack(buffer: ArrayBuffer): void {
  const { port1, port2 } = new MessageChannel()
  port2.close()
  port1.postMessage(undefined, [buffer])
  port1.close()
}

type Tell = (phase: ReadingPhase, done: number, total: number | undefined) => void

/** Tells how far it is, but only as often as a person sees it move: a layout has 2000 steps. */
function pacedProgress(post: Post): Tell {
  let told: ReadingPhase | undefined
  let next = 0
  return (phase, done, total) => {
    const now = performance.now()
    if (phase === told && now < next) return
    told = phase
    next = now + betweenProgress
    post({ type: 'progress', phase, done, total })
  }
}

function failure(error: unknown): ReadingAnswer {
  return { type: 'failed', message: error instanceof Error ? error.message : String(error) }
}

function guarded(held: HeldReading, post: Post): HeldReading {
  const trying = (act: () => void): void => {
    try {
      act()
    } catch (error) {
      post(failure(error))
    }
  }
  return {
    offer: () => trying(held.offer),
    find: (query) => trying(() => held.find(query)),
    open: (choice) => trying(() => held.open(choice)),
  }
}

function sizeOf({ knowledge: { entities, statements } }: LaidOut): GraphSize {
  let edges = 0
  for (const { value } of statements.values()) if (value.type === 'entity') edges += 1
  return { nodes: entities.size, edges }
}

async function read(
  inputs: readonly InputFile[],
  order: ReadingOrder,
  tell: (done: number, total: number) => void,
): Promise<Opened> {
  const { from, mappings } = order
  if (mappings === undefined) return openFiles(inputs, { ...(from && { from }), tell })
  const { readTables } = await import('../formats/csv/read-tables.ts')
  return readTables(inputs, mappings)
}

function areTables(inputs: readonly InputFile[], from: ReadingOrder['from']): boolean {
  if (from !== undefined) return from === 'csv'
  return inputs.every(({ bytes, name }) => detectFormat(bytes, name)?.family === 'csv')
}

function reportOf({ format, why, result }: Opened): ReadingReport {
  return { format, why, issues: result.issues }
}

async function loaded(
  files: ReadingOrder['files'],
  tell: (done: number, total: number) => void,
): Promise<readonly InputFile[]> {
  const total = files.reduce((sum, { content }) => sum + content.size, 0)
  let done = 0
  const inputs: InputFile[] = []
  for (const { name, content } of files) {
    tell(done, total)
    // At once: a stream of small pieces takes twice as long.
    inputs.push(await unpacked({ name, bytes: new Uint8Array(await content.arrayBuffer()) }))
    done += content.size
  }
  return inputs
}

/** What cannot be unpacked stays as it is: the reader says why. */
async function unpacked(file: InputFile): Promise<InputFile> {
  if (!isGzip(file.bytes)) return file
  const result = await gunzip(file.bytes)
  return result.ok ? { name: file.name.replace(/\.gz$/i, ''), bytes: result.bytes } : file
}

function handOver(
  { knowledge, layout, ...session }: LaidOut,
  report: ReadingReport,
  part: OpenedPart | undefined,
  post: Post,
  tell: Tell,
): void {
  const { entities, statements, ...head } = knowledge
  const columns = kindColumns(knowledge).map(({ id }) => id)
  post({ type: 'head', head, report, kindColumns: columns, session, part })
  const total = entities.size + statements.size
  let done = 0
  const told = (count: number): void => {
    done += count
    tell('handing-over', done, total)
  }
  const names = createNames()
  for (const slice of slices(entities.values())) {
    const positions = new Float64Array(slice.length * 2)
    slice.forEach(({ id }, index) => {
      const { x, y } = layout.get(id) ?? { x: Number.NaN, y: Number.NaN }
      positions.set([x, y], index * 2)
    })
    post({ type: 'entities', packed: packEntities(slice, names), positions }, [positions.buffer])
    told(slice.length)
  }
  for (const slice of slices(statements.values())) {
    post({ type: 'statements', packed: packStatements(slice, names) })
    told(slice.length)
  }
  post({ type: 'end' })
}

function* slices<Item>(items: Iterable<Item>): Iterable<readonly Item[]> {
  let slice: Item[] = []
  for (const item of items) {
    slice.push(item)
    if (slice.length < sliceLength) continue
    yield slice
    slice = []
  }
  if (slice.length > 0) yield slice
}
