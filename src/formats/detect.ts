/** What a file may turn out to be; `undefined` where neither content nor name tells. */
export type Detected = 'gexf' | 'graphml' | 'orrery-json' | undefined

/** The format of a file by the beginning of its content, else by the end of its name. */
export function detectFormat(bytes: Uint8Array, name: string): Detected {
  return formatOfContent(bytes) ?? formatOfName(name)
}

/** The format that a file's name stands for. */
export function formatOfName(name: string): Detected {
  const lower = name.toLowerCase()
  if (lower.endsWith('.gexf')) return 'gexf'
  if (lower.endsWith('.graphml')) return 'graphml'
  return lower.endsWith('.json') ? 'orrery-json' : undefined
}

const looked = 64 * 1024

/** Only ASCII matters here: names of elements and keys. UTF-16 shows through its zero bytes. */
function formatOfContent(bytes: Uint8Array): Detected {
  const start = Array.from(bytes.subarray(0, looked), (byte) => String.fromCharCode(byte))
    .join('')
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
  if (/^\s*\{/.test(start)) return /"orrery"\s*:/.test(start) ? 'orrery-json' : undefined
  const root = rootElement(start)
  if (root === 'gexf' || root === 'graphml') return root
  return undefined
}

/** The local name of the first element, after declarations, comments and white space. */
function rootElement(text: string): string | undefined {
  let rest = text.trimStart()
  while (rest.startsWith('<?') || rest.startsWith('<!')) {
    const end = rest.startsWith('<!--') ? rest.indexOf('-->') + 2 : rest.indexOf('>')
    if (end < 2) return undefined
    rest = rest.slice(end + 1).trimStart()
  }
  return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(rest)?.[1]
}
