import type { JSX } from 'preact'
import { late } from '../app/late.ts'

type Component<Props> = (props: Props) => JSX.Element | null

/** A component whose code is loaded when it is first shown; until then there is nothing. */
export function lazily<Props extends object>(
  loadComponent: () => Promise<Component<Props>>,
): Component<Props> {
  const { loaded, load } = late(loadComponent)
  return (props) => {
    const Loaded = loaded.value
    if (Loaded !== undefined) return <Loaded {...props} />
    load()
    return null
  }
}
