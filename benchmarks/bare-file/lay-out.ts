import type { MultiGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import Supervisor from 'graphology-layout-forceatlas2/worker'

/** Iterations after which a layout of ForceAtlas2 counts as readable. */
const enough = 500

/** ForceAtlas2 in the package's worker. Counts the iterations in `data-iterations` of the root. */
export function layOut(graph: MultiGraph): void {
  const supervisor = new Supervisor(graph, { settings: forceAtlas2.inferSettings(graph) })
  const { dataset } = document.documentElement
  let iterations = 0
  dataset['iterations'] = '0'
  // The supervisor hands the graph its places once an iteration.
  graph.on('eachNodeAttributesUpdated', () => {
    iterations += 1
    dataset['iterations'] = String(iterations)
    if (iterations !== enough) return
    performance.mark('bare:laid-out')
    // Not at once: the supervisor is in the midst of this iteration's message.
    setTimeout(() => supervisor.kill())
  })
  supervisor.start()
}
