/**
 * Copies `text`; false where the browser refuses. Call it from a click or a key press: browsers
 * refuse everything else.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyFromField(text)
  }
}

/** The older way, which also works on pages without a secure context. */
function copyFromField(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.className = 'visually-hidden'
  const before = document.activeElement
  // A modal dialog makes everything outside inert, so the field goes into the one that is open.
  const place = document.querySelector('dialog:modal') ?? document.body
  place.append(field)
  field.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    field.remove()
    if (before instanceof HTMLElement) before.focus()
  }
}
