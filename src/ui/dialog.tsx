import type { ComponentChildren, JSX } from 'preact'
import type { Signal } from '@preact/signals'
import { Icon } from './icon.tsx'
import './dialog.css'

interface Props {
  readonly title: string
  readonly open: Signal<boolean>
  readonly children: ComponentChildren
}

/** A native modal dialog that is open while the signal says so. */
export function Dialog({ title, open, children }: Props): JSX.Element | null {
  if (!open.value) return null
  const close = (): void => {
    open.value = false
  }
  return (
    <Modal title={title} onClose={close}>
      {children}
    </Modal>
  )
}

interface ModalProps {
  readonly title: string
  /** By the button, Esc or a click beside it. */
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ComponentChildren
}

/** A native modal dialog, open as long as it is there. */
export function Modal({ title, onClose, wide = false, children }: ModalProps): JSX.Element {
  return (
    <dialog
      class={wide ? 'dialog is-wide' : 'dialog'}
      aria-label={title}
      ref={showModal}
      onClose={(event) => {
        // It comes late: by then another dialog may have been opened.
        if (event.currentTarget.isConnected) onClose()
      }}
      onClick={(event) => {
        // The backdrop belongs to the dialog element itself; its content is in the box inside.
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div class="dialog-box">
        <header>
          <h2>{title}</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}

function showModal(element: HTMLDialogElement | null): (() => void) | undefined {
  if (element === null) return undefined
  element.showModal()
  // Closed before it is taken away: only so does the focus go back to where it came from.
  return () => element.close()
}
