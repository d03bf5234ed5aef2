import type { Direction } from '../../model/direction.ts'
import type { AttributeValue, Span } from '../../model/knowledge.ts'
import type { IssueLog } from '../issue-log.ts'
import { quoted } from '../quoted.ts'
import type { XmlListener } from '../xml/scan-xml.ts'
import type { XmlTag } from '../xml/xml-tag.ts'
import { ColumnTable } from './column-table.ts'
import type { RawColumn } from './column-table.ts'
import { edgeDirection, usualDirection } from './directions.ts'
import { ownInstruction } from './own-columns.ts'
import { RawEdges } from './raw-edges.ts'
import type { LastEdges } from './raw-edges.ts'
import type { ColumnTables, RawElement, RawGraph, RawGroup } from './raw-graph.ts'
import type { RawEdge, RawNode } from './raw-records.ts'
import {
  addCells,
  addEdgeDrawing,
  addNodeDrawing,
  addParent,
  addSpells,
  rawEdge,
  rawNode,
  readSpell,
} from './raw-records.ts'

/** Where the collector stands: the element that is open. */
type Frame =
  | { readonly type: 'document' | 'gexf' | 'meta' | 'graph' | 'ignored' }
  | { readonly type: 'attributes'; readonly class: string | undefined; readonly dynamic: boolean }
  | { readonly type: 'attribute'; readonly table: ColumnTable; readonly column: RawColumn }
  | { readonly type: 'text'; readonly keep: (text: string) => void }
  | { readonly type: 'nodes' | 'edges'; readonly group: RawGroup; readonly outer?: RawNode }
  | { readonly type: 'node'; readonly record: RawNode }
  | { readonly type: 'edge'; readonly record: RawEdge }
  | { readonly type: 'attvalues'; readonly record: RawNode | RawEdge; readonly table: ColumnTable }
  | { readonly type: 'spells'; readonly record: RawNode | RawEdge }
  | { readonly type: 'parents'; readonly record: RawNode }

const ignored: Frame = { type: 'ignored' }
const drawingElements: ReadonlySet<string> = new Set([
  'color',
  'colour',
  'position',
  'size',
  'shape',
  'thickness',
])

/** What gathers a GEXF document's records, and what it has gathered. */
export interface GexfCollector {
  readonly listener: XmlListener
  readonly graph: () => RawGraph | undefined
  /**
   * Takes in edges that were read apart from all before, `shift` further along in the text; false,
   * and nothing taken in, where no edges can stand now.
   */
  readonly addLast: (edges: LastEdges, shift: number) => boolean
}

/** A collector for one document; what is wrong with its records goes to `log`. */
export function gexfCollector(log: IssueLog): GexfCollector {
  const collection = new Collection(log)
  const frames: Frame[] = []
  let frame: Frame = { type: 'document' }
  let text = ''
  const listener: XmlListener = {
    open: (tag) => {
      frames.push(frame)
      frame = collection.open(frame, tag)
      if (frame.type === 'text') text = ''
    },
    close: () => {
      if (frame.type === 'text') frame.keep(text)
      else collection.close(frame)
      frame = frames.pop() ?? ignored
    },
    text: (piece) => {
      if (frame.type === 'text') text += piece
    },
    wantsText: () => frame.type === 'text',
    instruction: (target, body) => collection.instruct(target, body),
  }
  return {
    listener,
    graph: () => collection.graph(),
    addLast: (edges, shift) => {
      if (frame.type !== 'edges' || frame.outer !== undefined) return false
      collection.addLast(edges, shift, frame.group)
      return true
    },
  }
}

class Collection {
  #root: RawElement | undefined
  #namespace = ''
  #graph: RawElement | undefined
  #usual: Direction = 'undirected'
  #modified: string | undefined
  #instruction: string | undefined
  readonly #meta: [string, string][] = []
  readonly #log: IssueLog
  readonly #columns: ColumnTables
  readonly #nodes: RawNode[] = []
  readonly #edges = new RawEdges()
  readonly #groups: RawGroup[] = []
  /** Names that have been reported. */
  readonly #strangers = new Set<string>()
  /** The first `#cellCount` are the cells of the record at hand: a list that grows costs more. */
  readonly #cells: AttributeValue[] = []
  #cellCount = 0
  /** The spells of the record at hand. */
  #spells: Span[] = []

  constructor(log: IssueLog) {
    this.#log = log
    this.#columns = { entity: new ColumnTable(log), statement: new ColumnTable(log) }
  }

