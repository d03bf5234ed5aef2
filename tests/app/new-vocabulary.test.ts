import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { createEntityForm } from '../../src/app/entity-form.ts'
import { newKind } from '../../src/app/kind-fields.ts'
import { ownKinding } from '../../src/app/own-kinding.ts'
import { newPredicate } from '../../src/app/predicate-fields.ts'
import { blankReference } from '../../src/app/reference-fields.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import type { Session } from '../../src/app/session.ts'
import { createStatementForm } from '../../src/app/statement-form.ts'
import { datasetFolder } from '../../src/cli/dataset-folder.ts'
import { kindLook } from '../../src/display/appearance.ts'
import { draftChanges } from '../../src/display/draft-changes.ts'
import { readDataset } from '../../src/formats/dataset/read.ts'
import { writeDataset } from '../../src/formats/dataset/write.ts'
import { readPatch, writePatch } from '../../src/formats/json/patch.ts'
import { openFiles } from '../../src/formats/open.ts'
import { writeAs } from '../../src/formats/output.ts'
import { applyDraft } from '../../src/model/edit.ts'
import { entityId, kindId, predicateId, statementId } from '../../src/model/ids.ts'
import { withoutKinds } from '../../src/model/kind-columns.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { firstView } from '../../src/view/view.ts'
import { noDrawing } from '../drawings.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

const open = (knowledge: Knowledge = sevenNodes()): Session =>
  createSession(withOwnKinds(knowledge, sevenPlaces), firstView, signal('light'))

function addOfNewKind(session: Session, name: string, label: string, plural = ''): boolean {
  const form = createEntityForm(session, undefined)
  form.label.value = name
  form.kind.value = newKind
  form.kindLabel.value = label
  form.kindPlural.value = plural
  return form.save()
}

function stating(session: Session, about: string, label: string) {
  const form = createStatementForm(session, { of: 'new-statement', about: entityId(about) })
  form.predicate.value = newPredicate
  form.added.label.value = label
  return form
}

describe('a new kind', () => {
  test('comes with its entity, has a look, stands in the filters, and is undone with it', () => {
    const session = open()
    const looks = [...session.content.kinds.keys()].map((kind) =>
      kindLook(session.content, kind, 'light'),
    )
    expect(addOfNewKind(session, 'Zhongguancun', 'Laboratory', 'Laboratories')).toBe(true)
    const { content, facets } = session
    expect(content.kinds.get(kindId('laboratory'))).toEqual({
      id: 'laboratory',
      label: 'Laboratory',
      plural: 'Laboratories',
    })
    expect(facets.value.kinds.map(({ label }) => label)).toContain('Laboratories')
    const now = [...content.kinds.keys()].map((kind) => kindLook(content, kind, 'light'))
    expect(now.slice(0, -1)).toEqual(looks)
    expect(looks).not.toContainEqual(now.at(-1))
    const { draft } = session.view.value
    expect(
      draftChanges(session.opened.knowledge, content, draft).map(({ text, detail }) => [
        text,
        detail,
      ]),
    ).toEqual([
      ['Zhongguancun', undefined],
      ['Laboratory', 'kind'],
    ])
    session.undo()
    expect([session.content === session.opened.knowledge, session.view.value]).toEqual([
      true,
      firstView,
    ])
  })

  test('needs a name that no kind has', () => {
    const form = createEntityForm(open(), undefined)
    form.label.value = 'Zhongguancun'
    form.kind.value = newKind
    expect([form.save(), form.problems.value]).toEqual([
      false,
      { kindLabel: 'The new kind needs a name.' },
    ])
    form.kindLabel.value = ' institution'
    expect(form.problems.value.kindLabel).toBe('There is a kind “Institution” already: choose it.')
  })

  test('of a graph whose files have none is what its picture tells', () => {
    const knowledge = withoutKinds(sevenNodes())
    const kinding = ownKinding(knowledge, [])
    const session = createSession(
      { ...withOwnKinds(knowledge, sevenPlaces), kinding },
      firstView,
      signal('light'),
    )
    addOfNewKind(session, 'Zhongguancun', 'Laboratory')
    expect(session.facets.value.kinds.map(({ label }) => label)).toEqual([
      'Laboratory',
      'Without a kind',
    ])
  })

  test('is not given to an entity whose statements cannot have it', async () => {
    const form = createEntityForm(open(await builtIn()), entityId('qwen'))
    form.kind.value = newKind
    form.kindLabel.value = 'Oracle'
    expect(form.problems.value.kind).toMatch(/^A statement with “.+” needs it to be .*Model/)
    expect(form.save()).toBe(false)
  })
})

