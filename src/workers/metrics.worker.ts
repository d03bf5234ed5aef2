import { runMetrics } from './metrics-run.ts'
import type { MetricsOrder, MetricsReport } from './metrics-run.ts'

self.addEventListener('message', ({ data }: MessageEvent<MetricsOrder>) => {
  runMetrics(
    data,
    (report: MetricsReport) => {
      const transfer = report.type === 'measured' ? [report.measured.values.buffer] : []
      self.postMessage(report, { transfer })
    },
    () => performance.now(),
  )
})