  graph(): RawGraph | undefined {
    if (this.#root === undefined) return undefined
    this.#columns.entity.finish()
    this.#columns.statement.finish()
    return {
      root: this.#root,
      graph: this.#graph,
      meta: this.#meta,
      modified: this.#modified,
      columns: this.#columns,
      nodes: this.#nodes,
      edges: this.#edges,
      groups: this.#groups,
      instruction: this.#instruction,
    }
  }

  addLast(edges: LastEdges, shift: number, group: RawGroup): void {
    group.records += edges.offsets.length
    this.#edges.addLast(edges, shift)
  }

  instruct(target: string, body: string): void {
    if (target === ownInstruction) this.#instruction ??= body
  }

  open(frame: Frame, tag: XmlTag): Frame {
    if (frame.type === 'document') {
      this.#root = { local: tag.local, offset: tag.offset }
      this.#namespace = tag.namespace
      return tag.local === 'gexf' ? { type: 'gexf' } : ignored
    }
    if (frame.type === 'ignored' || frame.type === 'text') return ignored
    const { local } = tag
    if (frame.type === 'node' && drawingElements.has(local)) {
      addNodeDrawing(frame.record, tag)
      return ignored
    }
    if (frame.type === 'edge' && drawingElements.has(local)) {
      addEdgeDrawing(frame.record, tag)
      return ignored
    }
    // Foreign elements (XInclude and the like) are nobody's graph, whatever their name.
    if (tag.namespace !== this.#namespace) return ignored
    const inner = this.#inner(frame, tag)
    if (inner !== undefined) return inner
    this.#report(tag)
    return ignored
  }

  /** Takes in what an element held that now ends. */
  close(frame: Frame): void {
    if (frame.type === 'attvalues') {
      addCells(frame.record, this.#cells.slice(0, this.#cellCount))
      this.#cellCount = 0
    } else if (frame.type === 'spells') {
      addSpells(frame.record, this.#spells)
      this.#spells = []
    } else if (frame.type === 'edge') this.#edges.add(frame.record)
    else if (frame.type === 'attribute') frame.table.declare(frame.column)
  }

  #inner(frame: Frame, tag: XmlTag): Frame | undefined {
    const { local } = tag
    switch (frame.type) {
      case 'gexf':
        return this.#inGexf(tag)
      case 'meta':
        return { type: 'text', keep: (text) => void this.#meta.push([local, text]) }
      case 'graph':
        return local === 'attributes' ? attributesFrame(tag) : this.#group(tag)
      case 'attributes':
        return local === 'attribute' ? this.#column(frame, tag) : undefined
      case 'attribute':
        return columnPart(frame.column, local)
      case 'nodes':
        return local === 'node' ? this.#node(tag, frame.group, frame.outer) : undefined
      case 'edges':
        return local === 'edge' ? this.#edge(tag, frame.group) : undefined
      case 'node':
        if (local === 'parents') return { type: 'parents', record: frame.record }
        return (
          recordPart(frame.record, local, this.#columns.entity) ?? this.#group(tag, frame.record)
        )
      case 'edge':
        return recordPart(frame.record, local, this.#columns.statement)
      case 'attvalues':
        if (local !== 'attvalue') return undefined
        this.#cell(frame.table, tag)
        return ignored
      case 'spells':
        if (local !== 'spell' && local !== 'slice') return undefined
        this.#spells.push(readSpell(tag))
        return ignored
      case 'parents':
        if (local !== 'parent') return undefined
        addParent(frame.record, tag)
        return ignored
      default:
        return undefined
    }
  }

  #inGexf(tag: XmlTag): Frame | undefined {
    if (tag.local === 'meta') {
      this.#modified ??= tag.get('lastmodifieddate')
      return { type: 'meta' }
    }
    if (tag.local !== 'graph' || this.#graph !== undefined) return undefined
    const { local, offset } = tag
    this.#graph = { local, offset }
    this.#usual = usualDirection(tag, this.#log)
    return { type: 'graph' }
  }

  #column(
    block: { readonly class: string | undefined; readonly dynamic: boolean },
    tag: XmlTag,
  ): Frame {
    const { offset } = tag
    if (block.class !== 'node' && block.class !== 'edge') {
      const what = block.class === undefined ? 'no class' : `the class ${quoted(block.class)}`
      const message = `a column of ${what}, neither node nor edge; it is skipped`
      this.#log.warnOfMany('columns of another class are skipped', offset, message)
      return ignored
    }
    const table = block.class === 'node' ? this.#columns.entity : this.#columns.statement
    const column: RawColumn = {
      offset,
      dynamic: block.dynamic,
      id: tag.get('id'),
      title: tag.get('title'),
      type: tag.get('type'),
      defaultText: undefined,
      options: undefined,
    }
    return { type: 'attribute', table, column }
  }

  #report({ local, offset }: XmlTag): void {
    if (this.#strangers.has(local)) return
    this.#strangers.add(local)
    this.#log.warnOfMany(
      'elements without a meaning here are skipped',
      offset,
      () => `the element ${quoted(local)} has no meaning here; it is skipped`,
    )
  }

  #cell(table: ColumnTable, tag: XmlTag): void {
    const cell = table.cell(tag)
    if (cell === undefined) return
    this.#cells[this.#cellCount] = cell
    this.#cellCount += 1
  }

  #group(tag: XmlTag, outer?: RawNode): Frame | undefined {
    const { local, offset } = tag
    if (local !== 'nodes' && local !== 'edges') return undefined
    const group: RawGroup = { local, offset, count: tag.get('count'), records: 0 }
    this.#groups.push(group)
    return { type: local, group, ...(outer === undefined ? {} : { outer }) }
  }

  #node(tag: XmlTag, group: RawGroup, outer: RawNode | undefined): Frame {
    group.records += 1
    const record = rawNode(tag, outer)
    this.#nodes.push(record)
    return { type: 'node', record }
  }

  #edge(tag: XmlTag, group: RawGroup): Frame {
    group.records += 1
    const record = rawEdge(tag, edgeDirection(tag, this.#usual, this.#log))
    return { type: 'edge', record }
  }
}

function attributesFrame(tag: XmlTag): Frame {
  return { type: 'attributes', class: tag.get('class'), dynamic: tag.get('mode') === 'dynamic' }
}

function columnPart(column: RawColumn, local: string): Frame | undefined {
  if (local === 'default') return { type: 'text', keep: (text) => void (column.defaultText = text) }
  if (local === 'options') return { type: 'text', keep: (text) => void (column.options = text) }
  return undefined
}

function recordPart(
  record: RawNode | RawEdge,
  local: string,
  table: ColumnTable,
): Frame | undefined {
  if (local === 'attvalues') return { type: 'attvalues', record, table }
  if (local === 'spells' || local === 'slices') return { type: 'spells', record }
  return undefined
}
