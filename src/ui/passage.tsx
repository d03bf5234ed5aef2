import type { JSX } from 'preact'
import { useSignal } from '@preact/signals'
import type { Session } from '../app/session.ts'
import type { SourceId } from '../model/ids.ts'
import './passage.css'

interface Props {
  readonly session: Session
  readonly source: SourceId
  readonly paragraph: number | undefined
}

/** The place in the source that a reference rests on, with what stands around it. */
export function Passage({ session, source, paragraph }: Props): JSX.Element | null {
  const { passages, dispatch } = session
  const open = useSignal(false)
  if (passages === undefined || paragraph === undefined) return null
  const text = passages.of(source).value
  return (
    <details
      class="passage"
      onToggle={({ currentTarget }) => {
        open.value = currentTarget.open
        if (currentTarget.open) passages.ask(source)
      }}
    >
      <summary>Read the passage</summary>
      {open.value && (
        <>
          {text === 'failed' && (
            <p class="note">The text could not be loaded. Close this and open it again.</p>
          )}
          {text === 'loading' && <p class="muted">Loading the text…</p>}
          {typeof text !== 'string' && (
            <blockquote>
              <Block text={text[paragraph - 2]} />
              <mark>
                <Block text={text[paragraph - 1]} />
              </mark>
              <Block text={text[paragraph]} />
            </blockquote>
          )}
          <button
            type="button"
            class="text-button"
            onClick={() => {
              passages.wanted.value = { source, paragraph }
              dispatch({ type: 'mode', mode: 'sources' })
            }}
          >
            Show it in the whole source
          </button>
        </>
      )}
    </details>
  )
}

/** One paragraph as the source has it; code and tables keep their columns. */
export function Block({ text }: { readonly text: string | undefined }): JSX.Element | null {
  if (text === undefined) return null
  return (
    <span class={/^(?:```|\|)/.test(text) ? 'source-text is-code' : 'source-text'}>{text}</span>
  )
}
