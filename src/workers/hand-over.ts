import { keptIn } from '../display/import-report.ts'
import type { OpenedPart } from '../graph/part-choice.ts'
import { kindColumns } from '../model/kind-columns.ts'
import type { LaidOut } from '../model/knowledge.ts'
import { Departure } from './departure.ts'
import { packEntities } from './packed-entities.ts'
import { packStatements } from './packed-statements.ts'
import type { ReadingAnswer, ReadingReport } from './reading-messages.ts'
import type { Tell } from './paced-progress.ts'

/** So many records a message: each is a task of its own for the page, far below 100 ms. */
const sliceLength = 1000

export type Post = (answer: ReadingAnswer, transfer?: Transferable[]) => void

/** Posts a graph slice by slice, with what came out beside it. */
export function handOver(
  { knowledge, layout, ...session }: LaidOut,
  report: ReadingReport,
  part: OpenedPart | undefined,
  post: Post,
  tell: Tell,
): void {
  const { entities, statements, ...head } = knowledge
  const columns = kindColumns(knowledge).map(({ id }) => id)
  const kept = keptIn(knowledge)
  post({ type: 'head', head, report, kept, kindColumns: columns, session, part })
  const total = entities.size + statements.size
  let done = 0
  const told = (count: number): void => {
    done += count
    tell('handing-over', done, total)
  }
  const departure = new Departure()
  for (const slice of slices(entities.values())) {
    const positions = new Float64Array(slice.length * 2)
    slice.forEach(({ id }, index) => {
      const { x, y } = layout.get(id) ?? { x: Number.NaN, y: Number.NaN }
      positions.set([x, y], index * 2)
    })
    post({ type: 'entities', packed: packEntities(slice, departure), positions }, [
      positions.buffer,
    ])
    told(slice.length)
  }
  for (const slice of slices(statements.values())) {
    post({ type: 'statements', packed: packStatements(slice, departure) })
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
