import type { XmlElement, XmlHandler } from '../xml/read-xml.ts'
import type {
  Hyperedge,
  Markup,
  OtherGraph,
  RawCell,
  RawDocument,
  RawEdge,
  RawGraph,
  RawKey,
  RawNode,
  RawRecord,
} from './raw-graph.ts'

/** Where the collector stands: the element that is open. */
type Frame =
  | { readonly type: 'document' | 'root' | 'ignored' }
  | { readonly type: 'key'; readonly key: RawKey }
  | { readonly type: 'graph'; readonly graph: RawGraph; readonly outer: RawNode | undefined }
  | { readonly type: 'other'; readonly other: OtherGraph }
  | { readonly type: 'node'; readonly node: RawNode; readonly graph: RawGraph }
  | { readonly type: 'edge'; readonly edge: RawEdge }
  | { readonly type: 'hyperedge'; readonly hyperedge: Hyperedge }
  | { readonly type: 'data'; readonly cell: RawCell }
  | { readonly type: 'markup'; readonly cell: RawCell; readonly markup: OpenMarkup | undefined }
  | { readonly type: 'text'; readonly keep: (text: string) => void }

interface OpenMarkup extends Markup {
  text: string
  closed: boolean
}

const ignored: Frame = { type: 'ignored' }
const drawn: ReadonlySet<string> = new Set([
  'Geometry',
  'Fill',
  'Shape',
  'NodeLabel',
  'EdgeLabel',
  'LineStyle',
])

/** A handler that gathers a GraphML document's records, and what it has gathered. */
export function graphmlCollector(): {
  readonly handler: XmlHandler
  readonly document: () => RawDocument | undefined
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
      const frame = frames.at(-1)
      if (frame?.type === 'data') frame.cell.text += piece
      else if (frame?.type === 'text') text += piece
      else if (frame?.type === 'markup' && frame.markup?.closed === false) {
        frame.markup.text += piece
      }
    },
    instruction: () => undefined,
  }
  return { handler, document: () => collection.document() }
}

class Collection {
  #whole: RawRecord | undefined
  readonly #keys: RawKey[] = []
  readonly #graphs: RawGraph[] = []
  readonly #others: OtherGraph[] = []
  readonly #nodes: RawNode[] = []
  readonly #edges: RawEdge[] = []
  readonly #hyperedges: Hyperedge[] = []
  readonly #ports: XmlElement[] = []
  readonly #strangers = new Map<string, XmlElement>()

  document(): RawDocument | undefined {
    const whole = this.#whole
    if (whole === undefined) return undefined
    return {
      root: whole.element,
      whole,
      keys: this.#keys,
      graphs: this.#graphs,
      others: this.#others,
      nodes: this.#nodes,
      edges: this.#edges,
      hyperedges: this.#hyperedges,
      ports: this.#ports,
      strangers: [...this.#strangers.values()],
    }
  }

  open(frame: Frame, element: XmlElement): Frame {
    if (frame.type === 'document') {
      this.#whole = { element, cells: [], description: undefined }
      return element.local === 'graphml' ? { type: 'root' } : ignored
    }
    if (frame.type === 'ignored' || frame.type === 'text') return ignored
    if (frame.type === 'data' || frame.type === 'markup') return openMarkup(frame, element)
    // Foreign elements (XInclude and the like) are nobody's graph, whatever their name.
    if (element.namespace !== this.#whole?.element.namespace) return ignored
    const inner = this.#inner(frame, element, this.#whole)
    if (inner !== undefined) return inner
    if (!this.#strangers.has(element.local)) this.#strangers.set(element.local, element)
    return ignored
  }

  #inner(frame: Frame, element: XmlElement, whole: RawRecord): Frame | undefined {
    const { local } = element
    switch (frame.type) {
      case 'root':
        return this.#inRoot(element, whole)
      case 'key':
        if (local !== 'default') return undefined
        return { type: 'text', keep: (text) => void (frame.key.defaultText = text) }
      case 'graph':
        return this.#inGraph(frame.graph, frame.outer, element, whole)
      case 'other':
        if (local === 'node') frame.other.nodes += 1
        if (local === 'edge') frame.other.edges += 1
        return frame
      case 'node':
        if (local === 'graph') return this.#graph(element, frame.graph, frame.node)
        if (local !== 'port') return recordPart(frame.node, element)
        this.#ports.push(element)
        return ignored
      case 'edge':
        if (local === 'graph') return this.#graph(element, frame.edge.graph, undefined)
        return recordPart(frame.edge, element)
      case 'hyperedge':
        if (local === 'endpoint') frame.hyperedge.ends += 1
        return ignored
      default:
        return undefined
    }
  }

  #inRoot(element: XmlElement, whole: RawRecord): Frame | undefined {
    if (element.local === 'key') {
      const key: RawKey = { element, defaultText: undefined }
      this.#keys.push(key)
      return { type: 'key', key }
    }
    if (element.local !== 'graph') return recordPart(whole, element)
    if (this.#graphs.length === 0) return this.#graph(element, undefined, undefined)
    const other: OtherGraph = { element, nodes: 0, edges: 0 }
    this.#others.push(other)
    return { type: 'other', other }
  }

  #inGraph(
    graph: RawGraph,
    outer: RawNode | undefined,
    element: XmlElement,
    whole: RawRecord,
  ): Frame | undefined {
    if (element.local === 'node') {
      graph.nodes += 1
      const node: RawNode = { element, cells: [], description: undefined, outer }
      this.#nodes.push(node)
      return { type: 'node', node, graph }
    }
    if (element.local === 'edge') {
      graph.edges += 1
      const edge: RawEdge = { element, cells: [], description: undefined, graph }
      this.#edges.push(edge)
      return { type: 'edge', edge }
    }
    if (element.local === 'hyperedge') {
      const hyperedge: Hyperedge = { element, ends: 0 }
      this.#hyperedges.push(hyperedge)
      return { type: 'hyperedge', hyperedge }
    }
    // What a nested graph says of itself is said of the node that it lies in.
    return recordPart(outer ?? whole, element)
  }

  #graph(element: XmlElement, outer: RawGraph | undefined, node: RawNode | undefined): Frame {
    const graph: RawGraph = { element, outer, nodes: 0, edges: 0 }
    this.#graphs.push(graph)
    return { type: 'graph', graph, outer: node }
  }
}

function recordPart(record: RawRecord, element: XmlElement): Frame | undefined {
  if (element.local === 'desc') {
    return { type: 'text', keep: (text) => void (record.description ??= text) }
  }
  if (element.local !== 'data') return undefined
  const { attributes, offset } = element
  const cell: RawCell = { key: attributes.get('key'), offset, text: '', markup: undefined }
  record.cells.push(cell)
  return { type: 'data', cell }
}

function openMarkup(
  frame: Extract<Frame, { readonly type: 'data' | 'markup' }>,
  { local, attributes }: XmlElement,
): Frame {
  const { cell } = frame
  if (frame.type === 'markup' && frame.markup !== undefined) frame.markup.closed = true
  cell.markup ??= []
  if (!drawn.has(local)) return { type: 'markup', cell, markup: undefined }
  const markup: OpenMarkup = { local, attributes, text: '', closed: false }
  cell.markup.push(markup)
  return { type: 'markup', cell, markup }
}
