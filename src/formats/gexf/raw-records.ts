import { entityId, predicateId, statementId } from '../../model/ids.ts'
import type { AttributeValue, Entity, Span, Statement } from '../../model/knowledge.ts'
import type { Unfinished } from '../../model/unfinished.ts'
import type { XmlTag } from '../xml/xml-tag.ts'
import type { ColumnTable } from './column-table.ts'
import { isEmpty } from './is-empty.ts'
import { linkedTo } from './linked-to.ts'
import { addToEdgeDrawing, addToNodeDrawing, numberIn } from './read-drawing.ts'
import { readSpan, readSpans, timeNames } from './read-spans.ts'

/** A part of a record that cannot be read: what it is, and its text as the file has it. */
export interface Unreadable {
  readonly what: string
  readonly text: string
  readonly offset: number
}

/** What nodes and edges have in common. Most have little, so that lists are made when needed. */
export interface RawRecord {
  readonly id: string | undefined
  readonly offset: number
  cells: AttributeValue[] | undefined
  spells: Span[] | undefined
  unreadable: Unreadable[] | undefined
}

export interface RawNode extends RawRecord {
  /** Without cells, spells and parents; its id is empty where the file has none. */
  readonly record: Unfinished<Entity>
  /** The ids that are meant to be above this node; undefined where there is none. */
  parents: RawParent[] | undefined
}

export interface RawParent {
  readonly id: string
  readonly offset: number
}

export interface RawEdge extends RawRecord {
  /** Without cells, spells and ends. */
  readonly record: Unfinished<Statement>
  /** As the file names them, whether they are there or not. */
  readonly source: string | undefined
  readonly target: string | undefined
}

// Shared by all records that have none, which are most.
const noAliases: Entity['aliases'] = []
const noParents: Entity['parents'] = []
const noSpans: readonly Span[] = []
const noAttributes: readonly AttributeValue[] = []
const noQualifiers: Statement['qualifiers'] = []
const noReferences: Statement['references'] = []
const noDisputes: Statement['disputes'] = []
/** Stands for the ends of an edge until all nodes are known. */
const noEntity = entityId('')
const noValue: Statement['value'] = { type: 'entity', entity: noEntity }

/** A node as its tag has it, inside the node `outer`. */
export function rawNode(tag: XmlTag, outer: RawNode | undefined): RawNode {
  const { offset } = tag
  const id = tag.get('id')
  const record: Unfinished<Entity> = {
    id: entityId(id ?? ''),
    aliases: noAliases,
    parents: noParents,
    spans: tag.hasAny(timeNames) ? readSpans(tag) : noSpans,
    attributes: noAttributes,
  }
  const label = tag.get('label')
  if (label !== undefined) record.label = label
  const node: RawNode = {
    id,
    offset,
    record,
    cells: undefined,
    spells: undefined,
    unreadable: undefined,
    parents: undefined,
  }
  const pid = tag.get('pid')
  if (pid !== undefined) node.parents = [{ id: pid, offset }]
  if (outer?.id !== undefined) (node.parents ??= []).push({ id: outer.id, offset })
  return node
}

/** An edge as its tag has it; what it says is its kind, else its label. */
export function rawEdge(tag: XmlTag, direction: Statement['direction']): RawEdge {
  const { offset } = tag
  const id = tag.get('id')
  const source = tag.get('source')
  const target = tag.get('target')
  const kind = tag.get('kind')
  const label = tag.get('label')
  const weightText = tag.get('weight')
  const name = kind || label || linkedTo
  const record: Unfinished<Statement> = {
    id: statementId(id ?? ''),
    subject: noEntity,
    predicate: predicateId(name),
    value: noValue,
    direction,
    qualifiers: noQualifiers,
    references: noReferences,
    disputes: noDisputes,
    spans: tag.hasAny(timeNames) ? readSpans(tag) : noSpans,
    attributes: noAttributes,
  }
  if (label !== undefined && label !== '' && label !== name) record.label = label
  const edge: RawEdge = {
    id,
    offset,
    record,
    source,
    target,
    cells: undefined,
    spells: undefined,
    unreadable: undefined,
  }
  if (weightText !== undefined) {
    const weight = numberIn(weightText)
    if (weight === undefined) edge.unreadable = [{ what: 'weight', text: weightText, offset }]
    else record.weight = weight
  }
  return edge
}

/** Takes in the cells of one `<attvalues>`, of which a record should have but one: the very list. */
export function addCells(to: RawRecord, cells: AttributeValue[]): void {
  to.cells = joined(to.cells, cells)
}

/** A `<spell>`, which is for ever where it has no bounds. */
export function readSpell(tag: XmlTag): Span {
  return readSpan(tag) ?? {}
}

/** Takes in the spells of one `<spells>`. */
export function addSpells(to: RawRecord, spells: Span[]): void {
  to.spells = joined(to.spells, spells)
}

/** Puts the lists into the record, together with what could not be read, as text. */
export function completed<Record extends Unfinished<Entity> | Unfinished<Statement>>(
  { record, cells, spells, unreadable }: RawRecord & { readonly record: Record },
  columns: ColumnTable,
): Record {
  if (unreadable !== undefined) {
    const texts = unreadable.map(({ what, text }) => columns.asWritten(what, text))
    record.attributes = [...(cells ?? []), ...texts]
  } else if (cells !== undefined) record.attributes = cells
  if (spells !== undefined) record.spans = [...record.spans, ...spells]
  return record
}

function joined<Item>(list: Item[] | undefined, more: Item[]): Item[] | undefined {
  if (more.length === 0) return list
  if (list === undefined) return more
  for (const item of more) list.push(item)
  return list
}

/** Takes in a `<parent>`. */
export function addParent(node: RawNode, tag: XmlTag): void {
  const id = tag.get('for')
  if (id !== undefined) (node.parents ??= []).push({ id, offset: tag.offset })
}

/** Takes in a viz element of a node. */
export function addNodeDrawing(node: RawNode, tag: XmlTag): void {
  const drawing = node.record.drawing ?? {}
  addToNodeDrawing(drawing, tag, onUnreadable(node, tag))
  if (!isEmpty(drawing)) node.record.drawing = drawing
}

/** Takes in a viz element of an edge. */
export function addEdgeDrawing(edge: RawEdge, tag: XmlTag): void {
  const drawing = edge.record.drawing ?? {}
  addToEdgeDrawing(drawing, tag, onUnreadable(edge, tag))
  if (!isEmpty(drawing)) edge.record.drawing = drawing
}

function onUnreadable(of: RawRecord, { offset }: XmlTag) {
  return (what: string, text: string): void => {
    const list = (of.unreadable ??= [])
    list.push({ what, text, offset })
  }
}
