/** True where this browser can draw the scene; false without WebGL 2 or with it switched off. */
export function webglAvailable(): boolean {
  try {
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('webgl2')
    // Browsers allow few contexts at a time, so this one is given back at once.
    context?.getExtension('WEBGL_lose_context')?.loseContext()
    return context !== null
  } catch {
    return false
  }
}
