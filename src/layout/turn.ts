import type { Point } from '../model/knowledge.ts'

/** Radians in an eighth of a turn. */
const eighth = 0.7853981633974483

/**
 * The unit vector at a share of a full turn, clockwise from the top. Sines of the machine's own may
 * differ in their last digit from those of another; sums and products do not.
 */
export function turned(share: number): Point {
  const eighths = (share - Math.floor(share)) * 8
  const octant = Math.min(7, Math.floor(eighths))
  const rest = eighths - octant
  // Measured from the nearer axis, the angle is at most an eighth.
  const angle = (octant % 2 === 0 ? rest : 1 - rest) * eighth
  const [less, more] = [sine(angle), cosine(angle)]
  switch (octant) {
    case 0:
      return { x: less, y: more }
    case 1:
      return { x: more, y: less }
    case 2:
      return { x: more, y: -less }
    case 3:
      return { x: less, y: -more }
    case 4:
      return { x: -less, y: -more }
    case 5:
      return { x: -more, y: -less }
    case 6:
      return { x: -more, y: less }
    default:
      return { x: -less, y: more }
  }
}

/** Taylor's series, exact to the last digits up to an eighth of a turn. */
function sine(angle: number): number {
  const square = angle * angle
  let term = angle
  let sum = angle
  for (let power = 2; power <= 16; power += 2) {
    term *= -square / (power * (power + 1))
    sum += term
  }
  return sum
}

function cosine(angle: number): number {
  const square = angle * angle
  let term = 1
  let sum = 1
  for (let power = 1; power <= 15; power += 2) {
    term *= -square / (power * (power + 1))
    sum += term
  }
  return sum
}
