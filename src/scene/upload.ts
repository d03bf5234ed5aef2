import type { NodeProgram } from 'sigma/rendering'

type Program = NodeProgram
type ProgramInfo = Program['normalProgram']

/** The one way in which sigma's programs bind what they have in their arrays. */
export interface Upload {
  /** To be called when something in the program's array has changed. */
  readonly changed: () => void
  /** Binds the program's buffers, and sends the array where it has changed since. */
  readonly bind: (info: ProgramInfo, array: Float32Array, bindAll: BindAll) => void
}

/** Binds the attributes of the vertices, or those of the instances. */
type BindAll = (of: 'vertices' | 'instances') => void

/**
 * Sigma sends all its arrays anew for each frame, twice where the pointer is listened to: with a
 * quarter of a million edges that is 24 MB a frame, and all that is done while the camera moves.
 */
export function createUpload(vertices: Float32Array): Upload {
  let version = 0
  const sent = new WeakMap<WebGLBuffer, number>()
  return {
    changed: () => {
      version += 1
    },
    bind: ({ gl, buffer, constantBuffer }, array, bindAll) => {
      gl.bindBuffer(gl.ARRAY_BUFFER, constantBuffer)
      bindAll('vertices')
      if (!sent.has(buffer)) gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STATIC_DRAW)
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
      bindAll('instances')
      if (sent.get(buffer) !== version) gl.bufferData(gl.ARRAY_BUFFER, array, gl.DYNAMIC_DRAW)
      sent.set(buffer, version)
      gl.bindBuffer(gl.ARRAY_BUFFER, null)
    },
  }
}
