import type { JSX } from 'preact'
import type { Measuring } from '../app/structure.ts'
import { amountText } from '../display/amount-words.ts'
import type { Note } from '../graph/measure.ts'
import { metrics } from '../graph/metrics.ts'
import type { Metric, MetricId } from '../graph/metrics.ts'

/** What a metric is called. */
export function metricLabel(id: MetricId): string {
  return metrics.find((metric) => metric.id === id)?.label ?? id
}

/** What a metric means and when it misleads, in a sentence each. */
export function Words({ sentence, caution }: Pick<Metric, 'sentence' | 'caution'>): JSX.Element {
  return (
    <p class="structure-words">
      {sentence} <span class="muted">{caution}</span>
    </p>
  )
}

/** The words on a metric, how far it is, and what to know about its figures. */
export function MetricWords({
  id,
  measuring,
  cancel,
}: {
  readonly id: MetricId
  readonly measuring: Measuring | undefined
  readonly cancel: () => void
}): JSX.Element {
  const metric = metrics.find((each) => each.id === id)
  const notes = measuring?.type === 'done' ? measuring.measured.notes : []
  return (
    <>
      {metric !== undefined && <Words {...metric} />}
      {notes.map((note) => (
        <p key={note.type} class="structure-words muted">
          {noteText(note)}
        </p>
      ))}
      {measuring?.type === 'running' && (
        <div class="structure-progress">
          <progress max={1} value={measuring.share} aria-label={`Computing ${metricLabel(id)}`} />
          <button type="button" onClick={cancel}>
            Cancel
          </button>
        </div>
      )}
      {measuring?.type === 'failed' && (
        <p class="structure-words" role="status">
          This could not be computed here: its worker did not run in this browser.
        </p>
      )}
    </>
  )
}

function noteText(note: Note): string {
  switch (note.type) {
    case 'sampled':
      return `Estimated from the shortest paths of ${note.pivots} of ${note.of} nodes; the standard error of a value is ${amountText(note.greatestStandardError)} at most.`
    case 'not-converged':
      return `After ${note.iterations} rounds the values still changed by ${amountText(note.change)}.`
    case 'modularity':
      return `${note.groups} communities; modularity ${amountText(note.value)} (0 is chance, 1 the most there can be).`
    case 'groups':
      return note.groups === 1
        ? 'The whole graph is one.'
        : `${note.groups} in all; the largest has ${note.largest} nodes.`
  }
}
