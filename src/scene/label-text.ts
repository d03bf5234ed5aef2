import { shortened } from '../display/shortened.ts'

// Other scripts and emoji come by the browser's own fallback; every family named costs at start.
const families = 'system-ui, sans-serif'

const widest = 220
/** Of each font. */
const mostRemembered = 10_000

/** A label's text as it is drawn, with its width in CSS pixels. */
export interface LabelText {
  readonly text: string
  readonly width: number
  readonly font: string
  readonly direction: 'ltr' | 'rtl'
}

const fonts = new Map<number, string>()

/** A font for labels: the reader's system font at `size` CSS pixels. */
export function labelFont(size: number, weight: 400 | 500 | 600): string {
  const name = weight + size
  const known = fonts.get(name)
  if (known !== undefined) return known
  const font = `${weight} ${size}px ${families}`
  fonts.set(name, font)
  return font
}

/** A function that cuts labels to a readable width and measures them, remembering what it has measured. */
export function createLabelText(
  canvas: CanvasRenderingContext2D,
): (label: string, font: string) => LabelText {
  const known = new Map<string, Map<string, LabelText>>()
  return (label, font) => {
    const inFont = known.get(font) ?? new Map<string, LabelText>()
    const before = inFont.get(label)
    if (before !== undefined) return before
    if (inFont.size > mostRemembered) inFont.clear()
    const text = fitted(canvas, label, font)
    known.set(font, inFont.set(label, text))
    return text
  }
}

/** The direction of the text's first letter that has one. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const letter = /\p{L}/u.exec(text)?.[0]
  const rightToLeft =
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
  return letter !== undefined && rightToLeft.test(letter) ? 'rtl' : 'ltr'
}

function fitted(canvas: CanvasRenderingContext2D, label: string, font: string): LabelText {
  canvas.font = font
  let last = { text: '', width: 0 }
  const widthOf = (text: string): number => {
    // What fits as it is has just been measured.
    if (text !== last.text) last = { text, width: canvas.measureText(text).width }
    return last.width
  }
  const text = shortened(label, widest, widthOf)
  return { text, width: widthOf(text), font, direction: directionOf(label) }
}
