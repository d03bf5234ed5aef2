import type { JSX } from 'preact'
import { grouped } from '../display/counted.ts'
import type { Session } from '../app/session.ts'
import type { Narrowing } from '../view/narrowing.ts'

interface Props {
  /** What is taken: "the answer". */
  readonly of: string
  readonly session: Session
  readonly take: (how: Narrowing) => void
}

const ways: readonly { how: Narrowing; text: string; title: string }[] = [
  { how: 'only', text: 'Show only', title: 'Show these and no other nodes' },
  { how: 'keep', text: 'Keep', title: 'Of what the picture is narrowed to, keep these' },
  { how: 'add', text: 'Add', title: 'Show these as well' },
  { how: 'without', text: 'Take away', title: 'Show all but these' },
]

/** From so many nodes on, a link may be longer than what mail and chat programs take. */
const longLink = 150

/** What to do with some nodes and the picture. */
export function TakeButtons({ of, session, take }: Props): JSX.Element {
  const { only } = session.choices.value
  const narrow = only !== undefined
  return (
    <>
      <div class="take-buttons" role="group" aria-label={`The picture and ${of}`}>
        {ways.map(({ how, text, title }) => (
          <button
            key={how}
            type="button"
            title={title}
            // While all nodes are shown there is nothing to keep and nothing to add.
            disabled={!narrow && (how === 'keep' || how === 'add')}
            onClick={() => take(how)}
          >
            {text}
          </button>
        ))}
      </div>
      {narrow && only.size > longLink && (
        <p class="muted ask-hint">
          The link names all {grouped(only.size)} nodes and is long; some programs cut such links.
        </p>
      )}
    </>
  )
}
