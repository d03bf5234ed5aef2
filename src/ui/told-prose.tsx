import type { JSX } from 'preact'
import { useSignal } from '@preact/signals'
import type { Desk } from '../app/desk.ts'
import type { Prose, ProsePiece } from '../display/path-prose.ts'
import { proseText } from '../display/prose-text.ts'
import type { ProseFormat } from '../display/prose-text.ts'
import { encodeView } from '../view/url.ts'
import { update } from '../view/update.ts'
import type { Action } from '../view/update.ts'
import { Markers } from './citations.tsx'
import './explore.css'

const copies: readonly (readonly [ProseFormat, string])[] = [
  ['text', 'Text'],
  ['markdown', 'Markdown'],
  ['html', 'HTML'],
]

/** Prose with its names and statements as links, and buttons that copy it. */
export function ToldProse({
  prose,
  desk,
}: {
  readonly prose: Prose
  readonly desk: Desk
}): JSX.Element {
  const said = useSignal('')
  return (
    <>
      <p class="prose">
        {prose.pieces.map((piece, index) => (
          <Piece key={index} piece={piece} desk={desk} />
        ))}
      </p>
      {prose.cautions.map((caution) => (
        <p key={caution} class="note">
          {caution}
        </p>
      ))}
      <div class="choice-row" role="group" aria-label="Copy with the list of sources">
        <span>Copy as</span>
        {copies.map(([format, label]) => (
          <button
            key={format}
            type="button"
            onClick={() => {
              void desk.copy(proseText(prose, format)).then((well) => {
                said.value = well ? `${label} copied.` : 'The clipboard is closed to this page.'
              })
            }}
          >
            {label}
          </button>
        ))}
        <span class="muted" role="status">
          {said.value}
        </span>
      </div>
    </>
  )
}

function Piece({ piece, desk }: { readonly piece: ProsePiece; readonly desk: Desk }): JSX.Element {
  const { content, dispatch, name, view } = desk.session
  if (piece.type === 'text') return <>{piece.text}</>
  const { type } = piece
  const action: Action = {
    type: 'select',
    selection: type === 'node' ? { type, id: piece.id } : { type: 'edge', id: piece.id },
  }
  return (
    <>
      <a
        class={type === 'node' ? 'is-name' : 'is-verb'}
        // A link breaks over lines as a button does not, and opens in another tab on request.
        href={`#${encodeView(update(view.value, action), name, content.entities)}`}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          dispatch(action)
        }}
      >
        {piece.text}
      </a>
      {type === 'statement' && piece.evidence !== 'cited' && (
        <Markers numbers={[]} evidence={piece.evidence} />
      )}
    </>
  )
}
