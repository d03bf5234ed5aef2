import type { TermFactory } from './term-factory.ts'

/**
 * The address that relative IRIs are resolved against where a library insists on one: a file
 * that says none of its own has no address here.
 */
export const noBase = 'urn-orrery-no-base://file/document'
const [root] = /^[^/]+\/\/[^/]+\//.exec(noBase) ?? [noBase]

/** A factory that gives relative IRIs back as the file has them. */
export function withRelativeIris(factory: TermFactory): TermFactory {
  return { ...factory, namedNode: (iri) => factory.namedNode(relative(iri)) }
}

function relative(iri: string): string {
  if (!iri.startsWith(root)) return iri
  return iri.startsWith(noBase) ? iri.slice(noBase.length) : iri.slice(root.length)
}
