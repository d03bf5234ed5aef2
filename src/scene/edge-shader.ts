import { loop } from '../display/edge-path.ts'
import { brushReading } from './brush.ts'
import { badgeInk } from './change-badge.ts'
import { rowReading } from './row-texture.ts'

/**
 * Parts of an edge's style: a pattern, an arrow, whether it is paler than others because nothing has
 * changed about it, and the number of a change.
 */
export const edgeStyles = {
  pattern: { plain: 0, dashed: 1, waved: 2, dotted: 3, 'dash-dotted': 4 },
  arrow: { none: 0, target: 8, both: 16 },
  pale: 32,
  change: 64,
} as const

const number = (value: number): string => value.toFixed(4)

/**
 * All edges are cubic curves, worked out in CSS pixels with y upwards. A strip follows the curve
 * from one node's outline to the other's, wide enough for arrow heads and waves; the fragment
 * shader draws within it. The same curve is in edge-path.ts for labels.
 */
export const edgeVertexShader = /* glsl */ `#version 300 es
precision highp float;

${brushReading}
uniform float u_fine;
uniform vec3 u_pale;

out vec3 v_color;
out float v_across;
out float v_along;
out float v_length;
out vec2 v_direction;
out float v_toStart;
out float v_toEnd;
out float v_width;
out float v_pattern;
out float v_style;

const float gap = 1.5;

vec2 curve(vec2 a, vec2 b, vec2 c, vec2 d, float t) {
  float s = 1.0 - t;
  return s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d;
}

vec2 slope(vec2 a, vec2 b, vec2 c, vec2 d, float t) {
  float s = 1.0 - t;
  return s * s * (b - a) + 2.0 * s * t * (c - b) + t * t * (d - c);
}

// Where the curve leaves the circle around its first point: distance grows almost evenly with t.
float leaves(vec2 a, vec2 b, vec2 c, vec2 d, float radius) {
  float t = radius / max(3.0 * length(b - a), 1e-4);
  for (int i = 0; i < 3; i++)
    t = min(t * radius / max(length(curve(a, b, c, d, t) - a), 1e-4), 0.6);
  return t;
}

${rowReading}
void main() {
  int row = rowOf();
  vec4 ends = texelOf(row, 0);
  vec4 form = texelOf(row, 1);
  form.xy *= u_grown;
  vec4 look = texelOf(row, 2);
  float bend = form.z;
  float number = form.w;
  float style = look.y;
  // Along the strip and to either side of it.
  float along = float(vertexOf() / 2) / float(u_vertices / 2 - 1);
  float side = 1.0 - 2.0 * float(vertexOf() % 2);
  vec2 a = (u_matrix * vec3(ends.xy, 1.0)).xy * u_viewport * 0.5;
  vec2 d = (u_matrix * vec3(ends.zw, 1.0)).xy * u_viewport * 0.5;
  vec2 radii = form.xy / u_sizeRatio + gap;
  vec2 b;
  vec2 c;
  if (number > 0.5) {
    float handle = form.x / u_sizeRatio * ${number(loop.radii)} + ${number(loop.first)}
      + ${number(loop.step)} * (number - 1.0);
    float up = ${number(loop.direction + loop.spread)};
    float down = ${number(loop.direction - loop.spread)};
    b = a + handle * vec2(cos(up), sin(up));
    c = a + handle * vec2(cos(down), sin(down));
  } else {
    vec2 across = vec2(a.y - d.y, d.x - a.x);
    vec2 control = (a + d) * 0.5 + 2.0 * bend * across;
    b = mix(a, control, 2.0 / 3.0);
    c = mix(d, control, 2.0 / 3.0);
  }

  float from = leaves(a, b, c, d, radii.x);
  float to = 1.0 - leaves(d, c, b, a, radii.y);
  float t = mix(from, to, along);
  vec2 centre = curve(a, b, c, d, t);
  vec2 direction = normalize(slope(a, b, c, d, t) + vec2(1e-6, 0.0));

  float zoom = clamp(1.0 / u_sizeRatio, 0.7, 1.25);
  // At a distance lines are thin too: less than a pixel of width is less ink.
  v_width = look.x * zoom * mix(0.7, 1.0, u_fine);
  v_pattern = look.w * zoom * mix(0.7, 1.0, u_fine);
  float pattern = mod(style, 8.0);
  float arrow = mod(style, 32.0) - pattern;
  float pale = step(32.0, mod(style, 64.0));
  float waved = step(1.5, pattern) * step(pattern, 2.5);
  // At a distance arrow heads and waves are a blur that hides the lines themselves.
  v_style = style - (1.0 - u_fine) * (arrow + 2.0 * waved);
  v_length = (to - from) * (length(b - a) + length(c - b) + length(d - c) + length(d - a)) * 0.5;
  v_along = along * v_length;
  v_direction = direction;
  v_toStart = length(centre - curve(a, b, c, d, from));
  v_toEnd = length(centre - curve(a, b, c, d, to));
  // Both ends of a loop lie at the same node: the far half must not count as near.
  if (number > 0.5 && along < 0.5) v_toEnd = 1e4;
  if (number > 0.5 && along > 0.5) v_toStart = 1e4;

  float reach = v_width * 0.5 + 1.0;
  if (u_fine > 0.5 && arrow + waved > 0.5) reach = 4.5 + v_width;
  if (v_style > 63.5) reach = max(reach, 9.0);
  v_color = pale > 0.5 ? u_pale : colourFrom(look.z);
  v_across = reach * side;

  vec2 position = centre + vec2(-direction.y, direction.x) * v_across;
  gl_Position = vec4(position * 2.0 / u_viewport, 0.0, 1.0);
  if (look.x <= 0.0 || to <= from) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
`

