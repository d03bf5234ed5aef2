import type { JSX } from 'preact'
import { noteParagraphs } from '../display/note-text.ts'
import { SourceLink } from './source-link.tsx'

/** What the reader has written: plain paragraphs, with web addresses as links. */
export function NoteText({ text }: { readonly text: string }): JSX.Element {
  return (
    <div class="note-text">
      {noteParagraphs(text).map((pieces, index) => (
        <p key={index}>
          {pieces.map(({ text: piece, isAddress }) =>
            isAddress ? <SourceLink text={piece} url={piece} /> : piece,
          )}
        </p>
      ))}
    </div>
  )
}
