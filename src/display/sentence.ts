import { relationLabel } from '../graph/relations.ts'
import type { Knowledge, Statement } from '../model/knowledge.ts'
import { nameOf } from './appearance.ts'
import { detailTexts, factText } from './literal-text.ts'
import { saidOf } from './verb-phrase.ts'

/** A statement in pieces, so that a card can make its names clickable. */
export interface Sentence {
  readonly subject: string
  readonly verb: string
  readonly value: string
  /** "in 2024", "2001–2004", … */
  readonly qualifiers: readonly string[]
}

/** A statement as a sentence in three parts, in the direction in which it was made. */
export function sentenceOf(knowledge: Knowledge, statement: Statement): Sentence {
  const { value } = statement
  const name = (id: Statement['subject']): string => {
    const entity = knowledge.entities.get(id)
    return entity === undefined ? id : nameOf(entity)
  }
  return {
    subject: name(statement.subject),
    verb:
      value.type === 'entity'
        ? verbOf(knowledge, statement)
        : (knowledge.predicates.get(statement.predicate)?.label ?? statement.predicate),
    value: value.type === 'entity' ? name(value.entity) : factText(statement),
    qualifiers: detailTexts(knowledge, statement),
  }
}

function verbOf(knowledge: Knowledge, { subject, predicate, label }: Statement): string {
  const one = label ?? relationLabel(knowledge, predicate, 'out')
  return saidOf(knowledge.entities.get(subject)?.isPlural === true, one)
}

/** The statement as one line of text: "Shanghai — AI investment: about US$8.2 billion (in 2024)". */
export function sentenceText(knowledge: Knowledge, statement: Statement): string {
  const { subject, verb, value, qualifiers } = sentenceOf(knowledge, statement)
  const joined =
    statement.value.type === 'entity'
      ? `${subject} ${verb} ${value}`
      : `${subject} — ${verb}: ${value}`
  return qualifiers.length === 0 ? joined : `${joined} (${qualifiers.join(', ')})`
}
