import type { ColumnId, EntityId } from '../model/ids.ts'
import type { Entity, LaidOut, Point } from '../model/knowledge.ts'
import type { StatementBlock } from '../model/statement-block.ts'
import { StatementColumns, StatementTable } from '../model/statement-table.ts'
import type { Kept } from '../display/import-report.ts'
import type { OpenedPart, PartOffer } from '../graph/part-choice.ts'
import type {
  FoundPart,
  KnowledgeHead,
  ReadingAnswer,
  ReadingOrder,
  ReadingProgress,
  ReadingReport,
  ReadingRequest,
  SavedSession,
} from './reading-messages.ts'
import { EntityUnpacker } from './packed-entities.ts'
import type { TableSketch } from './sketch-tables.ts'

/** How a reading ended. */
export type ReadingEnd =
  | {
      readonly type: 'read'
      readonly content: LaidOut
      readonly report: ReadingReport
      readonly kept: Kept
      readonly kindColumns: readonly ColumnId[]
      readonly part: OpenedPart | undefined
    }
  | { readonly type: 'rejected'; readonly report: ReadingReport }
  | { readonly type: 'tables'; readonly sketches: readonly TableSketch[] }
  | { readonly type: 'failed'; readonly message: string }

/** A reading under way. */
export interface Reading {
  /** Ends it without an answer. */
  readonly stop: () => void
  /** Asks about a graph that is too large, and opens a part of it. */
  readonly ask: (request: ReadingRequest) => void
}

/** What a reading tells before it ends. */
export interface ReadingListener {
  readonly onProgress: (progress: ReadingProgress) => void
  /** The graph is too large: the reading waits until a part is asked for. */
  readonly onTooLarge: (offer: PartOffer) => void
  readonly onFound: (query: string, found: readonly FoundPart[]) => void
  readonly onEnd: (end: ReadingEnd) => void
}

/** A worker that waits for the next reading with its code loaded. */
let spare: Worker | undefined

/** Gets a worker ready, so that the next reading begins at once. */
export function expectReading(): void {
  if (spare !== undefined) return
  const worker = createWorker()
  // One that cannot run is left alone; the reading itself says why.
  worker.addEventListener('error', () => {
    if (spare === worker) spare = undefined
  })
  spare = worker
}

function createWorker(): Worker {
  return new Worker(new URL('../workers/reading.worker.ts', import.meta.url), { type: 'module' })
}

/**
 * Reads files in a worker of their own that ends with the reading. Nothing is told before this
 * function has returned, and the end once at most.
 */
export function startReading(order: ReadingOrder, listener: ReadingListener): Reading {
  const worker = spare ?? createWorker()
  spare = undefined
  let running = true
  const stop = (): void => {
    running = false
    worker.terminate()
  }
  const end = (how: ReadingEnd): void => {
    if (!running) return
    stop()
    listener.onEnd(how)
  }
  const gather = gathering()
  worker.addEventListener('message', ({ data }: MessageEvent<ReadingAnswer>) => {
    // Answers that were under way when the reading was stopped still arrive.
    if (!running) return
    if (data.type === 'progress') listener.onProgress(data)
    else if (data.type === 'too-large') listener.onTooLarge(data.offer)
    else if (data.type === 'found') listener.onFound(data.query, data.found)
    else {
      const ended = gather(data)
      if (ended !== undefined) end(ended)
    }
  })
  const failed = (message: string) => (): void => end({ type: 'failed', message })
  worker.addEventListener('error', failed('the worker that reads files could not run'))
  worker.addEventListener('messageerror', failed('the graph could not be handed over'))
  worker.postMessage(order)
  return { stop, ask: (request) => worker.postMessage(request) }
}

/** Puts the slices together; gives the end once it is there. */
function gathering(): (
  answer: Exclude<ReadingAnswer, { readonly type: 'progress' | 'too-large' | 'found' }>,
) => ReadingEnd | undefined {
  const entities = new Map<EntityId, Entity>()
  const blocks: StatementBlock[] = []
  const layout = new Map<EntityId, Point>()
  const unpacker = new EntityUnpacker()
  let first:
    | {
        readonly head: KnowledgeHead
        readonly report: ReadingReport
        readonly kept: Kept
        readonly kindColumns: readonly ColumnId[]
        readonly session: SavedSession
        readonly part: OpenedPart | undefined
      }
    | undefined
  return (answer) => {
    switch (answer.type) {
      case 'rejected':
      case 'tables':
      case 'failed':
        return answer
      case 'head':
        first = answer
        return undefined
      case 'entities':
        unpacker.unpack(answer.packed).forEach((entity, index) => {
          entities.set(entity.id, entity)
          const x = answer.positions[index * 2]
          const y = answer.positions[index * 2 + 1]
          if (x !== undefined && y !== undefined && Number.isFinite(x + y)) {
            layout.set(entity.id, { x, y })
          }
        })
        return undefined
      case 'statements':
        blocks.push(answer.block)
        return undefined
      case 'end': {
        if (first === undefined) throw new Error('The reading ended before it began')
        const { head, report, kept, kindColumns, session, part } = first
        const columns = new StatementColumns([...entities.keys()], blocks)
        const knowledge = { ...head, entities, statements: new StatementTable(columns) }
        const content = { knowledge, layout, ...session }
        return { type: 'read', content, report, kept, kindColumns, part }
      }
    }
  }
}
