import type { JSX } from 'preact'
import type { Session } from '../app/session.ts'
import { changeNotes, changeTexts } from '../display/change-signs.ts'
import { draftMarks } from '../display/draft-marks.ts'
import type { Mark } from '../display/marks.ts'
import { changeClasses } from '../model/change-class.ts'
import { ChangeMark } from './comparison-marks.tsx'
import './comparison.css'

/** What the marks of a draft mean in the picture, and how many there are. */
export function DraftLegend({ session }: { readonly session: Session }): JSX.Element {
  const marks = draftMarks(session.choices.value.draft, session.opened.knowledge)
  const removed = session.bygone('draft')?.removed ?? { entities: 0, statements: 0 }
  const counts = {
    added: counted(marks, 'added'),
    changed: counted(marks, 'changed'),
    removed,
  }
  return (
    <fieldset class="facet comparison-legend">
      <legend>Your draft</legend>
      <ul>
        {changeClasses.map((change) => (
          <li key={change} class="facet-row mark-row">
            <ChangeMark change={change} />
            <span class="facet-label">{changeTexts[change]}</span>
            <span class="facet-count">
              {counts[change].entities}
              <span class="visually-hidden"> entities, </span>
              <span aria-hidden="true"> · </span>
              {counts[change].statements}
              <span class="visually-hidden"> statements</span>
            </span>
          </li>
        ))}
      </ul>
      <p class="muted legend-note">Entities · statements. {changeNotes.draft}</p>
    </fieldset>
  )
}

function counted(
  { entities, statements }: ReturnType<typeof draftMarks>,
  mark: Mark,
): { readonly entities: number; readonly statements: number } {
  const of = (marks: ReadonlyMap<string, Mark>): number =>
    [...marks.values()].filter((each) => each === mark).length
  return { entities: of(entities), statements: of(statements) }
}
