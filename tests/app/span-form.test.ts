import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { createEntityForm } from '../../src/app/entity-form.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import type { Session } from '../../src/app/session.ts'
import { blankSpan } from '../../src/app/span-form.ts'
import type { SpanFields, SpanForm } from '../../src/app/span-form.ts'
import { createStatementForm } from '../../src/app/statement-form.ts'
import { comparedFields } from '../../src/display/compared-fields.ts'
import { draftChanges } from '../../src/display/draft-changes.ts'
import { readGexf } from '../../src/formats/gexf/read.ts'
import { readPatch, writePatch } from '../../src/formats/json/patch.ts'
import { openFiles } from '../../src/formats/open.ts'
import { writeAs } from '../../src/formats/output.ts'
import { fieldChanges } from '../../src/model/difference.ts'
import { applyDraft } from '../../src/model/edit.ts'
import { entityId, predicateId, sourceId, statementId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { firstView } from '../../src/view/view.ts'
import { noDrawing } from '../drawings.ts'

/** Two offices of which one has two times, one of them with a bound that cannot be read. */
const text = `<gexf xmlns="http://gexf.net/1.2draft" version="1.2"><graph defaultedgetype="directed" timeformat="date">
<nodes>
<node id="a" label="A" ><spells><spell start="2001-01-01" endopen="2004-01-01"/><spell start="spring"/></spells></node>
<node id="b" label="B"/>
</nodes>
<edges><edge id="x" source="a" target="b" start="2002-05-01"/><edge id="y" source="b" target="a" type="undirected"/></edges>
</graph></gexf>`

function offices(): Knowledge {
  const read = readGexf(new TextEncoder().encode(text), 'offices.gexf')
  if (!read.ok) throw new Error('not read')
  return read.content
}

const open = (knowledge = offices()): Session =>
  createSession(withOwnKinds(knowledge, new Map()), firstView, signal('light'))
const a = entityId('a')
const x = { of: 'statement', id: statementId('x') } as const
const entity = (session: Session) => session.content.entities.get(a)
const statement = (session: Session) => session.content.statements.get(x.id)
function put({ fields }: SpanForm, index: number, part: Partial<SpanFields>): void {
  const rows = fields.peek()
  const row = rows[index] ?? blankSpan
  fields.value = [...rows.slice(0, index), { ...row, ...part }, ...rows.slice(index + 1)]
}

describe('the times of an entity', () => {
  test('are changed, added and taken away; what is not touched stays to the letter', () => {
    const session = open()
    const { times, save } = createEntityForm(session, a)
    put(times, 0, { start: ' 2000 ' })
    put(times, 2, { start: '2010-03' })
    put(times, 3, { start: '  ' })
    expect([times.problems.value.size, save()]).toEqual([0, true])
    expect(entity(session)?.spans).toEqual([
      { start: '2000', end: '2004-01-01', endExcluded: true },
      { start: 'spring' },
      { start: '2010-03' },
    ])
    expect({ ...entity(session), spans: [] }).toEqual({
      ...session.opened.knowledge.entities.get(a),
      spans: [],
    })
    const again = createEntityForm(session, a)
    put(again.times, 0, { endExcluded: false })
    again.times.fields.value = again.times.fields.value.toSpliced(1, 1)
    again.save()
    expect(entity(session)?.spans).toEqual([
      { start: '2000', end: '2004-01-01' },
      { start: '2010-03' },
    ])
    session.undo()
    session.undo()
    expect(session.content).toBe(session.opened.knowledge)
  })

  test.each([
    [{ start: 'soon' }, 'start', 'Write a date, like 2001-04-29 or 2001, or a number.'],
    [{ start: '2001-02-30' }, 'start', 'Write a date, like 2001-04-29 or 2001, or a number.'],
    [{ end: 'Infinity' }, 'end', 'Write a date, like 2001-04-29 or 2001, or a number.'],
    [{ start: '2004', end: '2003-12' }, 'end', 'It ends before it begins.'],
    [{ start: '2004', end: '2004', endExcluded: true }, 'end', 'It ends before it begins.'],
    [{ start: '3', end: '2.5' }, 'end', 'It ends before it begins.'],
  ] as const)('%o is wrong at its %s', (part, bound, message) => {
    const { times, save } = createEntityForm(open(), a)
    put(times, 2, part)
    expect([...times.problems.value]).toEqual([[2, { bound, message }]])
    expect(save()).toBe(false)
  })

  test.each([
    { start: '2004', end: '2004-12' },
    { start: '2004-12-31T12:00', end: '2004' },
    { start: '3', end: '3' },
    { start: '900', end: '2004-01-01' },
    { end: '-12.5' },
  ])('%o is right', (part) => {
    const { times } = createEntityForm(open(), a)
    put(times, 2, part)
    expect(times.problems.value.size).toBe(0)
  })

  test('are offered where the graph has some, or names no source', () => {
    const { entities, statements, sources, ...rest } = offices()
    const offered = (knowledge: Knowledge): boolean =>
      createEntityForm(open(knowledge), undefined).times.offered
    const sourced = new Map(sources).set(sourceId('s'), {
      id: sourceId('s'),
      title: 'S',
      paragraphs: new Map(),
    })
    const untimed = new Map([...entities].map(([id, one]) => [id, { ...one, spans: [] }] as const))
    expect([
      offered({ ...rest, entities, statements, sources: sourced }),
      offered({ ...rest, entities: untimed, statements, sources }),
      offered({ ...rest, entities: untimed, statements, sources: sourced }),
    ]).toEqual([true, true, false])
  })
})

describe('the direction and the times of a statement', () => {
  test('are changed where it stands; anything else stays as it was', () => {
    const session = open()
    const form = createStatementForm(session, x)
    expect([form.turned, form.direction.value]).toEqual([true, 'directed'])
    form.direction.value = 'mutual'
    put(form.times, 0, { end: '2001' })
    expect(form.save()).toBe(false)
    put(form.times, 0, { end: '2003' })
    expect(form.save()).toBe(true)
    expect(statement(session)).toEqual({
      ...session.opened.knowledge.statements.get(x.id),
      direction: 'mutual',
      spans: [{ start: '2002-05-01', end: '2003' }],
    })
    session.undo()
    expect(session.content).toBe(session.opened.knowledge)
  })

  test('stay as they are where something else is edited', () => {
    const session = open()
    const form = createStatementForm(session, { of: 'statement', id: statementId('y') })
    form.note.value = 'Both went.'
    form.save()
    expect(session.content.statements.get(statementId('y'))).toEqual({
      ...session.opened.knowledge.statements.get(statementId('y')),
      note: 'Both went.',
    })
  })

  test('a new relation leads as all others do, and says something else at another time', () => {
    const knowledge = offices()
    const both = [...knowledge.statements].map(
      ([id, one]) => [id, { ...one, direction: 'undirected' }] as const,
    )
    const session = open({ ...knowledge, statements: new Map(both) })
    const form = createStatementForm(session, { of: 'new-statement', about: a })
    const [predicate = ''] = knowledge.predicates.keys()
    form.predicate.value = predicateId(predicate)
    form.object.value = entityId('b')
    put(form.times, 0, { start: '2002-05-01' })
    expect(form.problems.value.get('value')).toBe('The graph says this already.')
    put(form.times, 0, { start: '2010' })
    expect(form.problems.value.size).toBe(0)
    expect(form.save()).toBe(true)
    expect([...session.content.statements.values()].at(-1)).toMatchObject({
      direction: 'undirected',
      spans: [{ start: '2010' }],
    })
    expect(createStatementForm(open(), { of: 'new-statement', about: a }).direction.value).toBe(
      'directed',
    )
  })
})

describe('a draft of directions and times', () => {
  const edited = (): Session => {
    const session = open()
    const form = createStatementForm(session, x)
    form.direction.value = 'undirected'
    put(form.times, 0, { start: '2003-01-01' })
    put(form.times, 1, { start: '2005-01-01', end: '2006-01-01' })
    form.save()
    const { times, save } = createEntityForm(session, entityId('b'))
    put(times, 0, { end: '2009-12-31' })
    save()
    return session
  }

  test('is told in the lists of what was changed, by name and in words', () => {
    const session = edited()
    const { opened, content } = session
    const { draft } = session.view.value
    expect(draftChanges(opened.knowledge, content, draft).map(({ detail }) => detail)).toEqual([
      'time',
      'direction; time',
    ])
    const sides = { before: opened.knowledge, after: content }
    const records = {
      earlier: opened.knowledge.statements.get(x.id),
      present: content.statements.get(x.id),
    }
    if (records.earlier === undefined || records.present === undefined) throw new Error('none')
    const told = fieldChanges(records.earlier, records.present).flatMap((change) =>
      comparedFields(change, records, sides),
    )
    expect(told).toEqual([
      { label: 'Direction', before: 'from subject to value', after: 'without direction' },
      {
        label: 'Time',
        before: 'since 2002-05-01',
        after: 'since 2003-01-01, 2005-01-01 – 2006-01-01',
      },
    ])
  })

  test('comes back from a patch', () => {
    const session = edited()
    const { opened } = session
    const back = readPatch(writePatch(opened, session.view.value), 'p', opened)
    if (!back.ok) throw new Error('no patch')
    expect([back.issues, applyDraft(opened.knowledge, back.content.draft)]).toEqual([
      [],
      session.content,
    ])
  })

  test.each(['gexf', 'orrery-json'] as const)('leaves in %s', async (format) => {
    const { content } = edited()
    const { files } = await writeAs(format, {
      knowledge: content,
      layout: new Map(),
      drawing: () => noDrawing,
    })
    const bytes = new TextEncoder().encode(files[0]?.pieces.join(''))
    const name = format === 'gexf' ? 'graph.gexf' : 'graph.json'
    const { result } = await openFiles([{ name, bytes }])
    if (!result.ok) throw new Error('not opened')
    const { entities, statements } = result.content.knowledge
    expect(statements.get(x.id)).toMatchObject({
      direction: 'undirected',
      spans: [{ start: '2003-01-01' }, { start: '2005-01-01', end: '2006-01-01' }],
    })
    expect(entities.get(entityId('b'))?.spans).toEqual([{ end: '2009-12-31' }])
  })
})
