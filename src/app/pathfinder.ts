import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Edge, Graph } from '../graph/graph.ts'
import type { Path, Paths } from '../graph/shortest-paths.ts'
import type { EntityId } from '../model/ids.ts'
import type { Steps } from '../model/steps.ts'
import { samePaths } from '../view/same-view.ts'
import type { PathSelection } from '../view/view.ts'
import { begun, inPauses } from './begun.ts'
import type { Session } from './session.ts'

/** The paths that are selected, and the question for their other end. */
export interface Pathfinder {
  /** Where a path is to begin whose end is being asked for; undefined while nothing is asked. */
  readonly asking: ReadonlySignal<EntityId | undefined>
  readonly ask: (from: EntityId) => void
  readonly answer: (to: EntityId) => void
  /** Looks ahead for the paths to what the reader is about to answer, if to anything. */
  readonly expect: (to: EntityId | undefined) => void
  /** Selects the paths from one to another. */
  readonly show: (from: EntityId, to: EntityId) => void
  readonly close: () => void
  /** Undefined while no path is selected, or none has been looked for yet. */
  readonly found: ReadonlySignal<Paths | undefined>
  /** The path that is looked at, with the edge of each step that is told. */
  readonly path: ReadonlySignal<{ readonly path: Path; readonly told: readonly Edge[] } | undefined>
  /** Looks from the other end at the same path, or at the first where it does not lead that way. */
  readonly turn: () => void
  /** Lists more of them, up to `mostListed`. */
  readonly more: () => void
  readonly choose: (change: Partial<Omit<PathSelection, 'type'>>) => void
}

/** So many paths are listed, and so many more each time that the reader asks for more. */
const page = 10
/** More than this nobody reads, and finding them would take long. */
export const mostListed = 50
/** Milliseconds without another move of a filter before the paths through what is shown are searched. */
const brushRests = 80

/** What looks for paths in a graph and tells them. */
interface Search {
  readonly graph: Graph
  readonly pathsOf: (question: Omit<Question, 'graph'>) => Steps<Paths>
  readonly bestSupported: (edges: readonly Edge[]) => Edge
}

/** What the paths that were found answer. */
interface Question {
  readonly selection: PathSelection
  readonly graph: Graph
  /** Has 1 by place for each edge that a path may go through; undefined for all. */
  readonly shown: Uint8Array | undefined
  /** How many paths are listed at most. */
  readonly count: number
}

async function searchIn(graph: Graph): Promise<Search> {
  const [compact, { pathSteps }, { bestSupported }] = await Promise.all([
    import('./compact.ts').then(({ readyCompact }) => readyCompact(graph)),
    import('../graph/shortest-paths.ts'),
    import('../display/path-prose.ts'),
  ])
  return {
    graph,
    bestSupported,
    pathsOf: ({ selection: { from, to, directed, avoidHubs, avoid }, shown, count }) =>
      pathSteps(compact, from, to, {
        count,
        directed,
        hubPenalty: avoidHubs,
        avoid: new Set(avoid),
        ...(shown === undefined ? {} : { passes: ({ place }) => shown[place] === 1 }),
      }),
  }
}

/** The paths from one to another, whichever way. */
function anyPath(from: EntityId, to: EntityId): PathSelection {
  const anyWay = { at: 0, directed: false, avoidHubs: false, avoid: [], shownOnly: false }
  return { type: 'path', from, to, ...anyWay }
}

/** True where the same paths answer both. */
function isSame(one: Question, other: Question): boolean {
  const isAlike =
    one.graph === other.graph && one.shown === other.shown && one.count === other.count
  return isAlike && samePaths(one.selection, other.selection)
}

