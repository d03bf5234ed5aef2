import { evidenceOf, namesSources } from '../model/evidence.ts'
import { entityId } from '../model/ids.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge, Layout, Point } from '../model/knowledge.ts'
import type { Notebook } from '../model/notebook.ts'
import { degree, degreeAt } from '../graph/graph.ts'
import type { Edge, Graph } from '../graph/graph.ts'
import { allAtOnce, breather } from '../model/steps.ts'
import type { Steps } from '../model/steps.ts'
import { filterColumns } from '../view/filter-columns.ts'
import type { View } from '../view/view.ts'
import type { Visible } from '../view/visible.ts'
import { crowdingOf } from './crowding.ts'
import { kindLooks, nameOf, nodeSize } from './appearance.ts'
import type { ColourOf } from './node-colour.ts'
import { noMarks } from './marks.ts'
import type { Marks } from './marks.ts'
import { parallels } from './parallels.ts'
import { lineOf } from './line.ts'
import { pictureThemes } from './palette.ts'
import type { Scheme } from './palette.ts'
import type { Picture, PictureEdge, PictureNode } from './picture.ts'

/**
 * The picture of what is visible at a view, with nodes as large as their degree unless `sizeOf`
 * says otherwise, and with the colours of their kinds unless `colourOf` does. What has `marks` is
 * marked. Nodes without a position are left out.
 */
export function pictureOf(
  knowledge: Knowledge,
  graph: Graph,
  layout: Layout,
  moved: View['moved'],
  visible: Visible,
  scheme: Scheme,
  sizeOf?: (id: EntityId) => number,
  marks: Marks = noMarks,
  colourOf?: ColourOf,
): Picture {
  const nodes = allAtOnce(
    nodeSteps(knowledge, graph, layout, moved, scheme, sizeOf, marks, colourOf),
  )
  const edges = allAtOnce(edgeSteps(knowledge, graph, nodes.placed, scheme, marks))
  return {
    ...allAtOnce(shownNodeSteps(nodes, visible)),
    edges: allAtOnce(shownEdgeSteps(edges, visible)),
  }
}

/** All nodes that a picture can have. */
export interface PlacedNodes {
  /** The most important first, each as large as it would be alone. */
  readonly nodes: readonly PictureNode[]
  /** Where each of them stands in the graph. */
  readonly places: Uint32Array
  /** The same by their ids, in the order of the data, wherever they are and however large. */
  readonly placed: readonly EntityId[]
}

/** All nodes that have a place, in steps. */
export function* nodeSteps(
  knowledge: Knowledge,
  graph: Graph,
  layout: Layout,
  moved: View['moved'],
  scheme: Scheme,
  sizeOf: (id: EntityId) => number = (id) => nodeSize(degree(graph, id)),
  marks: Marks = noMarks,
  colourOf?: ColourOf,
): Steps<PlacedNodes> {
  const pauses = breather()
  const disputed = yield* disputedSubjects(knowledge, graph)
  const noted = notedEntities(knowledge, marks.notes)
  const lookOf = kindLooks(knowledge, scheme)
  const ranked: { readonly node: PictureNode; readonly place: number }[] = []
  for (const entity of knowledge.entities.values()) {
    if (pauses()) yield
    const { id } = entity
    const point = positionOf(id, layout, moved)
    if (point === undefined) continue
    const change = marks.entities.get(id)
    const look = lookOf(entity.kind)
    const node = {
      id,
      x: point.x,
      y: point.y,
      size: sizeOf(id),
      colour: colourOf === undefined ? look.colour : colourOf(id, scheme),
      shape: look.shape,
      label: labelled(nameOf(entity), noted.has(id)),
      disputed: disputed.has(id),
    }
    ranked.push({
      node: change === undefined ? node : { ...node, change },
      place: graph.places.get(id) ?? 0,
    })
  }
  const placed = ranked.map(({ node }) => node.id)
  // From some degree on all are of the greatest size.
  ranked.sort(
    (a, b) =>
      b.node.size - a.node.size ||
      degreeAt(graph, b.place) - degreeAt(graph, a.place) ||
      (a.node.id < b.node.id ? -1 : 1),
  )
  yield
  const nodes: PictureNode[] = []
  const places = new Uint32Array(ranked.length)
  for (const { node, place } of ranked) {
    if (pauses()) yield
    places[nodes.length] = place
    nodes.push(node)
  }
  return { nodes, places, placed }
}

/** Those of the nodes that are visible, as large as their number allows, in steps. */
export function* shownNodeSteps(
  { nodes, places }: Pick<PlacedNodes, 'nodes' | 'places'>,
  { nodes: { mask } }: Visible,
): Steps<Required<Pick<Picture, 'nodes' | 'crowding'>>> {
  const pauses = breather()
  const shown: PictureNode[] = []
  let rank = 0
  for (const node of nodes) {
    if (mask[places[rank] ?? 0] === 1) shown.push(node)
    rank += 1
    if (pauses()) yield
  }
  const crowding = crowdingOf(shown.map(({ size }) => size))
  return {
    nodes: crowding === 1 ? shown : shown.map((node) => ({ ...node, size: node.size * crowding })),
    crowding,
  }
}

/** All edges that a picture can have. */
export interface PlacedEdges {
  readonly edges: readonly PictureEdge[]
  /** Where each of them stands in the graph. */
  readonly places: Uint32Array
}

