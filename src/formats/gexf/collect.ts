import type { XmlListener } from '../xml/scan-xml.ts'
import type { XmlTag } from '../xml/xml-tag.ts'
import type {
  RawColumn,
  RawEdge,
  RawElement,
  RawGraph,
  RawGroup,
  RawHead,
  RawNode,
  RawRecord,
} from './raw-graph.ts'
import {
  addCell,
  addEdgeDrawing,
  addNodeDrawing,
  addParent,
  addSpell,
  rawEdge,
  rawNode,
} from './raw-records.ts'

/** Where the collector stands: the element that is open. */
type Frame =
  | { readonly type: 'document' | 'gexf' | 'meta' | 'graph' | 'ignored' }
  | { readonly type: 'attributes'; readonly class: string | undefined; readonly dynamic: boolean }
  | { readonly type: 'attribute'; readonly column: RawColumn }
  | { readonly type: 'text'; readonly keep: (text: string) => void }
  | { readonly type: 'nodes' | 'edges'; readonly group: RawGroup; readonly outer?: RawNode }
  | { readonly type: 'node'; readonly record: RawNode }
  | { readonly type: 'edge'; readonly record: RawEdge }
  | { readonly type: 'attvalues' | 'spells'; readonly record: RawRecord }
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
export function gexfCollector(): {
  readonly listener: XmlListener
  readonly graph: () => RawGraph | undefined
} {
  const collection = new Collection()
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
      frame = frames.pop() ?? ignored
    },
    text: (piece) => {
      if (frame.type === 'text') text += piece
    },
    instruction: (target, body) => collection.instruct(target, body),
  }
  return { listener, graph: () => collection.graph() }
}

class Collection {
  #root: RawElement | undefined
  #namespace = ''
  #graph: RawHead | undefined
  #modified: string | undefined
  #instruction: string | undefined
  readonly #meta: [string, string][] = []
  readonly #columns: RawColumn[] = []
  readonly #nodes: RawNode[] = []
  readonly #edges: RawEdge[] = []
  readonly #groups: RawGroup[] = []
  readonly #strangers = new Map<string, RawElement>()

  graph(): RawGraph | undefined {
    if (this.#root === undefined) return undefined
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
      strangers: [...this.#strangers.values()],
    }
  }

  instruct(target: string, body: string): void {
    if (target === 'orrery-dataset') this.#instruction ??= body
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
      return taken(addNodeDrawing(frame.record, tag))
    }
    if (frame.type === 'edge' && drawingElements.has(local)) {
      return taken(addEdgeDrawing(frame.record, tag))
    }
    // Foreign elements (XInclude and the like) are nobody's graph, whatever their name.
    if (tag.namespace !== this.#namespace) return ignored
    const inner = this.#inner(frame, tag)
    if (inner !== undefined) return inner
    if (!this.#strangers.has(local)) this.#strangers.set(local, { local, offset: tag.offset })
    return ignored
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
        return recordPart(frame.record, local) ?? this.#group(tag, frame.record)
      case 'edge':
        return recordPart(frame.record, local)
      case 'attvalues':
        return local === 'attvalue' ? taken(addCell(frame.record, tag)) : undefined
      case 'spells':
        return local === 'spell' || local === 'slice'
          ? taken(addSpell(frame.record, tag))
          : undefined
      case 'parents':
        return local === 'parent' ? taken(addParent(frame.record, tag)) : undefined
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
    this.#graph = { local, offset, usualType: tag.get('defaultedgetype') }
    return { type: 'graph' }
  }

  #column(
    block: { readonly class: string | undefined; readonly dynamic: boolean },
    tag: XmlTag,
  ): Frame {
    const column: RawColumn = {
      offset: tag.offset,
      class: block.class,
      dynamic: block.dynamic,
      id: tag.get('id'),
      title: tag.get('title'),
      type: tag.get('type'),
      defaultText: undefined,
      options: undefined,
    }
    this.#columns.push(column)
    return { type: 'attribute', column }
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
    const record = rawEdge(tag)
    this.#edges.push(record)
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

function recordPart(record: RawRecord, local: string): Frame | undefined {
  if (local === 'attvalues') return { type: 'attvalues', record }
  if (local === 'spells' || local === 'slices') return { type: 'spells', record }
  return undefined
}

/** What stands inside of something that has been taken in is nobody's. */
function taken(_: void): Frame {
  return ignored
}
