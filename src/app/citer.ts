import { signal } from '@preact/signals'
import type { Signal } from '@preact/signals'
import type { Citable, CitationStyle } from '../display/cite.ts'

/** The citation dialog: what is to be cited, and in which style. */
export interface Citer {
  /** Undefined while the dialog is closed. */
  readonly citable: Signal<Citable | undefined>
  readonly style: Signal<CitationStyle>
}

/** A citation dialog that is closed. */
export function createCiter(): Citer {
  return { citable: signal(undefined), style: signal('text') }
}
