import { forceSettings } from '../layout/force-settings.ts'
import { createForce, type Force } from '../layout/force.ts'
import { discMargin } from '../layout/lay-out.ts'
import { radius, type LayoutInput } from '../layout/layout-input.ts'
import { withoutOverlap } from '../layout/overlap.ts'
import type { LayoutOrder, LayoutReport, LayoutStart } from './layout-messages.ts'

/** Between two looks at the clock and at the movement. */
const iterationsPerStep = 5
const mostIterations = 800
const frameMilliseconds = 30
/** A small graph takes its time as well, or the reader would see leaps. */
const mostStepsPerFrame = 1
/** Calmer than a layout from nothing: the reader watches. */
const settings = { ...forceSettings, slowDown: 4, coolAfter: 60, warmUp: 60, gravity: 0.4 }

/** What a run needs of its surroundings. */
export interface Host {
  readonly report: (report: LayoutReport) => void
  /** Calls back soon, after waiting messages had their turn. */
  readonly later: (next: () => void) => void
  /** Milliseconds. */
  readonly now: () => number
}

/**
 * A force layout that continues from where the picture is and reports frames until it has settled
 * or reached its greatest number of iterations; then overlaps are removed, with held nodes left
 * where they are, and the last report is `done`. The result takes the orders; a new start or a
 * stop ends the run before.
 */
export function createLayoutRun(host: Host): (order: LayoutOrder) => void {
  let current: Run | undefined
  const advance = (run: Run): void => {
    if (run !== current) return
    const until = host.now() + frameMilliseconds
    let movement = 0
    let steps = 0
    do {
      steps += 1
      movement = run.force.step(iterationsPerStep)
      run.iterations += iterationsPerStep
    } while (!ended(run) && steps < mostStepsPerFrame && host.now() < until)
    if (ended(run)) {
      current = undefined
      host.report({ type: 'done', positions: apart(run), settled: run.force.settled() })
      return
    }
    const positions = Float32Array.from(run.force.positions())
    const progress = run.iterations / mostIterations
    host.report({ type: 'frame', positions, movement, progress })
    host.later(() => advance(run))
  }
  return (order) => {
    switch (order.type) {
      case 'start': {
        const run = begin(order)
        current = run
        host.later(() => advance(run))
        return
      }
      case 'pin':
        current?.force.pin(order.index, order)
        current?.held.add(order.index)
        return
      case 'unpin':
        current?.force.unpin(order.index)
        current?.held.delete(order.index)
        return
      case 'stop':
        current = undefined
    }
  }
}

interface Run {
  readonly input: LayoutInput
  readonly force: Force
  readonly held: Set<number>
  iterations: number
}

function begin(start: LayoutStart): Run {
  const at = (index: number): number => start.nodes[index] ?? Number.NaN
  const nodes = start.ids.map((id, index) => ({
    id,
    x: at(index * 4),
    y: at(index * 4 + 1),
    size: at(index * 4 + 2),
    fixed: at(index * 4 + 3) === 1,
  }))
  const edges = Array.from(start.weights, (weight, index) => ({
    source: start.edges[index * 2] ?? -1,
    target: start.edges[index * 2 + 1] ?? -1,
    weight,
  }))
  const input = { nodes, edges }
  const held = new Set(nodes.flatMap((node, index) => (node.fixed ? [index] : [])))
  return { input, force: createForce(input, settings), held, iterations: 0 }
}

function ended(run: Run): boolean {
  return run.force.settled() || run.iterations >= mostIterations
}

function apart(run: Run): Float32Array {
  const positions = run.force.positions()
  const discs = run.input.nodes.map((node, index) => ({
    x: positions[index * 2] ?? 0,
    y: positions[index * 2 + 1] ?? 0,
    radius: radius(node),
    fixed: run.held.has(index),
  }))
  const result = new Float32Array(positions.length)
  withoutOverlap(discs, discMargin).forEach(({ x, y }, index) => {
    result[index * 2] = x
    result[index * 2 + 1] = y
  })
  return result
}