/** A pathfinder; the search for paths is loaded with the first path. */
export function createPathfinder(session: Session): Pathfinder {
  const asking = signal<EntityId | undefined>(undefined)
  const found = signal<Paths | undefined>(undefined)
  /** Kept, so that the next paths are there at once. */
  let search: Search | undefined
  const ready = async (graph: Graph): Promise<Search> => (search = await searchIn(graph))
  const wanted = computed((): PathSelection | undefined => {
    const selection = session.selection.value
    return selection.type === 'path' ? selection : undefined
  })
  let answered: Question | undefined
  /** What was looked for ahead, and found if it has come to its end. */
  let expected: { readonly question: Question; readonly paths?: Paths } | undefined
  const answer = (question: Question, wait: number): void => {
    // More of the same paths, or those of a moved brush, take the place of what is listed.
    const keeps = answered !== undefined && samePaths(answered.selection, question.selection)
    answered = question
    const isWanted = (): boolean => answered === question
    const look = ({ pathsOf }: Search): void => {
      if (!isWanted()) return
      const ahead = expected !== undefined && isSame(expected.question, question)
      const paths = (ahead ? expected?.paths : undefined) ?? begun(pathsOf(question), isWanted)
      expected = undefined
      if (!(paths instanceof Promise)) found.value = paths
      else {
        if (!keeps) found.value = undefined
        void paths.then((late) => {
          if (late !== undefined && isWanted()) found.value = late
        })
      }
    }
    const known = search?.graph === question.graph ? search : undefined
    if (known === undefined) void ready(question.graph).then(look)
    else if (wait > 0) setTimeout(look, wait, known)
    else look(known)
  }
  effect(() => {
    const selection = wanted.value
    const { graph } = session
    if (selection === undefined) {
      answered = undefined
      found.value = undefined
      return
    }
    const shown = selection.shownOnly ? session.visible.value.edges.mask : undefined
    const asked = answered?.graph === graph && samePaths(answered.selection, selection)
    // A link leads to any of them, and who goes back from the last does not lose the rest.
    const needed = Math.min(mostListed, page * Math.ceil((selection.at + 1) / page))
    const count = asked ? Math.max(answered?.count ?? 0, needed) : needed
    if (asked && answered?.shown === shown && answered?.count === count) return
    // Other edges are shown at every move of a brush: it is not held up.
    const brushed = asked && answered?.shown !== shown
    answer({ selection, graph, shown, count }, brushed ? brushRests : 0)
  })
  const show = (from: EntityId, to: EntityId): void => {
    session.dispatch({ type: 'select', selection: anyPath(from, to) })
  }
  const lookAhead = async (question: Question): Promise<void> => {
    const mine = { question }
    expected = mine
    const { pathsOf } = search?.graph === question.graph ? search : await ready(question.graph)
    const paths = await inPauses(pathsOf(question), () => expected === mine)
    if (paths !== undefined && expected === mine) expected = { question, paths }
  }
  const choose: Pathfinder['choose'] = (change) => {
    const selection = wanted.peek()
    if (selection === undefined) return
    session.dispatch({ type: 'select', selection: { ...selection, ...change } })
  }
  const path = computed(() => {
    const at = wanted.value?.at ?? 0
    const path = found.value?.paths[at] ?? found.value?.paths[0]
    if (path === undefined || search === undefined) return undefined
    const { bestSupported } = search
    return { path, told: path.steps.map(({ edges }) => bestSupported(edges)) }
  })
  /** Which of the paths from the other end is the present one turned round. */
  const placeTurned = function* (): Steps<number> {
    const present = path.peek()?.path
    if (present === undefined || search === undefined || answered === undefined) return 0
    const [from, to] = [present.nodes.at(-1), present.nodes[0]]
    if (from === undefined || to === undefined) return 0
    const ids = present.nodes.toReversed().join('\n')
    for (const count of [page, mostListed]) {
      const selection = { ...answered.selection, from, to }
      const { paths, more } = yield* search.pathsOf({ ...answered, selection, count })
      const at = paths.findIndex(({ nodes }) => nodes.join('\n') === ids)
      if (at !== -1) return at
      if (!more) break
    }
    return 0
  }
  return {
    asking,
    show,
    ask: (from) => {
      asking.value = from
      // While the reader says where the path is to end.
      void ready(session.graph)
    },
    expect: (to) => {
      const from = asking.peek()
      if (from === undefined || to === undefined) return
      const selection = anyPath(from, to)
      const question = { selection, graph: session.graph, shown: undefined, count: page }
      if (expected === undefined || !isSame(expected.question, question)) void lookAhead(question)
    },
    answer: (to) => {
      const from = asking.peek()
      asking.value = undefined
      if (from !== undefined) show(from, to)
    },
    close: () => {
      asking.value = undefined
      expected = undefined
    },
    found,
    path,
    choose,
    turn: () => {
      const selection = wanted.peek()
      if (selection === undefined) return
      const { from: to, to: from, at, directed } = selection
      const turnTo = (place: number | undefined): void => {
        if (place !== undefined && wanted.peek() === selection) choose({ from, to, at: place })
      }
      // Where directions do not count the list is the same from both ends.
      const place = directed ? begun(placeTurned(), () => wanted.peek() === selection) : at
      if (place instanceof Promise) void place.then(turnTo)
      else turnTo(place)
    },
    more: () => {
      if (answered !== undefined)
        answer({ ...answered, count: Math.min(mostListed, answered.count + page) }, 0)
    },
  }
}
