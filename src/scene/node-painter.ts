import { brushUniforms, takeUp, type Brush } from './brush.ts'
import { shaderColour } from './colour.ts'
import type { Painted } from './layer.ts'
import { nodeFragmentShader, nodeVertexShader } from './node-shader.ts'
import type { PictureTheme } from '../display/picture.ts'
import { rowTexture, rowUniforms, type Rows } from './row-texture.ts'
import { shaderProgram } from './shader-program.ts'

export interface NodeBrush extends Brush {
  readonly theme: PictureTheme
}

/** Colours of the theme that the shader is told. */
const themeUniforms = {
  u_background: 'background',
  u_accent: 'accent',
  u_disputed: 'disputed',
  u_added: 'added',
  u_removed: 'removed',
  u_changed: 'changed',
} as const

/** Makes sets of nodes that one program paints. Throws where the program does not work. */
export function nodePainter(gl: WebGL2RenderingContext): () => Painted<Rows, NodeBrush> {
  const colours = Object.keys(themeUniforms) as (keyof typeof themeUniforms)[]
  const uniforms = [...brushUniforms, ...rowUniforms, ...colours]
  const { program, at } = shaderProgram(gl, nodeVertexShader, nodeFragmentShader, uniforms)
  return () => {
    const rows = rowTexture(gl, at)
    let count = 0
    return {
      rows,
      load(all) {
        count = all.count
        rows.load(all)
      },
      paint(brush) {
        takeUp(gl, program, at, brush)
        for (const name of colours)
          gl.uniform3fv(at[name], shaderColour(brush.theme[themeUniforms[name]]))
        // The four corners of the square around each.
        rows.draw(0, count, 4)
      },
    }
  }
}
