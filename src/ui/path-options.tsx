import type { JSX } from 'preact'
import type { Desk } from '../app/desk.ts'
import { periodText } from '../display/time-axis.ts'
import type { PredicateId } from '../model/ids.ts'
import type { PathSelection } from '../view/view.ts'
import './explore.css'

/** Which paths are looked for: by direction, through hubs, through what is shown, by relation. */
export function PathOptions({
  desk,
  selection,
}: {
  readonly desk: Desk
  readonly selection: PathSelection
}): JSX.Element {
  const { choose, turn } = desk.pathfinder
  const { knowledge, choices } = desk.session
  const { time } = choices.value.hidden
  const relations = [...knowledge.predicates.values()].filter(({ type }) => type === 'relation')
  const avoid = (predicate: PredicateId, on: boolean): void => {
    const others = selection.avoid.filter((each) => each !== predicate)
    choose({ avoid: on ? [...others, predicate] : others, at: 0 })
  }
  return (
    <section class="path-options">
      <label>
        <input
          type="checkbox"
          checked={selection.directed}
          onChange={({ currentTarget }) => choose({ directed: currentTarget.checked, at: 0 })}
        />
        Along the direction of the statements only
      </label>
      <label>
        <input
          type="checkbox"
          checked={selection.avoidHubs}
          onChange={({ currentTarget }) => choose({ avoidHubs: currentTarget.checked, at: 0 })}
        />
        Rather not through hubs
      </label>
      <label>
        <input
          type="checkbox"
          name="shown-only"
          checked={selection.shownOnly}
          onChange={({ currentTarget }) => choose({ shownOnly: currentTarget.checked, at: 0 })}
        />
        Only through what is shown{time === undefined ? '' : `, here ${periodText(time)}`}
      </label>
      <button type="button" class="text-button" onClick={turn}>
        Turn round
      </button>
      <details open={selection.avoid.length > 0}>
        <summary>
          Not through these relations{' '}
          {selection.avoid.length > 0 && <span class="count">{selection.avoid.length}</span>}
        </summary>
        {relations.map(({ id, label }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={selection.avoid.includes(id)}
              onChange={({ currentTarget }) => avoid(id, currentTarget.checked)}
            />
            {label}
          </label>
        ))}
      </details>
    </section>
  )
}
