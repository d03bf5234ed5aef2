import type { FormatId } from '../format.ts'
import { namesFormat } from './dialect.ts'
import type { Dialect, Recognised } from './dialect.ts'
import type { JsonObject, JsonValue } from './json-value.ts'
import { field, isObject, itemsOf } from './json-value.ts'
import type { Field } from './raw-graph.ts'
import { cx } from './read-cx.ts'
import { cytoscape } from './read-cytoscape.ts'
import { graphology } from './read-graphology.ts'
import { graphson } from './read-graphson.ts'
import { jsonGraph } from './read-json-graph.ts'
import { neo4j } from './read-neo4j.ts'
import { edgeList, nodeLink } from './read-node-link.ts'
import { sparqlResults, triples } from './read-triples.ts'

/** The stricter before the more lenient: the first that recognises a file reads it. */
const dialects: readonly Dialect[] = [
  cx,
  graphology,
  cytoscape,
  jsonGraph,
  sparqlResults,
  graphson,
  neo4j,
  nodeLink,
  triples,
  edgeList,
]

export interface RecognisedJson extends Recognised {
  readonly format: FormatId
}

/** What a file's values are; undefined where they are no graph, or not one of the format `from`. */
export function recogniseValues(
  values: readonly JsonValue[],
  from: FormatId | undefined,
): RecognisedJson | undefined {
  const asked = dialects.filter(({ format }) => from === undefined || format === from)
  for (const { wrapped, name, about } of [bare(values), ...unwrapped(values)]) {
    for (const { format, recognise } of asked) {
      const found = recognise(wrapped)
      if (found === undefined) continue
      const why = name === undefined ? found.why : `${found.why}, under "${name}"`
      return { format, why, read: (log) => withAbout(found.read(log), about) }
    }
  }
  return undefined
}

/** True for JSON-LD, which says so by its keywords: it is RDF, and not read here. */
export function isJsonLd(value: JsonValue): boolean {
  const keyworded = (object: JsonValue): boolean =>
    isObject(object) && ['@context', '@graph', '@id'].some((name) => object.fields.has(name))
  return keyworded(value) || itemsOf(value).some(keyworded)
}

interface Candidate {
  readonly wrapped: readonly JsonValue[]
  readonly name: string | undefined
  /** What stands beside the graph. */
  readonly about: readonly Field[]
}

function bare(values: readonly JsonValue[]): Candidate {
  return { wrapped: values, name: undefined, about: [] }
}

const wrappers = ['graph', 'data', 'network', 'g', 'result', 'response', 'payload', 'content']

/** The graph inside an object that some service or program put around it. */
function unwrapped(values: readonly JsonValue[]): readonly Candidate[] {
  const [file] = values
  if (values.length !== 1 || !isObject(file) || namesFormat(file)) return []
  return wrappers.flatMap((name) => {
    const inner = field(file, name)
    if (inner === undefined) return []
    return [{ wrapped: [inner], name, about: besides(file, name) }]
  })
}

function besides(file: JsonObject, name: string): readonly Field[] {
  return [...file.fields].filter(([other]) => other !== name)
}

function withAbout(
  graph: ReturnType<Recognised['read']>,
  about: readonly Field[],
): ReturnType<Recognised['read']> {
  return { ...graph, about: [...about, ...graph.about] }
}
