/** Where the white space at `from` ends. */
export function afterSpace(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13) return at
    at += 1
  }
}

/** Ends of line as XML passes them on: LF alone. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** White space in attributes as XML passes it on. */
export function withSpaces(text: string): string {
  return text.replace(/\r\n|[\t\n\r]/g, ' ')
}
