import type { JSX } from 'preact'
import { late } from '../app/late.ts'

interface Component<Props> {
  (props: Props): JSX.Element | null
}

/** A component whose code comes later. */
interface LateComponent<Props> extends Component<Props> {
  /** Has it loaded ahead. */
  readonly load: () => void
}

/** A component whose code is loaded when it is first shown; until then there is nothing. */
export function lazily<Props extends object>(
  loadComponent: () => Promise<Component<Props>>,
): LateComponent<Props> {
  const { loaded, load } = late(loadComponent)
  const shown: Component<Props> = (props) => {
    const Loaded = loaded.value
    if (Loaded !== undefined) return <Loaded {...props} />
    load()
    return null
  }
  return Object.assign(shown, { load })
}
