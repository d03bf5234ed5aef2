import { linesOf, floatsPerRow, rowsPerLine, type Rows } from './rows.ts'

/** Vertices of one call, so that two bytes are enough for an index. */
const mostVertices = 65_536

export const rowUniforms = [
  'u_rows',
  'u_chosen',
  'u_isChosen',
  'u_grown',
  'u_first',
  'u_vertices',
] as const

/** GLSL with which a vertex shader finds its row, and which vertex of it is asked for. */
export const rowReading = /* glsl */ `
uniform highp sampler2D u_rows;
uniform highp usampler2D u_chosen;
uniform bool u_isChosen;
uniform float u_grown;
uniform int u_first;
uniform int u_vertices;

int rowOf() {
  int place = u_first + gl_VertexID / u_vertices;
  if (!u_isChosen) return place;
  return int(texelFetch(u_chosen, ivec2(place % ${rowsPerLine}, place / ${rowsPerLine}), 0).x);
}

int vertexOf() {
  return gl_VertexID % u_vertices;
}

vec4 texelOf(int row, int texel) {
  return texelFetch(u_rows, ivec2((row % ${rowsPerLine}) * 3 + texel, row / ${rowsPerLine}), 0);
}

vec3 colourFrom(float packed) {
  return floor(mod(packed / vec3(65536.0, 256.0, 1.0), 256.0)) / 255.0;
}
`

/** Rows in the memory of the graphics card, painted as strips of triangles. */
export interface RowTexture {
  /** Sends all of them. */
  load(rows: Rows): void
  /** Sends these rows anew. */
  renew(rows: Rows, changed: Iterable<number>): void
  /**
   * Draws so many rows from `first` on, each as a strip of so many vertices, with the program that
   * is in use and has its uniforms there.
   */
  draw(at: RowUniforms, first: number, amount: number, vertices: number): void
}

type RowUniforms = Readonly<Record<(typeof rowUniforms)[number], WebGLUniformLocation | null>>

/**
 * No rows yet, for programs that read them with `rowReading`. They lie in a texture instead of
 * in attributes of instances: without a graphics card every instance costs as much as a call of its
 * own, twenty times as much as drawing it.
 */
export function rowTexture(gl: WebGL2RenderingContext): RowTexture {
  const texture = plainTexture(gl)
  const choice = plainTexture(gl)
  const strips = stripBuffers(gl)
  let loaded: Rows | undefined
  const load = (rows: Rows): void => {
    const { floats, chosen, count } = rows
    // A choice of the rows that are there sends its numbers alone.
    if (floats !== loaded?.floats) {
      const lines = floats.length / (rowsPerLine * floatsPerRow)
      gl.bindTexture(gl.TEXTURE_2D, texture)
      // prettier-ignore
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, rowsPerLine * 3, lines, 0, gl.RGBA, gl.FLOAT, floats)
    }
    if (chosen !== undefined) {
      gl.bindTexture(gl.TEXTURE_2D, choice)
      // prettier-ignore
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.R32UI, rowsPerLine, linesOf(count), 0, gl.RED_INTEGER, gl.UNSIGNED_INT, chosen)
    }
    loaded = rows
  }
  return {
    load,
    renew(rows, changed) {
      if (rows !== loaded) {
        load(rows)
        return
      }
      gl.bindTexture(gl.TEXTURE_2D, texture)
      for (const row of changed) {
        const [x, y] = [(row % rowsPerLine) * 3, Math.floor(row / rowsPerLine)]
        const values = rows.floats.subarray(row * floatsPerRow, (row + 1) * floatsPerRow)
        gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, 3, 1, gl.RGBA, gl.FLOAT, values)
      }
    },
    draw(at, first, amount, vertices) {
      if (amount === 0) return
      gl.activeTexture(gl.TEXTURE1)
      gl.bindTexture(gl.TEXTURE_2D, choice)
      gl.activeTexture(gl.TEXTURE0)
      gl.bindTexture(gl.TEXTURE_2D, texture)
      gl.uniform1i(at.u_rows, 0)
      gl.uniform1i(at.u_chosen, 1)
      gl.uniform1i(at.u_isChosen, loaded?.chosen === undefined ? 0 : 1)
      gl.uniform1f(at.u_grown, loaded?.grown ?? 1)
      gl.uniform1i(at.u_vertices, vertices)
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, strips(vertices))
      const batch = Math.floor(mostVertices / vertices)
      for (let done = 0; done < amount; done += batch) {
        const indices = Math.min(batch, amount - done) * (vertices - 2) * 3
        gl.uniform1i(at.u_first, first + done)
        gl.drawElements(gl.TRIANGLES, indices, gl.UNSIGNED_SHORT, 0)
      }
    },
  }
}

function plainTexture(gl: WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture()
  gl.bindTexture(gl.TEXTURE_2D, texture)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST)
  return texture
}

/** The indices of as many strips as fit into a call, by the vertices of each. */
function stripBuffers(gl: WebGL2RenderingContext): (vertices: number) => WebGLBuffer {
  const buffers = new Map<number, WebGLBuffer>()
  return (vertices) => {
    const known = buffers.get(vertices)
    if (known !== undefined) return known
    const buffer = gl.createBuffer()
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, buffer)
    const indices = stripIndices(vertices, Math.floor(mostVertices / vertices))
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STATIC_DRAW)
    buffers.set(vertices, buffer)
    return buffer
  }
}

/** Strips of triangles over so many vertices each, one after the other, as single triangles. */
function stripIndices(vertices: number, strips: number): Uint16Array {
  const indices = new Uint16Array(strips * (vertices - 2) * 3)
  let at = 0
  for (let strip = 0; strip < strips; strip += 1)
    for (let vertex = strip * vertices; vertex < (strip + 1) * vertices - 2; vertex += 1)
      for (let corner = 0; corner < 3; corner += 1) {
        indices[at] = vertex + corner
        at += 1
      }
  return indices
}
