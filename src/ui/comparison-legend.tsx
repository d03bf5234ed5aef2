import type { JSX } from 'preact'
import type { Comparison } from '../app/comparison.ts'
import { changeNotes, changeTexts } from '../display/change-signs.ts'
import { changeClasses } from '../model/change-class.ts'
import { ChangeMark } from './comparison-marks.tsx'
import './comparison.css'

/** What the marks of a comparison mean, how many there are, and which of them are drawn. */
export function ComparisonLegend({ comparison }: { readonly comparison: Comparison }): JSX.Element {
  const { entities, statements, hidden, toggle, name, close } = comparison
  return (
    <fieldset class="facet comparison-legend">
      <legend>
        Compared with <span class="of-a-file">{name}</span>
      </legend>
      <ul>
        {changeClasses.map((change) => (
          <li key={change} class={hidden.value.has(change) ? 'facet-row is-hidden' : 'facet-row'}>
            <label>
              <input
                type="checkbox"
                checked={!hidden.value.has(change)}
                onChange={() => toggle(change)}
              />
              <ChangeMark change={change} />
              <span class="facet-label">{changeTexts[change]}</span>
              <span class="facet-count">
                {entities[change]}
                <span class="visually-hidden"> entities, </span>
                <span aria-hidden="true"> · </span>
                {statements[change]}
                <span class="visually-hidden"> statements</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p class="muted legend-note">Entities · statements. {changeNotes.compared}</p>
      <button type="button" class="wide" onClick={close}>
        End the comparison
      </button>
    </fieldset>
  )
}
