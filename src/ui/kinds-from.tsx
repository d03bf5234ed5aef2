import type { JSX } from 'preact'
import type { Session } from '../app/session.ts'
import type { KindChoice } from '../view/view.ts'

/** Which column of the file gives the kinds, and so the colours. */
export function KindsFrom({ session }: { readonly session: Session }): JSX.Element {
  const { columns, opening } = session.kinding
  const chosen = session.view.value.kinds
  const current = chosen.from === 'opening' ? opening : chosen
  const at = columns.findIndex(({ id }) => current?.from === 'column' && current.column === id)
  const choose = (text: string): void => {
    const column = columns[Number(text)]
    const kinds: KindChoice =
      text === 'own'
        ? { from: 'opening' }
        : column === undefined
          ? { from: 'nothing' }
          : { from: 'column', column: column.id }
    session.dispatch({ type: 'take-kinds', kinds })
  }
  return (
    <label class="kinds-from">
      Colour by
      <select
        value={current === undefined ? 'own' : String(at)}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {opening === undefined && <option value="own">Kind</option>}
        {columns.map(({ id, title }, index) => (
          <option key={id} value={String(index)}>
            {title}
          </option>
        ))}
        <option value="-1">Nothing</option>
      </select>
    </label>
  )
}
