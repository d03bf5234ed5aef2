import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { newColumn } from '../../src/app/attribute-fields.ts'
import type { AttributeFields } from '../../src/app/attribute-fields.ts'
import type { AttributeForm } from '../../src/app/attribute-form.ts'
import { createEntityForm } from '../../src/app/entity-form.ts'
import { ownKinding } from '../../src/app/own-kinding.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import type { Session } from '../../src/app/session.ts'
import { createStatementForm } from '../../src/app/statement-form.ts'
import { draftChanges } from '../../src/display/draft-changes.ts'
import { readGexf } from '../../src/formats/gexf/read.ts'
import { readPatch, writePatch } from '../../src/formats/json/patch.ts'
import { openFiles } from '../../src/formats/open.ts'
import { writeAs } from '../../src/formats/output.ts'
import type { OutputId } from '../../src/formats/output.ts'
import { applyDraft } from '../../src/model/edit.ts'
import { columnId, entityId, predicateId, statementId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { firstView } from '../../src/view/view.ts'
import { noDrawing } from '../drawings.ts'

/** Two streets of two quarters, one of them with a width that is none, joined by two parallel walks. */
const text = `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed" timeformat="date">
<attributes class="node"><attribute id="0" title="quarter" type="string"/><attribute id="1" title="width" type="double"/><attribute id="2" title="trees" type="short"/><attribute id="3" title="sides" type="listinteger"/></attributes>
<attributes class="node" mode="dynamic"><attribute id="4" title="traffic" type="integer"/></attributes>
<attributes class="edge"><attribute id="0" title="steps" type="integer"/></attributes>
<nodes>
<node id="a" label="A"><attvalues><attvalue for="0" value=" North "/><attvalue for="1" value="wide"/><attvalue for="4" value="10" start="2001-01-01" end="2002-01-01"/><attvalue for="4" value="20" start="2002-01-01"/></attvalues></node>
<node id="b" label="B"><attvalues><attvalue for="0" value="South"/></attvalues></node>
</nodes>
<edges><edge id="x" source="a" target="b"><attvalues><attvalue for="0" value="100"/></attvalues></edge><edge id="y" source="a" target="b"/></edges>
</graph></gexf>`

function streets(): Knowledge {
  const read = readGexf(new TextEncoder().encode(text), 'streets.gexf')
  if (!read.ok) throw new Error('not read')
  return read.content
}

const open = (knowledge = streets()): Session =>
  createSession(withOwnKinds(knowledge, new Map()), firstView, signal('light'))
const a = entityId('a')
const cells = (session: Session, id: string) =>
  (session.content.entities.get(entityId(id)) ?? session.content.statements.get(statementId(id)))
    ?.attributes
/** Fills the field of a column, or adds one. */
function fill(form: AttributeForm, column: string, part: Partial<AttributeFields>): void {
  const rows = form.fields.peek()
  const index = rows.findIndex((row) => row.column === column)
  form.fields.value =
    index === -1
      ? [...rows, { column, text: '', title: '', datatype: 'string', ...part }]
      : rows.map((row, at) => (at === index ? { ...row, ...part } : row))
}

describe('the attributes of an entity', () => {
  test('are corrected, added and taken away as one step; what is not touched stays to the letter', () => {
    const session = open()
    const { attributes, save } = createEntityForm(session, a)
    fill(attributes, '1', { text: ' 12.5 ' })
    fill(attributes, '2', { text: '7' })
    attributes.fields.value = attributes.fields.value.toSpliced(3, 1)
    expect(save()).toBe(true)
    expect(cells(session, 'a')).toEqual([
      { column: '0', text: ' North ' },
      { column: '1', text: '12.5' },
      { column: '4', text: '10', span: { start: '2001-01-01', end: '2002-01-01' } },
      { column: '2', text: '7' },
    ])
    const { draft } = session.view.value
    expect(
      draftChanges(session.opened.knowledge, session.content, draft).map(({ detail }) => detail),
    ).toEqual(['width: 12.5, was wide; traffic: 10, was 10, 20; trees: 7'])
    expect(session.picture.value.nodes.find(({ id }) => id === 'a')?.change).toBe('changed')
    session.undo()
    expect(session.content).toBe(session.opened.knowledge)
  })

  test('are checked by their type as they are typed, and by that of the file', () => {
    const { attributes, save } = createEntityForm(open(), a)
    const told = () => [...attributes.problems.value]
    expect(told()).toEqual([])
    fill(attributes, '1', { text: 'wider' })
    expect(told()).toEqual([[1, 'Write a number, like 8.2.']])
    fill(attributes, '1', { text: 'wide' })
    fill(attributes, '2', { text: '40000' })
    expect(told()).toEqual([[4, '“40000” is out of range for 16 bits.']])
    fill(attributes, '2', { text: '' })
    fill(attributes, '3', { text: '1, two' })
    expect(told()).toEqual([[5, '“1, two” is no integer.']])
    expect(save()).toBe(false)
    fill(attributes, '3', { text: '1, 2' })
    expect([told(), save()]).toEqual([[], true])
  })

  test('that are emptied are taken away; one that is left empty is none', () => {
    const session = open()
    const { attributes, save } = createEntityForm(session, entityId('b'), { column: columnId('2') })
    expect(attributes.fields.value.map(({ column }) => column)).toEqual(['0', '2'])
    fill(attributes, '0', { text: '  ' })
    save()
    expect(cells(session, 'b')).toEqual([])
  })

  test('can be in a new column, which needs a name of its own; it goes with its last value', () => {
    const session = open()
    const { attributes, save } = createEntityForm(session, a)
    fill(attributes, newColumn, { text: 'soon', datatype: 'year' })
    expect([save(), ...attributes.problems.value]).toEqual([
      false,
      [4, 'The attribute needs a name.'],
    ])
    fill(attributes, newColumn, { title: 'Width' })
    expect(attributes.problems.value.get(4)).toBe(
      'There is an attribute “width” already: choose it.',
    )
    fill(attributes, newColumn, { title: 'Paved' })
    expect(attributes.problems.value.get(4)).toBe('Write a year, like 2025.')
    fill(attributes, newColumn, { text: '1999' })
    expect(save()).toBe(true)
    expect(session.content.columns.entity.at(-1)).toEqual({
      id: 'paved',
      title: 'Paved',
      datatype: 'year',
      dynamic: false,
    })
    const again = createEntityForm(session, a)
    fill(again.attributes, 'paved', { text: '' })
    again.save()
    expect(session.content).toBe(session.opened.knowledge)
  })

  test('are offered where the graph has some, or names no source', () => {
    const { statements, sources, ...rest } = streets()
    const none = { ...rest, statements, columns: { entity: [], statement: [] } }
    const source = { id: 's', title: 'S', paragraphs: new Map() }
    const offered = (knowledge: Knowledge): boolean =>
      createEntityForm(open(knowledge), undefined).attributes.offered
    expect([
      offered({ ...none, sources }),
      offered({ ...none, sources: new Map([[source.id, source]]) as never }),
    ]).toEqual([true, false])
  })

  test('that give the kinds have a field even where they are missing, and a new value is a new kind', () => {
    const knowledge = streets()
    const kinding = ownKinding(knowledge, [columnId('0')])
    const session = createSession(
      { ...withOwnKinds(knowledge, new Map()), kinding },
      firstView,
      signal('light'),
    )
    const form = createEntityForm(session, undefined)
    expect([form.kinds, form.attributes.ofKinds]).toEqual([undefined, '0'])
    form.label.value = 'C'
    fill(form.attributes, '0', { text: 'Harbour' })
    expect(form.attributes.valuesOf(knowledge.columns.entity[0] as never)).toEqual([
      ' North ',
      'South',
    ])
    form.save()
    expect(session.facets.value.kinds.map(({ label }) => label)).toContain('Harbour')
  })
})

describe('the attributes of a statement', () => {
  test('are changed where it stands beside a parallel one that says the same', () => {
    const session = open()
    const form = createStatementForm(session, { of: 'statement', id: statementId('y') })
    fill(form.attributes, '0', { text: 'far' })
    expect([form.save(), form.attributes.problems.value.get(0)]).toEqual([
      false,
      'Write a whole number, like 12.',
    ])
    fill(form.attributes, '0', { text: '250' })
    expect(form.save()).toBe(true)
    expect([cells(session, 'x'), cells(session, 'y')]).toEqual([
      [{ column: '0', text: '100' }],
      [{ column: '0', text: '250' }],
    ])
  })
})

describe('the weight of a statement', () => {
  test('is offered where the graph has weights, and is a number', () => {
    const { statements, ...rest } = streets()
    const weighted = new Map(
      [...statements].map(([id, one]) => [id, { ...one, weight: Number.NaN }] as const),
    )
    const session = open({ ...rest, statements: weighted })
    const x = { of: 'statement', id: statementId('x') } as const
    const form = createStatementForm(session, x)
    expect([form.weighted, form.weight.value, form.problems.value.get('weight')]).toEqual([
      true,
      'NaN',
      undefined,
    ])
    form.weight.value = 'heavy'
    expect([form.save(), form.problems.value.get('weight')]).toEqual([
      false,
      'Write a number, like 8.2.',
    ])
    form.weight.value = ' 2.5 '
    expect(form.save()).toBe(true)
    expect(session.content.statements.get(x.id)?.weight).toBe(2.5)
    const again = createStatementForm(session, x)
    again.weight.value = ''
    again.save()
    expect(session.content.statements.get(x.id)).not.toHaveProperty('weight')
    expect(createStatementForm(open(), x).weighted).toBe(false)
  })
})

describe('the own words of a statement', () => {
  test('are offered where the graph has some; they go with the predicate unless they are written anew', () => {
    const { statements, predicates, ...rest } = streets()
    const worded = new Map(
      [...statements].map(([id, one]) => [id, { ...one, label: 'leads into' }] as const),
    )
    const [linked] = predicates.values()
    if (linked === undefined) throw new Error('no predicate')
    const crosses = { ...linked, id: predicateId('crosses'), label: 'crosses' }
    const session = open({
      ...rest,
      statements: worded,
      predicates: new Map(predicates).set(crosses.id, crosses),
    })
    const x = { of: 'statement', id: statementId('x') } as const
    const saved = (edit: (form: ReturnType<typeof createStatementForm>) => void) => {
      const form = createStatementForm(session, x)
      edit(form)
      form.save()
      return session.content.statements.get(x.id)?.label
    }
    expect([
      createStatementForm(session, x).labelled,
      saved((form) => (form.label.value = ' joins ')),
      saved((form) => (form.predicate.value = 'crosses')),
      saved((form) => (form.label.value = 'bridges')),
      saved((form) => (form.label.value = '')),
      createStatementForm(open(), x).labelled,
    ]).toEqual([true, 'joins', undefined, 'bridges', undefined, false])
  })
})

describe('a draft of attributes', () => {
  const edited = (): Session => {
    const session = open()
    const entity = createEntityForm(session, a)
    fill(entity.attributes, '1', { text: '12.5' })
    fill(entity.attributes, newColumn, { title: 'Paved', datatype: 'boolean', text: 'true' })
    entity.save()
    const statement = createStatementForm(session, { of: 'statement', id: statementId('x') })
    fill(statement.attributes, newColumn, { title: 'Lit', text: 'by night' })
    statement.save()
    return session
  }

  test('comes back from a patch, and makes of the graph what it was', () => {
    const session = edited()
    const { opened } = session
    const patch = writePatch(opened, session.view.value)
    const back = readPatch(patch, 'p', opened)
    if (!back.ok) throw new Error('no patch')
    expect([back.issues, back.content.draft]).toEqual([[], session.view.value.draft])
    expect(applyDraft(opened.knowledge, back.content.draft)).toEqual(session.content)
  })

  const formats: readonly (readonly [OutputId, string])[] = [
    ['orrery-json', 'json'],
    ['gexf', 'gexf'],
    ['graphml', 'graphml'],
    ['node-link-json', 'json'],
    ['graphology-json', 'json'],
    ['cytoscape-json', 'json'],
  ]
  test.each(formats)('leaves in %s', async (format, extension) => {
    const { content } = edited()
    const outgoing = {
      knowledge: content,
      layout: new Map(),
      drawing: () => noDrawing,
    }
    const [file] = (await writeAs(format, outgoing)).files
    const bytes = new TextEncoder().encode(file?.pieces.join(''))
    const { result } = await openFiles([{ name: `graph.${extension}`, bytes }])
    if (!result.ok) throw new Error('not opened')
    const { entities, statements, columns } = result.content.knowledge
    const titled = (of: 'entity' | 'statement', record: { attributes: readonly object[] }) =>
      (record.attributes as readonly { column: string; text: string }[]).map(
        ({ column, text: value }) =>
          `${columns[of].find(({ id }) => id === column)?.title}: ${value}`,
      )
    const [first] = entities.values()
    const [edge] = statements.values()
    if (first === undefined || edge === undefined) throw new Error('empty')
    expect(titled('entity', first)).toEqual(
      expect.arrayContaining(['width: 12.5', 'Paved: true']) as unknown,
    )
    expect(titled('statement', edge)).toEqual(['steps: 100', 'Lit: by night'])
    expect(columns.entity.find(({ title }) => title === 'Paved')?.datatype).toBe('boolean')
  })
})
