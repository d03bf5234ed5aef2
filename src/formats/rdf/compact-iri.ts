import type { Quad, Term } from './term.ts'
import { prefixes } from './vocabulary.ts'

const own = ['entity', 'kind', 'predicate', 'qualifier', 'source', 'statement', 'reference']
const known: readonly (readonly [string, string])[] = [
  ...Object.entries(prefixes),
  ...own.map((part) => [part, `urn:orrery:${part}:`] as const),
  ['orrery', 'urn:orrery:'],
]

/** Short forms of IRIs. */
export interface Compaction {
  /** The prefixes that are used, in order. */
  readonly prefixes: readonly (readonly [string, string])[]
  /** "rdfs:label"; undefined where an IRI has no short form. */
  readonly short: (iri: string) => string | undefined
}

/** Short forms for the IRIs of these triples: known prefixes, and numbered ones of the file's own. */
export function compactionOf(quads: readonly Quad[]): Compaction {
  const counts = new Map<string, number>()
  const schemes = new Set<string>()
  for (const iri of quads.flatMap(irisIn)) {
    const namespace = namespaceOf(iri)
    if (namespace !== undefined) counts.set(namespace, (counts.get(namespace) ?? 0) + 1)
    schemes.add(iri.slice(0, iri.indexOf(':')))
  }
  const names = new Map(known.map(([prefix, namespace]) => [namespace, prefix]))
  let number = 0
  const used = [...counts].flatMap(([namespace, count]): readonly (readonly [string, string])[] => {
    const prefix = names.get(namespace)
    if (prefix !== undefined) return [[prefix, namespace]]
    return count < 2 ? [] : [[`ns${(number += 1)}`, namespace]]
  })
  // A prefix named like a scheme would change the meaning of that scheme's IRIs in JSON-LD.
  const free = used.filter(([prefix]) => !schemes.has(prefix))
  const prefixOf = new Map(free.map(([prefix, namespace]) => [namespace, prefix]))
  return {
    prefixes: free,
    short: (iri) => {
      const namespace = namespaceOf(iri)
      const prefix = namespace === undefined ? undefined : prefixOf.get(namespace)
      if (prefix === undefined || namespace === undefined) return undefined
      return `${prefix}:${iri.slice(namespace.length)}`
    },
  }
}

const splitting =
  /^(.*[#/:])(?:[A-Za-z0-9_]|%[0-9A-F]{2})(?:(?:[A-Za-z0-9_.-]|%[0-9A-F]{2})*(?:[A-Za-z0-9_-]|%[0-9A-F]{2}))?$/s

/** All but a last part that every syntax can write behind a prefix. */
function namespaceOf(iri: string): string | undefined {
  return splitting.exec(iri)?.[1]
}

function irisIn({ subject, predicate, object }: Quad): readonly string[] {
  const datatype = object.termType === 'Literal' ? [object.datatype.value] : []
  return [...iriOf(subject), predicate.value, ...iriOf(object), ...datatype]
}

function iriOf(term: Term): readonly string[] {
  return term.termType === 'NamedNode' ? [term.value] : []
}
