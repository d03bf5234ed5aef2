/** A program of two shaders and where its uniforms are. */
export interface ShaderProgram<Uniform extends string> {
  readonly program: WebGLProgram
  readonly at: Readonly<Record<Uniform, WebGLUniformLocation | null>>
}

/** What `make` gives, made when it is first asked for. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined
  return () => (made ??= { value: make() }).value
}

/** Compiles and links both shaders. Throws with the driver's words where they do not. */
export function shaderProgram<Uniform extends string>(
  gl: WebGL2RenderingContext,
  vertexShader: string,
  fragmentShader: string,
  uniforms: readonly Uniform[],
): ShaderProgram<Uniform> {
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
