import { canonicalGraph, type WeightedGraph, type GraphColumns } from './canonical-graph.ts'
import { connectedParts, type ConnectedPart } from './connected-parts.ts'
import { framed } from './frame.ts'
import { discMargin } from './lay-out.ts'
import { placed, type Placing } from './multilevel.ts'
import { packedDiscs } from './pack-discs.ts'
import { crowding, spreadDiscs } from './spread-discs.ts'

export interface LargeLayout {
  /** Does the next piece of work: at 100,000 nodes some 0.1 s, at worst a second. */
  readonly step: () => LargeProgress
  /** Interleaved x, y in the order of the input, as far as it has come; always finite. */
  readonly positions: () => Float32Array
}

export interface LargeProgress {
  readonly stage: 'sorting' | 'communities' | 'nodes' | 'spacing' | 'done'
  /** From 0 to 1. */
  readonly share: number
  readonly done: boolean
}

/** From here on a layout by levels is better and faster than `layOut`. */
export const largeFrom = 1500

const widthPerRoot = 82
/** More width where discs would overlap more than this, for pushing them apart blurs the picture. */
const mostCrowding = 0.15
const widenings = [1, 1.5, 2.25]
/** Drawing the picture out would falsify distances. */
const greatestStretch = 1
/** Of the work, what placing takes; the rest is for spacing. */
const shareOfPlacing = 0.9

/**
 * The complete repeatable layout of a large graph, piece by piece, so that a worker can show it on
 * the way: first communities, then nodes. Like `layOut` it is centred at 0 with y upwards, grows
 * with the square root of the number of nodes, leaves no two discs overlapping, and is the same for
 * the same graph in any order and in pieces of any size.
 */
export function createLargeLayout(input: GraphColumns): LargeLayout {
  const state: State = {
    parts: [],
    placing: undefined,
    origin: new Uint32Array(),
    x: none,
    y: none,
  }
  const work = laidOut(input, state)
  let last: LargeProgress = { stage: 'sorting', share: 0, done: false }
  return {
    step: () => {
      const next = work.next()
      last = next.done === true ? { stage: 'done', share: 1, done: true } : next.value
      return last
    },
    positions: () => {
      const order = input.ids.length
      const result = new Float32Array(order * 2)
      if (last.stage === 'spacing' || last.done) copyPlaces(state, result)
      else copyPreview(state, result)
      return result
    },
  }
}

const none = new Float64Array()

interface Part extends ConnectedPart {
  readonly placing: Placing
}

interface State {
  parts: readonly Part[]
  /** The part under way. */
  placing: Placing | undefined
  origin: Uint32Array
  /** Places in the picture, in canonical order, once every part has its shape. */
  x: Float64Array
  y: Float64Array
}

function* laidOut(input: GraphColumns, state: State): Generator<LargeProgress, void> {
  const { graph, origin } = canonicalGraph(input)
  yield { stage: 'sorting', share: 0, done: false }
  state.origin = origin
  state.parts = connectedParts(graph).map((part) => ({
    ...part,
    placing: emptyPlacing(part.graph),
  }))
  const sizes = Float64Array.from(origin, (index) => usable(input.sizes[index]) + discMargin / 2)
  const total = Math.max(1, graph.order)
  let before = 0
  for (const part of state.parts) {
    const { placing } = part
    state.placing = placing
    if (part.graph.order > 1)
      for (const _ of placed(part.graph, placing))
        yield {
          stage: placing.coarse ? 'communities' : 'nodes',
          share: (shareOfPlacing * (before + placing.share * part.graph.order)) / total,
          done: false,
        }
    before += part.graph.order
  }
  const reaches = state.parts.map(({ nodes }) =>
    Float64Array.from(nodes, (node) => sizes[node] ?? 1),
  )
  state.parts.forEach((part, index) => shape(part, reaches[index] ?? none))
  yield { stage: 'spacing', share: shareOfPlacing, done: false }
  pack(state, reaches, graph.order)
  for (const _ of spreadDiscs(state.x, state.y, sizes))
    yield { stage: 'spacing', share: shareOfPlacing + 0.05, done: false }
  centre(state.x)
  centre(state.y)
}

