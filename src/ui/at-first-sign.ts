const signs = ['pointermove', 'pointerdown', 'keydown'] as const

/**
 * Calls `act` once, as soon as the reader moves or presses anything: with what most ask for first,
 * so that it is there when they do, and no part of what the first picture waits for. Gives what
 * takes that back.
 */
export function atFirstSign(act: (sign: Event) => void): () => void {
  const controller = new AbortController()
  const once = (sign: Event): void => {
    controller.abort()
    act(sign)
  }
  for (const sign of signs) addEventListener(sign, once, { signal: controller.signal })
  return () => controller.abort()
}

/** What bears the id of a node or statement, in a list, the table or the map. */
export const entry = '[data-node], [data-statement]'

/**
 * Keeps the reader's last sign that may ask for a menu, for menus whose code is on its way: the
 * browser's own menu does not come instead of one that is there in a moment. What it gives takes
 * the sign, and ends the keeping.
 */
export function keptSign(): () => Event | undefined {
  const life = new AbortController()
  let last: Event | undefined
  const keep = (sign: Event): void => {
    if (sign.type === 'contextmenu') {
      const { target } = sign
      if (!(target instanceof Element) || target.closest(entry) === null) return
      sign.preventDefault()
    }
    if (sign.type !== 'pointerup' && sign.type !== 'pointercancel') last = sign
    // The end of a press leaves a menu that was asked for meanwhile.
    else if (last?.type === 'pointerdown') last = undefined
  }
  for (const type of ['pointerdown', 'pointerup', 'pointercancel', 'contextmenu'])
    document.addEventListener(type, keep, { signal: life.signal })
  return () => {
    life.abort()
    const sign = last
    last = undefined
    return sign
  }
}
