import { brushUniforms, takeUp, type Brush } from './brush.ts'
import { edgeFragmentShader, edgeVertexShader } from './edge-shader.ts'
import { edgeRow, type EdgeStrips } from './edge-strips.ts'
import { instanceRows } from './instance-rows.ts'
import type { Painted } from './layer.ts'
import { shaderProgram } from './shader-program.ts'

export interface EdgeBrush extends Brush {
  /** With arrow heads and waves. */
  readonly fine: boolean
  /** From 0 to 1: this share of the strips, from the first on. */
  readonly share: number
}

/** A straight line is one piece of strip; bent ones want about twenty. */
const pieces = { straight: 1, bent: 20 } as const

/** Makes sets of edges that one program paints. Throws where the program does not work. */
export function edgePainter(gl: WebGL2RenderingContext): () => Painted<EdgeStrips, EdgeBrush> {
  const { program, at } = shaderProgram(gl, edgeVertexShader, edgeFragmentShader, [
    ...brushUniforms,
    'u_fine',
    'u_segments',
  ])
  return () => {
    const rows = instanceRows(gl, program, edgeRow)
    let straight = 0
    let bent = 0
    const draw = (kind: keyof typeof pieces, start: number, amount: number): void => {
      gl.uniform1f(at.u_segments, pieces[kind])
      rows.draw(start, amount, (pieces[kind] + 1) * 2)
    }
    return {
      rows,
      load(strips) {
        straight = strips.straight
        bent = strips.count - straight
        rows.load(strips, [0, straight])
      },
      paint(brush) {
        takeUp(gl, program, at, brush)
        gl.uniform1f(at.u_fine, brush.fine ? 1 : 0)
        draw('straight', 0, Math.ceil(straight * brush.share))
        draw('bent', 1, Math.ceil(bent * brush.share))
      },
    }
  }
}
