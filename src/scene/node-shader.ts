import { badgeInk } from './change-badge.ts'
import { farRadius } from './far-node-shader.ts'
import { brushReading } from './brush.ts'
import { rowReading } from './row-texture.ts'

/** Parts of a node's marks: bits, and above them the number of a change. */
export const nodeMarks = { disputed: 1, selected: 2, hovered: 4, change: 8 } as const

/** A square around each node, large enough for its rings. */
export const nodeVertexShader = /* glsl */ `#version 300 es
precision highp float;

${brushReading}
out vec3 v_color;
out vec2 v_offset;
out vec4 v_outline;
out float v_radius;
out float v_marks;

${rowReading}
void main() {
  int row = rowOf();
  vec4 first = texelOf(row, 0);
  vec4 second = texelOf(row, 1);
  float size = first.z * u_grown;
  v_radius = size / u_sizeRatio;
  v_outline = vec4(first.w, second.xyz);
  v_marks = second.w;
  v_color = colourFrom(texelOf(row, 2).x);

  // As little as the rings and soft outlines need: of many nodes this is most of the work.
  float rings = v_marks > 0.5 ? 10.0 : min(1.5, v_radius * 0.35) + 1.0;
  int vertex = vertexOf();
  vec2 corner = vec2(vertex % 2, vertex / 2) * 2.0 - 1.0;
  v_offset = corner * (v_radius * max(v_outline.z, 1.0) + rings);
  vec2 centre = (u_matrix * vec3(first.xy, 1.0)).xy;
  gl_Position = vec4(centre + v_offset * 2.0 / u_viewport, 0.0, 1.0);
  if (size <= 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
`

/**
 * Signed distances in CSS pixels, negative inside: each sector of the outline is folded onto half
 * of one, where the outline is a single segment from an outer corner to an inner one.
 */
export const nodeFragmentShader = /* glsl */ `#version 300 es
precision highp float;

in vec3 v_color;
in vec2 v_offset;
in vec4 v_outline;
in float v_radius;
in float v_marks;

uniform float u_pixelRatio;
uniform vec3 u_background;
uniform vec3 u_accent;
uniform vec3 u_disputed;
uniform vec3 u_added;
uniform vec3 u_removed;
uniform vec3 u_changed;
out vec4 colour;

const float pi = 3.141592653589793;

float polygonDistance(vec2 p) {
  float corners = v_outline.x;
  float half_sector = pi / corners;
  float angle = atan(p.x, p.y) - v_outline.y;
  angle = abs(mod(angle + half_sector, 2.0 * half_sector) - half_sector);
  vec2 folded = length(p) * vec2(cos(angle), sin(angle));
  float soft = v_radius * 0.1;
  vec2 outer = vec2(v_radius * v_outline.z - soft * 1.2, 0.0);
  vec2 inner = v_outline.w * (v_radius * v_outline.z - soft) * vec2(cos(half_sector), sin(half_sector));
  vec2 side = inner - outer;
  vec2 from = folded - outer;
  float along = clamp(dot(from, side) / dot(side, side), 0.0, 1.0);
  float sign_of = side.x * from.y - side.y * from.x > 0.0 ? -1.0 : 1.0;
  return sign_of * length(from - side * along) - soft;
}

// Nobody sees the corners of tiny ones, of which there are many.
float outlineDistance(vec2 p) {
  if (v_outline.x > 0.5 && v_radius > ${farRadius}.0) return polygonDistance(p);
  return length(p) - v_radius;
}

float within(float distance_to_edge) {
  return clamp(0.5 - distance_to_edge * u_pixelRatio, 0.0, 1.0);
}

${badgeInk}
float ring(float d, float from, float to) {
  return within(max(from - d, d - to));
}

vec4 over(vec4 top, vec4 bottom) {
  return top + bottom * (1.0 - top.a);
}

void main() {
  float d = outlineDistance(v_offset);

  float marks = floor(v_marks + 0.5);
  float disputed = mod(marks, 2.0) >= 1.0 ? 1.0 : 0.0;
  float selected = mod(marks, 4.0) >= 2.0 ? 1.0 : 0.0;
  float hovered = mod(marks, 8.0) >= 4.0 ? 1.0 : 0.0;

  float edge = min(1.5, v_radius * 0.35);
  vec4 paint = vec4(0.0);
  if (disputed > 0.5) {
    paint = vec4(u_disputed, 1.0) * ring(d, 1.5, 3.2);
    edge = 4.4;
  }
  if (selected > 0.5) {
    paint = over(paint, vec4(u_accent, 1.0) * ring(d, edge, edge + 3.0));
    edge += 4.2;
  } else if (hovered > 0.5) {
    paint = over(paint, vec4(u_accent, 1.0) * ring(d, edge, edge + 1.6));
    edge += 2.8;
  }
  paint = over(paint, vec4(u_background, 1.0) * within(d - edge));
  vec4 body = vec4(v_color, 1.0);
  float change = floor(marks / 8.0);
  if (change > 1.5 && change < 2.5) {
    // What is gone is an outline of dashes around nothing.
    float dash = step(0.35, fract(atan(v_offset.y, v_offset.x) * 3.0 / pi));
    body = mix(vec4(u_background, 1.0), body, dash * within(-1.8 - d));
  }
  paint = over(body * within(d), paint);
  if (change > 0.5) {
    vec3 ink = change < 1.5 ? u_added : change < 2.5 ? u_removed : u_changed;
    float scale = clamp(v_radius / 6.0, 0.6, 1.0);
    vec2 p = (v_offset - v_radius * 0.7 - 3.0 * scale) / scale;
    paint = over(vec4(u_background, 1.0) * within(badgeDisc(p) - 1.3), paint);
    paint = over(vec4(ink, 1.0) * badgeInk(p, change), paint);
  }
  colour = paint;
}
`
