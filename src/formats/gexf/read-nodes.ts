import { entityId } from '../../model/ids.ts'
import type { EntityId } from '../../model/ids.ts'
import type { AttributeValue, Entity } from '../../model/knowledge.ts'
import type { IssueLog } from '../issue-log.ts'
import { quoted } from '../quoted.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import type { RawNode } from './raw-graph.ts'
import type { ColumnTable } from './read-columns.ts'
import { readNodeDrawing } from './read-drawing.ts'
import { readSpans } from './read-spans.ts'

/**
 * The file's nodes as entities. Of several with one id the first wins; a node without an id is
 * skipped; a parent that is missing or would close a circle is dropped. All are reported.
 */
export function readNodes(
  raw: readonly RawNode[],
  columns: ColumnTable,
  log: IssueLog,
): ReadonlyMap<EntityId, Entity> {
  const kept = keptNodes(raw, log)
  const parents = readParents(kept, log)
  warnOfLookAlikes(kept, log)
  return new Map(
    [...kept].map(([id, node]) => [id, readNode(id, node, parents.get(id) ?? [], columns, log)]),
  )
}

function keptNodes(raw: readonly RawNode[], log: IssueLog): Map<EntityId, RawNode> {
  const kept = new Map<EntityId, RawNode>()
  for (const node of raw) {
    const { attributes, offset } = node.element
    const text = attributes.get('id')
    if (text === undefined) {
      const label = attributes.get('label')
      const named = label === undefined ? '' : ` (its label is ${quoted(label)})`
      log.warn(offset, `a node without an id${named}; it is skipped`)
      continue
    }
    const id = entityId(text)
    if (kept.has(id)) {
      log.warn(offset, `the node ${quoted(text)} is there already; this second one is skipped`)
    } else kept.set(id, node)
  }
  return kept
}

function readNode(
  id: EntityId,
  node: RawNode,
  parents: readonly EntityId[],
  columns: ColumnTable,
  log: IssueLog,
): Entity {
  const label = node.element.attributes.get('label')
  const attributes: AttributeValue[] = columns.cells(node)
  const unreadable = (element: XmlElement, what: string, text: string): void => {
    const message = `the ${what} ${quoted(text)} of the node ${quoted(id)} cannot be read`
    log.warn(element.offset, `${message}; it is kept as text`)
    attributes.push(columns.asWritten(what, text))
  }
  const drawing = readNodeDrawing(node.drawing, unreadable)
  return {
    id,
    ...(label === undefined ? {} : { label }),
    aliases: [],
    parents,
    spans: readSpans(
      node.element.attributes,
      node.spells.map((spell) => spell.attributes),
    ),
    attributes,
    ...(drawing === undefined ? {} : { drawing }),
  }
}

function readParents(
  kept: ReadonlyMap<EntityId, RawNode>,
  log: IssueLog,
): ReadonlyMap<EntityId, readonly EntityId[]> {
  const parents = new Map<EntityId, readonly EntityId[]>()
  for (const [id, node] of kept) {
    const found: EntityId[] = []
    for (const { text, offset } of parentTexts(node)) {
      const parent = entityId(text)
      if (found.includes(parent)) continue
      if (!kept.has(parent)) {
        const message = `the parent ${quoted(text)} of the node ${quoted(id)} is not in the file`
        log.warn(offset, `${message}; it is skipped`)
      } else if (isAbove(id, parent, parents)) {
        const message = `the parent ${quoted(text)} of the node ${quoted(id)} lies inside that node`
        log.warn(offset, `${message}; it is skipped`)
      } else found.push(parent)
    }
    if (found.length > 0) parents.set(id, found)
  }
  return parents
}

function parentTexts(node: RawNode): readonly { text: string; offset: number }[] {
  const { element, outer } = node
  const inner = [element.attributes.get('pid'), outer?.element.attributes.get('id')]
  return [
    ...inner.flatMap((text) => (text === undefined ? [] : [{ text, offset: element.offset }])),
    ...node.parents.flatMap(({ attributes, offset }) => {
      const text = attributes.get('for')
      return text === undefined ? [] : [{ text, offset }]
    }),
  ]
}

/** True where `id` is `from` or one of its parents, grandparents and so on. */
function isAbove(
  id: EntityId,
  from: EntityId,
  parents: ReadonlyMap<EntityId, readonly EntityId[]>,
): boolean {
  const seen = new Set<EntityId>()
  const open = [from]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...(parents.get(next) ?? []))
  }
  return false
}

function warnOfLookAlikes(kept: ReadonlyMap<EntityId, RawNode>, log: IssueLog): void {
  const seen = new Map<string, EntityId>()
  for (const [id, node] of kept) {
    const look = lookOf(id)
    const first = seen.get(look)
    if (first === undefined) seen.set(look, id)
    else {
      const message = `the ids ${quoted(first)} and ${quoted(id)} look alike`
      log.warn(node.element.offset, `${message}; they stay two nodes`)
    }
  }
}

/** What a reader makes of an id: without case, width, composition and invisible characters. */
function lookOf(id: string): string {
  if (/^[a-z\d_.-]*$/.test(id)) return id
  return id
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '')
    .toUpperCase()
    .toLowerCase()
}
