import type { JSX } from 'preact'
import type { Desk } from '../app/desk.ts'
import { Dialog } from './dialog.tsx'
import './keys.css'

const groups: readonly { title: string; keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Anywhere',
    keys: [
      ['/', 'search'],
      ['?', 'this list'],
      ['Ctrl O', 'open a graph of your own'],
      ['Ctrl Z', 'undo'],
      ['Ctrl Shift Z', 'redo, as does Ctrl Y'],
      [
        'Shift F10',
        'what can be done with the node or statement that has the focus or is selected, as does the menu key',
      ],
    ],
  },
  {
    title: 'On a tour',
    keys: [
      ['→  ←', 'next or previous stop, as do Page Down and Page Up'],
      ['Home  End', 'first or last stop'],
      ['Esc', 'end the tour: back to where you were'],
    ],
  },
  {
    title: 'On the graph',
    keys: [
      ['Enter', 'go into the graph'],
      ['Esc', 'leave the graph'],
      ['+  −  0', 'zoom in, zoom out, show everything'],
      ['o', 'open a graph of your own'],
    ],
  },
  {
    title: 'Inside the graph',
    keys: [
      ['→  ←', 'next or previous relation of this node'],
      [']  [', 'next or previous kind of relation'],
      ['Enter', 'walk to that neighbour'],
      ['Backspace', 'walk back'],
      ['Home', 'the most connected node'],
      ['h', 'where am I'],
      ['p', 'read the references of the relation'],
      ['g', 'find a path to another node'],
      ['e', 'grow: this node alone with its first neighbours, then the next ones'],
      ['n', 'write a note on this node'],
    ],
  },
  {
    title: 'In the table',
    keys: [
      ['↑  ↓', 'next or previous row; also by pages, to the first and the last'],
      ['Enter', 'open the card of the row'],
      ['←  →', 'along the cells of the row'],
      ['F2', 'edit the row, or what the cell shows, as does a double click'],
      ['↑  ↓', 'on the line between picture and table: share the room'],
    ],
  },
]

/** All keys, and what the pointer does. */
export function KeysDialog({ desk }: { readonly desk: Desk }): JSX.Element {
  return (
    <Dialog title="Keys and help" open={desk.keysOpen}>
      <p>
        Click a node or a line to read what is known of it and where the source says so. Drag a node
        to put it elsewhere, double-click it to see its neighbourhood alone, right-click it or keep
        a finger on it for all that can be done with it, on the map, in the table and in lists too.
        Untick a kind in the legend to hide it. Every step can be undone, and the address in your
        browser always leads back to exactly what you see.
      </p>
      {groups.map(({ title, keys }) => (
        <section key={title} class="keys">
          <h3>{title}</h3>
          <dl>
            {keys.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
