import { brushUniforms, takeUp, type Brush, type Painter } from './brush.ts'
import { shaderColour } from './colour.ts'
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

/** Paints nodes. Throws where the program does not work. */
export function nodePainter(gl: WebGL2RenderingContext): Painter<Rows, NodeBrush> {
  const colours = Object.keys(themeUniforms) as (keyof typeof themeUniforms)[]
  const uniforms = [...brushUniforms, ...rowUniforms, ...colours]
  const { program, at } = shaderProgram(gl, nodeVertexShader, nodeFragmentShader, uniforms)
  const rows = rowTexture(gl, at)
  let count = 0
  return {
    renew: rows.renew,
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
