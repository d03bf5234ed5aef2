import { brushReading } from './brush.ts'
import { rowReading } from './row-texture.ts'

/** Up to this radius in CSS pixels nobody sees the corners of a node. */
export const farRadius = 2

/** Tiny nodes without marks, as discs: of many nodes nearly all, and most of the work. */
export const farNodeVertexShader = /* glsl */ `#version 300 es
precision highp float;

${brushReading}
out vec3 v_color;
out vec2 v_offset;
out float v_radius;
out float v_rim;

${rowReading}
void main() {
  int row = rowOf();
  vec4 first = texelOf(row, 0);
  v_radius = first.z * u_grown / u_sizeRatio;
  v_rim = min(1.5, v_radius * 0.35);
  v_color = colourFrom(texelOf(row, 2).x);
  int vertex = vertexOf();
  v_offset = (vec2(vertex % 2, vertex / 2) * 2.0 - 1.0) * (v_radius + v_rim + 1.0);
  vec2 centre = (u_matrix * vec3(first.xy, 1.0)).xy;
  gl_Position = vec4(centre + v_offset * 2.0 / u_viewport, 0.0, 1.0);
  if (first.z <= 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
`

export const farNodeFragmentShader = /* glsl */ `#version 300 es
precision highp float;

in vec3 v_color;
in vec2 v_offset;
in float v_radius;
in float v_rim;

uniform float u_pixelRatio;
uniform vec3 u_background;
out vec4 colour;

void main() {
  float inside = (v_radius - length(v_offset)) * u_pixelRatio + 0.5;
  float body = clamp(inside, 0.0, 1.0);
  float rim = clamp(inside + v_rim * u_pixelRatio, 0.0, 1.0) * (1.0 - body);
  colour = vec4(v_color * body + u_background * rim, body + rim);
}
`
