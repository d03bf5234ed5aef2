import type { ComponentChildren, JSX } from 'preact'

interface FrameProps {
  readonly title: string
  /** False where something is to be put right first. */
  readonly save: () => boolean
  readonly end: () => void
  /** The button that takes away what is being edited, and what it does; undefined for what is new. */
  readonly remove: { readonly label: string; readonly act: () => void } | undefined
  readonly children: ComponentChildren
}

/** A form with its title, and the buttons that end it. */
export function EditFrame({ title, save, end, remove, children }: FrameProps): JSX.Element {
  return (
    <form
      class="edit"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        if (save()) end()
        // What is wrong is marked with the next drawing.
        else
          requestAnimationFrame(() =>
            form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(),
          )
      }}
    >
      <h2>{title}</h2>
      {children}
      <div class="edit-actions">
        <button type="submit" class="primary">
          Save
        </button>
        <button type="button" onClick={end}>
          Cancel
        </button>
        {remove !== undefined && (
          <button
            type="button"
            class="edit-remove"
            onClick={() => {
              remove.act()
              end()
            }}
          >
            {remove.label}
          </button>
        )}
      </div>
    </form>
  )
}
