import { detectFormat } from '../formats/detect.ts'
import type { ReadEnd } from '../formats/gexf/read.ts'
import type { InputFile, Opened } from '../formats/input-file.ts'
import { openFiles } from '../formats/open.ts'
import { xmlLimits } from '../formats/xml/xml-limits.ts'
import type { OpenedPart } from '../graph/part-choice.ts'
import { fitsIn } from '../graph/part.ts'
import type { GraphSize } from '../graph/part.ts'
import { skeletonOf } from '../graph/skeleton.ts'
import { relationCount } from '../model/in-columns.ts'
import { laidOutPart } from '../model/knowledge-part.ts'
import type { LaidOut } from '../model/knowledge.ts'
import { handOver, type Post } from './hand-over.ts'
import { holdReading } from './held-reading.ts'
import type { HeldGraph, HeldReading } from './held-reading.ts'
import { giveBack, loaded } from './loaded-files.ts'
import { longXml, outlinedGraph } from './long-xml.ts'
import { pacedProgress, type Tell } from './paced-progress.ts'
import type { ReadingAnswer, ReadingOrder, ReadingReport } from './reading-messages.ts'
import type { SecondReader } from './second-reader.ts'
import { areSketches, sketchTables } from './sketch-tables.ts'
import { wholeLayout } from './whole-layout.ts'

/** What a reading has for its work. */
interface Means {
  /** A longer XML file is looked through before it is read. */
  readonly mostAtOnce?: number
  readonly second?: SecondReader | undefined
}

/**
 * Reads the files, lays out what has no place, and posts the graph slice by slice. A graph over the
 * limit is held back, and what is given then takes the choice of a part. Whatever goes wrong is
 * posted too. An XML file of more than `mostAtOnce` bytes is read twice: first for how large its
 * graph is, then for what of it is opened.
 */
export async function runReading(
  order: ReadingOrder,
  post: Post,
  { mostAtOnce = xmlLimits.fileSize, second }: Means = {},
): Promise<HeldReading | undefined> {
  const { limit, part } = order
  const tell = pacedProgress(post)
  try {
    const graph = await graphOf(order, { mostAtOnce, second }, post, tell)
    if (graph === undefined) return undefined
    if (fitsIn(graph.size, limit)) {
      await graph.open()
      return undefined
    }
    const held = guarded(holdReading(graph, limit, post), post)
    if (part === undefined) held.offer()
    else await held.open(part)
    return held
  } catch (error) {
    post(failure(error))
    return undefined
  }
}

/** What is in the files; undefined where that is posted which ends the reading. */
async function graphOf(
  order: ReadingOrder,
  { mostAtOnce, second }: Required<Means>,
  post: Post,
  tell: Tell,
): Promise<HeldGraph | undefined> {
  const reject = (opened: Opened): void => post({ type: 'rejected', report: reportOf(opened) })
  const deliver = (opened: Opened, content: LaidOut, of: OpenedPart | undefined): void => {
    const { knowledge, layout, ...rest } = content
    const whole = wholeLayout(knowledge, layout, (share) => tell('laying-out', share, 1))
    handOver({ ...rest, knowledge, layout: whole }, reportOf(opened), of, post, tell)
  }
  const inputs = await loaded(order.files, (done, total) => tell('loading', done, total))
  const long = longXml(inputs, order, mostAtOnce)
  if (long !== undefined) {
    const outlined = outlinedGraph(long, order, tell, (opened, part) => {
      if (opened.result.ok) deliver(opened, opened.result.content, part)
      else reject(opened)
    })
    if (outlined.ok) return outlined.content
    reject({ format: long.family, why: long.why, result: outlined })
    return undefined
  }
  const opened = await openedFiles(inputs, order, second, post, tell)
  if (opened?.result.ok === false) reject(opened)
  if (opened?.result.ok !== true) return undefined
  const { content } = opened.result
  return {
    size: sizeOf(content),
    skeleton: () => skeletonOf(content.knowledge),
    names: () => content.knowledge,
    open: (part) => {
      if (part === undefined) return deliver(opened, content, undefined)
      const ids = [...content.knowledge.entities.keys()]
      const held = new Set(ids.filter((_, place) => part.holds[place] === 1))
      deliver(
        opened,
        laidOutPart(content, (id) => held.has(id)),
        part.opened,
      )
    },
  }
}

/** Reads the files; undefined where their tables are to be explained first. */
async function openedFiles(
  inputs: readonly InputFile[],
  order: ReadingOrder,
  second: SecondReader | undefined,
  post: Post,
  tell: Tell,
): Promise<Opened | undefined> {
  const { from, mappings, choices } = order
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
  const told = (done: number, total: number): void => tell('reading', done, total)
  const opened = await read(inputs, order, second, told)
  for (const { bytes } of inputs) giveBack(bytes.buffer)
  return opened
}

function failure(error: unknown): ReadingAnswer {
  return { type: 'failed', message: error instanceof Error ? error.message : String(error) }
}

function guarded(held: HeldReading, post: Post): HeldReading {
  const trying = async (act: () => void | Promise<void>): Promise<void> => {
    try {
      await act()
    } catch (error) {
      post(failure(error))
    }
  }
  return {
    offer: () => void trying(held.offer),
    find: (query) => void trying(() => held.find(query)),
    open: (choice) => trying(() => held.open(choice)),
  }
}

function sizeOf({ knowledge: { entities, statements } }: LaidOut): GraphSize {
  return { nodes: entities.size, edges: relationCount(statements) }
}

async function read(
  inputs: readonly InputFile[],
  order: ReadingOrder,
  second: SecondReader | undefined,
  tell: (done: number, total: number) => void,
): Promise<Opened> {
  const { from, mappings } = order
  if (mappings === undefined) {
    const readEnd = endReader(inputs, order, second)
    return openFiles(inputs, { ...(from && { from }), ...(readEnd && { readEnd }), tell })
  }
  const { readTables } = await import('../formats/csv/read-tables.ts')
  return readTables(inputs, mappings)
}

/** What gives the end of the one file to the second reader, unless it came packed. */
function endReader(
  inputs: readonly InputFile[],
  { files }: ReadingOrder,
  second: SecondReader | undefined,
): ReadEnd | undefined {
  const [[input, ...more], [file]] = [inputs, files]
  if (second === undefined || input === undefined || file === undefined) return undefined
  if (more.length > 0 || input.bytes.length !== file.content.size) return undefined
  return (head, from, limits) => second({ head, end: file.content.slice(from), limits })
}

function areTables(inputs: readonly InputFile[], from: ReadingOrder['from']): boolean {
  if (from !== undefined) return from === 'csv'
  return inputs.every(({ bytes, name }) => detectFormat(bytes, name)?.family === 'csv')
}

function reportOf({ format, why, result }: Opened): ReadingReport {
  return { format, why, issues: result.issues }
}
