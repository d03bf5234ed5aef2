/**
 * The length of (x, y), from operations that give the same bits on every machine; `Math.hypot`
 * does not.
 */
export function hypotenuse(x: number, y: number): number {
  return Math.sqrt(x * x + y * y)
}