/** Those of the edges that are visible, each the very same, in steps. */
export function* shownEdgeSteps(
  { edges, places }: PlacedEdges,
  { edges: { mask } }: Visible,
): Steps<readonly PictureEdge[]> {
  const pauses = breather()
  const shown: PictureEdge[] = []
  let index = 0
  // Without pairs of index and edge, which would cost more than all the rest.
  for (const edge of edges) {
    if (mask[places[index] ?? 0] === 1) shown.push(edge)
    index += 1
    if (pauses()) yield
  }
  return shown
}

/** A pencil after the label says that the reader has written a note. */
function labelled(label: string, noted: boolean): string {
  return noted ? `${label} ✎` : label
}

/** Entities with a note, or with a fact that has one: no mark of its own tells of a fact. */
function notedEntities(knowledge: Knowledge, notes: Notebook): ReadonlySet<EntityId> {
  const noted = new Set(notes.entities.keys())
  for (const id of notes.statements.keys()) {
    const statement = knowledge.statements.get(id)
    if (statement?.value.type === 'literal') noted.add(statement.subject)
  }
  return noted
}

interface Between {
  /** Of each edge its place in the graph. */
  readonly places: Uint32Array
  /** Two for each: the places of its source and its target in the graph. */
  readonly ends: Uint32Array
}

/** The edges between the nodes. */
function* edgesBetween(placed: readonly EntityId[], graph: Graph): Steps<Between> {
  const pauses = breather()
  const isPlaced = new Uint8Array(graph.nodes.length)
  for (const id of placed) isPlaced[graph.places.get(id) ?? -1] = 1
  const places = new Uint32Array(graph.edges.size)
  const ends = new Uint32Array(graph.ends.length)
  let count = 0
  for (let place = 0; place < graph.edges.size; place += 1) {
    if (pauses()) yield
    const source = graph.ends[2 * place] ?? 0
    const target = graph.ends[2 * place + 1] ?? 0
    if (isPlaced[source] !== 1 || isPlaced[target] !== 1) continue
    ends[2 * count] = source
    ends[2 * count + 1] = target
    places[count] = place
    count += 1
  }
  return { places: places.subarray(0, count), ends: ends.subarray(0, 2 * count) }
}

/** Where a node is: where the reader or a layout moved it to, else where the dataset has it. */
export function positionOf(id: EntityId, layout: Layout, moved: View['moved']): Point | undefined {
  return moved.get(id) ?? layout.get(id)
}

/** Entities with a disputed fact. A disputed edge says so itself. */
function* disputedSubjects(knowledge: Knowledge, graph: Graph): Steps<ReadonlySet<EntityId>> {
  const { facts } = yield* filterColumns(knowledge, graph)
  const disputed = facts.filter((fact) => evidenceOf(fact) === 'disputed')
  return new Set(disputed.map(({ subject }) => subject))
}

/**
 * All edges between the nodes that have a place, wherever that is, in steps. An edge runs the same
 * way whichever of its parallels are visible, so that hiding one moves none.
 */
export function* edgeSteps(
  knowledge: Knowledge,
  graph: Graph,
  placed: readonly EntityId[],
  scheme: Scheme,
  marks: Marks = noMarks,
): Steps<PlacedEdges> {
  const pauses = breather()
  const between = yield* edgesBetween(placed, graph)
  const { ends } = between
  const theme = pictureThemes[scheme]
  const sourced = namesSources(knowledge)
  const { order, index, count } = parallels(ends, graph.nodes.length)
  yield
  const endAt = (end: number): EntityId => graph.nodes[ends[end] ?? 0] ?? entityId('')
  const drawnAs = (at: number, place: number): PictureEdge => {
    const gist = graph.gistAt(place)
    const evidence = evidenceOf(gist)
    const id = graph.edges.idAt(place)
    const source = endAt(2 * at)
    const target = endAt(2 * at + 1)
    const change = marks.statements.get(id)
    const drawn = {
      id,
      source,
      target,
      label: labelled(
        gist.label ?? knowledge.predicates.get(gist.predicate)?.label ?? '',
        marks.notes.statements.has(id),
      ),
      colour: theme[change ?? (evidence === 'disputed' ? 'disputed' : 'edge')],
      width: edgeWidth(gist.weight),
      bend: bendOf({ source, target }, index[at] ?? 0, count[at] ?? 1),
      arrow: arrows[gist.direction],
      line: lineOf(evidence, sourced),
    }
    return change === undefined ? drawn : { ...drawn, change }
  }
  const drawn: PictureEdge[] = []
  const places = new Uint32Array(between.places.length)
  for (const at of order) {
    if (pauses()) yield
    const place = between.places[at] ?? 0
    places[drawn.length] = place
    drawn.push(drawnAs(at, place))
  }
  return { edges: drawn, places }
}

const arrows = { directed: 'target', undirected: 'none', mutual: 'both' } as const

/** CSS pixels below which a line would be too faint to be seen on its background. */
const faintest = 0.7

/** As wide as the root of the weight, though below a weight of 1 only as thin as can be seen. */
function edgeWidth(weight: number | undefined): number {
  if (weight === undefined || !(weight > 0)) return 1
  const root = Math.sqrt(weight)
  return Math.min(5, Math.max(root, faintest + (1 - faintest) * root))
}

/** Parallel edges fan out evenly around the straight line between their ends. */
export function bendOf(
  { source, target }: Pick<Edge, 'source' | 'target'>,
  index: number,
  count: number,
): number {
  if (source === target) return index + 1
  if (count === 1) return 0
  const offset = (index - (count - 1) / 2) * 0.22
  return (source < target ? offset : -offset) + 0
}
