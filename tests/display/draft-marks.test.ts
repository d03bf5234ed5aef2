import { expect, test } from 'vitest'
import { draftMarks } from '../../src/display/draft-marks.ts'
import { emptyDraft } from '../../src/model/draft.ts'
import { edited } from '../../src/model/edit.ts'
import { entityId, statementId } from '../../src/model/ids.ts'
import { node, sevenNodes } from '../seven-nodes.ts'

test('what a draft adds and changes is marked, and an entity of which a fact has gone', () => {
  const opened = sevenNodes()
  const draft = edited(opened, emptyDraft, [
    { type: 'set-entity', entity: node('new', 'New', 'city') },
    { type: 'set-entity', entity: node('island', 'Atoll', 'city') },
    { type: 'remove-statement', id: statementId('value-70') },
    { type: 'remove-statement', id: statementId('wrote-1') },
    { type: 'remove-entity', id: entityId('shanghai') },
  ])
  const { entities, statements } = draftMarks(draft, opened)
  expect([Object.fromEntries(entities), statements.size]).toEqual([
    { new: 'added', island: 'changed', market: 'changed' },
    0,
  ])
})
