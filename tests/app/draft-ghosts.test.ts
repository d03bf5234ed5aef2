import { signal } from '@preact/signals'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { change } from '../../src/app/change.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import { createDraftDesk } from '../../src/app/draft-desk.ts'
import { waysBack } from '../../src/app/ways-back.ts'
import { layBeside } from '../../src/app/versions.ts'
import { entityId, kindId, statementId } from '../../src/model/ids.ts'
import { pictureThemes } from '../../src/display/palette.ts'
import { removalsOf } from '../../src/display/gone-card.ts'
import { firstView } from '../../src/view/view.ts'
import type { GoneSelection } from '../../src/view/view.ts'
import { anyEdit } from '../any-draft.ts'
import { edge, sevenNodes, sevenPlaces } from '../seven-nodes.ts'

const knowledge = sevenNodes()
const open = () => createSession(withOwnKinds(knowledge, sevenPlaces), firstView, signal('light'))
const shanghai = entityId('shanghai')
const gone = { type: 'gone', from: 'draft', of: 'entity', id: shanghai } as const

test('what the reader has removed stays in the picture as a ghost, at its place', () => {
  const session = open()
  expect(session.ghosts.value).toBe(undefined)
  change(session, [{ type: 'remove-entity', id: shanghai }])
  const picture = session.ghosts.value?.picture.value
  const ghost = picture?.nodes.find(({ id }) => id === 'shanghai')
  expect([ghost?.change, ghost?.x, ghost?.y]).toEqual(['removed', -260, 90])
  expect(picture?.edges.filter((edge) => edge.change === 'removed').map(({ id }) => id)).toEqual([
    'removed based-in-1',
  ])
  // Nothing else is drawn in another way, and no file of the graph has it.
  expect(session.picture.value.nodes.every(({ id }) => id !== 'shanghai')).toBe(true)
  expect(picture?.nodes.slice(1)).toEqual(session.picture.value.nodes)
})

test('lines that went with a node stay where they were, also those side by side', () => {
  const again = edge('based-in-2', 'lab', 'based-in', 'shanghai')
  const statements = new Map([...knowledge.statements, [again.id, again]])
  const session = createSession(
    withOwnKinds({ ...knowledge, statements }, sevenPlaces),
    firstView,
    signal('light'),
  )
  const bends = () =>
    (session.ghosts.value?.picture ?? session.picture).value.edges
      .filter(({ target }) => target === 'shanghai')
      .map(({ id, bend }) => [id.replace('removed ', ''), bend])
  const before = bends()
  change(session, [{ type: 'remove-entity', id: shanghai }])
  expect(before.length).toBe(2)
  expect(bends()).toEqual(before)
})

test('the list of changes and the ghost lead to the same card, and bringing it back to its own', () => {
  const session = open()
  change(session, [{ type: 'remove-entity', id: shanghai }])
  const [line] = createDraftDesk(session).changes.value
  expect([line?.selection, session.ghosts.value?.ghostNode(shanghai)]).toEqual([gone, gone])
  session.dispatch({ type: 'select', selection: gone })
  expect(session.selection.value).toEqual(gone)
  createDraftDesk(session).revert({ of: 'entity', id: shanghai })
  expect([session.selection.value, session.ghosts.value, session.content]).toEqual([
    { type: 'node', id: 'shanghai' },
    undefined,
    knowledge,
  ])
  session.undo()
  expect([session.selection.value, session.content.entities.has(shanghai)]).toEqual([gone, false])
})

test('a card that remains tells what has gone of it', () => {
  const session = open()
  change(session, [
    { type: 'remove-entity', id: shanghai },
    { type: 'remove-statement', id: statementId('value-70') },
  ])
  const about = (id: string): readonly string[] | undefined =>
    session.ghosts.value?.recordsAbout({ type: 'node', id: entityId(id) }).map(({ text }) => text)
  expect([about('lab'), about('market'), about('plan')]).toEqual([
    ['Alibaba Cloud is based in Shanghai'],
    ['AI market — value: US$70\u00a0billion'],
    [],
  ])
})

