import type { RenderParams } from 'sigma/types'
import type { RowTexture } from './row-texture.ts'
import type { Rows } from './rows.ts'

/** What the shaders of nodes and edges are told alike. */
export interface Brush {
  readonly camera: RenderParams
}

export const brushUniforms = ['u_matrix', 'u_viewport', 'u_sizeRatio', 'u_pixelRatio'] as const

/** GLSL of the same for a vertex shader. */
export const brushReading = /* glsl */ `
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
`

/** Takes up a program on the whole canvas, with its common uniforms. */
export function takeUp(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  at: Readonly<Record<(typeof brushUniforms)[number], WebGLUniformLocation | null>>,
  { camera }: Brush,
): void {
  gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight)
  gl.bindFramebuffer(gl.FRAMEBUFFER, null)
  gl.enable(gl.BLEND)
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
  gl.useProgram(program)
  gl.uniformMatrix3fv(at.u_matrix, false, camera.matrix)
  gl.uniform2f(at.u_viewport, camera.width, camera.height)
  gl.uniform1f(at.u_sizeRatio, camera.sizeRatio)
  gl.uniform1f(at.u_pixelRatio, camera.pixelRatio)
}

/** Rows on the graphics card, and how they are painted. */
export interface Painter<Form extends Rows, Look extends Brush> extends Pick<RowTexture, 'renew'> {
  readonly load: (rows: Form) => void
  /** Has compiled what paints many of them from afar, beside what the page does. */
  readonly expectMany: () => void
  /** Takes what is compiled by then: asking for it waits for all that the graphics card has to do. */
  readonly takeMany: () => void
  readonly paint: (brush: Look) => void
}
