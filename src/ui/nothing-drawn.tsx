import type { JSX } from 'preact'
import type { Desk } from '../app/desk.ts'
import './nothing-drawn.css'

/** In place of nodes: why the picture has none, and what would bring some. */
export function NothingDrawn({ desk }: { readonly desk: Desk }): JSX.Element {
  const { session } = desk
  return (
    <p class="nothing-drawn">
      {session.knowledge.entities.size === 0 ? (
        <>
          This graph has no nodes.{' '}
          <TextButton
            text="Add an entity"
            onClick={() => {
              desk.editing.value = { of: 'new-entity' }
            }}
          />{' '}
          or <TextButton text="open another file" onClick={desk.openFiles} />.
        </>
      ) : (
        <>
          Nothing to draw: every node is hidden.{' '}
          <TextButton
            text="Clear all filters"
            onClick={() => {
              session.dispatch({ type: 'show-all' })
              // This button goes, and the focus with it.
              document.getElementById('graph')?.focus()
            }}
          />
        </>
      )}
    </p>
  )
}

function TextButton(props: { readonly text: string; readonly onClick: () => void }): JSX.Element {
  return (
    <button type="button" class="text-button" onClick={props.onClick}>
      {props.text}
    </button>
  )
}
