import type { WeightedGraph } from './canonical-graph.ts'

/** A group of nodes and its places: the one at `members[i]` has the place at i. */
export interface Table {
  readonly members: Uint32Array
  readonly x: Float64Array
  readonly y: Float64Array
  /** Two places each that are next to each other. */
  readonly pairs: readonly (readonly [number, number])[]
}

/** Where each node of the graph is. */
export interface Seats {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** Times that all groups are seated anew. */
const rounds = 6
/** Times that neighbours may change places, and how many ends of edges that may look at. */
const mostPasses = 40
const mostLooks = 15_000_000

/**
 * Orders the members of each table so that edges are short: whole tables are seated by where their
 * members' neighbours sit, and then pairs side by side change places as long as that helps.
 * O(nodes · log² nodes + edges) for each round.
 */
export function seated(graph: WeightedGraph, tables: readonly Table[]): Seats {
  const seats = { x: new Float64Array(graph.order), y: new Float64Array(graph.order) }
  for (const { members, x, y } of tables)
    for (const node of members) {
      seats.x[node] = mean(x)
      seats.y[node] = mean(y)
    }
  for (let round = 0; round < rounds; round += 1)
    for (const table of tables) seatByWish(graph, table, seats)
  changePlaces(graph, tables, seats)
  return seats
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

/** A table as it is halved: guests and places in orders that come to match. */
interface Matching {
  readonly guests: Uint32Array
  readonly wishX: Float64Array
  readonly wishY: Float64Array
  readonly places: Uint32Array
  readonly x: Float64Array
  readonly y: Float64Array
}

function seatByWish({ first, ends }: WeightedGraph, table: Table, seats: Seats): void {
  const { members, x, y } = table
  const [wishX, wishY] = [new Float64Array(members.length), new Float64Array(members.length)]
  members.forEach((node, at) => {
    const [from, to] = [first[node] ?? 0, first[node + 1] ?? 0]
    let [sumX, sumY] = [seats.x[node] ?? 0, seats.y[node] ?? 0]
    for (let slot = from; slot < to; slot += 1) {
      sumX += seats.x[ends[slot] ?? 0] ?? 0
      sumY += seats.y[ends[slot] ?? 0] ?? 0
    }
    wishX[at] = sumX / (to - from + 1)
    wishY[at] = sumY / (to - from + 1)
  })
  const guests = Uint32Array.from(members.keys())
  const places = guests.slice()
  match({ guests, wishX, wishY, places, x, y })
  const before = members.slice()
  guests.forEach((guest, at) => sit(table, places[at] ?? 0, before[guest] ?? 0, seats))
}

function sit({ members, x, y }: Table, place: number, node: number, seats: Seats): void {
  members[place] = node
  seats.x[node] = x[place] ?? 0
  seats.y[node] = y[place] ?? 0
}

/** Halves guests and places by the longer side of the places: who wishes to be left comes left. */
function match(table: Matching): void {
  const { guests, wishX, wishY, places, x, y } = table
  if (places.length < 2) return
  const level = spanOf(places, x) >= spanOf(places, y)
  const [wish, place] = level ? [wishX, x] : [wishY, y]
  guests.sort((a, b) => (wish[a] ?? 0) - (wish[b] ?? 0))
  places.sort((a, b) => (place[a] ?? 0) - (place[b] ?? 0))
  const half = places.length >> 1
  match({ ...table, guests: guests.subarray(0, half), places: places.subarray(0, half) })
  match({ ...table, guests: guests.subarray(half), places: places.subarray(half) })
}

function spanOf(places: Uint32Array, values: Float64Array): number {
  let [least, most] = [Infinity, -Infinity]
  for (const place of places) {
    least = Math.min(least, values[place] ?? 0)
    most = Math.max(most, values[place] ?? 0)
  }
  return most - least
}

/** Neighbours change places where their edges get shorter by that, until nobody would any more. */
function changePlaces(graph: WeightedGraph, tables: readonly Table[], seats: Seats): void {
  let looks = 0
  const strain = (node: number, x: number, y: number, beside: number): number => {
    const to = graph.first[node + 1] ?? 0
    let sum = 0
    for (let slot = graph.first[node] ?? 0; slot < to; slot += 1) {
      const end = graph.ends[slot] ?? 0
      // An edge between the two stays as long as it is.
      if (end === beside) continue
      const [across, up] = [(seats.x[end] ?? 0) - x, (seats.y[end] ?? 0) - y]
      sum += Math.sqrt(across * across + up * up)
      looks += 1
    }
    return sum
  }
  for (let pass = 0; pass < mostPasses; pass += 1) {
    let changes = 0
    for (const table of tables)
      for (const [one, two] of table.pairs) {
        if (looks > mostLooks) return
        const [a, b] = [table.members[one] ?? 0, table.members[two] ?? 0]
        const [ax, ay, bx, by] = [
          table.x[one] ?? 0,
          table.y[one] ?? 0,
          table.x[two] ?? 0,
          table.y[two] ?? 0,
        ]
        const now = strain(a, ax, ay, b) + strain(b, bx, by, a)
        if (strain(a, bx, by, b) + strain(b, ax, ay, a) > now - 1e-6) continue
        sit(table, one, b, seats)
        sit(table, two, a, seats)
        changes += 1
      }
    if (changes === 0) return
  }
}
