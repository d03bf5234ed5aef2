import type { XmlElement, XmlHandler } from '../xml/read-xml.ts'
import type { RawColumn, RawGraph, RawGroup, RawNode, RawRecord } from './raw-graph.ts'

/** Where the collector stands: the element that is open. */
type Frame =
  | { readonly type: 'document' | 'gexf' | 'meta' | 'graph' | 'ignored' }
  | { readonly type: 'attributes'; readonly element: XmlElement }
  | { readonly type: 'attribute'; readonly column: RawColumn }
  | { readonly type: 'text'; readonly keep: (text: string) => void }
  | { readonly type: 'nodes' | 'edges'; readonly group: RawGroup; readonly outer?: RawNode }
  | { readonly type: 'node'; readonly node: RawNode }
  | { readonly type: 'edge' | 'attvalues' | 'spells'; readonly record: RawRecord }
  | { readonly type: 'parents'; readonly node: RawNode }

const ignored: Frame = { type: 'ignored' }
const drawingElements: ReadonlySet<string> = new Set([
  'color',
  'colour',
  'position',
  'size',
  'shape',
  'thickness',
])

/** A handler that gathers a GEXF document's records, and what it has gathered. */
export function gexfCollector(): {
  readonly handler: XmlHandler
  readonly graph: () => RawGraph | undefined
} {
  const collection = new Collection()
  const frames: Frame[] = [{ type: 'document' }]
  let text = ''
  const handler: XmlHandler = {
    open: (element) => {
      const frame = frames.at(-1)
      if (frame === undefined) throw new Error('an element opened outside the document')
      const inner = collection.open(frame, element)
      frames.push(inner)
      if (inner.type === 'text') text = ''
    },
    close: () => {
      const frame = frames.pop()
      if (frame?.type === 'text') frame.keep(text)
    },
    text: (piece) => {
      if (frames.at(-1)?.type === 'text') text += piece
    },
    instruction: (target, body) => collection.instruct(target, body),
  }
  return { handler, graph: () => collection.graph() }
}

class Collection {
  #root: XmlElement | undefined
  #graph: XmlElement | undefined
  #modified: string | undefined
  #instruction: string | undefined
  readonly #meta: [string, string][] = []
  readonly #columns: RawColumn[] = []
  readonly #nodes: RawNode[] = []
  readonly #edges: RawRecord[] = []
  readonly #groups: RawGroup[] = []
  readonly #strangers = new Map<string, XmlElement>()

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

  open(frame: Frame, element: XmlElement): Frame {
    if (frame.type === 'document') {
      this.#root = element
      return element.local === 'gexf' ? { type: 'gexf' } : ignored
    }
    if (frame.type === 'ignored' || frame.type === 'text') return ignored
    const { local } = element
    const drawable = frame.type === 'node' || frame.type === 'edge'
    if (drawable && drawingElements.has(local)) {
      const record = frame.type === 'node' ? frame.node : frame.record
      record.drawing.push(element)
      return ignored
    }
    // Foreign elements (XInclude and the like) are nobody's graph, whatever their name.
    if (element.namespace !== this.#root?.namespace) return ignored
    const inner = this.#inner(frame, element)
    if (inner !== undefined) return inner
    if (!this.#strangers.has(local)) this.#strangers.set(local, element)
    return ignored
  }

  #inner(frame: Frame, element: XmlElement): Frame | undefined {
    const { local } = element
    switch (frame.type) {
      case 'gexf':
        return this.#inGexf(element)
      case 'meta':
        return { type: 'text', keep: (text) => void this.#meta.push([local, text]) }
      case 'graph':
        return local === 'attributes' ? { type: 'attributes', element } : this.#group(element)
      case 'attributes':
        return local === 'attribute' ? this.#column(frame.element, element) : undefined
      case 'attribute':
        return columnPart(frame.column, local)
      case 'nodes':
        return local === 'node' ? this.#node(element, frame.group, frame.outer) : undefined
      case 'edges':
        return local === 'edge' ? this.#edge(element, frame.group) : undefined
      case 'node':
        if (local === 'parents') return { type: 'parents', node: frame.node }
        return recordPart(frame.node, local) ?? this.#group(element, frame.node)
      case 'edge':
        return recordPart(frame.record, local)
      case 'attvalues':
        return kept(frame.record.cells, element, local === 'attvalue')
      case 'spells':
        return kept(frame.record.spells, element, local === 'spell' || local === 'slice')
      case 'parents':
        return kept(frame.node.parents, element, local === 'parent')
      default:
        return undefined
    }
  }

  #inGexf(element: XmlElement): Frame | undefined {
    if (element.local === 'meta') {
      this.#modified ??= element.attributes.get('lastmodifieddate')
      return { type: 'meta' }
    }
    if (element.local !== 'graph' || this.#graph !== undefined) return undefined
    this.#graph = element
    return { type: 'graph' }
  }

  #column(block: XmlElement, element: XmlElement): Frame {
    const column: RawColumn = {
      element,
      class: block.attributes.get('class'),
      dynamic: block.attributes.get('mode') === 'dynamic',
      defaultText: undefined,
      options: undefined,
    }
    this.#columns.push(column)
    return { type: 'attribute', column }
  }

  #group(element: XmlElement, outer?: RawNode): Frame | undefined {
    const { local } = element
    if (local !== 'nodes' && local !== 'edges') return undefined
    const group: RawGroup = { element, records: 0 }
    this.#groups.push(group)
    return { type: local, group, ...(outer === undefined ? {} : { outer }) }
  }

  #node(element: XmlElement, group: RawGroup, outer: RawNode | undefined): Frame {
    group.records += 1
    const node: RawNode = { element, cells: [], spells: [], drawing: [], outer, parents: [] }
    this.#nodes.push(node)
    return { type: 'node', node }
  }

  #edge(element: XmlElement, group: RawGroup): Frame {
    group.records += 1
    const record: RawRecord = { element, cells: [], spells: [], drawing: [] }
    this.#edges.push(record)
    return { type: 'edge', record }
  }
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

function kept(list: XmlElement[], element: XmlElement, belongs: boolean): Frame | undefined {
  if (!belongs) return undefined
  list.push(element)
  return ignored
}
