import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { PartChoice, PartOffer } from '../graph/part-choice.ts'
import type { Reading } from '../workers/reading.ts'
import type { FoundPart } from '../workers/reading-messages.ts'

/** A graph that is too large to be shown, of which the reader chooses a part. */
export interface TooLarge {
  readonly name: string
  readonly offer: PartOffer
  /** What the last search gave; undefined before the first. */
  readonly found: ReadonlySignal<Found | undefined>
  /** Looks for nodes by name, each with the widest neighbourhood that fits. */
  readonly find: (query: string) => void
  readonly open: (choice: PartChoice) => void
}

export interface Found {
  readonly query: string
  readonly nodes: readonly FoundPart[]
}

/** The choice of a part of what a reading holds back; `told` takes the answers to searches. */
export function createTooLarge(
  name: string,
  offer: PartOffer,
  ask: Reading['ask'],
  open: (choice: PartChoice) => void,
): TooLarge & { readonly told: (found: Found) => void } {
  const found = signal<Found | undefined>(undefined)
  let wanted = ''
  return {
    name,
    offer,
    found,
    find: (query) => {
      wanted = query.trim()
      if (wanted === '') found.value = undefined
      else ask({ type: 'find', query: wanted })
    },
    open,
    // What was searched for before the last key is of no interest any more.
    told: (answer) => {
      if (answer.query === wanted) found.value = answer
    },
  }
}

/** The memory of the machine in GiB, where the browser tells. */
export function deviceMemory(): number | undefined {
  const { deviceMemory: memory } = navigator as { readonly deviceMemory?: unknown }
  return typeof memory === 'number' && memory > 0 ? memory : undefined
}
