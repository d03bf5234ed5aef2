import { evidenceOf } from '../../model/evidence.ts'
import type { EntityId } from '../../model/ids.ts'
import type { EdgeDrawing, Statement } from '../../model/knowledge.ts'
import { beyondGexf, jsonCell } from '../gexf/pen.ts'
import type { Pen } from '../gexf/pen.ts'
import { typeOfAll } from '../gexf/write-columns.ts'
import { numberText } from '../gexf/write-drawing.ts'
import { statementRecord } from '../orrery-record.ts'
import { citationText, literalText, separator, spanText } from '../readable.ts'
import { xmlAttribute, xmlText } from '../xml/xml-text.ts'
import { fileColumns, graphmlType, textOrNone, withFreeTitles } from './write-columns.ts'
import type { KeyColumn } from './write-columns.ts'
import { colourKeys } from './write-nodes.ts'
import { recordXml, writtenCells } from './write-record.ts'
import type { RecordKeys } from './write-record.ts'
import { yedEdge } from './write-yed.ts'

/** A statement that joins two entities, with its drawing as far as GraphML can hold that. */
interface DrawnEdge extends Statement {
  readonly object: EntityId
  readonly drawn: EdgeDrawing
}

const saidElsewhere: ReadonlySet<string> = new Set([
  'drawing',
  'drawn',
  'subject',
  'entity',
  'object',
  'predicate',
])

/** What `edgedefault` says. NetworkX refuses a graph of which only some edges have a direction. */
type EdgeDefault = 'directed' | 'undirected'

/** The direction of all edges: where any has one, those without are written as if they had. */
export function edgeDefault(edges: readonly DrawnEdge[], pen: Pen): EdgeDefault {
  const count = (direction: Statement['direction']): number =>
    edges.filter((edge) => edge.direction === direction).length
  if (edges.length > 0 && count('undirected') === edges.length) return 'undirected'
  const among = 'edges without direction among directed ones, written as directed'
  pen.losses.add(among, count('undirected'))
  pen.losses.add('edges in both directions, written as directed', count('mutual'))
  return 'directed'
}

/** The keys of the edges, without those that no edge has a value under. */
export function edgeKeys(
  edges: readonly DrawnEdge[],
  usual: EdgeDefault,
  pen: Pen,
): readonly KeyColumn<DrawnEdge>[] {
  const used = ({ text }: KeyColumn<DrawnEdge>): boolean =>
    edges.some((edge) => text(edge) !== undefined)
  return withFreeTitles(
    natives(pen).filter(used),
    fileColumns(pen.knowledge.columns.statement, pen.statementColumns, edges),
    [...readable(usual, pen), ...qualifierColumns(edges, pen)].filter(used),
  )
}

/** One edge. */
export function edgeXml(
  edge: DrawnEdge,
  usual: EdgeDefault,
  keys: RecordKeys<DrawnEdge>,
  pen: Pen,
): string {
  const id = pen.statementName(edge.id)
  const native = {
    id,
    weight: edge.weight,
    note: edge.note === undefined ? undefined : xmlText(edge.note),
    attributes: writtenCells(edge, keys),
    direction: edge.direction === 'directed' ? undefined : edge.direction,
  }
  const added = beyondGexf(statementRecord(edge), native, saidElsewhere)
  const json = jsonCell({
    at: pen.order.get(edge.id),
    predicate: edge.predicate,
    ...(edge.direction === usual ? {} : { direction: edge.direction }),
    ...added,
  })
  const arrows = {
    source: edge.direction === 'mutual',
    target: edge.direction !== 'undirected',
  }
  const start = [
    'edge',
    xmlAttribute('id', id),
    xmlAttribute('source', pen.entityName(edge.subject)),
    xmlAttribute('target', pen.entityName(edge.object)),
  ].join('')
  const drawing = yedEdge(edge.drawn, xmlText(labelOf(edge, pen)), arrows)
  return recordXml(start, edge, keys, { drawing, json }, pen)
}

function labelOf({ label, predicate }: Statement, { knowledge }: Pen): string {
  return label ?? knowledge.predicates.get(predicate)?.label ?? predicate
}

function natives(pen: Pen): readonly KeyColumn<DrawnEdge>[] {
  return [
    { title: 'label', type: 'string', column: undefined, text: (edge) => labelOf(edge, pen) },
    {
      title: 'weight',
      type: 'double',
      column: undefined,
      text: ({ weight }) => (weight === undefined ? undefined : numberText(weight)),
    },
    ...colourKeys<DrawnEdge>(({ drawn }) => drawn.colour),
  ]
}

function readable(usual: EdgeDefault, { knowledge }: Pen): readonly KeyColumn<DrawnEdge>[] {
  const column = (
    title: string,
    text: (edge: DrawnEdge) => string | undefined,
  ): KeyColumn<DrawnEdge> => ({ title, type: 'string', column: `orrery:${title}`, text })
  return [
    column('predicate', ({ predicate }) => predicate),
    column('direction', ({ direction }) => (direction === usual ? undefined : direction)),
    column('evidence', evidenceOf),
    column('references', ({ references }) =>
      textOrNone(references.length, () => citationText(references, knowledge)),
    ),
    column('measures', ({ measures }) => measures),
    column('note', ({ note }) => note),
    column('times', ({ spans }) =>
      textOrNone(spans.length, () => spans.map(spanText).join(separator)),
    ),
  ]
}

/** One column for each qualifier that occurs, titled with its label. */
function qualifierColumns(
  edges: readonly DrawnEdge[],
  { knowledge }: Pen,
): readonly KeyColumn<DrawnEdge>[] {
  const used = new Set(edges.flatMap(({ qualifiers }) => qualifiers.map((one) => one.predicate)))
  return [...used].map((predicate, index) => {
    const qualification = knowledge.qualifiers.get(predicate)
    const text = ({ qualifiers }: DrawnEdge): string | undefined => {
      const texts = qualifiers.filter((one) => one.predicate === predicate)
      return textOrNone(texts.length, () =>
        texts.map(({ literal }) => literalText(literal)).join(separator),
      )
    }
    const texts = edges.flatMap((edge) => text(edge) ?? [])
    return {
      title: qualification?.label ?? predicate,
      type: graphmlType(typeOfAll(texts, qualification?.datatype ?? 'string')),
      column: `orrery:qualifier-${index + 1}`,
      text,
    }
  })
}
