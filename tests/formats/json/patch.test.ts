import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPatch, writePatch } from '../../../src/formats/json/patch.ts'
import { emptyDraft } from '../../../src/model/draft.ts'
import { edited } from '../../../src/model/edit.ts'
import type { Edit } from '../../../src/model/edit.ts'
import { entityId, kindId, statementId } from '../../../src/model/ids.ts'
import { issueText } from '../../../src/model/issue.ts'
import type { Knowledge } from '../../../src/model/knowledge.ts'
import { emptyNotebook } from '../../../src/model/notebook.ts'
import { withNote } from '../../../src/model/note-changes.ts'
import { anyNotebook } from '../../any-notebook.ts'
import { anyKnowledge } from '../knowledge-arbitrary.ts'
import { nasty, node, sevenNodes } from '../../seven-nodes.ts'

const bare = (knowledge: Knowledge) => ({ knowledge, notebook: emptyNotebook })
const read = (text: string) => readPatch(text, 'p.json', bare(sevenNodes()))

describe('a patch', () => {
  test('read over the graph that it was made for gives draft and notebook again, whatever is in them', () => {
    fc.assert(
      fc.property(
        anyKnowledge,
        anyKnowledge,
        anyNotebook,
        anyNotebook,
        (opened, other, was, notebook) => {
          const edits: readonly Edit[] = [
            ...[...other.kinds.values()].map((kind) => ({ type: 'add-kind', kind }) as const),
            ...[...other.predicates.values()].map(
              (predicate) => ({ type: 'add-predicate', predicate }) as const,
            ),
            ...(['entity', 'statement'] as const).flatMap((of) =>
              other.columns[of].map((column) => ({ type: 'add-column', of, column }) as const),
            ),
            ...[...other.sources.values()].map(
              (source) => ({ type: 'add-source', source }) as const,
            ),
            ...[...other.entities.values()].map(
              (entity) => ({ type: 'set-entity', entity }) as const,
            ),
            ...[...other.statements.values()].map(
              (statement) => ({ type: 'set-statement', statement }) as const,
            ),
            ...[...opened.statements.keys()]
              .slice(0, 1)
              .map((id) => ({ type: 'remove-statement', id }) as const),
            ...[...opened.entities.keys()]
              .slice(0, 1)
              .map((id) => ({ type: 'remove-entity', id }) as const),
          ]
          const draft = edited(opened, emptyDraft, edits)
          const of = { knowledge: opened, notebook: was }
          const back = readPatch(writePatch(of, { draft, notebook }), 'p', of)
          expect(back).toEqual({ ok: true, content: { draft, notebook }, issues: [] })
        },
      ),
      { numRuns: 50 },
    )
  })

  test('holds ids that are hard to handle', () => {
    const opened = sevenNodes(nasty)
    const draft = edited(opened, emptyDraft, [
      { type: 'remove-entity', id: entityId('__proto__') },
      { type: 'set-entity', entity: node('', 'Renamed', undefined) },
    ])
    const patch = { draft, notebook: emptyNotebook }
    const back = readPatch(writePatch(bare(opened), patch), 'p', bare(opened))
    expect(back).toEqual({ ok: true, content: patch, issues: [] })
  })

  test('wins over a record that has changed meanwhile, and says so', () => {
    const opened = sevenNodes()
    const note = { of: 'entity', id: entityId('island') } as const
    const notebook = withNote(emptyNotebook, note, 'Mine')
    const draft = edited(opened, emptyDraft, [
      { type: 'set-entity', entity: node('island', 'Atoll', undefined) },
      { type: 'remove-statement', id: statementId('guides-1') },
    ])
    const patch = writePatch(bare(opened), { draft, notebook })
    const moved = new Map(opened.entities).set(
      entityId('island'),
      node('island', 'Isle', undefined),
    )
    const result = readPatch(patch, 'p.json', {
      knowledge: { ...opened, entities: moved },
      notebook: withNote(emptyNotebook, note, 'Theirs'),
    })
    expect(result.ok && result.content.notebook).toEqual(notebook)
    expect(result.ok && result.content.draft.entities.get(entityId('island'))).toEqual(
      node('island', 'Atoll', undefined),
    )
    expect(result.issues.map(issueText)).toEqual([
      'p.json: the entity “island” is not what it was when the patch was made (the patch’s words are taken)',
      'p.json: the notebook is not what it was when the patch was made (the patch’s words are taken)',
    ])
  })

  test('wins over a kind that the graph has got meanwhile, and says so', () => {
    const opened = sevenNodes()
    const kind = { id: kindId('laboratory'), label: 'Laboratory', plural: 'Laboratories' }
    const draft = edited(opened, emptyDraft, [
      { type: 'add-kind', kind },
      { type: 'set-entity', entity: node('new', 'New', 'laboratory') },
    ])
    const patch = writePatch(bare(opened), { draft, notebook: emptyNotebook })
    const now = (plural: string): Knowledge => ({
      ...opened,
      kinds: new Map(opened.kinds).set(kind.id, { ...kind, plural }),
    })
    const other = readPatch(patch, 'p.json', bare(now('Labs')))
    expect(other.ok && other.content.draft.kinds.get(kind.id)).toEqual(kind)
    expect(other.issues.map(issueText)).toEqual([
      'p.json: the kind “laboratory” is not what it was when the patch was made (the patch’s words are taken)',
    ])
    const same = readPatch(patch, 'p.json', bare(now('Laboratories')))
    expect([same.ok && same.content.draft.kinds.size, same.issues]).toEqual([0, []])
  })

  test('for another graph, or that is none, is refused', () => {
    const texts = ['{', '[]', '{"orrery-patch":2}', '{"orrery-patch":1,"dataset":{"id":"other"}}']
    expect(texts.map((text) => read(text).issues.map(issueText))).toEqual([
      [expect.stringContaining('not JSON')],
      [expect.stringContaining('p.json: ')],
      [expect.stringContaining('version 1')],
      ['p.json: the patch is for “other”, and this graph is “seven”'],
    ])
  })
})
