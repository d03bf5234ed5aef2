import type { JSX } from 'preact'
import type { Desk } from '../app/desk.ts'

/** What of a large picture is not as it would be nearer by. */
export function FromAfar({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { value: share } = desk.linesPainted
  // What is brought out has names of its own.
  const named = desk.regionsNamed.value && desk.session.selection.value.type === 'nothing'
  if (share === 1 && !named) return null
  return (
    <p class="lines-painted">
      {share < 1 && `${percent(share)} of the lines are drawn from here; all of them nearer by. `}
      {named && 'From afar, bold names stand for communities, each called after its main nodes.'}
    </p>
  )
}

function percent(share: number): string {
  return share < 0.01 ? 'Below 1 %' : `${Math.round(share * 100)} %`
}
