import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftSize, emptyDraft } from '../../src/model/draft.ts'
import type { Draft } from '../../src/model/draft.ts'
import { applyDraft, edited } from '../../src/model/edit.ts'
import type { Edit, RecordName } from '../../src/model/edit.ts'
import { columnId, entityId, kindId, predicateId } from '../../src/model/ids.ts'
import type { Column, Entity, Kind, Predicate } from '../../src/model/knowledge.ts'
import { anyEdit } from '../any-draft.ts'
import { edge, node, sevenNodes } from '../seven-nodes.ts'

const opened = sevenNodes()
const kind: Kind = { id: kindId('laboratory'), label: 'Laboratory', plural: 'Laboratories' }
const predicate: Predicate = {
  type: 'relation',
  id: predicateId('funds'),
  label: 'funds',
  inverse: 'funded by',
  subjects: [],
  objects: [],
  singleValued: false,
}
const column: Column = {
  id: columnId('staff'),
  title: 'Staff',
  datatype: 'integer',
  dynamic: false,
}
const lab = opened.entities.get(entityId('lab'))
if (lab === undefined) throw new Error('no lab')
const moved: Entity = { ...lab, kind: kind.id }
const counted: Entity = {
  ...lab,
  attributes: [...lab.attributes, { column: column.id, text: '9' }],
}
const funds = edge('funds-1', 'ministry', 'funds', 'lab')

const after = (draft: Draft, ...edits: readonly Edit[]): Draft => edited(opened, draft, edits)
const additions: readonly Edit[] = [
  { type: 'add-kind', kind },
  { type: 'add-predicate', predicate },
  { type: 'add-column', of: 'entity', column },
]

describe('the vocabulary of a draft', () => {
  test('comes after that of the graph', () => {
    const entity: Entity = { ...counted, kind: kind.id }
    const now = applyDraft(
      opened,
      after(
        emptyDraft,
        ...additions,
        { type: 'set-entity', entity },
        { type: 'set-statement', statement: funds },
      ),
    )
    expect([
      [...now.kinds.keys()].at(-1),
      [...now.predicates.keys()].at(-1),
      now.columns.entity.map(({ id }) => id),
      now.columns.statement,
    ]).toEqual(['laboratory', 'funds', ['rank', 'staff'], []])
  })

  test('is there only as long as a record of the draft uses it', () => {
    expect(after(emptyDraft, ...additions)).toBe(emptyDraft)
    const draft = after(
      emptyDraft,
      ...additions,
      { type: 'set-entity', entity: moved },
      { type: 'set-statement', statement: funds },
    )
    expect([draftSize(draft), draft.columns.entity.size]).toEqual([4, 0])
    const without = after(draft, { type: 'revert', record: { of: 'entity', id: lab.id } })
    expect([without.kinds.size, without.predicates.size]).toEqual([0, 1])
    expect(after(without, { type: 'remove-statement', id: funds.id })).toBe(emptyDraft)
  })

  test('taken back by itself takes back what its records say by it, and no more', () => {
    const renamed: Entity = { ...moved, label: 'Aliyun', attributes: counted.attributes }
    const draft = after(
      emptyDraft,
      ...additions,
      { type: 'set-entity', entity: renamed },
      { type: 'set-entity', entity: node('new', 'New', 'laboratory') },
      { type: 'set-statement', statement: funds },
    )
    const reverted = (record: RecordName): Draft => after(draft, { type: 'revert', record })
    const noKind = reverted({ of: 'kind', id: kind.id })
    expect([noKind.kinds.size, ...noKind.entities.values()]).toEqual([
      0,
      { ...renamed, kind: 'institution' },
      node('new', 'New', undefined),
    ])
    expect(reverted({ of: 'predicate', id: predicate.id }).statements.size).toBe(0)
    const noColumn = reverted({ of: 'column', on: 'entity', id: column.id })
    expect([noColumn.columns.entity.size, noColumn.entities.get(lab.id)]).toEqual([
      0,
      { ...renamed, attributes: lab.attributes },
    ])
  })

  test('is none where the graph has the very same', () => {
    const [known] = opened.kinds.values()
    if (known === undefined) throw new Error('no kinds')
    const edits: readonly Edit[] = [
      { type: 'add-kind', kind: known },
      { type: 'set-entity', entity: node('new', 'New', known.id) },
    ]
    expect(after(emptyDraft, ...edits).kinds.size).toBe(0)
  })

  test('is all used, and empty once every record is reverted, whatever was edited', () => {
    fc.assert(
      fc.property(fc.array(anyEdit(opened), { maxLength: 12 }), (edits) => {
        const draft = after(emptyDraft, ...edits)
        const records = [...draft.entities.values(), ...draft.statements.values()].filter(
          (record) => record !== 'removed',
        )
        const used = new Set(
          records.flatMap((record) => [
            ...('predicate' in record ? [record.predicate] : [record.kind]),
            ...record.attributes.map((cell) => cell.column),
          ]),
        )
        const { kinds, predicates, columns } = draft
        for (const map of [kinds, predicates, columns.entity, columns.statement]) {
          for (const id of map.keys()) expect(used.has(id)).toBe(true)
        }
        const back = after(draft, ...revertingAll(draft))
        expect(back).toBe(emptyDraft)
      }),
    )
  })
})

function revertingAll(draft: Draft): readonly Edit[] {
  const { entities, statements, sources, kinds, predicates, columns } = draft
  const records: readonly RecordName[] = [
    ...[...kinds.keys()].map((id) => ({ of: 'kind', id }) as const),
    ...[...predicates.keys()].map((id) => ({ of: 'predicate', id }) as const),
    ...(['entity', 'statement'] as const).flatMap((on) =>
      [...columns[on].keys()].map((id) => ({ of: 'column', on, id }) as const),
    ),
    ...[...entities.keys()].map((id) => ({ of: 'entity', id }) as const),
    ...[...statements.keys()].map((id) => ({ of: 'statement', id }) as const),
    ...[...sources.keys()].map((id) => ({ of: 'source', id }) as const),
  ]
  return records.map((record) => ({ type: 'revert', record }))
}
