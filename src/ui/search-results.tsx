import type { JSX } from 'preact'
import { nodeLook } from '../app/node-look.ts'
import { nameOf } from '../display/appearance.ts'
import type { Hit } from '../view/search.ts'
import type { Finder } from '../app/finder.ts'
import type { Session } from '../app/session.ts'
import { KindMark } from './kind-mark.tsx'

interface Props {
  readonly session: Session
  readonly finder: Finder
  /** Of the text field. */
  readonly id: string
  readonly hits: readonly Hit[]
  /** Index of the result that Enter takes. */
  readonly active: number
}

/** What was found, as the options of the search's list. */
export function SearchResults({ hits, active, ...rest }: Props): JSX.Element {
  return (
    <>
      {hits.map((hit, index) => (
        <Result key={hit.id} {...rest} {...{ hit, index }} chosen={index === active} />
      ))}
    </>
  )
}

interface ResultProps extends Omit<Props, 'hits' | 'active'> {
  readonly hit: Hit
  readonly index: number
  readonly chosen: boolean
}

function Result({ session, finder, id, hit, index, chosen }: ResultProps): JSX.Element | null {
  const entity = session.knowledge.entities.get(hit.id)
  if (entity === undefined) return null
  const kind = entity.kind === undefined ? undefined : session.knowledge.kinds.get(entity.kind)
  const inPicture = session.visible.value.nodes.has(hit.id)
  return (
    <li
      id={`${id}-result-${index}`}
      role="option"
      data-node={hit.id}
      aria-selected={chosen}
      // Before the field loses the focus, which would close the list.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => finder.choose(hit.id)}
      onPointerMove={() => {
        finder.active.value = index
      }}
    >
      <KindMark look={nodeLook(session, entity)} />
      <span class="result-name">{nameOf(entity)}</span>
      <span class="result-kind">{kind?.label}</span>
      <span class="result-why">
        {why(hit)}
        {inPicture ? '' : ' · not in the picture now'}
      </span>
    </li>
  )
}

function why(hit: Hit): string {
  const near = hit.fuzzy ? 'similar to ' : ''
  switch (hit.field) {
    case 'name':
      return hit.fuzzy ? 'similar name' : ''
    case 'alias':
      return `${near}also called ${hit.text}`
    case 'id':
      return `${near}id ${hit.text}`
    case 'description':
      return `${near}“${hit.text}”`
  }
}