test('ghosts go with their kind', () => {
  const session = open()
  change(session, [{ type: 'remove-entity', id: shanghai }])
  const drawn = session.ghosts.value?.nodes
  expect(drawn?.value).toEqual(['shanghai'])
  session.dispatch({ type: 'toggle', choice: { facet: 'kinds', value: kindId('city') } })
  expect(drawn?.value).toEqual([])
})

test('beside an older version the ghosts are those of the comparison', () => {
  const session = open()
  change(session, [{ type: 'remove-entity', id: shanghai }])
  const version = { knowledge: { ...knowledge, entities: new Map() }, layout: new Map() }
  layBeside(session, 'old.gexf', 'old.gexf', version)
  expect([session.ghosts.value?.from, session.ghosts.value?.nodes.value]).toEqual(['compared', []])
  session.dispatch({ type: 'select', selection: gone })
  expect(session.selection.value).toEqual(gone)
})

test('whatever a draft removes has a card, and comes back by its removals alone', () => {
  fc.assert(
    fc.property(
      fc.array(anyEdit(knowledge), { minLength: 1, maxLength: 5 }),
      fc.nat(),
      (edits, which) => {
        const session = open()
        change(session, edits)
        const { entities, statements } = session.content
        const missing: GoneSelection[] = [
          ...[...knowledge.entities.keys()].flatMap((id): GoneSelection[] =>
            entities.has(id) ? [] : [{ type: 'gone', from: 'draft', of: 'entity', id }],
          ),
          ...[...knowledge.statements.keys()].flatMap((id): GoneSelection[] =>
            statements.has(id) ? [] : [{ type: 'gone', from: 'draft', of: 'statement', id }],
          ),
        ]
        const one = missing[which % missing.length]
        expect(session.ghosts.value === undefined).toBe(one === undefined)
        if (one === undefined) return
        session.dispatch({ type: 'select', selection: one })
        expect(session.selection.value).toEqual(one)
        const { draft } = session.view.value
        // A changed statement may be about what is not there, which no form makes.
        const changed = one.of === 'statement' ? draft.statements.get(one.id) : undefined
        if (changed !== undefined && changed !== 'removed') return
        const removals = removalsOf(knowledge, draft, one)
        change(
          session,
          removals.map(({ record }) => ({ type: 'revert', record })),
        )
        expect(session.selection.value.type).toMatch(/^(?:node|edge)$/)
      },
    ),
    { numRuns: 200 },
  )
})

test('what went with a node is brought back with that, and what another version has not at all', () => {
  const session = open()
  change(session, [{ type: 'remove-entity', id: shanghai }])
  const line = { type: 'gone', of: 'statement', id: statementId('based-in-1') } as const
  expect([
    waysBack(session, gone).map(({ label }) => label),
    waysBack(session, { ...line, from: 'compared' }),
  ]).toEqual([['Bring back'], []])
  const [way] = waysBack(session, { ...line, from: 'draft' })
  expect(way?.label).toBe('Bring back Shanghai')
  way?.act()
  expect(session.content).toBe(session.opened.knowledge)
})

test('another picture has its ghosts too: in its colours, and with hidden kinds where it is whole', () => {
  const session = open()
  change(session, [{ type: 'remove-entity', id: shanghai }])
  session.dispatch({ type: 'toggle', choice: { facet: 'kinds', value: kindId('city') } })
  const picture = session.picture.value
  const ghostIn = (whole: boolean) =>
    session.ghosts.value
      ?.drawnOn(picture, 'dark', whole)
      .nodes.filter((node) => node.change === 'removed')
      .map(({ id, colour }) => [id, colour])
  expect([ghostIn(false), ghostIn(true)]).toEqual([[], [['shanghai', pictureThemes.dark.removed]]])
})
