import { keptIn } from '../display/import-report.ts'
import type { OpenedPart } from '../graph/part-choice.ts'
import { areInColumns } from '../model/in-columns.ts'
import { kindColumns } from '../model/kind-columns.ts'
import type { Knowledge, LaidOut } from '../model/knowledge.ts'
import { StatementWriter, nowhere } from '../model/statement-block.ts'
import type { StatementBlock } from '../model/statement-block.ts'
import { buffersOf } from './block-buffers.ts'
import { EntityPacker } from './packed-entities.ts'
import type { ReadingAnswer, ReadingReport } from './reading-messages.ts'
import type { Tell } from './paced-progress.ts'

/** So many entities a message: each is a task of its own for the page, far below 100 ms. */
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
  const packer = new EntityPacker(sliceLength)
  for (const slice of slices(entities.values())) {
    const positions = new Float64Array(slice.length * 2)
    slice.forEach(({ id }, index) => {
      const point = layout.get(id)
      positions[index * 2] = point?.x ?? Number.NaN
      positions[index * 2 + 1] = point?.y ?? Number.NaN
    })
    post({ type: 'entities', packed: packer.pack(slice), positions }, [positions.buffer])
    told(slice.length)
  }
  giveBlocks(knowledge, (block) => {
    post({ type: 'statements', block }, buffersOf(block))
    told(block.ids.length)
  })
  post({ type: 'end' })
}

/** The statements in blocks: as the reader wrote them, or written now. */
function giveBlocks(
  { entities, statements }: Knowledge,
  give: (block: StatementBlock) => void,
): void {
  if (areInColumns(statements)) return statements.columns.blocks.list.forEach(give)
  const places = new Map([...entities.keys()].map((id, place) => [id, place]))
  const writer = new StatementWriter(give)
  for (const statement of statements.values()) {
    const { subject, value } = statement
    const from = places.get(subject) ?? nowhere
    const to = (value.type === 'entity' ? places.get(value.entity) : undefined) ?? nowhere
    if (from === nowhere || to === nowhere) writer.keep(statement, from, to)
    else writer.add(statement, from, to)
  }
  writer.end()
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
