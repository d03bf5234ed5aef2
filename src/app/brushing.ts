import type { Action } from '../view/update.ts'
import type { Session } from './session.ts'

/** A pause of this length begins another step for undo. */
const pause = 1000

/** Dispatches the movements of a brush: those that follow one another closely are undone as one. */
export interface Brushing {
  /** `at` is in milliseconds since whenever. */
  readonly move: (action: Action, at: number) => void
  /** An action of its own, which ends the movement. */
  readonly end: (action: Action) => void
}

/** A brush of the session that is not being moved yet. */
export function brushing({ dispatch, history }: Session): Brushing {
  let movedAt: number | undefined
  return {
    move: (action, at) => {
      const goesOn = movedAt !== undefined && at - movedAt < pause
      movedAt = at
      dispatch(action, goesOn && history.peek().last === action.type)
    },
    end: (action) => {
      movedAt = undefined
      dispatch(action)
    },
  }
}
