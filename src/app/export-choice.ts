import { signal } from '@preact/signals'
import type { Signal } from '@preact/signals'
import type { ExportFormat, ExportScope } from './export-files.ts'

/** What is to be exported, and as what: kept from one export to the next. */
export interface ExportChoice {
  /** Whether the dialog is open. */
  readonly open: Signal<boolean>
  readonly format: Signal<ExportFormat>
  readonly scope: Signal<ExportScope>
  /** Whether a picture has the marks of what was added, changed and removed. */
  readonly marked: Signal<boolean>
}

/** GEXF of the whole graph. */
export function createExportChoice(): ExportChoice {
  return {
    open: signal(false),
    format: signal<ExportFormat>('gexf'),
    scope: signal<ExportScope>('whole'),
    marked: signal(true),
  }
}

/** Loads what writes the chosen format: nobody is to wait for code once the dialog is open. */
export function prepareExport({ format }: ExportChoice): void {
  // What fails now is asked for again.
  import('./export-files.ts').then(({ loadWriter }) => loadWriter(format.peek())).catch(() => {})
}