/** Draws line, pattern and arrow heads within the strip. */
export const edgeFragmentShader = /* glsl */ `#version 300 es
precision highp float;

in vec3 v_color;
in float v_across;
in float v_along;
in float v_length;
in vec2 v_direction;
in float v_toStart;
in float v_toEnd;
in float v_width;
in float v_pattern;
in float v_style;

uniform float u_pixelRatio;
out vec4 colour;

float within(float distance_to_edge) {
  return clamp(0.5 - distance_to_edge * u_pixelRatio, 0.0, 1.0);
}

${badgeInk}
float head(float to_tip, float size) {
  float slant = abs(v_across) - to_tip * 0.42;
  return within(max(slant * 0.92, to_tip - size));
}

float line(float across, float width) {
  // Thinner than a pixel is drawn as a pixel of less ink, or it would break up.
  float pixels = width * u_pixelRatio;
  return within(abs(across) - max(width, 1.0 / u_pixelRatio) * 0.5) * min(pixels, 1.0);
}

void main() {
  // Interpolation may leave a whole number a little short of whole.
  float style = floor(v_style + 0.5);
  float pattern = mod(style, 8.0);
  float arrow = mod(style, 32.0) - pattern;
  float size = 4.5 + v_width * 2.2;
  bool head_at_end = arrow > 7.5;
  bool head_at_start = arrow > 15.5;

  float across = v_across;
  float width = v_width;
  float ink = 1.0;
  if (pattern > 3.5) {
    float unit = 3.0 + v_pattern;
    float place = mod(v_along, 5.0 * unit);
    float dash = abs(place - 1.25 * unit) - 1.25 * unit;
    float dot = abs(place - 3.75 * unit) - 0.6 - 0.4 * v_pattern;
    ink = within(min(dash, dot));
  } else if (pattern > 2.5) {
    float period = 4.5 + v_pattern;
    ink = within(abs(mod(v_along, period) - period * 0.5) - 0.6 - 0.4 * v_pattern);
  } else if (pattern > 1.5) {
    float wave = 2.0 * 3.14159265 / 10.0;
    float lift = 1.2 + 0.3 * v_pattern;
    across = (across - lift * sin(v_along * wave)) / sqrt(1.0 + pow(lift * wave * cos(v_along * wave), 2.0));
  } else if (pattern > 0.5) {
    float period = 7.0 + v_pattern * 2.0;
    float offset = abs(mod(v_along, period) - period * 0.5);
    ink = within(offset - period * 0.28);
  }
  ink *= line(across, width);
  if (head_at_end) ink = max(ink * within(size - 1.0 - v_toEnd), head(v_toEnd, size));
  if (head_at_start) ink = max(ink * within(size - 1.0 - v_toStart), head(v_toStart, size));
  float change = floor(style / 64.0);
  // On a line much shorter than this there would be nothing but the disc.
  if (change > 0.5 && v_length > 24.0) {
    vec2 p = (v_along - v_length * 0.5) * v_direction
      + v_across * vec2(-v_direction.y, v_direction.x);
    ink = max(ink * (1.0 - within(badgeDisc(p) - 1.5)), badgeInk(p, change));
  }
  colour = vec4(v_color, 1.0) * ink;
}
`
