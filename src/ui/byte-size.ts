/** "31 kB", "1.4 MB". */
export function byteSize(count: number): string {
  if (count < 1000) return `${count} bytes`
  if (count < 1e6) return `${Math.round(count / 1000)} kB`
  return `${(count / 1e6).toFixed(1)} MB`
}
