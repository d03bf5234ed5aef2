import { channels } from '../display/mixed-colours.ts'

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
