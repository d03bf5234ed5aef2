/**
 * Work that can be done in pieces: a generator that yields wherever it may pause and returns what
 * it has made. Who runs it decides whether the page gets a word in between.
 */
export type Steps<Result> = Generator<undefined, Result>

/** So many things of a long list are done between two pauses: a fraction of a millisecond's worth. */
const stride = 512

/** A counter of things done that says true where the next pause is due. */
export function breather(every = stride): () => boolean {
  let done = 0
  return () => {
    done = (done + 1) % every
    return done === 0
  }
}

/** Whether a test is true of any thing of a long list, in steps. */
export function* any<Thing>(
  things: readonly Thing[],
  test: (thing: Thing) => boolean,
): Steps<boolean> {
  const pauses = breather()
  for (const thing of things) {
    if (test(thing)) return true
    if (pauses()) yield
  }
  return false
}

/** The whole of the work without a pause. */
export function allAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** The same work, with `pace` awaited at every pause. */
export async function paced<Result>(
  steps: Steps<Result>,
  pace: () => Promise<void>,
): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    await pace()
  }
}
