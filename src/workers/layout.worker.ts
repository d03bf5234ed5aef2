import type { LayoutOrder, LayoutReport } from './layout-messages.ts'
import { createLayoutRun } from './layout-run.ts'

const receive = createLayoutRun({
  report: (report: LayoutReport) => {
    self.postMessage(report, { transfer: [report.positions.buffer] })
  },
  later: (next) => {
    setTimeout(next, 0)
  },
  now: () => performance.now(),
})

self.addEventListener('message', (event: MessageEvent<LayoutOrder>) => {
  receive(event.data)
})
