import { brushUniforms, takeUp, type Brush, type Painter } from './brush.ts'
import { shaderColour } from './colour.ts'
import { nodeFragmentShader, nodeVertexShader } from './node-shader.ts'
import type { PictureTheme } from '../display/picture.ts'
import { farNodeFragmentShader, farNodeVertexShader, farRadius } from './far-node-shader.ts'
import { nodeFields, type NodeStrips } from './node-strips.ts'
import { rowTexture, rowUniforms } from './row-texture.ts'
import { startOfRow } from './rows.ts'
import { lateProgram } from './shader-program.ts'

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

/** Paints nodes. */
export function nodePainter(gl: WebGL2RenderingContext): Painter<NodeStrips, NodeBrush> {
  const colours = Object.keys(themeUniforms) as (keyof typeof themeUniforms)[]
  const uniforms = [...brushUniforms, ...rowUniforms] as const
  const near = lateProgram(gl, nodeVertexShader, nodeFragmentShader, [...uniforms, ...colours])
  const far = lateProgram(gl, farNodeVertexShader, farNodeFragmentShader, [
    ...uniforms,
    'u_background',
  ])
  near.begin()
  const rows = rowTexture(gl)
  let strips: NodeStrips | undefined
  const paintNear = (brush: NodeBrush, amount: number): void => {
    const { program, at } = near.get()
    takeUp(gl, program, at, brush)
    for (const name of colours)
      gl.uniform3fv(at[name], shaderColour(brush.theme[themeUniforms[name]]))
    rows.draw(at, 0, amount, corners)
  }
  const paintFar = (brush: NodeBrush, first: number, amount: number): void => {
    const { program, at } = far.get()
    takeUp(gl, program, at, brush)
    gl.uniform3fv(at.u_background, shaderColour(brush.theme.background))
    rows.draw(at, first, amount, corners)
  }
  return {
    renew: rows.renew,
    expectMany: far.begin,
    takeMany: () => void far.get(),
    load(all) {
      strips = all
      rows.load(all)
    },
    paint(brush) {
      if (strips === undefined) return
      const { count } = strips
      const large = strips.plain ? largerThan(strips, farRadius * brush.camera.sizeRatio) : count
      paintNear(brush, large)
      if (large < count) paintFar(brush, large, count - large)
    },
  }
}

/** Of the square around each. */
const corners = 4

/** How many of the nodes have a larger radius, by bisection: the largest come first. */
function largerThan(strips: NodeStrips, radius: number): number {
  const { floats, count, grown = 1 } = strips
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    const size = floats[startOfRow(strips, middle) + nodeFields.size] ?? 0
    if (size * grown > radius) low = middle + 1
    else high = middle
  }
  return low
}
