import { describe, expect, test } from 'vitest'
import { removalsOf, statementCard } from '../../src/display/gone-card.ts'
import { emptyDraft } from '../../src/model/draft.ts'
import { edited } from '../../src/model/edit.ts'
import type { Edit } from '../../src/model/edit.ts'
import { entityId, statementId } from '../../src/model/ids.ts'
import { sevenNodes } from '../seven-nodes.ts'

const knowledge = sevenNodes()

describe('the card of any statement', () => {
  test('tells a relation with both ends and its references', () => {
    const card = statementCard(knowledge, statementId('based-in-1'))
    expect([
      card?.sentence,
      card?.isFact,
      card?.ends.map(({ name }) => name),
      card?.citations.map(({ place, glosses }) => [place, ...glosses]),
    ]).toEqual([
      { subject: 'Alibaba Cloud', verb: 'is based in', value: 'Shanghai', qualifiers: [] },
      false,
      ['Alibaba Cloud', 'Shanghai'],
      [['An article, ¶\u00a01', 'Names the city.']],
    ])
  })

  test('tells a fact with the entity that it is about, and what disputes it', () => {
    const card = statementCard(knowledge, statementId('value-98'))
    expect([card?.isFact, card?.ends.map(({ id }) => id), card?.disputes.length]).toEqual([
      true,
      ['market'],
      1,
    ])
  })

  test('is none where there is no statement', () => {
    expect(statementCard(knowledge, statementId('nobody'))).toBe(undefined)
  })
})

describe('the removals by which something is not there', () => {
  const removals = (edits: readonly Edit[], id: string) =>
    removalsOf(knowledge, edited(knowledge, emptyDraft, edits), {
      of: 'statement',
      id: statementId(id),
    }).map(({ record, name }) => [record.id, name])

  test('are its own, or those of the entities that it was about', () => {
    const [lab, shanghai] = [entityId('lab'), entityId('shanghai')]
    const own: Edit = { type: 'remove-statement', id: statementId('based-in-1') }
    const subject: Edit = { type: 'remove-entity', id: lab }
    const value: Edit = { type: 'remove-entity', id: shanghai }
    expect([
      removals([own], 'based-in-1'),
      removals([subject, value], 'based-in-1'),
      removals([own, value], 'based-in-1'),
      removals([value], 'wrote-1'),
    ]).toEqual([
      [['based-in-1', undefined]],
      [
        ['lab', 'Alibaba Cloud'],
        ['shanghai', 'Shanghai'],
      ],
      [
        ['based-in-1', undefined],
        ['shanghai', 'Shanghai'],
      ],
      [],
    ])
  })
})
