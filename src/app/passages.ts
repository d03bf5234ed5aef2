import { signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { SourceId } from '../model/ids.ts'

/** The paragraphs of a source's text, the first at 0; or how far they are from being there. */
export type SourceText = readonly string[] | 'unasked' | 'loading' | 'failed'

/** The texts that a dataset of the site carries, each loaded when it is first asked for. */
export interface Passages {
  readonly of: (source: SourceId) => ReadonlySignal<SourceText>
  readonly ask: (source: SourceId) => void
  /** The place that the sources should show, until it is in sight. */
  readonly wanted: Signal<{ readonly source: SourceId; readonly paragraph: number } | undefined>
}

/** Passages of a compiled dataset; `folder` is where its texts lie, beside it on the same site. */
export function createPassages(folder: string): Passages {
  const texts = new Map<SourceId, Signal<SourceText>>()
  const of = (source: SourceId): Signal<SourceText> => {
    const known = texts.get(source)
    if (known !== undefined) return known
    const text = signal<SourceText>('unasked')
    texts.set(source, text)
    return text
  }
  return {
    of,
    wanted: signal(undefined),
    ask: (source) => {
      const text = of(source)
      if (text.peek() !== 'unasked' && text.peek() !== 'failed') return
      text.value = 'loading'
      void load(`${folder}/${encodeURIComponent(source)}.json`).then((loaded) => {
        text.value = loaded ?? 'failed'
      })
    },
  }
}

async function load(address: string): Promise<readonly string[] | undefined> {
  try {
    const response = await fetch(address)
    if (!response.ok) return undefined
    const list: unknown = await response.json()
    return Array.isArray(list) ? list.map(String) : undefined
  } catch {
    return undefined
  }
}
