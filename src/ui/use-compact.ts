import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { readyCompact } from '../app/compact.ts'
import type { Graph } from '../graph/graph.ts'

/**
 * True once the graph by indices is there, which is long in the making for a large one; from then
 * on also after an edit, which nobody should have to wait for.
 */
export function useCompact(graph: Graph): boolean {
  const isReady = useSignal(false)
  useEffect(() => {
    void readyCompact(graph).then(() => {
      isReady.value = true
    })
  }, [graph])
  return isReady.value
}
