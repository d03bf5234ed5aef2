import type { JSX } from 'preact'
import { useSignal } from '@preact/signals'
import type { Session } from '../app/session.ts'
import { markedWords } from '../display/marked-words.ts'
import type { SourceId } from '../model/ids.ts'
import './passage.css'

interface Props {
  readonly session: Session
  readonly source: SourceId
  readonly paragraph: number | undefined
  /** Words of the paragraph that are marked in it; without any it is marked as a whole. */
  readonly words: readonly string[]
}

/** The place in the source that a reference rests on, with what stands around it. */
export function Passage({ session, source, paragraph, words }: Props): JSX.Element | null {
  const { passages, dispatch } = session
  const open = useSignal(false)
  if (passages === undefined || paragraph === undefined || !passages.has(source)) return null
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
              <Block text={text[paragraph - 1]} words={words} />
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

interface BlockProps {
  readonly text: string | undefined
  /** Where something rests on it: on which of its words, or on all of it. */
  readonly words?: readonly string[]
}

/** One paragraph as the source has it; code and tables keep their columns. */
export function Block({ text, words }: BlockProps): JSX.Element | null {
  if (text === undefined) return null
  const look = /^(?:```|\|)/.test(text) ? 'source-text is-code' : 'source-text'
  if (words === undefined) return <span class={look}>{text}</span>
  const pieces = markedWords(text, words)
  const whole = !pieces.some(({ marked }) => marked)
  return (
    <span class={`${look} is-at${whole ? ' is-whole' : ''}`}>
      {whole ? (
        <mark>{text}</mark>
      ) : (
        pieces.map((piece, index) =>
          piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text,
        )
      )}
    </span>
  )
}
