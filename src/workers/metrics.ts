import type { MetricsOrder, MetricsReport } from './metrics-run.ts'

/** Starts to measure; what it gives ends that at once, and nothing is reported any more. */
export type StartMetrics = (
  order: MetricsOrder,
  report: (report: MetricsReport) => void,
  failed: () => void,
) => () => void

/** Measures in a worker of its own, which ends with the result, when told to, or when it fails. */
export const startMetrics: StartMetrics = (order, report, failed) => {
  let running = true
  const worker = new Worker(new URL('../workers/metrics.worker.ts', import.meta.url), {
    type: 'module',
  })
  const stop = (): void => {
    running = false
    worker.terminate()
  }
  const fail = (): void => {
    if (!running) return
    stop()
    failed()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<MetricsReport>) => {
    // Reports that were under way when the run was stopped still arrive.
    if (!running) return
    if (data.type !== 'progress') stop()
    report(data)
  })
  worker.addEventListener('error', fail)
  worker.addEventListener('messageerror', fail)
  worker.postMessage(order)
  return stop
}
