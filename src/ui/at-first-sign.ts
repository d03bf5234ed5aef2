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
