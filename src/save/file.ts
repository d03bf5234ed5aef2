/** Hands `content` to the reader's downloads under `name`. `type` is a MIME type. */
export function saveFile(name: string, content: Blob | string, type: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
  // Not at once: Safari and Firefox open the address only after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
