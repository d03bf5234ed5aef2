import { effect } from '@preact/signals'
import type { decodeView } from '../view/url-decoded.ts'
import { encodeView, graphOfLink, withoutTour } from '../view/url.ts'
import { sameSelection } from '../view/same-view.ts'
import { selectionOf } from '../view/view.ts'
import type { View } from '../view/view.ts'
import type { Session } from './session.ts'

type Decoding = Readonly<{ decodeView: typeof decodeView }>
let decoding: Decoding | undefined

/** What reads links: a first visit has none. */
export async function loadDecoding(): Promise<Decoding> {
  decoding ??= await import('../view/url-decoded.ts')
  return decoding
}

/**
 * Keeps the address and the view the same. A new selection or focus is a new entry of the
 * browser's history, so that its Back button goes where the reader was; everything else replaces
 * the entry. An address that is edited or pasted restores its view, or goes `elsewhere` where it
 * is about another graph, and begins a tour where it asks for one. Ends with `life`.
 */
export function followLink(
  session: Session,
  life: AbortSignal,
  elsewhere: (hash: string) => void,
  beginTour: (at: number) => void,
): void {
  let written = location.hash
  let before: View | undefined
  const stop = effect(() => {
    const view = session.view.value
    const hash = `#${encodeView(view, session.name, session.content.entities)}`
    const step = before !== undefined && !sameEntry(before, view)
    before = view
    if (hash === written) return
    written = hash
    if (step) history.pushState(null, '', hash)
    else history.replaceState(null, '', hash)
  })
  life.addEventListener('abort', stop)
  const follow = (): void => {
    if (location.hash === written) return
    written = location.hash
    const { content, name, kinding } = session
    const about = graphOfLink(location.hash)
    if (about !== undefined && about !== name.id) return elsewhere(location.hash)
    const asked = location.hash
    const { rest, at } = withoutTour(asked)
    const restore = (by: Decoding): void => {
      // The reader may have gone on meanwhile.
      if (life.aborted || location.hash !== asked) return
      const { view, notes } = by.decodeView(rest, content, name, kinding.knowledgeWith)
      // The browser has made its step already: what follows from it must not make another.
      before = view
      session.dispatch({ type: 'restore', view })
      session.notices.value = notes
      if (at !== undefined) beginTour(at)
    }
    if (decoding === undefined) void loadDecoding().then(restore)
    else restore(decoding)
  }
  addEventListener('popstate', follow, { signal: life })
}

function sameEntry(a: View, b: View): boolean {
  return (
    sameSelection(selectionOf(a), selectionOf(b)) &&
    a.focus?.centre === b.focus?.centre &&
    a.focus?.steps === b.focus?.steps
  )
}
