import type { JSX } from 'preact'
import './structure.css'

/** Choices that stand together in a menu. */
export interface ChoiceGroup<Choice> {
  /** Undefined where they stand alone. */
  readonly title?: string
  readonly choices: readonly { readonly text: string; readonly choice: Choice }[]
}

interface Props<Choice> {
  readonly label: string
  readonly groups: readonly ChoiceGroup<Choice>[]
  readonly isCurrent: (choice: Choice) => boolean
  readonly choose: (choice: Choice) => void
}

/** A menu of choices in groups; those without any are left out. */
export function ChoiceSelect<Choice>(props: Props<Choice>): JSX.Element {
  const all = props.groups.flatMap(({ choices }) => choices)
  const take = (index: number): void => {
    const taken = all[index]
    if (taken !== undefined) props.choose(taken.choice)
  }
  return (
    <label class="kinds-from">
      {props.label}
      <select
        class="field"
        value={all.findIndex(({ choice }) => props.isCurrent(choice))}
        onChange={({ currentTarget }) => take(Number(currentTarget.value))}
      >
        {props.groups.map(({ title, choices }) => {
          if (choices.length === 0) return null
          const options = choices.map((each) => (
            <option key={all.indexOf(each)} value={all.indexOf(each)}>
              {each.text}
            </option>
          ))
          return title === undefined ? (
            options
          ) : (
            <optgroup key={title} label={title}>
              {options}
            </optgroup>
          )
        })}
      </select>
    </label>
  )
}
