import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { difference } from '../../src/model/difference.ts'
import { draftSize, emptyDraft } from '../../src/model/draft.ts'
import type { Draft, Removed } from '../../src/model/draft.ts'
import { applyDraft, edited, statementsAbout } from '../../src/model/edit.ts'
import type { Edit, RecordName } from '../../src/model/edit.ts'
import { entityId, sourceId, statementId } from '../../src/model/ids.ts'
import type { EntityId, StatementId } from '../../src/model/ids.ts'
import type { Entity, Knowledge, Statement } from '../../src/model/knowledge.ts'
import { edge, node, sevenNodes } from '../seven-nodes.ts'

const opened = sevenNodes()
const entity = (id: string): Entity => {
  const found = opened.entities.get(entityId(id))
  if (found === undefined) throw new Error(`no entity ${id}`)
  return found
}
const statement = (id: string): Statement => {
  const found = opened.statements.get(statementId(id))
  if (found === undefined) throw new Error(`no statement ${id}`)
  return found
}

const oldEntities = [...opened.entities.keys()]
const oldStatements = [...opened.statements.keys()]
const newEntities = ['new-1', 'new-2', 'new-3'].map(entityId)
const anyEntityId = fc.constantFrom(...oldEntities, ...newEntities)
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    type: fc.constant('set-entity' as const),
    entity: fc
      .record({ id: anyEntityId, label: fc.constantFrom('One', 'Two') })
      .map(({ id, label }) => opened.entities.get(id) ?? node(id, label, 'model')),
  }),
  fc.record({
    type: fc.constant('set-entity' as const),
    entity: anyEntityId.map((id) => node(id, 'Renamed', undefined)),
  }),
  fc.record({
    type: fc.constant('set-statement' as const),
    statement: fc
      .tuple(fc.constantFrom(...oldStatements, 's-1', 's-2'), anyEntityId, anyEntityId)
      .map(([id, from, to]) => edge(id, from, 'offers', to)),
  }),
  fc.record({
    type: fc.constant('set-statement' as const),
    statement: fc.constantFrom(...opened.statements.values()),
  }),
  fc.record({ type: fc.constant('remove-entity' as const), id: anyEntityId }),
  fc.record({
    type: fc.constant('remove-statement' as const),
    id: fc.constantFrom(...oldStatements, ...['s-1', 's-2'].map(statementId)),
  }),
)

/** What each edit does to a graph, one after the other; an edit about what is not there is left out. */
function bluntly(edits: readonly Edit[]): { done: readonly Edit[]; knowledge: Knowledge } {
  const entities = new Map(opened.entities)
  const statements = new Map(opened.statements)
  const gone = new Set<string>()
  const done: Edit[] = []
  const drop = (id: StatementId): void => {
    statements.delete(id)
    gone.add(id)
  }
  for (const edit of edits) {
    if (edit.type === 'set-entity') {
      if (gone.has(edit.entity.id)) continue
      entities.set(edit.entity.id, edit.entity)
    } else if (edit.type === 'set-statement') {
      const { id, subject, value } = edit.statement
      const target = value.type === 'entity' ? value.entity : subject
      if (gone.has(id) || !entities.has(subject) || !entities.has(target)) continue
      statements.set(id, edit.statement)
    } else if (edit.type === 'remove-entity') {
      if (!entities.delete(edit.id)) continue
      gone.add(edit.id)
      for (const { id } of statementsAbout({ ...opened, statements }, edit.id)) drop(id)
    } else if (edit.type === 'remove-statement') {
      if (!statements.has(edit.id)) continue
      drop(edit.id)
    }
    done.push(edit)
  }
  for (const [id, { disputes, ...rest }] of statements) {
    statements.set(id, { ...rest, disputes: disputes.filter((other) => statements.has(other)) })
  }
  const start = opened.dataset.start.filter((id) => entities.has(id))
  return {
    done,
    knowledge: { ...opened, dataset: { ...opened.dataset, start }, entities, statements },
  }
}

/** An edit of every record that the draft is about, back to what it was. */
function revertingAll({ entities, statements, sources }: Draft): readonly Edit[] {
  const names: readonly RecordName[] = [
    ...[...entities.keys()].map((id) => ({ of: 'entity' as const, id })),
    ...[...statements.keys()].map((id) => ({ of: 'statement' as const, id })),
    ...[...sources.keys()].map((id) => ({ of: 'source' as const, id })),
  ]
  return names.map((record) => ({ type: 'revert', record }))
}

const anyEdits = fc.array(anyEdit, { maxLength: 12 }).map(bluntly)

