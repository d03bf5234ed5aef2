import type { JSX } from 'preact'
import { signal } from '@preact/signals'

type Component<Props> = (props: Props) => JSX.Element | null

/** A component whose code is loaded when it is first shown; until then there is nothing. */
export function lazily<Props extends object>(
  load: () => Promise<Component<Props>>,
): Component<Props> {
  const loaded = signal<Component<Props> | undefined>(undefined)
  let asked = false
  return (props) => {
    const Loaded = loaded.value
    if (Loaded !== undefined) return <Loaded {...props} />
    if (!asked) {
      asked = true
      load().then(
        (component) => {
          loaded.value = component
        },
        () => {
          // Offline, say: the next showing tries again.
          asked = false
        },
      )
    }
    return null
  }
}
