import type { JSX } from 'preact'
import type { Desk } from '../app/desk.ts'
import type { SchemeChoice } from '../app/preferences.ts'
import { modes } from '../view/view.ts'
import type { Mode } from '../view/view.ts'
import { Icon } from './icon.tsx'
import { SearchBox } from './search-box.tsx'

interface HeaderProps {
  readonly desk: Desk
  /** Called when the reader is about to export. */
  readonly onReachExport: () => void
}

/** The bar on top: which graph, search, and what concerns the whole view. */
export function Header({ desk, onReachExport }: HeaderProps): JSX.Element {
  const { session, finder } = desk
  const { past, future } = session.history.value
  const isLayingOut = desk.layouting.running.value || session.arrangement.running.value
  return (
    <header class="header">
      <h1>
        <svg class="logo" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <circle cx="12" cy="12" r="3.2" />
          <ellipse cx="12" cy="12" rx="10" ry="4.6" transform="rotate(-28 12 12)" />
          <circle cx="20.3" cy="8.6" r="1.9" />
        </svg>
        <span class="brand">Orrery</span>
        <span class="graph-title">{session.knowledge.dataset.title}</span>
      </h1>
      <SearchBox session={session} finder={finder} id="search" label="Search the graph" />
      <div class="header-actions">
        <Action icon="open" label="Open a graph of your own" onClick={desk.openFiles} />
        <Action
          icon="undo"
          label="Undo"
          disabled={past.length === 0 && !isLayingOut}
          onClick={desk.undo}
        />
        <Action icon="redo" label="Redo" disabled={future.length === 0} onClick={session.redo} />
        <ModeChoice desk={desk} />
        <Action icon="link" label="Copy the link to this view" onClick={desk.copyLink} />
        <Action icon="save" label="Export" onClick={desk.openExport} onReach={onReachExport} />
        <SchemeSwitch desk={desk} />
        <Action icon="help" label="Keys and help" onClick={desk.openKeys} />
      </div>
    </header>
  )
}

const modeLabels: Readonly<Record<Mode, string>> = {
  picture: 'Picture',
  beside: 'Picture and table',
  places: 'Map',
  list: 'List',
  table: 'Table',
  sources: 'Sources',
}

function ModeChoice({ desk }: { readonly desk: Desk }): JSX.Element {
  const { choices, dispatch, hasPlaces } = desk.session
  const { mode } = choices.value
  const offered = modes.filter((each) => {
    if (each === 'picture') return desk.canDraw
    if (each === 'beside') return desk.hasRoomBeside.value
    // A link may lead to the map of a graph that has nothing to put there.
    return each !== 'places' || hasPlaces || mode === 'places'
  })
  return (
    <select
      class="mode-choice"
      aria-label="Show the graph as"
      value={desk.shownAs.value}
      onChange={({ currentTarget }) => {
        const chosen = offered.find((each) => each === currentTarget.value)
        if (chosen !== undefined) dispatch({ type: 'mode', mode: chosen })
      }}
    >
      {offered.map((each) => (
        <option key={each} value={each}>
          {modeLabels[each]}
        </option>
      ))}
    </select>
  )
}

interface ActionProps {
  readonly icon: Parameters<typeof Icon>[0]['name']
  readonly label: string
  readonly disabled?: boolean
  readonly onClick: () => void
  /** Called when the pointer or the focus comes to it. */
  readonly onReach?: () => void
}

function Action({ icon, label, disabled = false, onClick, onReach }: ActionProps): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
      onPointerEnter={onReach}
      onFocus={onReach}
    >
      <Icon name={icon} />
    </button>
  )
}

const schemes: Readonly<
  Record<SchemeChoice, { icon: ActionProps['icon']; next: SchemeChoice; name: string }>
> = {
  system: { icon: 'system', next: 'light', name: 'as the system' },
  light: { icon: 'sun', next: 'dark', name: 'light' },
  dark: { icon: 'moon', next: 'system', name: 'dark' },
}

function SchemeSwitch({ desk }: { readonly desk: Desk }): JSX.Element {
  const { schemeChoice, chooseScheme } = desk.preferences
  const { icon, next, name } = schemes[schemeChoice.value]
  return (
    <Action
      icon={icon}
      label={`Colours: ${name}. Change to ${schemes[next].name}`}
      onClick={() => chooseScheme(next)}
    />
  )
}
