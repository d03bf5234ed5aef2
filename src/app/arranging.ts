import { nodeSize } from '../display/appearance.ts'
import { arrangedPicture } from '../display/arranged-picture.ts'
import { degree } from '../graph/graph.ts'
import type { Arranged } from '../layout/arranged.ts'
import { kindOf } from '../view/kind-of.ts'
import { startArrange } from '../workers/arrange.ts'
import type { StartArrange } from '../workers/arrange.ts'
import type { ArrangeOrder } from '../workers/arrange-run.ts'
import type { Arrangement, ToArrange } from './arrangement.ts'
import { glide } from './glide.ts'

/** Computes the places of a layout; what it gives ends that. Undefined where no worker could run. */
export function arrange(
  wanted: ToArrange,
  done: (arrangement: Arrangement | undefined) => void,
  start: StartArrange = startArrange,
): () => void {
  return start(orderOf(wanted), (arranged) =>
    done(arranged === undefined ? undefined : arrangementOf(wanted, arranged)),
  )
}

function orderOf({ choice, knowledge, graph }: ToArrange): ArrangeOrder {
  const { nodes } = graph
  const along = choice.by === 'hierarchy' ? choice : undefined
  const edges: number[] = []
  for (let place = 0; place < graph.edges.size; place += 1) {
    if (along !== undefined && graph.gistAt(place).predicate !== along.predicate) continue
    const [source, target] = [graph.ends[2 * place] ?? 0, graph.ends[2 * place + 1] ?? 0]
    if (along?.turned === true) edges.push(target, source)
    else edges.push(source, target)
  }
  const columns = {
    ids: nodes,
    // As large as their degree, whatever sizes tell: another size must not move anything.
    sizes: Float64Array.from(nodes, (id) => nodeSize(degree(graph, id))),
    edges: Uint32Array.from(edges),
  }
  switch (choice.by) {
    case 'kind': {
      const groups = nodes.map((id) => {
        const entity = knowledge.entities.get(id)
        return entity === undefined ? '' : kindOf(entity)
      })
      return { columns, by: { type: 'kind', groups } }
    }
    case 'radial':
      return { columns, by: { type: 'radial', centre: graph.places.get(choice.centre) ?? 0 } }
    case 'hierarchy':
      return { columns, by: { type: 'hierarchy' } }
  }
}

function arrangementOf({ choice, knowledge, graph }: ToArrange, arranged: Arranged): Arrangement {
  const { nodes } = graph
  const guides = arranged.guides.map((guide) => ({
    ...guide,
    nodes: Array.from(guide.nodes, (at) => nodes[at]).filter((id) => id !== undefined),
  }))
  return {
    choice,
    layout: new Map(
      nodes.map((id, at) => [id, { x: arranged.x[at] ?? 0, y: arranged.y[at] ?? 0 }]),
    ),
    rim: guides.flatMap(({ x, y, radius }) => [
      { x: x - radius, y: y - radius },
      { x: x + radius, y: y + radius },
    ]),
    glide,
    dressed: (picture, scheme) => arrangedPicture(picture, { choice, guides }, knowledge, scheme),
    knowledge,
    graph,
    unsaid: guides.find(({ about }) => about === undefined)?.nodes.length ?? 0,
  }
}
