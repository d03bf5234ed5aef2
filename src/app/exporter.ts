import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { OutputId } from '../formats/output.ts'
import { saveFile } from '../save/file.ts'
import type { ExportChoice } from './export-choice.ts'
import { exportFiles, losslessFormats } from './export-files.ts'
import type { Export } from './export-files.ts'
import type { Session } from './session.ts'

/** What a choice gives, and what it would lose. */
export interface Exporter {
  /** Undefined while it is being written. */
  readonly ready: ReadonlySignal<Export | undefined>
  /** Why it could not be written, in a sentence. */
  readonly failure: ReadonlySignal<string | undefined>
  /** The formats that would lose nothing; known only after a format that loses something. */
  readonly lossless: ReadonlySignal<readonly OutputId[]>
  /** Saves what is ready and closes the dialog. */
  readonly save: () => void
  /** Ends what is being written. */
  readonly end: () => void
}

/** Writes what is chosen at once, and anew where something else is chosen, until it is ended. */
export function createExporter(session: Session, choice: ExportChoice): Exporter {
  const written = signal<Export | string | undefined>(undefined)
  const lossless = signal<readonly OutputId[]>([])
  const end = effect(() => {
    written.value = undefined
    lossless.value = []
    // All else that a file is made of stays as it is while a dialog is open; these may be under way.
    void session.structure.sizeOf.value
    void session.structure.colourOf.value
    const [format, scope, marked] = [choice.format.value, choice.scope.value, choice.marked.value]
    const life = new AbortController()
    const { signal: wanted } = life
    const told = (result: Export | string): void => {
      if (!wanted.aborted) written.value = result
    }
    untracked(() => exportFiles(session, format, scope, { marked, wanted }))
      .then(async (result) => {
        told(result)
        if (wanted.aborted || result.losses.length === 0) return
        // Without an answer nothing is said of other formats.
        const formats = await losslessFormats(session, scope, wanted).catch(() => [])
        if (!wanted.aborted) lossless.value = formats
      })
      .catch((error: unknown) => told(error instanceof Error ? error.message : String(error)))
    return () => life.abort()
  })
  const ready = computed(() => (typeof written.value === 'object' ? written.value : undefined))
  return {
    ready,
    failure: computed(() => (typeof written.value === 'string' ? written.value : undefined)),
    lossless,
    save: () => {
      for (const { name, content, type } of ready.peek()?.files ?? []) saveFile(name, content, type)
      choice.open.value = false
    },
    end,
  }
}
