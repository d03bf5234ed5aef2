import { xsd } from './term.ts'

export const prefixes: Readonly<Record<string, string>> = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd,
  owl: 'http://www.w3.org/2002/07/owl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  prov: 'http://www.w3.org/ns/prov#',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  schema: 'http://schema.org/',
}

/** The IRI of a name such as "rdfs:label". */
export function iri(name: string): string {
  const [prefix = '', local = ''] = name.split(':')
  const namespace = prefixes[prefix]
  if (namespace === undefined) throw new Error(`no prefix ${prefix}`)
  return `${namespace}${local}`
}

export const type = iri('rdf:type')
export const label = iri('rdfs:label')
export const altLabel = iri('skos:altLabel')
export const comment = iri('rdfs:comment')
export const latitude = iri('geo:lat')
export const longitude = iri('geo:long')
export const title = iri('dcterms:title')
export const derived = iri('prov:wasDerivedFrom')
export const partOf = iri('dcterms:isPartOf')
export const reifies = iri('rdf:reifies')
export const statementClass = iri('rdf:Statement')
export const [reifiedSubject, reifiedPredicate, reifiedObject] = [
  iri('rdf:subject'),
  iri('rdf:predicate'),
  iri('rdf:object'),
]

const https = 'https://schema.org/'

/** What names a thing, the best first. */
export const labelPredicates: readonly string[] = [
  ...['rdfs:label', 'skos:prefLabel', 'foaf:name', 'schema:name'].map(iri),
  `${https}name`,
  ...['dcterms:title', 'dc:title'].map(iri),
]

/** What names a thing beside its label. */
export const aliasPredicates: readonly string[] = [
  altLabel,
  iri('schema:alternateName'),
  `${https}alternateName`,
]

/** What describes a thing, the best first. */
export const descriptionPredicates: readonly string[] = [
  ...['rdfs:comment', 'skos:definition', 'dcterms:description', 'schema:description'].map(iri),
  `${https}description`,
  iri('dc:description'),
]

/** What leads from a statement to what it rests on. */
export const provenancePredicates: ReadonlySet<string> = new Set(
  [
    'prov:wasDerivedFrom',
    'prov:hadPrimarySource',
    'prov:wasQuotedFrom',
    'dcterms:source',
    'dc:source',
    'dcterms:references',
    'schema:citation',
    'schema:isBasedOn',
  ]
    .map(iri)
    .concat(`${https}citation`, `${https}isBasedOn`),
)

/** What a source says of itself, by the field that holds it. */
export const sourceFields = {
  title: [...labelPredicates],
  author: ['dcterms:creator', 'dc:creator', 'schema:author'].map(iri),
  publisher: ['dcterms:publisher', 'dc:publisher', 'schema:publisher'].map(iri),
  url: ['schema:url', 'foaf:page'].map(iri),
  published: ['dcterms:issued', 'dcterms:date', 'dc:date', 'schema:datePublished'].map(iri),
  licence: ['dcterms:license', 'dcterms:rights', 'dc:rights'].map(iri),
  note: [comment],
} as const

/** The part of an IRI behind its last `#`, `/` or `:`, as a name to show; undefined where empty. */
export function localName(iri: string): string | undefined {
  const local = /[^#/:]+$/.exec(iri.replace(/[#/]+$/, ''))?.[0]
  if (local === undefined) return undefined
  try {
    return decodeURIComponent(local)
  } catch {
    return local
  }
}
