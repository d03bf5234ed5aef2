import type { StatementBlock } from '../model/statement-block.ts'

/** What of a block moves to another thread and is not copied. */
export function buffersOf(block: StatementBlock): ArrayBuffer[] {
  const { subjects, objects, predicates, directions, weights, thicknesses } = block
  const { labels, colours, shapes, cells } = block
  return [
    subjects,
    objects,
    predicates,
    directions,
    weights,
    thicknesses,
    labels,
    colours,
    shapes,
    ...cells.map(({ numbers }) => numbers),
  ].flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []))
}
