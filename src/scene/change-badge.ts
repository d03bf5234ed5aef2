/** The number of each class in shaders; 0 is for what has not changed. */
export const changeNumbers = { same: 0, added: 1, removed: 2, changed: 3 } as const

/**
 * GLSL for a disc with +, − or = cut out of it: how much ink lies at `p`, in CSS pixels from its
 * middle. It needs `within`.
 */
export const badgeInk = /* glsl */ `
float badgeDisc(vec2 p) {
  return length(p) - 6.0;
}

float badgeInk(vec2 p, float change) {
  float lying = max(abs(p.x) - 3.4, abs(p.y) - 0.9);
  float standing = max(abs(p.y) - 3.4, abs(p.x) - 0.9);
  float twice = max(abs(p.x) - 3.4, abs(abs(p.y) - 1.8) - 0.8);
  float cut = change < 1.5 ? min(lying, standing) : change < 2.5 ? lying : twice;
  return within(badgeDisc(p)) * (1.0 - within(cut));
}
`