function emptyPlacing({ order }: WeightedGraph): Placing {
  return {
    x: new Float64Array(order),
    y: new Float64Array(order),
    share: 0,
    coarse: true,
    show: () => undefined,
  }
}

function usable(size: number | undefined): number {
  return size !== undefined && Number.isFinite(size) && size > 0 ? size : 1
}

/** Frames a part and brings it to the scale of the picture. */
function shape({ graph, placing }: Part, reach: Float64Array): void {
  const { x, y } = placing
  const points = Array.from(x, (value, node) => ({ x: value, y: y[node] ?? 0 }))
  framed(points, busiest(graph), greatestStretch).forEach((point, node) => {
    x[node] = point.x
    y[node] = point.y
  })
  const width = spanOf(x)
  const unit = width > 0 ? (widthPerRoot * Math.sqrt(graph.order)) / width : 1
  let scale = 1
  for (const widening of widenings) {
    const factor = (unit * widening) / scale
    scale = unit * widening
    for (let node = 0; node < x.length; node += 1) {
      x[node] = (x[node] ?? 0) * factor
      y[node] = (y[node] ?? 0) * factor
    }
    if (crowding(x, y, reach) <= mostCrowding) break
  }
}

function pack(state: State, reaches: readonly Float64Array[], order: number): void {
  const discs = state.parts.map(({ placing: { x, y } }, index) => ({
    x,
    y,
    reach: reaches[index] ?? none,
  }))
  const shifts = packedDiscs(discs, discMargin)
  state.x = new Float64Array(order)
  state.y = new Float64Array(order)
  state.parts.forEach(({ nodes, placing }, index) => {
    const shift = shifts[index] ?? { x: 0, y: 0 }
    nodes.forEach((node, at) => {
      state.x[node] = (placing.x[at] ?? 0) + shift.x
      state.y[node] = (placing.y[at] ?? 0) + shift.y
    })
  })
}

/** The node with most neighbours, the first of several. */
function busiest({ order, first }: WeightedGraph): number {
  let best = 0
  for (let node = 1; node < order; node += 1)
    if ((first[node + 1] ?? 0) - (first[node] ?? 0) > (first[best + 1] ?? 0) - (first[best] ?? 0))
      best = node
  return best
}

function spanOf(values: Float64Array): number {
  let least = Infinity
  let most = -Infinity
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return values.length > 0 ? most - least : 0
}

function centre(values: Float64Array): void {
  let least = Infinity
  for (const value of values) least = Math.min(least, value)
  const middle = least + spanOf(values) / 2
  for (let node = 0; node < values.length; node += 1) values[node] = (values[node] ?? 0) - middle
}

function copyPlaces({ origin, x, y }: State, result: Float32Array): void {
  origin.forEach((index, node) => {
    result[index * 2] = x[node] ?? 0
    result[index * 2 + 1] = y[node] ?? 0
  })
}

/** The largest part as it is, the others in rows below it until they are packed. */
function copyPreview({ origin, parts, placing }: State, result: Float32Array): void {
  const main = parts[0]
  if (main === undefined) return
  placing?.show()
  const { x, y } = main.placing
  const width = spanOf(x)
  const wanted = widthPerRoot * Math.sqrt(main.graph.order)
  const scale = width > 0 ? wanted / width : 1
  const put = (node: number, atX: number, atY: number): void => {
    const index = origin[node] ?? 0
    result[index * 2] = atX
    result[index * 2 + 1] = atY
  }
  let bottom = 0
  main.nodes.forEach((node, at) => {
    const height = (y[at] ?? 0) * scale
    bottom = Math.min(bottom, height)
    put(node, (x[at] ?? 0) * scale, height)
  })
  const columns = Math.max(20, Math.ceil(wanted / widthPerRoot))
  let beside = 0
  for (const part of parts.slice(1))
    for (const node of part.nodes) {
      const column = (beside % columns) - columns / 2
      put(node, column * widthPerRoot, bottom - widthPerRoot * (2 + Math.floor(beside / columns)))
      beside += 1
    }
}
