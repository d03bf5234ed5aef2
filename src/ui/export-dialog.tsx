import type { JSX } from 'preact'
import type { Desk } from '../app/desk.ts'
import { Dialog } from './dialog.tsx'

export function ExportDialog({ desk }: { readonly desk: Desk }): JSX.Element {
  return (
    <Dialog title="Export" open={desk.exportOpen}>
      …
    </Dialog>
  )
}
