/** The colour `share` of the way from one `#rrggbb` to another. */
export function mixColours(from: string, to: string, share: number): string {
  const start = channels(from)
  const end = channels(to)
  const mixed = start.map((channel, index) =>
    Math.round(channel + ((end[index] ?? channel) - channel) * share),
  )
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** Red, green and blue of a `#rrggbb`, from 0 to 255. */
export function channels(colour: string): readonly number[] {
  const number = Number.parseInt(colour.slice(1, 7), 16)
  if (!/^#[\da-f]{6}/i.test(colour)) throw new Error(`not a colour as #rrggbb: ${colour}`)
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255]
}
