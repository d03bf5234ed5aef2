import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Stop } from '../model/stops.ts'

interface Props {
  readonly stop: Stop
  readonly isNew: boolean
  /** `anew`: the present view takes the place of the saved one. */
  readonly save: (title: string, text: string, anew: boolean) => void
  readonly cancel: () => void
}

/** The title and the words of a saved view. */
export function StopForm({ stop, isNew, save, cancel }: Props): JSX.Element {
  const title = useRef<HTMLInputElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  const anew = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    title.current?.focus()
    title.current?.select()
  }, [])
  const submit = (): void => {
    const written = title.current?.value.trim() ?? ''
    save(
      written === '' ? stop.title : written,
      text.current?.value.trim() ?? '',
      anew.current?.checked === true,
    )
  }
  return (
    <form
      class="own-words"
      aria-label={isNew ? 'Save this view' : `Edit ${stop.title}`}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel()
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <label>
        Title
        <input ref={title} type="text" defaultValue={stop.title} />
      </label>
      <label>
        What to see here
        <textarea ref={text} rows={4} defaultValue={stop.text} />
      </label>
      {!isNew && (
        <label class="own-words-choice">
          <input ref={anew} type="checkbox" />
          Show what I see now instead of the view that was saved
        </label>
      )}
      <div class="own-note-actions">
        <button type="submit" class="primary">
          Save
        </button>
        <button type="button" onClick={cancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}
