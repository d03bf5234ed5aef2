import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { allAtOnce, paced } from '../model/steps.ts'
import type { Steps } from '../model/steps.ts'

/** What follows from signals by long work, and can be worked out before anybody asks for it. */
export interface Stepwise<Result> {
  /** Worked out at once where it was not prepared. */
  readonly result: ReadonlySignal<Result>
  /** Works it out with `pace` awaited between its pieces, for whoever asks next. */
  readonly prepare: (pace: () => Promise<void>) => Promise<void>
}

/** The result of `work` on `inputs`, kept until the signals that these read change. */
export function stepwise<Inputs extends unknown[] | [], Result>(
  inputs: () => Inputs,
  work: (...inputs: Inputs) => Steps<Result>,
): Stepwise<Result> {
  // A new list stands for new inputs.
  const given = computed(inputs)
  let made: { readonly from: Inputs; readonly result: Result } | undefined
  return {
    result: computed(() => {
      const from = given.value
      if (made?.from !== from) made = { from, result: allAtOnce(work(...from)) }
      return made.result
    }),
    prepare: async (pace) => {
      const from = given.peek()
      made = { from, result: await paced(work(...from), pace) }
    },
  }
}
