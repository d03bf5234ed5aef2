import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Export, ExportFormat, ExportScope } from './export-files.ts'
import type { OutputId } from '../formats/output.ts'
import { saveFile } from '../save/file.ts'
import type { Session } from './session.ts'

/** The export dialog: what is chosen, what that gives, what it would lose. */
export interface Exporter {
  readonly open: Signal<boolean>
  readonly format: Signal<ExportFormat>
  readonly scope: Signal<ExportScope>
  /** Whether a picture has the marks of what was added, changed and removed. */
  readonly marked: Signal<boolean>
  /** Undefined while it is being written. */
  readonly ready: ReadonlySignal<Export | undefined>
  /** Why it could not be written, in a sentence. */
  readonly failure: ReadonlySignal<string | undefined>
  /** The formats that would lose nothing; known only after a format that loses something. */
  readonly lossless: ReadonlySignal<readonly OutputId[]>
  readonly save: () => void
  /** Loads what writes the chosen format: nobody is to wait for code once the dialog is open. */
  readonly prepare: () => void
}

/** An export dialog that is closed; while it is open, what is chosen is written at once. */
export function createExporter(session: Session): Exporter {
  const open = signal(false)
  const format = signal<ExportFormat>('gexf')
  const scope = signal<ExportScope>('whole')
  const marked = signal(true)
  const written = signal<Export | string | undefined>(undefined)
  effect(() => {
    written.value = undefined
    if (!open.value) return
    // While the dialog is open nothing else can change the view.
    let wanted = true
    const take = (result: Export | string): void => {
      if (wanted) written.value = result
    }
    const [asked, part, how] = [format.value, scope.value, { marked: marked.value }]
    import('./export-files.ts')
      .then(({ exportFiles }) => exportFiles(session, asked, part, how))
      .then(take, (error: unknown) => take(error instanceof Error ? error.message : String(error)))
    return () => {
      wanted = false
    }
  })
  const lossless = signal<readonly OutputId[]>([])
  effect(() => {
    const result = written.value
    if (typeof result !== 'object' || result.losses.length === 0) return
    const { value: asked } = scope
    void import('./export-files.ts')
      .then(({ losslessFormats }) => losslessFormats(session, asked))
      .then((formats) => {
        if (scope.peek() === asked) lossless.value = formats
      })
  })
  const ready = computed(() => (typeof written.value === 'object' ? written.value : undefined))
  return {
    open,
    format,
    scope,
    marked,
    ready,
    failure: computed(() => (typeof written.value === 'string' ? written.value : undefined)),
    lossless,
    save: () => {
      for (const { name, content, type } of ready.peek()?.files ?? []) saveFile(name, content, type)
      open.value = false
    },
    prepare: () => {
      // What fails now is asked for again.
      import('./export-files.ts')
        .then(({ loadWriter }) => loadWriter(format.peek()))
        .catch(() => {})
    },
  }
}
