import type { JSX } from 'preact'

const paths = {
  back: 'M9.5 3.5 5 8l4.5 4.5',
  forward: 'M6.5 3.5 11 8l-4.5 4.5',
  close: 'm4 4 8 8m0-8-8 8',
  undo: 'M3.5 6.5h6a3.25 3.25 0 0 1 0 6.5H6M3.5 6.5 6.5 3.5m-3 3 3 3',
  redo: 'M12.5 6.5h-6a3.25 3.25 0 0 0 0 6.5H10m2.5-6.5-3-3m3 3-3 3',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 6V2.5H6m4 0h3.5V6m0 4v3.5H10m-4 0H2.5V10',
  search: 'M11 11l3 3M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Z',
  open: 'M2.5 12.5v-9h3.6l1.4 2h6v7z',
  save: 'M8 2.5v7m0 0 3-3m-3 3-3-3M2.5 11v2.5h11V11',
  link: 'M6.5 9.5l3-3M7 4.5l1.2-1.2a3 3 0 0 1 4.3 4.3L11.3 8.8M9 11.5l-1.2 1.2a3 3 0 0 1-4.3-4.3L4.7 7.2',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1.5V3m0 10v1.5M1.5 8H3m10 0h1.5M3.4 3.4l1 1m7.2 7.2 1 1m0-9.2-1 1m-7.2 7.2-1 1',
  moon: 'M13 9.6A5.5 5.5 0 0 1 6.4 3a5.5 5.5 0 1 0 6.6 6.6Z',
  system: 'M2.5 3h11v7.5h-11zM5.5 13.5h5M8 10.5v3',
  list: 'M6 4h8M6 8h8M6 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  picture:
    'M4 11.5 8 4.5l4 7H4Zm4-7v0M4 11.5v0m8 0v0M8 6a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Zm-4 7a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Zm8 0a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z',
  legend:
    'M2.5 4.5h6m3 0h2m-2 0a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0Zm-9 7h2m3 0h6m-6 0a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0Z',
  layout: 'M8 8 3.5 4M8 8l4.5-4M8 8v5M8 9.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z',
  stop: 'M4.5 4.5h7v7h-7z',
  help: 'M6 6.2a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.6M8 12h.01M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z',
  path: 'M3 12.5a1.5 1.5 0 1 0 0-.01m1.5-.5h5a2.5 2.5 0 0 0 0-5h-3a2 2 0 0 1 0-4h4.5m0 0a1.5 1.5 0 1 0 0-.01',
  grow: 'M3 8h4m0 0 4.5-4M7 8l4.5 4M7 8h5M2 8a1.500 1.500 0 1 0 3 0 1.500 1.500 0 0 0-3 0',
  cite: 'M3 11V8.5C3 6 4 4.5 6 4M3 8.5h3V11H3Zm6.5 2.5V8.5c0-2.500 1-4 3-4.500M9.500 8.500h3V11h-3Z',
  time: 'M8 4.5V8l2.5 1.5M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12Z',
  edit: 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3 3 13Z',
  note: 'M3 2.500h7l3 3v8H3Zm7 0v3h3M5.500 8.500h5m-5 2.500h3',
  notebook: 'M4 2.500h8.500v11H4Zm2.500 0v11M2.500 5H4m-1.500 3H4m-1.500 3H4',
  beside: 'M2.500 3h11v10h-11zm0 5.500h11',
  filter: 'M2.500 3.500h11l-4.200 5v4.500l-2.600-1.500v-3z',
  up: 'M4 9.5 8 5.5l4 4',
  down: 'M4 6.5l4 4 4-4',
  statement: 'M3 8h10m0 0L9.5 4.5M13 8l-3.5 3.5',
} as const

export type IconName = keyof typeof paths

/** A small line drawing beside or instead of a word; the word is the button's label. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
