type Fields = Readonly<Record<string, unknown>>

/** JSON with the keys of every object in order, so that equal values give equal text. */
export function stableJson(value: unknown): string {
  if (!isFields(value)) {
    return Array.isArray(value) ? `[${value.map(itemJson).join(',')}]` : JSON.stringify(value)
  }
  let json = ''
  for (const key of Object.keys(value).sort()) {
    const inner = value[key]
    if (inner === undefined) continue
    json += `${json === '' ? '' : ','}${JSON.stringify(key)}:${stableJson(inner)}`
  }
  return `{${json}}`
}

/** True where two values make the same JSON. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => sameJson(item, other[index]))
  }
  if (isFields(one) && isFields(other)) {
    return includes(one, other) && includes(other, one)
  }
  return stableJson(one) === stableJson(other)
}

/** True where every field of `one` is in `other` too. */
function includes(one: Fields, other: Fields): boolean {
  return Object.keys(one).every((key) => one[key] === other[key] || sameJson(one[key], other[key]))
}

function itemJson(item: unknown): string {
  return item === undefined ? 'null' : stableJson(item)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
