import { fontFamilies } from '../display/svg-text.ts'
import type { Measure } from '../display/svg-text.ts'

/** Measures text as the browser draws it; by a rule of thumb where it has no canvas to offer. */
export function measureText(): Measure {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return (text, fontPx) => text.length * fontPx * 0.6
  return (text, fontPx) => {
    context.font = `${fontPx}px ${fontFamilies}`
    return context.measureText(text).width
  }
}
