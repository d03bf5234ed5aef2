/** Resolves in a task of its own, so that the browser can paint and answer in between. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(undefined)
  })
}

/** So long a task may take before it gives way, in milliseconds: a frame and a bit. */
const longest = 20

/**
 * Paces work that is short for a small graph and long for a large one: gives way to the page
 * between two steps only where the steps so far have taken long. Every pause costs a frame.
 */
export function pacer(): () => Promise<void> {
  let start = performance.now()
  return async () => {
    if (performance.now() - start < longest) return
    await nextTask()
    start = performance.now()
  }
}
