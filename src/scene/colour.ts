/** The colour `share` of the way from one `#rrggbb` to another. */
export function mixColours(from: string, to: string, share: number): string {
  const start = channels(from)
  const end = channels(to)
  const mixed = start.map((channel, index) =>
    Math.round(channel + ((end[index] ?? channel) - channel) * share),
  )
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

const shares = new Map<string, readonly number[]>()

/** A `#rrggbb` as three shares of 1, as shaders take it. */
export function shaderColour(colour: string): readonly number[] {
  const known = shares.get(colour) ?? channels(colour).map((channel) => channel / 255)
  shares.set(colour, known)
  return known
}

const packed = new Map<string, number>()

/** A `#rrggbb` as one number, as the rows of the scene hold it. */
export function packedColour(colour: string): number {
  const known = packed.get(colour)
  if (known !== undefined) return known
  const [red = 0, green = 0, blue = 0] = channels(colour)
  const bytes = (red << 16) | (green << 8) | blue
  packed.set(colour, bytes)
  return bytes
}

function channels(colour: string): readonly number[] {
  const number = Number.parseInt(colour.slice(1, 7), 16)
  if (!/^#[\da-f]{6}/i.test(colour)) throw new Error(`not a colour as #rrggbb: ${colour}`)
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255]
}
