import type { Loss } from '../../model/issue.ts'
import type { Drawing, Knowledge } from '../../model/knowledge.ts'
import type { Compaction } from './compact-iri.ts'
import { compactionOf } from './compact-iri.ts'
import type { Quad, Term } from './term.ts'
import { termText, xsd } from './term.ts'
import * as rdf from './vocabulary.ts'
import { writeQuads } from './write-quads.ts'

type Value = string | Readonly<Record<string, string>>
/** A node with what is said of it, in the order of the triples. */
type NodeObject = Map<string, Value[]>

/**
 * Writes JSON-LD, with the same triples as `writeTurtle` and a context of its own, so that
 * nothing need be fetched. `readRdf` gives the same knowledge again. Same input, same bytes.
 */
export function writeJsonLd(
  knowledge: Knowledge,
  drawing: Drawing,
): { readonly text: string; readonly losses: readonly Loss[] } {
  const { quads, losses } = writeQuads(knowledge, drawing)
  const compaction = compactionOf(quads)
  const context = Object.fromEntries(compaction.prefixes)
  const lines = nodesOf(quads, compaction).map((node) => `    ${JSON.stringify(node)}`)
  const graph = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  const text = `{\n  "@context": ${JSON.stringify(context)},\n  "@graph": ${graph}\n}\n`
  return { text, losses }
}

/** A node object for each run of triples with one subject, and with no predicate twice. */
function nodesOf(quads: readonly Quad[], compaction: Compaction): readonly object[] {
  const nodes: { readonly id: string; readonly said: NodeObject; last: string }[] = []
  for (const { subject, predicate, object } of quads) {
    const id = nodeId(subject, compaction)
    const now = nodes.at(-1)
    const isType = predicate.value === rdf.type && object.termType !== 'Literal'
    const key = isType ? '@type' : (compaction.short(predicate.value) ?? predicate.value)
    const isOpen = now !== undefined && now.id === id
    const value = valueOf(object, key, compaction)
    // Readers move @type among the rest of its node object, so it has one to itself.
    const joins = now?.last === key || (!isType && now?.last !== '@type' && !now?.said.has(key))
    if (isOpen && joins) {
      now.said.set(key, [...(now.said.get(key) ?? []), value])
      now.last = key
    } else {
      nodes.push({ id, said: new Map([[key, [value]]]), last: key })
    }
  }
  return nodes.map(({ id, said }) => ({ '@id': id, ...Object.fromEntries(said) }))
}

function nodeId(term: Term, { short }: Compaction): string {
  return term.termType === 'NamedNode' ? (short(term.value) ?? term.value) : termText(term)
}

function valueOf(term: Term, key: string, compaction: Compaction): Value {
  if (term.termType !== 'Literal') {
    const id = nodeId(term, compaction)
    return key === '@type' ? id : { '@id': id }
  }
  const { value, language, datatype } = term
  if (language !== '') return { '@value': value, '@language': language }
  if (datatype.value === `${xsd}string`) return value
  return { '@value': value, '@type': compaction.short(datatype.value) ?? datatype.value }
}
