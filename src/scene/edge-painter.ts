import { brushUniforms, takeUp, type Brush, type Painter } from './brush.ts'
import { edgeFragmentShader, edgeVertexShader } from './edge-shader.ts'
import type { EdgeStrips } from './edge-strips.ts'
import { rowTexture, rowUniforms } from './row-texture.ts'
import { shaderProgram } from './shader-program.ts'

export interface EdgeBrush extends Brush {
  /** With arrow heads and waves. */
  readonly fine: boolean
  /** From 0 to 1: this share of the strips, from the first on. */
  readonly share: number
}

/** A straight line is one piece of strip between two pairs of points; bent ones want about twenty. */
const vertices = { straight: 4, bent: 42 } as const

/** Paints edges. Throws where the program does not work. */
export function edgePainter(gl: WebGL2RenderingContext): Painter<EdgeStrips, EdgeBrush> {
  const { program, at } = shaderProgram(gl, edgeVertexShader, edgeFragmentShader, [
    ...brushUniforms,
    ...rowUniforms,
    'u_fine',
  ])
  const rows = rowTexture(gl, at)
  let straight = 0
  let bent = 0
  return {
    renew: rows.renew,
    load(strips) {
      straight = strips.straight
      bent = strips.count - straight
      rows.load(strips)
    },
    paint(brush) {
      takeUp(gl, program, at, brush)
      gl.uniform1f(at.u_fine, brush.fine ? 1 : 0)
      rows.draw(0, Math.ceil(straight * brush.share), vertices.straight)
      rows.draw(straight, Math.ceil(bent * brush.share), vertices.bent)
    },
  }
}
