import type { Direction } from '../../model/direction.ts'
import { evidenceOf } from '../../model/evidence.ts'
import type { PredicateId } from '../../model/ids.ts'
import type { Statement } from '../../model/knowledge.ts'
import { any, breather } from '../../model/steps.ts'
import type { Steps } from '../../model/steps.ts'
import { inPieces } from '../pieces.ts'
import { citationText, literalText, separator } from '../readable.ts'
import { xmlAttribute } from '../xml/xml-text.ts'
import { canonicalType } from './column-type.ts'
import { ownColumns } from './own-columns.ts'
import type { Pen } from './pen.ts'
import { beyondGexf, counted, elementXml, freeTitle, jsonCell, spansXml } from './pen.ts'
import { readableCells } from './readable-column.ts'
import type { ReadableColumn } from './readable-column.ts'
import { cellsXml, columnsXml } from './write-columns.ts'
import type { WrittenCell } from './write-columns.ts'
import { edgeDrawingXml, numberText } from './write-drawing.ts'
import { textColumn } from './write-nodes.ts'
import { TypeJudge } from './written-type.ts'

type OwnColumn = ReadableColumn<Statement>

/** The edge columns and the edges as XML, in pieces, and the direction that an edge without a type has. */
export function* edgesXml(pen: Pen): Steps<{
  readonly columns: string
  readonly edges: readonly string[]
  readonly usual: Direction
}> {
  const usual = usualDirection(pen)
  const taken = [...pen.statementColumns.written]
  const own: OwnColumn[] = []
  for (const candidate of [...(yield* plainColumns(pen)), ...(yield* qualifierColumns(pen))]) {
    if (!(yield* any(pen.edges, (edge) => candidate.text(edge) !== undefined))) continue
    const column = { ...candidate.column, title: freeTitle(candidate.column.title, taken) }
    taken.push(column)
    own.push({ ...candidate, column })
  }
  const edges = yield* inPieces(pen.edges, (edge) => edgeXml(edge, usual, own, pen))
  const columns = [
    ...own.map(({ column }) => column),
    ...pen.statementColumns.written,
    textColumn(ownColumns.statement, ownColumns.statement),
  ]
  return { columns: columnsXml('edge', columns), edges, usual }
}

/** Old readers refuse a graph of which only some edges have a direction. */
function usualDirection({ edges }: Pen): Direction {
  if (edges.length === 0) return 'directed'
  return edges.every(({ direction }) => direction === 'undirected') ? 'undirected' : 'directed'
}

function writtenDirection({ direction }: Statement, usual: Direction, pen: Pen): Direction {
  if (pen.version === '1.3' || direction !== 'undirected' || usual === 'undirected')
    return direction
  pen.losses.add('edges without direction among directed ones, written as mutual')
  return 'mutual'
}

const saidElsewhere: ReadonlySet<string> = new Set(['drawing', 'subject', 'value', 'predicate'])

function edgeXml(edge: Statement, usual: Direction, own: readonly OwnColumn[], pen: Pen): string {
  if (edge.value.type !== 'entity') throw new Error(`the fact ${edge.id} is no edge`)
  const { knowledge, entityName, statementColumns, losses } = pen
  const id = pen.statementName(edge.id)
  const direction = writtenDirection(edge, usual, pen)
  const spans = spansXml(edge.spans, pen)
  const fileCells = statementColumns.cells(edge.attributes, losses)
  const readable = readableCells(edge, own, pen)
  const usualLabel = knowledge.predicates.get(edge.predicate)?.label
  const label = counted(edge.label ?? usualLabel ?? edge.predicate, pen)
  const kind = pen.version === '1.3' ? counted(edge.predicate, pen) : undefined
  const weight = writtenWeight(edge, pen)
  const note = readable.find(({ column }) => column === ownColumns.note)?.text
  const native = {
    id,
    weight,
    note,
    spans: spans.seen,
    attributes: fileCells,
    direction,
  }
  const beyond = beyondGexf(edge, native, saidElsewhere)
  const at = pen.order.get(edge.id)
  if (at !== undefined) beyond['at'] = at
  const saysItself = (kind ?? label) === edge.predicate && label === usualLabel && label !== ''
  if (!saysItself || Object.keys(beyond).length > 0) beyond['predicate'] = edge.predicate
  const json = jsonCell(beyond)
  const machine: readonly WrittenCell[] =
    json === undefined ? [] : [{ column: ownColumns.statement, text: json }]
  const start =
    `edge${xmlAttribute('id', id)}${xmlAttribute('source', entityName(edge.subject))}` +
    xmlAttribute('target', entityName(edge.value.entity)) +
    xmlAttribute('type', direction === usual ? undefined : direction) +
    xmlAttribute('kind', kind) +
    xmlAttribute('label', label) +
    xmlAttribute('weight', weight === undefined ? undefined : numberText(weight)) +
    spans.attributes
  return elementXml(
    start,
    'edge',
    cellsXml(readable, fileCells, machine) +
      spans.lines +
      edgeDrawingXml(pen.drawing.edge(edge) ?? {}, losses),
  )
}

function writtenWeight({ weight }: Statement, { losses }: Pen): number | undefined {
  if (weight === undefined || Number.isFinite(weight)) return weight
  losses.add('weights that are no finite number')
  return undefined
}

function* plainColumns({ knowledge, edges }: Pen): Steps<readonly OwnColumn[]> {
  // Of a graph that never had any, "uncited" on every edge would say nothing.
  const judged = yield* any(edges, (edge) => evidenceOf(edge) !== 'uncited')
  return [
    {
      column: textColumn('orrery:evidence', 'evidence'),
      text: (edge) => (judged ? evidenceOf(edge) : undefined),
    },
    {
      column: textColumn('orrery:references', 'references'),
      text: ({ references }) =>
        references.length === 0 ? undefined : citationText(references, knowledge),
    },
    { column: textColumn('orrery:measures', 'measures'), text: ({ measures }) => measures },
    { column: textColumn(ownColumns.note, 'note'), text: ({ note }) => note },
  ]
}

/** One column for each qualifier that occurs, titled with its label. */
function* qualifierColumns({ knowledge, edges }: Pen): Steps<readonly OwnColumn[]> {
  const judges = new Map<PredicateId, TypeJudge>()
  const pauses = breather()
  for (const edge of edges) {
    if (pauses()) yield
    for (const { predicate } of edge.qualifiers) {
      const datatype = knowledge.qualifiers.get(predicate)?.datatype ?? 'string'
      const judge = judges.get(predicate) ?? new TypeJudge([canonicalType(datatype), 'string'])
      judges.set(predicate, judge)
      judge.add(qualifierText(edge, predicate) ?? '')
    }
  }
  return [...judges].map(([predicate, { type }], index) => {
    const title = knowledge.qualifiers.get(predicate)?.label ?? predicate
    return {
      column: { ...textColumn(`orrery:qualifier-${index + 1}`, title), type },
      text: (edge) => qualifierText(edge, predicate),
    }
  })
}

function qualifierText({ qualifiers }: Statement, predicate: PredicateId): string | undefined {
  const texts = qualifiers.filter((one) => one.predicate === predicate)
  if (texts.length === 0) return undefined
  return texts.map(({ literal }) => literalText(literal)).join(separator)
}
