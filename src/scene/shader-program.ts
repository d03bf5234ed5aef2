/** A program of two shaders and where its uniforms are. */
export interface ShaderProgram<Uniform extends string> {
  readonly program: WebGLProgram
  readonly at: Readonly<Record<Uniform, WebGLUniformLocation | null>>
}

/** A program that is made when there is use for it. */
export interface LateProgram<Uniform extends string> {
  /** Has it compiled, beside what the page does. */
  begin(): void
  /** The program; waits for it where it is not compiled. Throws as `shaderProgram` does. */
  get(): ShaderProgram<Uniform>
}

/** A program of both shaders that nothing has been done about yet. */
export function lateProgram<Uniform extends string>(
  ...given: Parameters<typeof shaderProgram<Uniform>>
): LateProgram<Uniform> {
  const [gl, vertexShader, fragmentShader, uniforms] = given
  let begun: Linking | undefined
  let made: ShaderProgram<Uniform> | undefined
  return {
    begin() {
      begun ??= linking(gl, vertexShader, fragmentShader)
    },
    get: () =>
      (made ??= linked(gl, (begun ??= linking(gl, vertexShader, fragmentShader)), uniforms)),
  }
}

/** Compiles and links both shaders. Throws with the driver's words where they do not. */
export function shaderProgram<Uniform extends string>(
  gl: WebGL2RenderingContext,
  vertexShader: string,
  fragmentShader: string,
  uniforms: readonly Uniform[],
): ShaderProgram<Uniform> {
  return linked(gl, linking(gl, vertexShader, fragmentShader), uniforms)
}

interface Linking {
  readonly program: WebGLProgram
  readonly shaders: readonly WebGLShader[]
}

function linking(
  gl: WebGL2RenderingContext,
  vertexShader: string,
  fragmentShader: string,
): Linking {
  const program = gl.createProgram()
  const parts = [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, fragmentShader],
  ] as const
  const shaders = parts.map(([type, source]) => {
    const shader = gl.createShader(type)
    if (shader === null) throw new Error('The graphics context is lost')
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
    return shader
  })
  gl.linkProgram(program)
  return { program, shaders }
}

/** Asking anything of a program waits until it is linked. */
function linked<Uniform extends string>(
  gl: WebGL2RenderingContext,
  { program, shaders }: Linking,
  uniforms: readonly Uniform[],
): ShaderProgram<Uniform> {
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true && !gl.isContextLost()) {
    const words = shaders.map((shader) => gl.getShaderInfoLog(shader))
    throw new Error(
      `A shader does not work here: ${[...words, gl.getProgramInfoLog(program)].join(' ')}`,
    )
  }
  const at = Object.fromEntries(
    uniforms.map((name) => [name, gl.getUniformLocation(program, name)]),
  ) as ShaderProgram<Uniform>['at']
  return { program, at }
}