describe('a new predicate', () => {
  test('comes with its statement, reads both ways, stands in the filters, and is undone with it', () => {
    const session = open()
    const form = stating(session, 'ministry', 'funds')
    form.added.inverse.value = 'funded by'
    form.object.value = entityId('lab')
    expect(form.save()).toBe(true)
    expect(session.content.predicates.get(predicateId('funds'))).toEqual({
      id: 'funds',
      type: 'relation',
      label: 'funds',
      inverse: 'funded by',
      subjects: [],
      objects: [],
      singleValued: false,
    })
    expect(session.content.statements.get(statementId('ministry.funds.lab'))?.value).toEqual({
      type: 'entity',
      entity: 'lab',
    })
    expect(session.facets.value.predicates.map(({ label }) => label)).toContain('funds')
    session.undo()
    expect(session.content).toBe(session.opened.knowledge)
  })

  test('can lead to a value, which is checked as such', () => {
    const session = open()
    const form = stating(session, 'lab', 'founded')
    form.added.leadsTo.value = 'year'
    form.text.value = 'long ago'
    expect(form.problems.value.get('value')).toBe('“long ago” is not written as year.')
    form.text.value = '2009'
    expect(form.save()).toBe(true)
    expect(session.content.predicates.get(predicateId('founded'))).toMatchObject({
      type: 'fact',
      datatype: 'year',
    })
  })

  test('needs a name that no predicate has', () => {
    const form = stating(open(), 'ministry', '')
    form.object.value = entityId('lab')
    expect([form.save(), form.problems.value.get('new-predicate')]).toEqual([
      false,
      'The new predicate needs a name.',
    ])
    form.added.label.value = 'Trained'
    expect(form.problems.value.get('new-predicate')).toBe('There is “trained” already: choose it.')
  })

  test('is not put beside one of that name which takes other kinds', async () => {
    const form = stating(open(await builtIn()), 'qwen', 'based in')
    expect(form.problems.value.get('new-predicate')).toMatch(
      /^There is “based in” already; it takes .+ as its subject\.$/,
    )
  })
})

describe('a dataset folder with new kinds and predicates', () => {
  test('keeps the rules: what the forms let pass is read again without an issue', async () => {
    const session = open(await builtIn())
    addOfNewKind(session, 'Zhongguancun Lab', 'Laboratory', 'Laboratories')
    const none = createStatementForm(session, {
      of: 'new-statement',
      about: entityId('zhongguancun-lab'),
    })
    expect(none.predicates.value).toEqual([])
    const form = stating(session, 'zhongguancun-lab', 'lies in')
    form.object.value = entityId('shanghai')
    form.references.value = [
      { ...blankReference, source: 'article', paragraph: '1', gloss: 'Names the city.' },
    ]
    expect([form.save(), [...form.problems.value]]).toEqual([true, []])
    const written = writeDataset({ knowledge: session.content })
    expect(written.losses).toEqual([])
    const read = readDataset(written.files)
    expect(read.issues).toEqual([])
    expect(read.ok && read.content.kinds.get(kindId('laboratory'))?.plural).toBe('Laboratories')
    expect(read.ok && read.content.predicates.get(predicateId('lies-in'))).toMatchObject({
      inverse: 'lies in (reverse)',
    })
  })
})

test('a patch brings kinds and predicates along', () => {
  const session = open()
  addOfNewKind(session, 'Zhongguancun', 'Laboratory')
  const form = stating(session, 'zhongguancun', 'funds')
  form.object.value = entityId('lab')
  form.save()
  const { opened } = session
  const back = readPatch(writePatch(opened, session.view.value), 'p', opened)
  if (!back.ok) throw new Error('no patch')
  expect(back.issues).toEqual([])
  expect(applyDraft(opened.knowledge, back.content.draft)).toEqual(session.content)
})

test.each(['orrery-json', 'gexf', 'graphml'] as const)(
  'new kinds and predicates leave in %s',
  async (format) => {
    const session = open()
    addOfNewKind(session, 'Zhongguancun', 'Laboratory', 'Laboratories')
    const form = stating(session, 'zhongguancun', 'funds')
    form.added.inverse.value = 'funded by'
    form.object.value = entityId('lab')
    form.save()
    const { content } = session
    const outgoing = {
      knowledge: content,
      layout: new Map(),
      drawing: () => noDrawing,
    }
    const [file] = (await writeAs(format, outgoing)).files
    const name = `graph.${format === 'orrery-json' ? 'json' : format}`
    const bytes = new TextEncoder().encode(file?.pieces.join(''))
    const { result } = await openFiles([{ name, bytes }])
    if (!result.ok) throw new Error('not opened')
    const { kinds, predicates, entities, statements } = result.content.knowledge
    expect([...kinds.values()]).toEqual([...content.kinds.values()])
    expect([...predicates.values()]).toEqual([...content.predicates.values()])
    expect(entities.get(entityId('zhongguancun'))?.kind).toBe('laboratory')
    expect(statements.get(statementId('zhongguancun.funds.lab'))?.predicate).toBe('funds')
  },
)

async function builtIn(): Promise<Knowledge> {
  const read = readDataset(await datasetFolder('graph-data/china-ai'))
  if (!read.ok) throw new Error('the built-in dataset has issues')
  return read.content
}
