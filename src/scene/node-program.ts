import { NodeProgram, type NodeProgramType } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import { outlines, type Shape } from '../display/shape.ts'
import { shaderColour } from './colour.ts'
import { changeNumbers } from './change-badge.ts'
import { nodeFragmentShader, nodeMarks, nodeVertexShader } from './node-shader.ts'
import { fadedTo } from './palette.ts'
import type { Palette } from './palette.ts'
import type { PictureNode } from '../display/picture.ts'
import type { SceneNode } from './scene-nodes.ts'
import { createUpload } from './upload.ts'

/** What the node program reads beside sigma's own fields. */
export interface NodeLook {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly color: string
  readonly type: string
  readonly shape: Shape
  readonly disputed: boolean
  readonly change: NonNullable<PictureNode['change']>
  readonly selected: boolean
  readonly hovered: boolean
  /** Painted over all that is not. */
  readonly front: boolean
}

const uniforms = [
  'u_matrix',
  'u_viewport',
  'u_sizeRatio',
  'u_pixelRatio',
  'u_layer',
  'u_crowding',
  'u_faded',
  'u_background',
  'u_accent',
  'u_disputed',
  'u_added',
  'u_removed',
  'u_changed',
] as const
type Uniform = (typeof uniforms)[number]
type ProgramInfo = Parameters<NodeProgram<Uniform>['setUniforms']>[1]

/** A sigma program that paints nodes in their shapes, with rings for what is marked. */
export function createNodeProgram(palette: Palette): NodeProgramType<SceneNode> {
  return class extends NodeProgram<Uniform, SceneNode> {
    layer = 0
    readonly upload = createUpload(this.constantArray)

    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: nodeVertexShader,
        FRAGMENT_SHADER_SOURCE: nodeFragmentShader,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_outline', size: 4, type: FLOAT },
          { name: 'a_marks', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ],
      }
    }

    processVisibleItem(id: number, offset: number, data: NodeDisplayData): void {
      const look = data as NodeDisplayData & NodeLook
      const { corners, turn, reach, waist } = outlines[look.shape]
      const values = [
        look.x,
        look.y,
        look.size,
        corners,
        turn,
        reach,
        // Halfway between two corners a polygon's side is as near as this.
        waist ?? (corners === 0 ? 1 : Math.cos(Math.PI / corners)),
        marksOf(look),
        floatColor(look.color),
        id,
      ]
      this.array.set(values, offset)
      this.upload.changed()
    }

    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      const at = (name: Uniform): WebGLUniformLocation | null => uniformLocations[name] ?? null
      const { background, accent, disputed, added, removed, changed } = palette.theme
      gl.uniformMatrix3fv(at('u_matrix'), false, params.matrix)
      gl.uniform2f(at('u_viewport'), params.width, params.height)
      gl.uniform1f(at('u_sizeRatio'), params.sizeRatio)
      gl.uniform1f(at('u_pixelRatio'), params.pixelRatio)
      gl.uniform1f(at('u_layer'), this.layer)
      gl.uniform4fv(at('u_faded'), fadedTo(palette, palette.theme.faded))
      gl.uniform1f(at('u_crowding'), palette.crowding)
      gl.uniform3fv(at('u_background'), shaderColour(background))
      gl.uniform3fv(at('u_accent'), shaderColour(accent))
      gl.uniform3fv(at('u_disputed'), shaderColour(disputed))
      gl.uniform3fv(at('u_added'), shaderColour(added))
      gl.uniform3fv(at('u_removed'), shaderColour(removed))
      gl.uniform3fv(at('u_changed'), shaderColour(changed))
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
      for (this.layer = 0; this.layer <= (palette.layered ? 1 : 0); this.layer++)
        super.renderProgram(params, info)
    }
  }
}

/** A program that paints nothing: sigma's own hover layer is not wanted. */
export class EmptyProgram {
  drawLabel = undefined
  drawHover = undefined
  kill(): void {}
  reallocate(): void {}
  process(): void {}
  render(): void {}
}

function marksOf(look: NodeLook): number {
  return (
    (look.disputed ? nodeMarks.disputed : 0) +
    (look.selected ? nodeMarks.selected : 0) +
    (look.hovered ? nodeMarks.hovered : 0) +
    (look.front ? nodeMarks.front : 0) +
    nodeMarks.change * changeNumbers[look.change]
  )
}
