import { entityId } from '../../model/ids.ts'
import type { Knowledge, Source } from '../../model/knowledge.ts'
import type { DraftContext } from './draft-context.ts'
import { datasetIri, entityNode, isIri, mint, recordIri } from './own-names.ts'
import { namedNode, quadOf } from './term.ts'
import * as rdf from './vocabulary.ts'

const says = {
  title: rdf.title,
  author: rdf.iri('dcterms:creator'),
  publisher: rdf.iri('dcterms:publisher'),
  url: rdf.iri('schema:url'),
  published: rdf.iri('dcterms:issued'),
  licence: rdf.iri('dcterms:license'),
  note: rdf.comment,
} as const

const datasetSays = {
  title: rdf.title,
  description: rdf.iri('dcterms:description'),
  creator: rdf.iri('dcterms:creator'),
  licence: rdf.iri('dcterms:license'),
  modified: rdf.iri('dcterms:modified'),
} as const

/** Says what the dataset, the words and the sources are. */
export function draftFrame({ knowledge, plan, sources, add, text }: DraftContext): void {
  const dataset = namedNode(datasetIri)
  const record = plan.records?.dataset
  for (const [key, predicate] of Object.entries(datasetSays) as [
    keyof typeof datasetSays,
    string,
  ][]) {
    const value = knowledge.dataset[key]
    if (value !== undefined) add(quadOf(dataset, predicate, text(value)))
  }
  if (record !== undefined) add(quadOf(dataset, recordIri, text(record)))
  const words = [
    ...[...knowledge.kinds.values()].map((one) => ['kind', one] as const),
    ...[...knowledge.predicates.values()].map((one) => ['predicate', one] as const),
    ...[...knowledge.qualifiers.values()].map((one) => ['qualifier', one] as const),
  ]
  for (const [part, { id, label }] of words) {
    const isFileIri = part === 'kind' ? knowledge.entities.has(entityId(id)) : isIri(id)
    if (!isFileIri) add(quadOf(namedNode(mint(part, id)), rdf.label, text(label)))
  }
  for (const source of knowledge.sources.values()) {
    const node = namedNode(sources.get(source.id) ?? mint('source', source.id))
    for (const [key, predicate] of Object.entries(says) as [keyof typeof says, string][]) {
      const value = source[key]
      if (value !== undefined) add(quadOf(node, predicate, text(value)))
    }
  }
}

/** The IRI of each source: its own where it has one, is cited, and is no entity too. */
export function sourceIris({
  sources,
  entities,
  statements,
}: Knowledge): ReadonlyMap<string, string> {
  const cited = new Set(
    [...statements.values()].flatMap(({ references }) => references.map(({ source }) => source)),
  )
  const nodes = new Set([...entities.keys()].map((id) => entityNode(id).value))
  const iriOfSource = (id: Source['id']): string =>
    isIri(id) && !nodes.has(id) ? id : mint('source', id)
  return new Map(
    [...new Set([...sources.keys(), ...cited])].map((id) => [
      id,
      cited.has(id) ? iriOfSource(id) : mint('source', id),
    ]),
  )
}
