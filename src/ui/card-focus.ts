const kept = new WeakSet<HTMLElement>()

/**
 * Keeps the focus in a panel when what had it there is taken away: it goes to what has taken its
 * place in a list, else to the nearest heading, which a screen reader then reads. Without this it
 * would fall to the top of the page. Asked again it does nothing; it ends with the panel.
 */
export function keepFocus(panel: HTMLElement): void {
  if (kept.has(panel)) return
  kept.add(panel)
  const life = new AbortController()
  const { signal } = life
  // What was pressed may have gone while this code was on its way.
  const { activeElement, body } = document
  let lost = activeElement === body ? goneBefore() : placeOf(activeElement, panel)
  const follow = ({ target }: Event): void => {
    if (!panel.isConnected) return life.abort()
    // A dialog gives the focus back.
    if (target instanceof Element && target.closest('dialog') === null)
      lost = placeOf(target, panel)
  }
  document.addEventListener('focusin', follow, { signal })
  document.addEventListener('pointerdown', follow, { signal })
  const find = (): void => {
    if (lost === undefined || lost.element.isConnected) return
    if (document.activeElement !== body) return
    // A card whose code is still on its way has no heading yet, and is waited for.
    successor(lost, panel)?.focus()
  }
  find()
  const observer = new MutationObserver(find)
  observer.observe(panel, { childList: true, subtree: true })
  signal.addEventListener('abort', () => observer.disconnect())
}

/** What has the focus, with its place in everything around it, from inside out. */
interface Lost {
  readonly element: HTMLElement
  readonly around: readonly { readonly element: HTMLElement; readonly at: number }[]
}

/** Nobody knows where it was: it is found at the panel's heading. */
function goneBefore(): Lost {
  return { element: document.createElement('button'), around: [] }
}

/** Undefined outside the panel. */
function placeOf(target: Element | null, panel: HTMLElement): Lost | undefined {
  if (target === null || !panel.contains(target)) return undefined
  const element = target.closest<HTMLElement>(stop) ?? panel
  const around: { element: HTMLElement; at: number }[] = []
  for (let each = element.parentElement; each !== null; each = each.parentElement) {
    around.push({ element: each, at: stops(each).indexOf(element) })
    if (each === panel) break
  }
  return { element, around }
}

function successor({ around }: Lost, panel: HTMLElement): HTMLElement | undefined {
  for (const { element, at } of around) {
    if (!element.isConnected) continue
    if (element.matches('ul, ol')) {
      const left = stops(element)
      const next = left[at] ?? left.at(-1)
      if (next !== undefined) return next
    }
    const heading = element.querySelector<HTMLElement>(':scope > h2, :scope > h3')
    if (heading !== null) return focusable(heading)
  }
  const heading = panel.querySelector<HTMLElement>('h2')
  return heading === null ? undefined : focusable(heading)
}

const stop = 'button, a[href], input, select, summary'

function stops(element: HTMLElement): readonly HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(stop)]
}

function focusable(heading: HTMLElement): HTMLElement {
  heading.tabIndex = -1
  return heading
}
