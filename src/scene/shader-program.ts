/** A program of two shaders and where its uniforms are. */
export interface ShaderProgram<Uniform extends string> {
  readonly program: WebGLProgram
  readonly at: Readonly<Record<Uniform, WebGLUniformLocation | null>>
}

/** A program that compiles beside what the page does, and is waited for when it is used. */
export interface LateProgram<Uniform extends string> {
  begin(): void
  /**
   * The program; begins where nothing has begun. Throws with the driver's words where the shaders
   * do not work.
   */
  get(): ShaderProgram<Uniform>
}

/** A program of both shaders that nothing has been done about yet. */
export function lateProgram<Uniform extends string>(
  gl: WebGL2RenderingContext,
  vertexShader: string,
  fragmentShader: string,
  uniforms: readonly Uniform[],
): LateProgram<Uniform> {
  let begun: Linking | undefined
  let made: ShaderProgram<Uniform> | undefined
  const begin = (): Linking => (begun ??= linking(gl, vertexShader, fragmentShader))
  return {
    begin: () => void begin(),
    get: () => (made ??= linked(gl, begin(), uniforms)),
  }
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
