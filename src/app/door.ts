import { takesText } from './field.ts'

/** What the graph that comes in is for: to take the place of the present one, or to stand beside it. */
export type Purpose = 'open' | 'compare'

/** The way in for graphs of the reader's own, as the page around it sees it. */
export interface Intake {
  /** Opens the dialog that offers every way in. */
  readonly choose: (purpose?: Purpose) => void
  readonly take: (files: readonly File[]) => void
  /** Text from the clipboard. */
  readonly takeText: (text: string) => void
  /** Shows the address that a link wants opened, and asks; then the view is that of `hash`. */
  readonly ask: (address: string, hash: string) => void
  /** True while files are dragged over the page. */
  readonly hover: (over: boolean) => void
  /** Brings the version that the view compares with: a kept one, or from its address if allowed. */
  readonly compareAgain: (version: string) => Promise<void>
  /**
   * Opens a kept file by its name, at the view of a link or at its first; false where none of that
   * name is kept. Answers when the file is shown, or when its reading has ended otherwise.
   */
  readonly reopen: (name: string, hash?: string) => Promise<boolean>
}

/** Loads the intake when it is first needed; the same one every time. */
export type Door = () => Promise<Intake>

/** Takes what is dropped on the page or pasted into it, wherever no text is being edited. */
export function listenToArrivals(door: Door): void {
  const enter = (then: (intake: Intake) => void): void => void door().then(then)
  const on = (
    type: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
    act: (files: FileList) => void,
  ) =>
    addEventListener(type, (event) => {
      const { dataTransfer, relatedTarget } = event
      if (dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      // Between two elements of the page nothing has been left.
      if (type === 'drop' || relatedTarget === null) act(dataTransfer.files)
    })
  on('dragenter', () => enter((intake) => intake.hover(true)))
  on('dragover', () => undefined)
  on('dragleave', () => enter((intake) => intake.hover(false)))
  on('drop', (list) => {
    // Read at once: after the event the list is empty.
    const files = [...list]
    enter((intake) => intake.take(files))
  })
  addEventListener('paste', ({ clipboardData, target }) => {
    if (clipboardData === null || takesText(target)) return
    const files = [...clipboardData.files]
    const text = clipboardData.getData('text/plain')
    if (files.length > 0) enter((intake) => intake.take(files))
    // A word or two was not meant for us.
    else if (/[\n\t<{[]/.test(text)) enter((intake) => intake.takeText(text))
  })
}
