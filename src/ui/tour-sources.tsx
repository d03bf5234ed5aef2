import type { JSX } from 'preact'
import type { Desk } from '../app/desk.ts'
import { restingOn } from '../display/resting.ts'
import type { RestingLine } from '../display/resting.ts'
import { statementsAbout } from '../model/edit.ts'
import type { StatementId } from '../model/ids.ts'
import type { Statement } from '../model/knowledge.ts'
import type { Stop } from '../model/stops.ts'
import { update } from '../view/update.ts'
import type { Action } from '../view/update.ts'
import { encodeView } from '../view/url.ts'
import { Citations, Markers } from './citations.tsx'

/** More statements than these wait to be asked for: the text of the stop has the room. */
const shownAtOnce = 8

/** What a stop rests on: the statements that it names, else those behind what it selects. */
export function TourSources({
  desk,
  stop,
}: {
  readonly desk: Desk
  readonly stop: Stop
}): JSX.Element | null {
  const { knowledge } = desk.session
  const named = stop.rests === undefined ? undefined : known(desk, stop.rests)
  const { lines, citations } = restingOn(knowledge, named ?? behindSelection(desk))
  if (lines.length === 0) return null
  const content = (
    <>
      <ul class="resting">
        {lines.map((line) => (
          <Resting key={line.id} line={line} desk={desk} />
        ))}
      </ul>
      <Citations citations={citations} session={desk.session} />
    </>
  )
  const heading = `Rests on ${lines.length === 1 ? 'one statement' : `${lines.length} statements`}`
  if (lines.length <= shownAtOnce) {
    return (
      <section>
        <h3>{heading}</h3>
        {content}
      </section>
    )
  }
  return (
    <details class="resting-more">
      <summary>{heading}</summary>
      {content}
    </details>
  )
}

function Resting({ line, desk }: { readonly line: RestingLine; readonly desk: Desk }): JSX.Element {
  const { content, dispatch, name, view } = desk.session
  const action: Action = { type: 'select', selection: line.card }
  return (
    <li>
      <a
        // A link breaks over lines as a button does not, and opens in another tab on request.
        href={`#${encodeView(update(view.value, action), name, content.entities)}`}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          dispatch(action)
        }}
      >
        {line.text}
      </a>
      <Markers numbers={line.markers} evidence={line.evidence} />
    </li>
  )
}

function known({ session }: Desk, ids: readonly StatementId[]): readonly Statement[] {
  return ids.flatMap((id) => session.knowledge.statements.get(id) ?? [])
}

function behindSelection(desk: Desk): readonly Statement[] {
  const { session, pathfinder, connector } = desk
  const selection = session.selection.value
  switch (selection.type) {
    case 'gone':
    case 'nothing':
      return []
    case 'node':
      return statementsAbout(session.knowledge, selection.id)
    case 'edge':
      return known(desk, [selection.id])
    case 'path':
      return (pathfinder.path.value?.told ?? []).map(({ statement }) => statement)
    case 'connection':
      return known(desk, connector.drawn.value?.edges ?? [])
  }
}
