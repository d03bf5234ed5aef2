import type { JSX } from 'preact'
import type { Session } from '../app/session.ts'
import { groupMetrics } from '../view/measured.ts'
import type { KindChoice } from '../view/view.ts'
import { MetricWords, metricLabel } from './structure-words.tsx'
import './structure.css'

/** What gives the kinds, and so the colours: the graph itself, a column, or groups found in it. */
export function KindsFrom({ session }: { readonly session: Session }): JSX.Element {
  const { columns, opening } = session.kinding
  const chosen = session.choices.value.kinds
  const current = chosen.from === 'opening' ? opening : chosen
  const at = columns.findIndex(({ id }) => current?.from === 'column' && current.column === id)
  const choose = (text: string): void => {
    const column = columns[Number(text)]
    const metric = groupMetrics.find((id) => id === text)
    const kinds: KindChoice =
      text === 'own'
        ? { from: 'opening' }
        : metric !== undefined
          ? { from: 'metric', metric }
          : column === undefined
            ? { from: 'nothing' }
            : { from: 'column', column: column.id }
    session.dispatch({ type: 'take-kinds', kinds })
  }
  return (
    <>
      <label class="kinds-from">
        Colour by
        <select
          class="field"
          value={
            current === undefined ? 'own' : current.from === 'metric' ? current.metric : String(at)
          }
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {opening === undefined && <option value="own">Kind</option>}
          {columns.map(({ id, title }, index) => (
            <option key={id} value={String(index)}>
              {title}
            </option>
          ))}
          {(columns.length > 0 || opening !== undefined) && <option value="-1">Nothing</option>}
          <optgroup label="Structure">
            {groupMetrics.map((id) => (
              <option key={id} value={id}>
                {metricLabel(id)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      {chosen.from === 'metric' && (
        <MetricWords
          id={chosen.metric}
          measuring={session.structure.loaded.value?.measuring(chosen.metric)}
          cancel={() => session.dispatch({ type: 'take-kinds', kinds: { from: 'opening' } })}
        />
      )}
    </>
  )
}
