import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { createEntityForm } from '../../src/app/entity-form.ts'
import { blankReference, newSource } from '../../src/app/reference-fields.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import type { Session } from '../../src/app/session.ts'
import { createStatementForm } from '../../src/app/statement-form.ts'
import { draftChanges } from '../../src/display/draft-changes.ts'
import { entityId, kindId, predicateId, sourceId, statementId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { firstView, selectionOf } from '../../src/view/view.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

/** The seven nodes, where "based in" joins institutions and cities, and a value stands once. */
function strict(): Knowledge {
  const knowledge = sevenNodes()
  const predicates = new Map(knowledge.predicates)
  const basedIn = predicates.get(predicateId('based-in'))
  const released = predicates.get(predicateId('released'))
  if (basedIn?.type !== 'relation' || released === undefined) throw new Error('no predicates')
  predicates.set(basedIn.id, {
    ...basedIn,
    subjects: [kindId('institution')],
    objects: [kindId('city')],
  })
  predicates.set(released.id, { ...released, singleValued: true })
  return { ...knowledge, predicates }
}

const open = (): Session =>
  createSession(withOwnKinds(strict(), sevenPlaces), firstView, signal('light'))
const newStatement = (session: Session, about: string) =>
  createStatementForm(session, { of: 'new-statement', about: entityId(about) })
const told = ({ problems }: ReturnType<typeof newStatement>) => Object.fromEntries(problems.value)

describe('the form of a statement', () => {
  test('offers what the kind of its subject may say, relations first', () => {
    const session = open()
    const labels = (about: string) =>
      newStatement(session, about).predicates.value.map(({ label }) => label)
    expect(labels('ministry')).toEqual([
      'based in',
      'guides',
      'offers',
      'succeeds',
      'tested',
      'trained',
      'works with',
      'wrote',
      'released',
      'value',
    ])
    expect(labels('qwen')).not.toContain('based in')
  })

  test('says what is wrong as it is typed, and what is missing once it is to be saved', () => {
    const form = newStatement(open(), 'ministry')
    form.predicate.value = 'based-in'
    expect(told(form)).toEqual({})
    expect([form.save(), told(form)]).toEqual([
      false,
      { value: 'Choose the entity that it leads to.' },
    ])
    form.object.value = entityId('qwen')
    expect(told(form)).toEqual({
      value: '“Qwen” cannot be the value of “based in”: that takes City.',
    })
    form.object.value = entityId('shanghai')
    form.qualifiers.value = [
      { key: 'year', text: '2024' },
      { key: 'year', text: 'soon' },
    ]
    form.references.value = [
      blankReference,
      { ...blankReference, source: 'article', paragraph: '9' },
    ]
    expect(told(form)).toEqual({
      'qualifiers 0': '“soon” is not written as year.',
      'references 0': 'Choose the source, or remove this reference.',
      'references 1': 'The source “article” has no paragraph 9.',
    })
  })

  test('knows what the graph says already, and what would be in conflict with it', () => {
    const session = open()
    const again = newStatement(session, 'lab')
    again.predicate.value = 'based-in'
    again.object.value = entityId('shanghai')
    expect(told(again)).toEqual({ value: 'The graph says this already.' })
    const second = newStatement(session, 'qwen')
    second.predicate.value = 'released'
    second.text.value = '2024-01-01'
    expect([told(second), second.notice.value]).toEqual([
      {},
      'The graph says another value for the same time: “Qwen — released: 2023-04-11”. Both will be shown as a conflict.',
    ])
    second.text.value = 'spring'
    expect(told(second)).toEqual({ value: '“spring” is not written as date.' })
  })

  test('marks a statement as inferred, and takes the mark away again', () => {
    const session = open()
    const id = statementId('based-in-1')
    const mark = (inferred: boolean): void => {
      const form = createStatementForm(session, { of: 'statement', id })
      form.inferred.value = inferred
      form.save()
    }
    mark(true)
    expect(session.content.statements.get(id)?.inferred).toBe(true)
    mark(false)
    expect(session.content).toBe(session.opened.knowledge)
  })

  test('adds a statement with a source of its own as one step, and undo takes back both', () => {
    const session = open()
    const form = newStatement(session, 'island')
    form.predicate.value = 'value'
    form.text.value = ' 12.5 '
    form.unit.value = 'million USD'
    form.note.value = 'A guess.'
    form.references.value = [
      {
        ...blankReference,
        source: newSource,
        title: 'A report',
        url: 'https://example.org/r',
        gloss: 'Names the sum.',
      },
    ]
    expect(form.save()).toBe(true)
    expect(session.content.statements.get(statementId('island.value'))).toEqual({
      id: 'island.value',
      subject: 'island',
      predicate: 'value',
      value: {
        type: 'literal',
        literal: { text: '12.5', datatype: 'decimal', unit: 'million USD' },
      },
      direction: 'directed',
      note: 'A guess.',
      qualifiers: [],
      references: [{ source: 'a-report', gloss: 'Names the sum.' }],
      disputes: [],
      spans: [],
      attributes: [],
    })
    expect(session.content.sources.get(sourceId('a-report'))?.title).toBe('A report')
    expect(selectionOf(session.view.value)).toEqual({ type: 'node', id: 'island' })
    session.undo()
    expect([session.content === session.opened.knowledge, session.view.value]).toEqual([
      true,
      firstView,
    ])
  })

  test('takes as the address of a source only one that a browser can open, as it is typed', () => {
    const form = newStatement(open(), 'island')
    const told = (url: string): string | undefined => {
      form.references.value = [{ ...blankReference, source: newSource, title: 'A report', url }]
      return form.problems.value.get('references 0 url')
    }
    form.predicate.value = 'value'
    form.text.value = '12'
    expect(['example.org/r', 'ftp://example.org', 'javascript:alert(1)'].map(told)).toEqual(
      [1, 2, 3].map(() => 'An address begins with https:// or http://.'),
    )
    expect(['https://', 'https:example.org', 'http://[x'].map(told)).toEqual(
      [1, 2, 3].map(() => 'This is no address that a browser can open.'),
    )
    expect(told('https://example.org/a b')).toBe('An address has no spaces.')
    expect(form.save()).toBe(false)
    expect(['', ' https://example.org/r?a=1#b ', 'HTTP://例え.jp'].map(told)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(form.save()).toBe(true)
  })

  test('changes a statement where it stands, and removes it', () => {
    const session = open()
    const edit = () =>
      createStatementForm(session, { of: 'statement', id: statementId('based-in-1') })
    const form = edit()
    form.references.value = []
    form.swap()
    expect(told(form)['predicate']).toContain('cannot be the subject')
    form.swap()
    expect(form.save()).toBe(true)
    const after = session.content.statements.get(statementId('based-in-1'))
    expect([after?.references, after?.value]).toEqual([[], { type: 'entity', entity: 'shanghai' }])
    edit().remove()
    expect(session.graph.edges.has(statementId('based-in-1'))).toBe(false)
    expect(selectionOf(session.view.value)).toEqual({ type: 'nothing' })
  })
})

describe('the form of an entity', () => {
  test('adds a node beside nothing, then beside its neighbour; all others stay', () => {
    const session = open()
    const form = createEntityForm(session, undefined)
    expect(form.save()).toBe(false)
    form.label.value = 'Élan'
    expect(form.caution.value).toBe('There is “Élan” already, called the same.')
    form.label.value = 'Moonshot'
    form.kind.value = 'institution'
    form.aliases.value = '月之暗面\n\n 月之暗面 \nKimi'
    expect(form.save()).toBe(true)
    const id = entityId('moonshot')
    expect(session.content.entities.get(id)?.aliases).toEqual([
      { text: '月之暗面' },
      { text: 'Kimi' },
    ])
    const alone = session.layout.get(id)
    const link = newStatement(session, 'moonshot')
    link.predicate.value = 'based-in'
    link.object.value = entityId('shanghai')
    link.save()
    const [beside, shanghai] = [session.layout.get(id), sevenPlaces.get(entityId('shanghai'))]
    if (beside === undefined || shanghai === undefined) throw new Error('no place')
    expect(beside).not.toEqual(alone)
    expect(Math.abs(beside.x - shanghai.x)).toBeLessThan(200)
    for (const [other, point] of sevenPlaces) expect(session.layout.get(other)).toEqual(point)
  })

  test('stands beside a neighbour that the reader has moved', () => {
    const session = open()
    session.dispatch({ type: 'move', id: entityId('shanghai'), point: { x: 5000, y: 5000 } })
    const form = createEntityForm(session, undefined)
    form.label.value = 'Moonshot'
    form.kind.value = 'institution'
    form.save()
    const link = newStatement(session, 'moonshot')
    link.predicate.value = 'based-in'
    link.object.value = entityId('shanghai')
    link.save()
    const node = session.picture.value.nodes.find(({ id }) => id === 'moonshot')
    expect([node && Math.abs(node.x - 5000) < 300, node?.change]).toEqual([true, 'added'])
  })

  test('keeps what it does not show, and refuses a kind that its statements cannot have', () => {
    const session = open()
    const form = createEntityForm(session, entityId('lab'))
    form.kind.value = 'model'
    expect(form.problems.value).toEqual({
      kind: 'A statement with “based in” needs it to be Institution.',
    })
    form.kind.value = 'institution'
    form.label.value = 'Aliyun'
    form.save()
    expect(session.content.entities.get(entityId('lab'))).toEqual({
      ...strict().entities.get(entityId('lab')),
      label: 'Aliyun',
    })
  })

  test('removes a node with its statements, and every choice that was about it', () => {
    const session = open()
    const id = entityId('qwen')
    session.dispatch({ type: 'select', selection: { type: 'node', id } })
    session.dispatch({ type: 'focus', focus: { centre: id, steps: 1 } })
    createEntityForm(session, id).remove()
    expect([selectionOf(session.view.value).type, session.view.value.focus]).toEqual([
      'nothing',
      undefined,
    ])
    const { draft } = session.view.value
    expect(draftChanges(session.opened.knowledge, session.content, draft)).toEqual([
      {
        record: { of: 'entity', id: 'qwen' },
        how: 'removed',
        selection: { type: 'gone', from: 'draft', of: 'entity', id: 'qwen' },
        text: 'Qwen',
        before: undefined,
        detail: 'and 5 statements',
      },
    ])
    session.undo()
    expect([session.view.value.focus?.centre, session.graph.nodes.includes(id)]).toEqual([
      'qwen',
      true,
    ])
  })
})
