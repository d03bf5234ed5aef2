import { evidenceOf, namesSources } from '../model/evidence.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge, Layout, Point } from '../model/knowledge.ts'
import { degree } from '../graph/graph.ts'
import type { Edge, Graph } from '../graph/graph.ts'
import type { View } from '../view/view.ts'
import type { Visible } from '../view/visible.ts'
import { crowdingOf } from './crowding.ts'
import { kindLook, nameOf, nodeSize } from './appearance.ts'
import { noMarks } from './draft-marks.ts'
import type { Marks } from './draft-marks.ts'
import { lineOf } from './line.ts'
import { pictureThemes } from './palette.ts'
import type { Scheme } from './palette.ts'
import type { Picture, PictureEdge, PictureNode } from './picture.ts'

/**
 * The picture of what is visible at a view, with nodes as large as their degree unless `sizeOf`
 * says otherwise. What has `marks` is marked. Nodes without a position are left out.
 */
export function pictureOf(
  knowledge: Knowledge,
  graph: Graph,
  layout: Layout,
  moved: View['moved'],
  visible: Visible,
  scheme: Scheme,
  sizeOf: (id: EntityId) => number = (id) => nodeSize(degree(graph, id)),
  marks: Marks = noMarks,
): Picture {
  const disputed = disputedSubjects(knowledge)
  const nodes: PictureNode[] = []
  for (const id of visible.nodes) {
    const entity = knowledge.entities.get(id)
    const point = positionOf(id, layout, moved)
    if (entity === undefined || point === undefined) continue
    const change = marks.entities.get(id)
    nodes.push({
      id,
      x: point.x,
      y: point.y,
      size: sizeOf(id),
      ...kindLook(knowledge, entity.kind, scheme),
      label: labelled(nameOf(entity), marks.notes.entities.has(id)),
      disputed: disputed.has(id),
      ...(change === undefined ? {} : { change }),
    })
  }
  const crowding = crowdingOf(nodes.map(({ size }) => size))
  nodes.sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1))
  const drawn = new Set(nodes.map(({ id }) => id))
  const edges = [...graph.edges.values()].filter(
    ({ id, source, target }) => visible.edges.has(id) && drawn.has(source) && drawn.has(target),
  )
  return {
    nodes: crowding === 1 ? nodes : nodes.map((node) => ({ ...node, size: node.size * crowding })),
    edges: pictureEdges(knowledge, edges, scheme, marks),
    crowding,
  }
}

/** A pencil after the label says that the reader has written a note. */
function labelled(label: string, noted: boolean): string {
  return noted ? `${label} ✎` : label
}

/** Where a node is: where the reader or a layout moved it to, else where the dataset has it. */
export function positionOf(id: EntityId, layout: Layout, moved: View['moved']): Point | undefined {
  return moved.get(id) ?? layout.get(id)
}

/** Entities with a disputed fact. A disputed edge says so itself. */
function disputedSubjects(knowledge: Knowledge): ReadonlySet<EntityId> {
  const subjects = new Set<EntityId>()
  for (const statement of knowledge.statements.values()) {
    if (statement.value.type === 'literal' && evidenceOf(statement) === 'disputed') {
      subjects.add(statement.subject)
    }
  }
  return subjects
}

function pictureEdges(
  knowledge: Knowledge,
  edges: readonly Edge[],
  scheme: Scheme,
  marks: Marks,
): readonly PictureEdge[] {
  const theme = pictureThemes[scheme]
  const sourced = namesSources(knowledge)
  return parallels(edges).flatMap((group) =>
    group.map((edge, index): PictureEdge => {
      const { statement } = edge
      const evidence = evidenceOf(statement)
      const change = marks.statements.get(edge.id)
      return {
        id: edge.id,
        source: edge.source,
        target: edge.target,
        label: labelled(
          statement.label ?? knowledge.predicates.get(statement.predicate)?.label ?? '',
          marks.notes.statements.has(edge.id),
        ),
        colour: theme[change ?? (evidence === 'disputed' ? 'disputed' : 'edge')],
        width: edgeWidth(statement.weight),
        bend: bendOf(edge, index, group.length),
        arrow: arrows[statement.direction],
        line: lineOf(evidence, sourced),
        ...(change === undefined ? {} : { change }),
      }
    }),
  )
}

/** Edges between the same two nodes together, in the order in which each pair first occurs. */
function parallels(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const numbers = new Map<EntityId, number>()
  const numberOf = (id: EntityId): number => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    numbers.set(id, numbers.size)
    return numbers.size - 1
  }
  const groups = new Map<number, Edge[]>()
  for (const edge of edges) {
    const [source, target] = [numberOf(edge.source), numberOf(edge.target)]
    // One number for both: there are far fewer than 2^26 nodes.
    const pair = Math.min(source, target) * 2 ** 26 + Math.max(source, target)
    const group = groups.get(pair)
    if (group === undefined) groups.set(pair, [edge])
    else group.push(edge)
  }
  return [...groups.values()]
}

const arrows = { directed: 'target', undirected: 'none', mutual: 'both' } as const

function edgeWidth(weight: number | undefined): number {
  if (weight === undefined || !(weight > 0)) return 1
  return Math.min(5, Math.sqrt(weight))
}

/** Parallel edges fan out evenly around the straight line between their ends. */
function bendOf({ source, target }: Edge, index: number, count: number): number {
  if (source === target) return index + 1
  const offset = (index - (count - 1) / 2) * 0.22
  return (source < target ? offset : -offset) + 0
}
