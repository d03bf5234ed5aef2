import type { FormatId } from './format.ts'
import { isZip } from './unzip.ts'

/** What the beginning of a file shows, as far as one need look to choose a reader. */
export type Family =
  | 'gexf'
  | 'graphml'
  | 'json'
  | 'csv'
  | 'turtle'
  | 'n-triples'
  | 'n-quads'
  | 'trig'
  | 'json-ld'
  | 'rdf-xml'

/** The reader for a file, and what chose it, as half a sentence; `undefined` where nothing tells. */
export interface Detected {
  readonly family: Family
  readonly why: string
}

/**
 * The reader for a file by the beginning of its content, which decides wherever it is plain, and
 * by the end of its name.
 */
export function detectFormat(bytes: Uint8Array, name: string): Detected | undefined {
  const start = beginning(bytes)
  const named = familyOfName(name)
  const byName = named === undefined ? undefined : { family: named, why: whyOfName(name) }
  // The look of an archive tells nothing of what is in it.
  return byContent(start, named) ?? byName ?? (isZip(bytes) ? undefined : byLook(start))
}

const extensions: ReadonlyMap<string, Family> = new Map([
  ['gexf', 'gexf'],
  ['graphml', 'graphml'],
  ['xml', 'gexf'],
  ['json', 'json'],
  ['jsonl', 'json'],
  ['ndjson', 'json'],
  ['cyjs', 'json'],
  ['cx', 'json'],
  ['cx2', 'json'],
  ['jgf', 'json'],
  ['jsonld', 'json-ld'],
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['tab', 'csv'],
  ['txt', 'csv'],
  ['edges', 'csv'],
  ['edgelist', 'csv'],
  ['adjlist', 'csv'],
  ['xlsx', 'csv'],
  ['xls', 'csv'],
  ['ods', 'csv'],
  ['ttl', 'turtle'],
  ['n3', 'turtle'],
  ['nt', 'n-triples'],
  ['nq', 'n-quads'],
  ['trig', 'trig'],
  ['rdf', 'rdf-xml'],
  ['owl', 'rdf-xml'],
])

function extensionOf(name: string): string {
  return /\.([a-z0-9]+)$/.exec(name.toLowerCase())?.[1] ?? ''
}

function whyOfName(name: string): string {
  return `its name ends in .${extensionOf(name)}`
}

/** The reader that a file's name stands for. */
export function familyOfName(name: string): Family | undefined {
  return extensions.get(extensionOf(name))
}

/** The family that reads a format of this name. */
export function familyOfFormat(format: FormatId): Family | undefined {
  switch (format) {
    case 'dataset':
      return undefined
    case 'gexf':
    case 'gexf-1.2draft':
      return 'gexf'
    case 'orrery-json':
    case 'graphology-json':
    case 'node-link-json':
    case 'cytoscape-json':
    case 'cx2':
    case 'json-graph':
    case 'graphson':
    case 'neo4j-json':
    case 'triples-json':
      return 'json'
    default:
      return format
  }
}

const looked = 64 * 1024

/** Only ASCII matters here: names of elements and keys. UTF-16 shows through its zero bytes. */
function beginning(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes.subarray(0, looked))
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .trimStart()
}

const rootsOfXml: ReadonlyMap<string, Family> = new Map([
  ['gexf', 'gexf'],
  ['graphml', 'graphml'],
  ['RDF', 'rdf-xml'],
])

const turtles: readonly (Family | undefined)[] = ['turtle', 'trig', 'n-triples', 'n-quads']

function byContent(start: string, named: Family | undefined): Detected | undefined {
  const root = rootElement(start)
  const family = root === undefined ? undefined : rootsOfXml.get(root)
  if (family !== undefined) return { family, why: `its root element is <${root}>` }
  // Turtle and TriG may begin with a bracket too, and a table with anything.
  if (turtles.includes(named) || named === 'csv') return undefined
  if (/^[{[]/.test(start)) {
    return {
      family: named === 'json-ld' ? 'json-ld' : 'json',
      why: `it begins with ${start.slice(0, 1)}`,
    }
  }
  return undefined
}

/** For a file whose name says nothing: pasted text, standard input, a download. */
function byLook(start: string): Detected | undefined {
  if (/^(?:@prefix|@base|prefix|base)\s/i.test(start)) {
    return { family: 'turtle', why: 'it begins with a prefix' }
  }
  if (/^(?:<[^\s<>]*>|_:\S+)\s+<[^\s<>]*>\s/.test(start)) {
    return { family: 'n-quads', why: 'its first line is a triple' }
  }
  // Whatever else it is, the XML reader says so with the name of its root element.
  if (start.startsWith('<')) return { family: 'gexf', why: 'it begins like XML' }
  const [line = ''] = start.split(/\r?\n/, 1)
  const delimiter = [
    ['\t', 'tabs'],
    [',', 'commas'],
    [';', 'semicolons'],
    ['|', 'bars'],
  ].find(([mark = '']) => line.includes(mark))
  if (delimiter === undefined) return undefined
  return { family: 'csv', why: `its first line has cells between ${delimiter[1]}` }
}

/** The local name of the first element, after declarations, comments and white space. */
function rootElement(text: string): string | undefined {
  let rest = text.trimStart()
  while (rest.startsWith('<?') || rest.startsWith('<!')) {
    const end = rest.startsWith('<!--') ? rest.indexOf('-->') + 2 : rest.indexOf('>')
    if (end < 2) return undefined
    rest = rest.slice(end + 1).trimStart()
  }
  // An IRI in angle brackets begins like an element, but goes on with a colon and a slash.
  return /^<(?:[\w.-]+:)?([\w.-]+)[\s/>]/.exec(rest)?.[1]
}
