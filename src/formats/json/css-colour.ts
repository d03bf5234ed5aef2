import { hexColour, opaque } from '../hex-colour.ts'

const names = new Map(
  (
    'black 000000 silver c0c0c0 gray 808080 grey 808080 white ffffff maroon 800000 red ff0000 ' +
    'purple 800080 fuchsia ff00ff magenta ff00ff green 008000 lime 00ff00 olive 808000 ' +
    'yellow ffff00 navy 000080 blue 0000ff teal 008080 aqua 00ffff cyan 00ffff orange ffa500 ' +
    'pink ffc0cb brown a52a2a gold ffd700 violet ee82ee indigo 4b0082 steelblue 4682b4 ' +
    'tomato ff6347 salmon fa8072 coral ff7f50 crimson dc143c darkgreen 006400 darkblue 00008b ' +
    'darkred 8b0000 lightblue add8e6 lightgreen 90ee90 lightgray d3d3d3 lightgrey d3d3d3 ' +
    'darkgray a9a9a9 darkgrey a9a9a9 skyblue 87ceeb turquoise 40e0d0 khaki f0e68c beige f5f5dc'
  )
    .match(/\S+ \S+/g)
    ?.map((pair) => pair.split(' ') as [string, string]),
)

/** A colour in one of CSS's usual forms as `#rrggbb` or `#rrggbbaa`; undefined for others. */
export function cssColour(text: string): string | undefined {
  if (/^#[\da-f]{6}$/.test(text)) return text
  const plain = plainRgb.exec(text)
  if (plain !== null) return hexOf(plain.slice(1).map(Number))
  const hex = hexColour(text)
  if (hex !== undefined) return hex
  const lower = text.trim().toLowerCase()
  const call = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(lower)
  if (call === null) {
    const named = names.get(lower)
    return named === undefined ? undefined : `#${named}`
  }
  const parts = (call[2] ?? '').trim().split(/\s*[,/]\s*|\s+/)
  if (parts.length !== 3 && parts.length !== 4) return undefined
  const [first = '', second = '', third = '', alpha] = parts
  const rgb = call[1] === 'rgb' ? channels([first, second, third]) : hsl(first, second, third)
  const share = alpha === undefined ? 1 : shareOf(alpha)
  if (rgb === undefined || share === undefined) return undefined
  return opaque([...rgb, Math.round(share * 255)].map(byteText).join(''))
}

/** By far the most usual form beside `#rrggbb`. */
const plainRgb = /^rgb\((\d{1,3}), ?(\d{1,3}), ?(\d{1,3})\)$/

function hexOf([red = 0, green = 0, blue = 0]: readonly number[]): string | undefined {
  if (red > 255 || green > 255 || blue > 255) return undefined
  return `#${(0x1000000 + red * 0x10000 + green * 0x100 + blue).toString(16).slice(1)}`
}

function byteText(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}

function channels(parts: readonly string[]): readonly number[] | undefined {
  const bytes = parts.map((part) => {
    const share = part.endsWith('%') ? shareOf(part) : undefined
    if (share !== undefined) return Math.round(share * 255)
    return /^\d+(?:\.\d+)?$/.test(part) && Number(part) <= 255 ? Math.round(Number(part)) : NaN
  })
  return bytes.some(Number.isNaN) ? undefined : bytes
}

function shareOf(text: string): number | undefined {
  const [, number, percent] = /^(\d*\.?\d+)(%?)$/.exec(text) ?? []
  if (number === undefined) return undefined
  const share = Number(number) / (percent === '%' ? 100 : 1)
  return share <= 1 ? share : undefined
}

function hsl(hueText: string, whole: string, light: string): readonly number[] | undefined {
  const hue = /^-?\d+(?:\.\d+)?(?:deg)?$/.test(hueText) ? parseFloat(hueText) : NaN
  const [saturation, lightness] = [whole, light].map((part) =>
    part.endsWith('%') ? shareOf(part) : undefined,
  )
  if (Number.isNaN(hue) || saturation === undefined || lightness === undefined) return undefined
  const reach = saturation * Math.min(lightness, 1 - lightness)
  return [0, 8, 4].map((start) => {
    const turn = (start + (((hue % 360) + 360) % 360) / 30) % 12
    const share = lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))
    return Math.round(share * 255)
  })
}
