import { evidenceOf } from '../model/evidence.ts'
import type { EntityId } from '../model/ids.ts'
import type { Entity, Knowledge, Statement } from '../model/knowledge.ts'
import { relationLabel } from '../graph/relations.ts'
import { nameOf } from './appearance.ts'
import { citationOf } from './citation.ts'
import { factText, qualifierTexts } from './literal-text.ts'
import { amountOf } from './table-amount.ts'
import { countColumn } from './table-column.ts'
import type { ColumnDraft } from './table-column.ts'

/** What every table of statements has at its front. */
export function statementColumns(knowledge: Knowledge): readonly ColumnDraft<Statement>[] {
  const entity = (id: EntityId): Entity | undefined => knowledge.entities.get(id)
  const name = (id: EntityId): string => {
    const known = entity(id)
    return known === undefined ? id : nameOf(known)
  }
  return [
    {
      id: 'subject',
      title: 'Subject',
      text: ({ subject }) => name(subject),
      entity: ({ subject }) => entity(subject),
    },
    {
      id: 'predicate',
      title: 'Predicate',
      text: ({ predicate, value }) =>
        value.type === 'entity'
          ? relationLabel(knowledge, predicate, 'out')
          : (knowledge.predicates.get(predicate)?.label ?? predicate),
    },
    {
      id: 'value',
      title: 'Value',
      holds: 'numbers',
      text: (statement) =>
        statement.value.type === 'entity' ? name(statement.value.entity) : factText(statement),
      amount: ({ value }) => (value.type === 'literal' ? amountOf(value.literal) : undefined),
      entity: ({ value }) => (value.type === 'entity' ? entity(value.entity) : undefined),
    },
    {
      id: 'qualifiers',
      title: 'Qualifiers',
      text: ({ qualifiers }) => qualifierTexts(knowledge, qualifiers).join(', '),
    },
    { id: 'evidence', title: 'Evidence', text: evidenceOf },
    countColumn('references', 'References', ({ references }) => references.length),
    {
      id: 'places',
      title: 'Places',
      text: ({ references }) => [...new Set(references.map(placeOf))].join('; '),
    },
  ]

  function placeOf(reference: Statement['references'][number]): string {
    const { place, locator } = citationOf(knowledge, reference)
    return knowledge.sources.size === 1 ? (locator ?? place) : place
  }
}

const endColumns: readonly ColumnDraft<Statement>[] = [
  { id: 'label', title: 'Label', text: ({ label = '' }) => label },
  {
    id: 'weight',
    title: 'Weight',
    figures: true,
    text: ({ weight }) => (weight === undefined ? '' : String(weight)),
    amount: ({ weight }) => (Number.isNaN(weight) ? undefined : weight),
  },
  { id: 'measures', title: 'Measures', text: ({ measures = '' }) => measures },
  { id: 'note', title: 'Note', text: ({ note = '' }) => note },
]

const direction: ColumnDraft<Statement> = {
  id: 'direction',
  title: 'Direction',
  text: (statement) => (statement.value.type === 'entity' ? statement.direction : ''),
}

/** What a table of statements has at its end, as far as some statement has it. */
export function statementEndColumns(
  statements: readonly Statement[],
): readonly ColumnDraft<Statement>[] {
  const undirected = statements.some((each) => !['', 'directed'].includes(direction.text(each)))
  const optional = endColumns.filter(({ text }) => statements.some((each) => text(each) !== ''))
  return undirected ? [direction, ...optional] : optional
}
