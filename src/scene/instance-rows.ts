/** Rows of floats, one for each thing that is painted, as the graphics card takes them. */
export interface Rows {
  readonly floats: Float32Array
  readonly count: number
}

/** What the floats of a row are: names of attributes, where each begins and how many it has. */
export interface RowForm {
  readonly floats: number
  readonly columns: readonly (readonly [name: string, at: number, size: number])[]
  /** Where the four bytes of `a_color` are. */
  readonly colour: number
}

/** Rows in the memory of the graphics card, painted as instances of one strip of triangles. */
export interface InstanceRows {
  /** Sends all of them; `starts` are the rows from which `draw` begins, each by its number. */
  load(rows: Rows, starts: readonly number[]): void
  /** Sends these rows anew. */
  renew(rows: Rows, changed: Iterable<number>): void
  /** Sends which of them are painted: 255 for each that is, else 0. */
  showOnly(shown: Uint8Array): void
  /** Draws so many rows from a start on, with so many vertices each. */
  draw(start: number, amount: number, vertices: number): void
}

/** No rows yet, for a program whose attribute `a_shown` says whether a row is painted. */
export function instanceRows(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  form: RowForm,
): InstanceRows {
  const rowBuffer = gl.createBuffer()
  const shownBuffer = gl.createBuffer()
  const arrays: WebGLVertexArrayObject[] = []
  const rowBytes = form.floats * 4

  const bind = (name: string, size: number, type: number, stride: number, at: number): void => {
    const index = gl.getAttribLocation(program, name)
    gl.enableVertexAttribArray(index)
    gl.vertexAttribPointer(index, size, type, type === gl.UNSIGNED_BYTE, stride, at)
    gl.vertexAttribDivisor(index, 1)
  }
  const describe = (array: WebGLVertexArrayObject, first: number): void => {
    gl.bindVertexArray(array)
    gl.bindBuffer(gl.ARRAY_BUFFER, rowBuffer)
    for (const [name, at, size] of form.columns)
      bind(name, size, gl.FLOAT, rowBytes, first * rowBytes + at * 4)
    bind('a_color', 4, gl.UNSIGNED_BYTE, rowBytes, first * rowBytes + form.colour * 4)
    gl.bindBuffer(gl.ARRAY_BUFFER, shownBuffer)
    bind('a_shown', 1, gl.UNSIGNED_BYTE, 1, first)
    gl.bindVertexArray(null)
  }
  const showOnly = (shown: Uint8Array): void => {
    gl.bindBuffer(gl.ARRAY_BUFFER, shownBuffer)
    gl.bufferData(gl.ARRAY_BUFFER, shown, gl.DYNAMIC_DRAW)
  }
  return {
    load({ floats, count }, starts) {
      gl.bindBuffer(gl.ARRAY_BUFFER, rowBuffer)
      gl.bufferData(gl.ARRAY_BUFFER, floats, gl.DYNAMIC_DRAW)
      showOnly(new Uint8Array(count).fill(255))
      for (const [number, first] of starts.entries())
        describe((arrays[number] ??= gl.createVertexArray()), first)
    },
    renew({ floats }, changed) {
      gl.bindBuffer(gl.ARRAY_BUFFER, rowBuffer)
      for (const row of changed) {
        const from = row * form.floats
        gl.bufferSubData(gl.ARRAY_BUFFER, from * 4, floats.subarray(from, from + form.floats))
      }
    },
    showOnly,
    draw(start, amount, vertices) {
      const array = arrays[start]
      if (amount === 0 || array === undefined) return
      gl.bindVertexArray(array)
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, vertices, amount)
      gl.bindVertexArray(null)
    },
  }
}
