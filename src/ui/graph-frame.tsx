import type { JSX } from 'preact'
import { counted } from '../display/counted.ts'
import type { Desk } from '../app/desk.ts'
import type { EntityId } from '../model/ids.ts'
import { Icon } from './icon.tsx'
import { lazily } from './lazily.tsx'
import { TimelineToggle } from './timeline-toggle.tsx'
import { ZoomControls } from './zoom-controls.tsx'

const FocusBar = lazily(async () => (await import('./focus-bar.tsx')).FocusBar)
const FromAfar = lazily(async () => (await import('./from-afar.tsx')).FromAfar)
const LayoutMenu = lazily(async () => (await import('./layout-menu.tsx')).LayoutMenu)
const NarrowBar = lazily(async () => (await import('./narrow-bar.tsx')).NarrowBar)
const NothingDrawn = lazily(async () => (await import('./nothing-drawn.tsx')).NothingDrawn)

/** The picture with its controls. For the keyboard it is one stop: Enter goes in, Esc comes out. */
export function GraphFrame({ desk }: { readonly desk: Desk }): JSX.Element {
  const { session, walk } = desk
  const inside = walk.inside.value
  return (
    <div class="graph-frame">
      <div
        id="graph"
        class={inside ? 'graph is-inside' : 'graph'}
        tabIndex={0}
        role="application"
        aria-roledescription="graph"
        aria-label={`Graph of ${session.knowledge.dataset.title}: ${counted(session.visible.value.nodes.size, 'entity', 'entities')}. Press Enter to walk along the relations.`}
        onKeyDown={(event) => onKey(event, desk)}
        onFocusOut={() => {
          if (walk.inside.peek()) walk.leave()
        }}
      >
        <div class="scene" ref={desk.mountStage} />
        <p class="walk-hint" aria-hidden="true">
          {inside ? (
            <>
              <kbd>←</kbd> <kbd>→</kbd> relations · <kbd>Enter</kbd> go there · <kbd>⌫</kbd> back ·{' '}
              <kbd>?</kbd> all keys
            </>
          ) : (
            <>
              <kbd>Enter</kbd> walks along the relations
            </>
          )}
        </p>
      </div>
      <p class="visually-hidden" role="status" aria-live="polite">
        {walk.announcement.value}
      </p>
      {session.choices.value.focus !== undefined && <FocusBar session={session} />}
      {session.choices.value.only !== undefined && session.choices.value.focus === undefined && (
        <NarrowBar session={session} />
      )}
      <div class="picture-controls" role="group" aria-label="Layout and time">
        <LayOut desk={desk} />
        <TimelineToggle session={session} />
      </div>
      <ZoomControls onZoom={desk.zoomBy} onFit={desk.fit} />
      {(desk.linesPainted.value < 1 || desk.regionsNamed.value) && <FromAfar desk={desk} />}
      {session.visible.value.nodes.size === 0 && <NothingDrawn desk={desk} />}
    </div>
  )
}

/** Opens the ways to lay out; Esc and going elsewhere close them. */
function LayOut({ desk }: { readonly desk: Desk }): JSX.Element {
  const { layouting, session } = desk
  const { open } = layouting
  const running = layouting.running.value
  const close = (): void => {
    open.value = false
  }
  return (
    <>
      <div
        class="lay-out"
        role="group"
        aria-label="Layout"
        onFocusOut={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget as Node | null)) close()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open.peek()) return
          close()
          event.currentTarget.querySelector('button')?.focus()
        }}
      >
        <button
          type="button"
          {...(running ? {} : { 'aria-expanded': open.value })}
          onClick={() => {
            if (running) layouting.stop()
            else open.value = !open.value
          }}
        >
          <Icon name={running ? 'stop' : 'layout'} />
          {running ? 'Stop' : 'Lay out'}
        </button>
        {open.value && !running && <LayoutMenu desk={desk} />}
      </div>
      {!running &&
        [...session.choices.value.moved.values()].some(({ guest }) => guest !== true) && (
          <button type="button" onClick={() => session.dispatch({ type: 'reset-layout' })}>
            Original places
          </button>
        )}
    </>
  )
}

/** Single letters act only here, while the graph has the focus. */
function onKey(event: KeyboardEvent, desk: Desk): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { walk } = desk
  const withNode = (act: (id: EntityId) => void) => (): void => {
    const selection = desk.session.selection.peek()
    if (selection.type === 'node') act(selection.id)
  }
  const always: Readonly<Record<string, () => void>> = {
    '+': () => desk.zoomBy(1.5),
    '=': () => desk.zoomBy(1.5),
    '-': () => desk.zoomBy(1 / 1.5),
    '0': desk.fit,
    o: desk.openFiles,
    ContextMenu: desk.openMenu,
    ...(event.shiftKey ? { F10: desk.openMenu } : {}),
  }
  const inside: Readonly<Record<string, () => void>> = {
    ...always,
    ArrowRight: () => walk.turn(1),
    ArrowDown: () => walk.turn(1),
    ArrowLeft: () => walk.turn(-1),
    ArrowUp: () => walk.turn(-1),
    ']': () => walk.turnGroup(1),
    '[': () => walk.turnGroup(-1),
    Enter: walk.go,
    Backspace: walk.back,
    Home: walk.goHome,
    Escape: walk.leave,
    h: walk.tellWhere,
    p: walk.tellReferences,
    g: withNode(desk.pathfinder.ask),
    e: withNode(desk.growAt),
    n: withNode((id) => {
      desk.noting.value = { of: 'entity', id }
    }),
  }
  const keys: Readonly<Record<string, () => void>> = walk.inside.peek()
    ? inside
    : { ...always, Enter: walk.enter }
  // With Caps Lock on, a letter is the same letter.
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const act = Object.hasOwn(keys, key) ? keys[key] : undefined
  if (act === undefined) return
  event.preventDefault()
  event.stopPropagation()
  act()
}
