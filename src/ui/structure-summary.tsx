import type { JSX } from 'preact'
import type { Session } from '../app/session.ts'
import type { StructureSummary } from '../app/structure.ts'
import { bridgeMetric, metrics } from '../graph/metrics.ts'
import type { Metric } from '../graph/metrics.ts'
import { amountText } from '../display/amount-words.ts'
import { Words } from './structure-words.tsx'
import './structure.css'

type Told = Pick<Metric, 'sentence' | 'caution'>

const densityWords: Told = {
  sentence: 'The share of all pairs of nodes that some statement joins.',
  caution: 'It falls as a graph grows, so only graphs of about the same size compare.',
}

/** How the whole graph hangs together, in four figures with their words. */
export function StructureFigures({ session }: { readonly session: Session }): JSX.Element {
  const { structure } = session
  structure.load()
  const loaded = structure.loaded.value
  loaded?.summarise()
  const summary = loaded?.summary.value
  if (summary === 'failed') {
    return <p role="status">This could not be computed here: its worker did not run.</p>
  }
  return summary === undefined ? <p class="muted">Being computed …</p> : <Figures of={summary} />
}

function Figures({ of }: { readonly of: StructureSummary }): JSX.Element {
  const { components, largest, density, bridges, cutNodes } = of
  const lines: readonly (readonly [string, string, Told])[] = [
    [
      'Components',
      components < 2
        ? amountText(components)
        : `${amountText(components)}, the largest of ${amountText(largest)}`,
      wordsOf('component'),
    ],
    ...(density === undefined
      ? []
      : [['Density', `${amountText(density * 100)} %`, densityWords] as const]),
    ['Bridges', amountText(bridges), bridgeMetric],
    ['Cut nodes', amountText(cutNodes), wordsOf('cut-node')],
  ]
  return (
    <dl class="structure-figures">
      {lines.map(([label, value, words]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong>{value}</strong>
            <Words {...words} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function wordsOf(id: Metric['id']): Told {
  return metrics.find((metric) => metric.id === id) ?? densityWords
}
