import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

/** Something that is loaded when it is first asked for. */
export interface Late<Value> {
  /** Undefined until it is there. */
  readonly loaded: ReadonlySignal<Value | undefined>
  /** Asked again it does nothing, unless loading has failed: offline, say. */
  readonly load: () => void
}

/** A value that is not loaded yet. */
export function late<Value>(loadValue: () => Promise<Value>): Late<Value> {
  const loaded = signal<Value | undefined>(undefined)
  let asked = false
  return {
    loaded,
    load: () => {
      if (asked) return
      asked = true
      loadValue().then(
        (value) => {
          loaded.value = value
        },
        () => {
          asked = false
        },
      )
    },
  }
}
