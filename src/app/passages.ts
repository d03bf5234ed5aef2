import { signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { SourceId } from '../model/ids.ts'

/** The paragraphs of a source's text, the first at 0; or how far they are from being there. */
export type SourceText = readonly string[] | 'unasked' | 'loading' | 'failed'

/** Where the texts of a graph's sources are. */
export interface TextStore {
  /** Whether there is a text of a source that says it has one. */
  readonly has: (source: SourceId) => boolean
  /** Its paragraphs; undefined where they cannot be had. */
  readonly load: (source: SourceId) => Promise<readonly string[] | undefined>
}

/** The texts that a graph carries, each loaded when it is first asked for. */
export interface Passages extends TextStore {
  readonly of: (source: SourceId) => ReadonlySignal<SourceText>
  readonly ask: (source: SourceId) => void
  /** The place that the sources should show, until it is in sight. */
  readonly wanted: Signal<{ readonly source: SourceId; readonly paragraph: number } | undefined>
}

/** Passages from a store of texts. */
export function createPassages(store: TextStore): Passages {
  const texts = new Map<SourceId, Signal<SourceText>>()
  const of = (source: SourceId): Signal<SourceText> => {
    const known = texts.get(source)
    if (known !== undefined) return known
    const text = signal<SourceText>('unasked')
    texts.set(source, text)
    return text
  }
  return {
    ...store,
    of,
    wanted: signal(undefined),
    ask: (source) => {
      const text = of(source)
      if (text.peek() !== 'unasked' && text.peek() !== 'failed') return
      text.value = 'loading'
      void store.load(source).then((loaded) => {
        text.value = loaded ?? 'failed'
      })
    },
  }
}

/** The texts of a compiled dataset, which lie in `folder`, beside it on the same site. */
export function textsBeside(folder: string): TextStore {
  return {
    has: () => true,
    load: (source) => fetched(`${folder}/${encodeURIComponent(source)}.json`),
  }
}

async function fetched(address: string): Promise<readonly string[] | undefined> {
  try {
    const response = await fetch(address)
    if (!response.ok) return undefined
    const list: unknown = await response.json()
    return Array.isArray(list) ? list.map(String) : undefined
  } catch {
    return undefined
  }
}
