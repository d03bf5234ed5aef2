// XML 1.0 knows no other characters, not even as &#1;.
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

// Whatever has none of these, and that is nearly every text, is quickly known to be fine.
// oxlint-disable-next-line no-control-regex
const suspicious = /[\0-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/

// What stands in an attribute in double quotes as something else, or not at all.
// oxlint-disable-next-line no-control-regex
const special = /["&<>\0-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/

/** `text` with U+FFFD for control characters, lone surrogates and the two non-characters. */
export function xmlText(text: string): string {
  return suspicious.test(text) ? text.replace(illegal, '\uFFFD') : text
}

/** How many characters of `text` XML cannot hold. */
export function illegalCount(text: string): number {
  return suspicious.test(text) ? (text.match(illegal)?.length ?? 0) : 0
}

/**
 * An attribute with a space before it, exact whatever the text, in the quotes that the text has not;
 * '' where there is no value.
 */
export function xmlAttribute(name: string, value: string | undefined): string {
  if (value === undefined) return ''
  if (!special.test(value)) return ` ${name}="${value}"`
  const text = escaped(xmlText(value))
  if (!text.includes('"')) return ` ${name}="${text}"`
  return text.includes("'") ? ` ${name}="${text.replaceAll('"', '&quot;')}"` : ` ${name}='${text}'`
}

/** An element that holds text alone. */
export function xmlTextElement(name: string, text: string): string {
  return `<${name}>${escaped(xmlText(text))}</${name}>`
}

/** JSON that survives in XML without any loss: what XML cannot hold stands as an escape. */
export function xmlSafeJson(json: string): string {
  if (!suspicious.test(json) && !json.includes('?>')) return json
  return json
    .replace(illegal, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('?>', '?\\u003e')
}

const escapes = [
  // First, because the others have one.
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  // A parser turns these three into spaces or line feeds unless they are written so.
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
] as const

function escaped(text: string): string {
  let safe = text
  // Several times as fast as a pattern for all.
  for (const [character, reference] of escapes)
    if (safe.includes(character)) safe = safe.replaceAll(character, reference)
  return safe
}
