import { edgeStyles } from './edge-shader.ts'
import { brushReading } from './brush.ts'
import { rowReading } from './row-texture.ts'

/**
 * Straight lines from afar, without arrow heads, waves and badges. Where no graphics card helps,
 * every part of a shader costs time at every pixel, whether it is needed there or not.
 */
export const farEdgeVertexShader = /* glsl */ `#version 300 es
precision highp float;

${brushReading}
uniform vec3 u_pale;

out vec3 v_color;
out float v_across;
out float v_along;
out float v_half;
// How often a dash comes along the line, and half of how long it is.
out vec2 v_dash;
out float v_ink;

const float gap = 1.5;

${rowReading}
vec2 dashOf(float pattern, float width) {
  float dotted = step(2.5, pattern) * step(pattern, 3.5);
  float dashed = step(0.5, pattern) * (1.0 - dotted) * (1.0 - step(1.5, pattern) * step(pattern, 2.5));
  if (dotted > 0.5) return vec2(4.5 + width, 0.6 + 0.4 * width);
  return dashed > 0.5 ? vec2(7.0 + 2.0 * width, 1.96 + 0.56 * width) : vec2(1.0, 1.0);
}

void main() {
  int row = rowOf();
  vec4 ends = texelOf(row, 0);
  vec2 radii = texelOf(row, 1).xy * u_grown / u_sizeRatio + gap;
  vec4 look = texelOf(row, 2);
  vec2 a = (u_matrix * vec3(ends.xy, 1.0)).xy * u_viewport * 0.5;
  vec2 d = (u_matrix * vec3(ends.zw, 1.0)).xy * u_viewport * 0.5;
  float apart = length(d - a);
  vec2 direction = (d - a) / max(apart, 1e-4);
  float end = float(vertexOf() / 2);
  float side = 1.0 - 2.0 * float(vertexOf() % 2);

  float zoom = clamp(1.0 / u_sizeRatio, 0.7, 1.25) * 0.7;
  float width = look.x * zoom;
  // Thinner than a pixel is drawn as a pixel of less ink, or it would break up.
  v_half = max(width, 1.0 / u_pixelRatio) * 0.5;
  v_ink = min(width * u_pixelRatio, 1.0);
  v_dash = dashOf(mod(look.y, 8.0), look.w * zoom);
  v_along = end * (apart - radii.x - radii.y);
  float pale = step(${edgeStyles.pale}.0, mod(look.y, ${edgeStyles.change}.0));
  v_color = pale > 0.5 ? u_pale : colourFrom(look.z);
  v_across = (width * 0.5 + 1.0) * side;

  vec2 position = mix(a + direction * radii.x, d - direction * radii.y, end)
    + vec2(-direction.y, direction.x) * v_across;
  gl_Position = vec4(position * 2.0 / u_viewport, 0.0, 1.0);
  if (look.x <= 0.0 || apart <= radii.x + radii.y) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
`

export const farEdgeFragmentShader = /* glsl */ `#version 300 es
precision highp float;

in vec3 v_color;
in float v_across;
in float v_along;
in float v_half;
in vec2 v_dash;
in float v_ink;

uniform float u_pixelRatio;
out vec4 colour;

float within(float distance_to_edge) {
  return clamp(0.5 - distance_to_edge * u_pixelRatio, 0.0, 1.0);
}

void main() {
  float dash = abs(mod(v_along, v_dash.x) - v_dash.x * 0.5) - v_dash.y;
  colour = vec4(v_color, 1.0) * (within(abs(v_across) - v_half) * within(dash) * v_ink);
}
`
