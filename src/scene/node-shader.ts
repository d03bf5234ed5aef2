import { badgeInk } from './change-badge.ts'

/** Parts of `a_marks`: bits, and above them the number of a change. */
export const nodeMarks = { disputed: 1, selected: 2, hovered: 4, front: 8, change: 16 } as const

/** How far from its outline the pointer finds a node; among crowded ones that would be its neighbours. */
const reach = /* glsl */ `
uniform float u_crowding;

float reachAround(float radius) {
  return max(2.5 * u_crowding, 9.0 * u_crowding - radius);
}
`

/** A square around each node, large enough for its rings. */
export const nodeVertexShader = /* glsl */ `
attribute vec2 a_corner;
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_outline;
attribute float a_marks;
attribute vec4 a_color;
attribute vec4 a_id;

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
uniform float u_layer;
uniform vec4 u_faded;

varying vec4 v_color;
varying vec2 v_offset;
varying vec4 v_outline;
varying float v_radius;
varying float v_marks;

const float bias = 255.0 / 254.0;

${reach}
void main() {
  v_radius = a_size / u_sizeRatio;
  v_outline = a_outline;
  float front = step(8.0, mod(a_marks, 16.0));
  float faded = u_faded.a * (1.0 - front);
  v_marks = faded > 0.5 ? 0.0 : a_marks;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = faded > 0.5 ? vec4(u_faded.rgb, a_color.a) : a_color;
  #endif
  v_color.a *= bias;

  #ifdef PICKING_MODE
  float rings = reachAround(v_radius);
  #else
  float rings = mod(v_marks, 8.0) > 0.5 || v_marks > 15.5 ? 10.0 : 2.5;
  #endif
  v_offset = a_corner * (v_radius * max(a_outline.z, 1.0) + rings);
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + v_offset * 2.0 / u_viewport, 0.0, 1.0);
  if (a_size <= 0.0 || front != u_layer) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
`

/**
 * Signed distances in CSS pixels, negative inside: each sector of the outline is folded onto half
 * of one, where the outline is a single segment from an outer corner to an inner one.
 */
export const nodeFragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_offset;
varying vec4 v_outline;
varying float v_radius;
varying float v_marks;

uniform float u_pixelRatio;
uniform vec3 u_background;
uniform vec3 u_accent;
uniform vec3 u_disputed;
uniform vec3 u_added;
uniform vec3 u_removed;
uniform vec3 u_changed;

const float pi = 3.141592653589793;

${reach}
float outlineDistance(vec2 p) {
  float corners = v_outline.x;
  if (corners < 0.5) return length(p) - v_radius * v_outline.z;
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

  #ifdef PICKING_MODE
  if (d > reachAround(v_radius)) discard;
  gl_FragColor = v_color;
  #else
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
  vec4 body = vec4(v_color.rgb * v_color.a, v_color.a);
  float change = floor(marks / 16.0);
  if (change > 1.5 && change < 2.5) {
    // What is gone is an outline of dashes around nothing.
    float dash = step(0.35, fract(atan(v_offset.y, v_offset.x) * 3.0 / pi));
    body = mix(vec4(u_background, 1.0), body, dash * within(-1.8 - d));
  }
  paint = over(body * within(d), paint);
  if (change > 0.5) {
    vec3 colour = change < 1.5 ? u_added : change < 2.5 ? u_removed : u_changed;
    float scale = clamp(v_radius / 6.0, 0.6, 1.0);
    vec2 p = (v_offset - v_radius * 0.7 - 3.0 * scale) / scale;
    paint = over(vec4(u_background, 1.0) * within(badgeDisc(p) - 1.3), paint);
    paint = over(vec4(colour, 1.0) * badgeInk(p, change), paint);
  }
  gl_FragColor = paint;
  #endif
}
`
