import type { Span } from '../../model/knowledge.ts'
import type { XmlTag } from '../xml/xml-tag.ts'
import type { RawEdge, RawNode, RawRecord } from './raw-graph.ts'
import { addToEdgeDrawing, addToNodeDrawing } from './read-drawing.ts'
import { readSpan, readSpans, timeNames } from './read-spans.ts'

// Shared by all records that say nothing about time, and never added to.
const noSpans: Span[] = []

/** A node as its tag has it, inside the node `outer`. */
export function rawNode(tag: XmlTag, outer: RawNode | undefined): RawNode {
  const node: RawNode = { ...rawRecord(tag), parents: undefined, drawing: undefined }
  const pid = tag.get('pid')
  if (pid !== undefined) node.parents = [{ id: pid, offset: tag.offset }]
  if (outer?.id !== undefined) (node.parents ??= []).push({ id: outer.id, offset: tag.offset })
  return node
}

/** An edge as its tag has it. */
export function rawEdge(tag: XmlTag): RawEdge {
  return {
    ...rawRecord(tag),
    source: tag.get('source'),
    target: tag.get('target'),
    type: tag.get('type'),
    kind: tag.get('kind'),
    weight: tag.get('weight'),
    drawing: undefined,
  }
}

/** Takes in an `<attvalue>`. */
export function addCell(record: RawRecord, tag: XmlTag): void {
  const cells = (record.cells ??= [])
  cells.push({
    column: tag.get('for') ?? tag.get('id'),
    text: tag.get('value'),
    span: tag.hasAny(timeNames) ? readSpan(tag) : undefined,
    offset: tag.offset,
  })
}

/** Takes in a `<spell>`; one without bounds is for ever. */
export function addSpell(record: RawRecord, tag: XmlTag): void {
  const span = readSpan(tag) ?? {}
  if (record.spans === noSpans) record.spans = [span]
  else record.spans.push(span)
}

/** Takes in a `<parent>`. */
export function addParent(node: RawNode, tag: XmlTag): void {
  const id = tag.get('for')
  if (id !== undefined) (node.parents ??= []).push({ id, offset: tag.offset })
}

/** Takes in a viz element of a node. */
export function addNodeDrawing(node: RawNode, tag: XmlTag): void {
  addToNodeDrawing((node.drawing ??= {}), tag, onUnreadable(node, tag))
}

/** Takes in a viz element of an edge. */
export function addEdgeDrawing(edge: RawEdge, tag: XmlTag): void {
  addToEdgeDrawing((edge.drawing ??= {}), tag, onUnreadable(edge, tag))
}

function rawRecord(tag: XmlTag): RawRecord {
  return {
    offset: tag.offset,
    id: tag.get('id'),
    label: tag.get('label'),
    cells: undefined,
    spans: tag.hasAny(timeNames) ? [...readSpans(tag)] : noSpans,
    unreadable: undefined,
  }
}

function onUnreadable(record: RawRecord, { offset }: XmlTag) {
  return (what: string, text: string): void => {
    const list = (record.unreadable ??= [])
    list.push({ what, text, offset })
  }
}
