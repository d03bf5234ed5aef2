import { idOfNode } from './own-names.ts'
import type { Term } from './term.ts'
import { termText } from './term.ts'
import { localName } from './vocabulary.ts'

/** A name for a node that the file gives none: of an IRI its last part, of a triple its parts. */
export function labelOfNode(term: Term): string | undefined {
  switch (term.termType) {
    case 'NamedNode':
      return idOfNode(term) === term.value ? localName(term.value) : undefined
    case 'BlankNode':
      return undefined
    case 'Literal':
      return JSON.stringify(term.value)
    case 'Quad':
      return [term.subject, term.predicate, term.object]
        .map((part) => labelOfNode(part) ?? termText(part))
        .join(' ')
  }
}
