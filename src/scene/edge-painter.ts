import { shaderProgram } from './shader-program.ts'
import { edgeFragmentShader, edgeVertexShader } from './edge-shader.ts'
import { floatsPerStrip, stripFields, type EdgeStrips } from './edge-strips.ts'

/** How a set of strips is painted. */
export interface Brush {
  /** From framed coordinates to those of the screen. */
  readonly matrix: Float32Array
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
  readonly sizeRatio: number
  /** With arrow heads and waves. */
  readonly fine: boolean
  /** What is faded or pale has this colour; the last number is 1 where all are faded. */
  readonly faded: readonly number[]
  /** From 0 to 1: this share of the strips, from the first on. */
  readonly share: number
}

/** Strips in the memory of the graphics card. */
export interface PaintedStrips {
  /** Sends all of them. */
  load(strips: EdgeStrips): void
  /** Sends these rows anew. */
  renew(strips: EdgeStrips, rows: Iterable<number>): void
  /** Sends which of them are painted: 1 for each that is, else 0. */
  showOnly(shown: Uint8Array): void
  paint(brush: Brush): void
}

/** A straight line is one piece of strip; bent ones want about twenty. */
const pieces = { straight: 1, bent: 20 } as const
const uniforms = [
  'u_matrix',
  'u_viewport',
  'u_sizeRatio',
  'u_pixelRatio',
  'u_fine',
  'u_faded',
  'u_segments',
] as const
const columns = [
  ['a_source', stripFields.source, 2],
  ['a_target', stripFields.target, 2],
  ['a_radii', stripFields.radii, 2],
  ['a_bend', stripFields.bend, 1],
  ['a_loop', stripFields.loop, 1],
  ['a_width', stripFields.width, 1],
  ['a_style', stripFields.style, 1],
] as const
const bytesPerStrip = floatsPerStrip * 4

/** Paints edges with one program, as many sets of them as are asked for. Throws where it cannot. */
export function createEdgePainter(gl: WebGL2RenderingContext): { strips(): PaintedStrips } {
  const { program, at } = shaderProgram(gl, edgeVertexShader, edgeFragmentShader, uniforms)
  const column = (name: string): number => gl.getAttribLocation(program, name)

  function strips(): PaintedStrips {
    const rows = gl.createBuffer()
    const shown = gl.createBuffer()
    let count = 0
    let straight = 0
    /** One for those from the first on, one for those from the first bent one on. */
    const arrays = { straight: gl.createVertexArray(), bent: gl.createVertexArray() }
    const bind = (
      name: string,
      size: number,
      type: number,
      stride: number,
      offset: number,
    ): void => {
      const index = column(name)
      gl.enableVertexAttribArray(index)
      gl.vertexAttribPointer(index, size, type, type === gl.UNSIGNED_BYTE, stride, offset)
      gl.vertexAttribDivisor(index, 1)
    }
    const describe = (array: WebGLVertexArrayObject, first: number): void => {
      gl.bindVertexArray(array)
      gl.bindBuffer(gl.ARRAY_BUFFER, rows)
      const start = first * bytesPerStrip
      for (const [name, field, size] of columns)
        bind(name, size, gl.FLOAT, bytesPerStrip, start + field * 4)
      bind('a_color', 4, gl.UNSIGNED_BYTE, bytesPerStrip, start + stripFields.colour * 4)
      gl.bindBuffer(gl.ARRAY_BUFFER, shown)
      bind('a_shown', 1, gl.UNSIGNED_BYTE, 1, first)
      gl.bindVertexArray(null)
    }
    const draw = (kind: keyof typeof arrays, amount: number): void => {
      if (amount === 0) return
      gl.uniform1f(at.u_segments, pieces[kind])
      gl.bindVertexArray(arrays[kind])
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, (pieces[kind] + 1) * 2, amount)
    }
    const showOnly = (bytes: Uint8Array): void => {
      gl.bindBuffer(gl.ARRAY_BUFFER, shown)
      gl.bufferData(gl.ARRAY_BUFFER, bytes, gl.DYNAMIC_DRAW)
    }
    return {
      load(all) {
        count = all.count
        straight = all.straight
        gl.bindBuffer(gl.ARRAY_BUFFER, rows)
        gl.bufferData(gl.ARRAY_BUFFER, all.floats, gl.DYNAMIC_DRAW)
        showOnly(new Uint8Array(count).fill(255))
        describe(arrays.straight, 0)
        describe(arrays.bent, straight)
      },
      renew({ floats }, changed) {
        gl.bindBuffer(gl.ARRAY_BUFFER, rows)
        for (const row of changed) {
          const from = row * floatsPerStrip
          const values = floats.subarray(from, from + floatsPerStrip)
          gl.bufferSubData(gl.ARRAY_BUFFER, from * 4, values)
        }
      },
      showOnly,
      paint({ matrix, width, height, pixelRatio, sizeRatio, fine, faded, share }) {
        gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight)
        gl.enable(gl.BLEND)
        gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
        gl.useProgram(program)
        gl.uniformMatrix3fv(at.u_matrix, false, matrix)
        gl.uniform2f(at.u_viewport, width, height)
        gl.uniform1f(at.u_sizeRatio, sizeRatio)
        gl.uniform1f(at.u_pixelRatio, pixelRatio)
        gl.uniform1f(at.u_fine, fine ? 1 : 0)
        gl.uniform4fv(at.u_faded, faded)
        draw('straight', Math.ceil(straight * share))
        draw('bent', Math.ceil((count - straight) * share))
        gl.bindVertexArray(null)
      },
    }
  }
  return { strips }
}
