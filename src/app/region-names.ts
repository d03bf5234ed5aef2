import { effect } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Picture } from '../display/picture.ts'
import type { LaidOut } from '../layout/regions.ts'
import type { EntityId } from '../model/ids.ts'
import { breather, paced } from '../model/steps.ts'
import type { Steps } from '../model/steps.ts'
import type { Scene } from '../scene/scene.ts'
import { startRegions } from '../workers/regions.ts'
import { pacer } from './next-task.ts'
import type { Session } from './session.ts'

/** The picture is left alone for so long before its regions are looked for, in milliseconds. */
const rest = 600

/**
 * Names the regions of a large picture for whoever looks from afar, anew whenever it has changed,
 * until the function that it gives is called. Layouts that tell something by themselves have none.
 */
export function nameRegions(
  session: Session,
  running: ReadonlySignal<boolean>,
  show: Scene['nameRegions'],
): () => void {
  let named: Picture | undefined
  return effect(() => {
    const picture = session.picture.value
    const other = session.arrangement.shown.value ?? session.comparison.value
    const forget = (): void => {
      named = undefined
      show([])
    }
    if (running.value || other !== undefined) return forget()
    if (named !== undefined && tellsTheSame(named, picture)) {
      named = picture
      return
    }
    if (picture.edges !== named?.edges) forget()
    let stop = (): void => undefined
    let wanted = true
    const timer = setTimeout(() => {
      void paced(columnsOf(picture), pacer()).then((columns) => {
        if (!wanted) return
        stop = startRegions(columns, (regions) => {
          named = picture
          show(regions.map(({ x, y, leaders }) => ({ x, y, text: textOf(picture, leaders) })))
        })
      })
    }, rest)
    return () => {
      wanted = false
      clearTimeout(timer)
      stop()
    }
  })
}

/** True where other colours are all that has changed, as in another scheme. */
function tellsTheSame(before: Picture, now: Picture): boolean {
  if (before.nodes.length !== now.nodes.length || before.edges.length !== now.edges.length)
    return false
  return (
    before.nodes.every(({ id, x, y, label }, rank) => {
      const node = now.nodes[rank]
      return node?.id === id && node.x === x && node.y === y && node.label === label
    }) &&
    (before.edges === now.edges ||
      before.edges.every(({ id }, place) => now.edges[place]?.id === id))
  )
}

/** Two names that are longer together would be cut. */
const longest = 28

/** A region is called after the node of it that matters most, or after two whose names are short. */
function textOf({ nodes }: Picture, leaders: readonly number[]): string {
  const [first = '', second = ''] = leaders.map((node) => nodes[node]?.label ?? '')
  const both = `${first} · ${second}`
  return first !== '' && second !== '' && both.length <= longest ? both : first
}

function* columnsOf({ nodes, edges }: Picture): Steps<LaidOut> {
  const ranks = new Map<EntityId, number>()
  const places = new Float32Array(2 * nodes.length)
  const pauses = breather()
  for (const [rank, { id, x, y }] of nodes.entries()) {
    if (pauses()) yield
    ranks.set(id, rank)
    places[2 * rank] = x
    places[2 * rank + 1] = y
  }
  const sources = new Uint32Array(edges.length)
  const targets = new Uint32Array(edges.length)
  for (const [index, { source, target }] of edges.entries()) {
    if (pauses()) yield
    sources[index] = ranks.get(source) ?? 0
    targets[index] = ranks.get(target) ?? 0
  }
  return { sources, targets, places }
}
