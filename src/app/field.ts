/** Inputs that nothing is written into. */
const wordless = ['button', 'checkbox', 'color', 'file', 'number', 'radio', 'range', 'submit']
const wordy = `input:not(${wordless.map((type) => `[type=${type}]`).join()}), textarea, [contenteditable]`

/** True where typing and pasting belong to a field. */
export function takesText(target: EventTarget | null): boolean {
  return textFieldOf(target) !== null
}

/** True where a field has something written that it can undo by itself. */
export function undoesText(target: EventTarget | null): boolean {
  const field = textFieldOf(target)
  return field !== null && (!('value' in field) || field.value !== '')
}

/** True where a field has a use for keys such as the arrows, be it written into or not. */
export function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null
  )
}

function textFieldOf(target: EventTarget | null): Element | null {
  return target instanceof HTMLElement ? target.closest(wordy) : null
}
