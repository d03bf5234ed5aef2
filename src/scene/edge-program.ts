import { EdgeProgram, type EdgeProgramType } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import { loop } from '../display/edge-path.ts'
import { quickReach } from './quick-reach.ts'
import type { PictureEdge } from '../display/picture.ts'
import { changeNumbers } from './change-badge.ts'
import { edgeFragmentShader, edgeStyles, edgeVertexShader } from './edge-shader.ts'
import type { NodeLook } from './node-program.ts'
import { fadedEdge, fadedTo } from './palette.ts'
import type { Palette } from './palette.ts'
import type { SceneEdge, SceneNode } from './scene-graph.ts'
import { createUpload } from './upload.ts'

/** What the edge program reads beside sigma's own fields. */
export interface EdgeLook {
  readonly size: number
  readonly color: string
  readonly type: string
  /** As in the picture, but 0 for loops. */
  readonly bend: number
  /** The loop's number at its node; 0 for an edge between two nodes. */
  readonly loop: number
  readonly arrow: PictureEdge['arrow']
  readonly line: PictureEdge['line']
  readonly change: NonNullable<PictureEdge['change']>
  /** Painted over all that is not. */
  readonly front: boolean
}

const uniforms = [
  'u_matrix',
  'u_viewport',
  'u_sizeRatio',
  'u_pixelRatio',
  'u_layer',
  'u_hit',
  'u_fine',
  'u_faded',
] as const
type Uniform = (typeof uniforms)[number]
type ProgramInfo = Parameters<EdgeProgram<Uniform>['setUniforms']>[1]

/**
 * The widths in CSS pixels that the pointer may hit, painted one over the other: where several
 * edges are within reach, the nearest is meant.
 */
const hits = [12, 7, 3] as const
/** The one width at a distance, where lines lie so close that a wide one would cover all. */
const coarseHit = 4

/**
 * A sigma program that paints edges as strips of `segments` pieces: one is enough for straight
 * lines, curves and loops want about twenty.
 */
export function createEdgeProgram(
  palette: Palette,
  segments: number,
): EdgeProgramType<SceneNode, SceneEdge> {
  return class extends EdgeProgram<Uniform, SceneNode, SceneEdge> {
    layer = 0
    hit = 0
    readonly upload = createUpload(this.constantArray)

    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext
      return {
        VERTICES: (segments + 1) * 2,
        VERTEX_SHADER_SOURCE: edgeVertexShader,
        FRAGMENT_SHADER_SOURCE: edgeFragmentShader,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: 'a_source', size: 2, type: FLOAT },
          { name: 'a_target', size: 2, type: FLOAT },
          { name: 'a_radii', size: 2, type: FLOAT },
          { name: 'a_bend', size: 1, type: FLOAT },
          { name: 'a_loop', size: 1, type: FLOAT },
          { name: 'a_width', size: 1, type: FLOAT },
          { name: 'a_style', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_step', size: 2, type: FLOAT }],
        CONSTANT_DATA: Array.from({ length: segments + 1 }, (_, step) => [
          [step / segments, 1],
          [step / segments, -1],
        ]).flat(),
      }
    }

    processVisibleItem(
      id: number,
      offset: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      const look = data as EdgeDisplayData & EdgeLook
      const [atSource, atTarget] = radii(
        source as NodeDisplayData & NodeLook,
        target as NodeDisplayData & NodeLook,
        look,
      )
      const { array } = this
      // One by one: a list for each of many edges would cost more than all the rest.
      array[offset] = source.x
      array[offset + 1] = source.y
      array[offset + 2] = target.x
      array[offset + 3] = target.y
      array[offset + 4] = atSource
      array[offset + 5] = atTarget
      array[offset + 6] = look.bend
      array[offset + 7] = look.loop
      array[offset + 8] = look.size
      array[offset + 9] = styleOf(look)
      array[offset + 10] = floatColor(look.color)
      array[offset + 11] = id
      this.upload.changed()
    }

    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      const at = (name: Uniform): WebGLUniformLocation | null => uniformLocations[name] ?? null
      gl.uniformMatrix3fv(at('u_matrix'), false, params.matrix)
      gl.uniform2f(at('u_viewport'), params.width, params.height)
      gl.uniform1f(at('u_sizeRatio'), params.sizeRatio)
      gl.uniform1f(at('u_pixelRatio'), params.pixelRatio)
      gl.uniform1f(at('u_layer'), this.layer)
      gl.uniform1f(at('u_hit'), this.hit)
      gl.uniform4fv(at('u_faded'), fadedTo(palette, fadedEdge(palette.theme)))
      gl.uniform1f(at('u_fine'), palette.detail.fine ? 1 : 0)
    }

    override bindProgram(info: ProgramInfo): void {
      this.upload.bind(info, this.array, (of) => {
        const instances = of === 'instances'
        let at = 0
        for (const attribute of instances ? this.ATTRIBUTES : this.CONSTANT_ATTRIBUTES)
          at += this.bindAttribute(attribute, info, at, instances)
      })
    }

    override renderProgram(params: RenderParams, info: ProgramInfo): void {
      const widths = !info.isPicking ? [0] : palette.detail.fine ? hits : [coarseHit]
      for (this.layer = 0; this.layer <= (palette.layered ? 1 : 0); this.layer++)
        for (this.hit of widths) super.renderProgram(params, info)
    }

    /** Sigma's own draws all; at a distance the first ones do. What is brought out is never left out. */
    override drawWebGL(
      method: number,
      { gl, frameBuffer }: Parameters<EdgeProgram<Uniform>['drawWebGL']>[1],
    ): void {
      const share = this.layer === 0 ? palette.detail.share : 1
      gl.bindFramebuffer(gl.FRAMEBUFFER, frameBuffer)
      if (gl instanceof WebGL2RenderingContext)
        gl.drawArraysInstanced(method, 0, this.VERTICES, Math.ceil(this.capacity * share))
    }
  }
}

/** How far from its nodes' centres the edge begins and ends: at their outlines, where it leaves. */
function radii(source: NodeLook, target: NodeLook, look: EdgeLook): readonly [number, number] {
  if (look.loop > 0) {
    const leg = (angle: number): number =>
      source.size * quickReach(source.shape, Math.cos(angle), Math.sin(angle))
    return [leg(loop.direction + loop.spread * 0.9), leg(loop.direction - loop.spread * 0.9)]
  }
  const dx = target.x - source.x
  const dy = target.y - source.y
  const turnX = -2 * look.bend * dy
  const turnY = 2 * look.bend * dx
  return [
    source.size * quickReach(source.shape, dx / 2 + turnX, dy / 2 + turnY),
    target.size * quickReach(target.shape, turnX - dx / 2, turnY - dy / 2),
  ]
}

function styleOf(look: EdgeLook): number {
  return (
    edgeStyles.pattern[look.line] +
    edgeStyles.arrow[look.arrow] +
    (look.front ? edgeStyles.front : 0) +
    edgeStyles.change * changeNumbers[look.change]
  )
}
