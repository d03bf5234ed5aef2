import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createEntityForm } from '../../src/app/entity-form.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import { comparedFields } from '../../src/display/compared-fields.ts'
import { draftChanges } from '../../src/display/draft-changes.ts'
import { questionText } from '../../src/display/question-prose.ts'
import { fieldChanges } from '../../src/model/difference.ts'
import { entityId, predicateId } from '../../src/model/ids.ts'
import { firstView } from '../../src/view/view.ts'
import { sevenNodes } from '../seven-nodes.ts'

const id = entityId('lab')

test('that a name is a plural is said in the form, taken back there, and told as a change', () => {
  const session = createSession(withOwnKinds(sevenNodes(), new Map()), firstView, signal('light'))
  const before = session.content
  const say = (isPlural: boolean): void => {
    const form = createEntityForm(session, id)
    form.isPlural.value = isPlural
    form.save()
  }
  say(true)
  const [earlier, present] = [before.entities.get(id), session.content.entities.get(id)]
  if (earlier === undefined || present === undefined) throw new Error('there is no lab')
  expect(present.isPlural).toBe(true)
  const changes = fieldChanges(earlier, present)
  expect(
    changes.flatMap((change) =>
      comparedFields(change, { earlier, present }, { before, after: session.content }),
    ),
  ).toEqual([{ label: 'Name is a plural', before: undefined, after: 'yes' }])
  const told = draftChanges(before, session.content, session.view.value.draft)
  expect(told.map(({ detail }) => detail)).toEqual(['plural'])
  say(false)
  expect(session.content.entities.get(id)).toEqual(earlier)
})

test('a question that begins with many things asks in the plural', () => {
  const knowledge = sevenNodes()
  const lab = knowledge.entities.get(id)
  if (lab === undefined) throw new Error('there is no lab')
  const asked = (isPlural: boolean): string => {
    const entities = new Map([...knowledge.entities, [id, isPlural ? { ...lab, isPlural } : lab]])
    const relation = { predicate: predicateId('supports'), direction: 'out' } as const
    return questionText(
      { ...knowledge, entities },
      { start: { type: 'node', id }, steps: [{ relation, place: { type: 'any' } }] },
    )
  }
  expect([asked(false), asked(true)]).toEqual([
    'Alibaba Cloud, which supports nodes',
    'Alibaba Cloud, which support nodes',
  ])
})
