/** The address where it is one that a reader may follow (http, https, mailto), else undefined. */
export function safeLink(address: string): string | undefined {
  try {
    const url = new URL(address)
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}
