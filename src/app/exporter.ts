import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import { exportFiles } from './export-files.ts'
import type { Export, ExportFormat, ExportScope } from './export-files.ts'
import { saveFile } from '../save/file.ts'
import type { Session } from './session.ts'

/** The export dialog: what is chosen, what that gives, what it would lose. */
export interface Exporter {
  readonly open: Signal<boolean>
  readonly format: Signal<ExportFormat>
  readonly scope: Signal<ExportScope>
  /** Undefined while it is being written. */
  readonly ready: ReadonlySignal<Export | undefined>
  /** Why it could not be written, in a sentence. */
  readonly failure: ReadonlySignal<string | undefined>
  readonly save: () => void
}

export function createExporter(session: Session): Exporter {
  const open = signal(false)
  const format = signal<ExportFormat>('gexf')
  const scope = signal<ExportScope>('whole')
  const written = signal<{ readonly key: string; readonly result: Export | string } | undefined>(
    undefined,
  )
  const wanted = computed(() => `${format.value} ${scope.value}`)
  effect(() => {
    if (!open.value) return
    // While the dialog is open nothing else can change the view.
    const key = wanted.value
    written.value = undefined
    exportFiles(session, format.value, scope.value).then(
      (result) => {
        if (wanted.peek() === key) written.value = { key, result }
      },
      (error: unknown) => {
        const why = error instanceof Error ? error.message : String(error)
        if (wanted.peek() === key) written.value = { key, result: why }
      },
    )
  })
  const ready = computed(() => {
    const result = written.value?.result
    return typeof result === 'object' ? result : undefined
  })
  return {
    open,
    format,
    scope,
    ready,
    failure: computed(() => {
      const result = written.value?.result
      return typeof result === 'string' ? result : undefined
    }),
    save: () => {
      for (const { name, content, type } of ready.peek()?.files ?? []) saveFile(name, content, type)
      open.value = false
    },
  }
}
