import { brushUniforms, takeUp, type Brush, type Painter } from './brush.ts'
import { edgeFragmentShader, edgeVertexShader } from './edge-shader.ts'
import type { EdgeStrips } from './edge-strips.ts'
import { farEdgeFragmentShader, farEdgeVertexShader } from './far-edge-shader.ts'
import { rowTexture, rowUniforms } from './row-texture.ts'
import { lateProgram } from './shader-program.ts'

export interface EdgeBrush extends Brush {
  /** With arrow heads and waves. */
  readonly fine: boolean
  /** From 0 to 1: this share of the strips, from the first on. */
  readonly share: number
  /** Three shares of 1, for edges that stand back behind others. */
  readonly pale: readonly number[]
}

/** A straight line is one piece of strip between two pairs of points; bent ones want about twenty. */
const vertices = { straight: 4, bent: 42 } as const

/** Paints edges. */
export function edgePainter(gl: WebGL2RenderingContext): Painter<EdgeStrips, EdgeBrush> {
  const near = lateProgram(gl, edgeVertexShader, edgeFragmentShader, [
    ...brushUniforms,
    ...rowUniforms,
    'u_fine',
    'u_pale',
  ])
  const far = lateProgram(gl, farEdgeVertexShader, farEdgeFragmentShader, [
    ...brushUniforms,
    ...rowUniforms,
    'u_pale',
  ])
  near.begin()
  const rows = rowTexture(gl)
  let [straight, bent, marked] = [0, 0, false]
  return {
    renew: rows.renew,
    expectMany: far.begin,
    takeMany: () => void far.get(),
    load(strips) {
      ;({ straight, marked } = strips)
      bent = strips.count - straight
      rows.load(strips)
    },
    paint(brush) {
      const drawn = Math.ceil(straight * brush.share)
      const isFar = !brush.fine && !marked
      if (isFar) {
        const { program, at } = far.get()
        takeUp(gl, program, at, brush)
        gl.uniform3fv(at.u_pale, brush.pale)
        rows.draw(at, 0, drawn, vertices.straight)
      }
      const { program, at } = near.get()
      takeUp(gl, program, at, brush)
      gl.uniform1f(at.u_fine, brush.fine ? 1 : 0)
      gl.uniform3fv(at.u_pale, brush.pale)
      if (!isFar) rows.draw(at, 0, drawn, vertices.straight)
      rows.draw(at, straight, Math.ceil(bent * brush.share), vertices.bent)
    },
  }
}