describe('a draft', () => {
  test('says what its edits do one after the other', () => {
    fc.assert(
      fc.property(anyEdits, ({ done, knowledge }) => {
        const draft = edited(opened, emptyDraft, done)
        expect(difference(knowledge, applyDraft(opened, draft))).toEqual(difference(opened, opened))
      }),
    )
  })

  test('is just the difference that it makes, but for statements that go with their entity', () => {
    fc.assert(
      fc.property(anyEdits, ({ done }) => {
        const draft = edited(opened, emptyDraft, done)
        // A comparison takes one that says what another said before for that other one.
        fc.pre(![...draft.statements.values()].some(saysWhatAnotherSaid))
        const { entities, statements } = difference(opened, applyDraft(opened, draft))
        expect(idsOf(entities)).toEqual(new Set(draft.entities.keys()))
        const removed = [...draft.entities].filter(([, record]) => record === 'removed')
        const byConsequence = new Set<StatementId>()
        for (const [id] of removed) {
          for (const about of statementsAbout(opened, id)) byConsequence.add(about.id)
        }
        const disputed = new Set<StatementId>(['value-98', 'value-70'].map(statementId))
        for (const id of draft.statements.keys()) expect(idsOf(statements).has(id)).toBe(true)
        for (const id of idsOf(statements)) {
          expect(draft.statements.has(id) || byConsequence.has(id) || disputed.has(id)).toBe(true)
        }
      }),
    )
  })

  test('leaves nothing that dangles', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 12 }), (edits) => {
        const now = applyDraft(opened, edited(opened, emptyDraft, edits))
        for (const { subject, value, disputes } of now.statements.values()) {
          const ends = value.type === 'entity' ? [subject, value.entity] : [subject]
          expect(ends.every((end) => now.entities.has(end))).toBe(true)
          expect(disputes.every((other) => now.statements.has(other))).toBe(true)
        }
        for (const id of now.dataset.start) expect(now.entities.has(id)).toBe(true)
      }),
    )
  })

  test('is empty once each of its records is reverted, and the graph is the very one', () => {
    fc.assert(
      fc.property(anyEdits, ({ done }) => {
        const draft = edited(opened, emptyDraft, done)
        const back = edited(opened, draft, revertingAll(draft))
        expect(back).toBe(emptyDraft)
        expect(applyDraft(opened, back)).toBe(opened)
      }),
    )
  })

  test('keeps changed records in their place and puts new ones last', () => {
    const draft = edited(opened, emptyDraft, [
      { type: 'set-entity', entity: node('atoll', 'Atoll', undefined) },
      { type: 'set-entity', entity: { ...entity('lab'), label: 'Cloud' } },
    ])
    const now = applyDraft(opened, draft)
    expect([...now.entities.keys()]).toEqual([...oldEntities, 'atoll'])
    expect(now.entities.get(entityId('lab'))?.label).toBe('Cloud')
  })

  test('takes the statements of an entity away with it and brings them back with it', () => {
    const removed = edited(opened, emptyDraft, [{ type: 'remove-entity', id: entityId('qwen') }])
    expect([draftSize(removed), ids(applyDraft(opened, removed).statements)]).toEqual([
      1,
      ['based-in-1', 'works-with-1', 'wrote-1', 'guides-1', 'value-98', 'value-70'],
    ])
    const back = edited(opened, removed, [
      { type: 'revert', record: { of: 'entity', id: entityId('qwen') } },
    ])
    expect(applyDraft(opened, back)).toBe(opened)
  })

  test('ends a dispute with the statement that goes', () => {
    const draft = edited(opened, emptyDraft, [
      { type: 'remove-statement', id: statementId('value-70') },
    ])
    expect(applyDraft(opened, draft).statements.get(statementId('value-98'))?.disputes).toEqual([])
  })

  test('forgets a change that leaves the record as it was', () => {
    const changed = edited(opened, emptyDraft, [
      { type: 'set-statement', statement: { ...statement('guides-1'), note: 'Other words.' } },
    ])
    expect(draftSize(changed)).toBe(1)
    expect(
      edited(opened, changed, [{ type: 'set-statement', statement: statement('guides-1') }]),
    ).toBe(emptyDraft)
  })

  test('removes a statement that was brought to an entity which then goes', () => {
    const moved = edge('based-in-1', 'lab', 'based-in', 'new-1')
    const draft = edited(opened, emptyDraft, [
      { type: 'set-entity', entity: node('new-1', 'Hangzhou', 'city') },
      { type: 'set-statement', statement: moved },
      { type: 'remove-entity', id: entityId('new-1') },
    ])
    expect(applyDraft(opened, draft).statements.has(moved.id)).toBe(false)
  })

  test('adds sources', () => {
    const source = { id: sourceId('report'), title: 'A report', paragraphs: new Map() }
    const draft = edited(opened, emptyDraft, [{ type: 'add-source', source }])
    expect(ids(applyDraft(opened, draft).sources)).toEqual(['article', 'report'])
  })
})

function idsOf<Id extends EntityId | StatementId>(changes: {
  readonly added: readonly Id[]
  readonly removed: readonly Id[]
  readonly changed: readonly { readonly id: Id }[]
}): ReadonlySet<Id> {
  return new Set([...changes.added, ...changes.removed, ...changes.changed.map(({ id }) => id)])
}

function ids(records: ReadonlyMap<string, unknown>): readonly string[] {
  return [...records.keys()]
}

function saysWhatAnotherSaid(record: Statement | Removed): boolean {
  if (record === 'removed') return false
  return [...opened.statements.values()].some(
    (other) => other.id !== record.id && saying(other) === saying(record),
  )
}

function saying({ subject, predicate, value }: Statement): string {
  const said = value.type === 'entity' ? value.entity : [value.literal.text, value.literal.unit]
  return JSON.stringify([subject, predicate, said])
}
