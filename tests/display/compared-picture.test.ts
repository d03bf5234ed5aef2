import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/graph.ts'
import { classedRecords, withoutDrawing } from '../../src/display/change-classes.ts'
import type { ChangeClass } from '../../src/model/change-class.ts'
import { comparedPicture } from '../../src/display/compared-picture.ts'
import type { GhostStyle } from '../../src/display/ghost-picture.ts'
import { pictureOf } from '../../src/display/picture-of.ts'
import { difference } from '../../src/model/difference.ts'
import { entityId, statementId } from '../../src/model/ids.ts'
import type { Knowledge, Layout } from '../../src/model/knowledge.ts'
import { firstView } from '../../src/view/view.ts'
import { visibleSet } from '../../src/view/visible.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

const whole = sevenNodes()
const plain: GhostStyle = {
  isHiddenKind: () => false,
  standing: () => new Map(),
  narrowed: false,
  scheme: 'light',
}

/** The seven nodes without some of them, and without the statements about those. */
function part(gone: readonly string[], lost: readonly string[] = []): Knowledge {
  const out = new Set<string>(gone)
  return {
    ...whole,
    entities: new Map([...whole.entities].filter(([id]) => !out.has(id))),
    statements: new Map(
      [...whole.statements].filter(
        ([id, { subject, value }]) =>
          !lost.includes(id) &&
          !out.has(subject) &&
          !(value.type === 'entity' && out.has(value.entity)),
      ),
    ),
  }
}

function compare(
  before: Knowledge,
  after: Knowledge,
  {
    hidden = new Set<ChangeClass>(),
    older = sevenPlaces,
  }: { readonly hidden?: ReadonlySet<ChangeClass>; readonly older?: Layout } = {},
) {
  const graph = buildGraph(after)
  const everything = visibleSet(after, graph, firstView)
  const picture = pictureOf(after, graph, sevenPlaces, new Map(), everything, 'light')
  const classes = classedRecords(withoutDrawing(difference(before, after)), before, after)
  const told = { before: { knowledge: before, layout: older }, classes, hidden }
  return { picture, compared: comparedPicture(picture, told, plain) }
}

const marks = ({ compared }: ReturnType<typeof compare>): readonly string[] =>
  [...compared.nodes, ...compared.edges]
    .filter(({ change }) => change !== 'same')
    .map(({ id, change }) => `${change}: ${id}`)

describe('the picture of a comparison', () => {
  test('marks what came, what went and what a fact was changed of', () => {
    const market = whole.statements.get(statementId('value-98'))
    if (market === undefined) throw new Error('there is no such statement')
    const before = part(['island'])
    const after = part(['shanghai'], ['tested-1'])
    const changed = new Map([
      ...after.statements,
      [market.id, { ...market, note: 'Read again.' }] as const,
    ])
    expect(marks(compare(before, { ...after, statements: changed }))).toEqual([
      'removed: shanghai',
      'changed: market',
      'added: island',
      'removed: removed tested-1',
      'removed: removed based-in-1',
    ])
  })

  test('leaves out the marks of hidden classes, and ghosts with them', () => {
    const [before, after] = [part(['island']), part(['shanghai'])]
    const hidden = new Set<ChangeClass>(['removed'])
    expect(marks(compare(before, after, { hidden }))).toEqual(['added: island'])
  })

  test('puts ghosts at their older places, or beside their neighbours where those mean nothing', () => {
    const turned: Layout = new Map([...sevenPlaces].map(([id, { x, y }]) => [id, { x: y, y: -x }]))
    const ghost = (older: Layout): string => {
      const { compared } = compare(whole, part(['shanghai']), { older })
      const node = compared.nodes.find(({ id }) => id === 'shanghai')
      return `${node?.x},${node?.y}`
    }
    expect([ghost(sevenPlaces), ghost(turned), ghost(new Map())]).toEqual([
      '-260,90',
      // 46 beside the laboratory at -60,90.
      '-14,90',
      '-14,90',
    ])
  })

  test('moves nothing, draws every ghost once and at a finite place, whatever is gone', () => {
    const some = fc.subarray([...whole.entities.keys()])
    fc.assert(
      fc.property(some, some, fc.constantFrom(sevenPlaces, new Map()), (then, now, older) => {
        const [before, after] = [part(then), part(now)]
        const { picture, compared } = compare(before, after, { older })
        const places = new Map(compared.nodes.map((node) => [node.id, `${node.x},${node.y}`]))
        expect(compared.nodes.every(({ x, y }) => Number.isFinite(x + y))).toBe(true)
        expect(picture.nodes.map(({ id, x, y }) => `${id} ${x},${y}`)).toEqual(
          picture.nodes.map(({ id }) => `${id} ${places.get(id)}`),
        )
        const gone = [...before.entities.keys()].filter((id) => !after.entities.has(id))
        const ghosts = compared.nodes.filter(({ change }) => change === 'removed')
        expect(ghosts.map(({ id }) => id).toSorted()).toEqual(gone.toSorted())
        expect(compared.nodes.length).toBe(picture.nodes.length + gone.length)
      }),
    )
  })

  test('draws no ghost of a kind that is hidden', () => {
    const after = part(['shanghai'])
    const graph = buildGraph(after)
    const picture = pictureOf(
      after,
      graph,
      sevenPlaces,
      new Map(),
      visibleSet(after, graph, firstView),
      'light',
    )
    const classes = classedRecords(difference(whole, after), whole, after)
    const told = {
      before: { knowledge: whole, layout: sevenPlaces },
      classes,
      hidden: new Set<never>(),
    }
    const { nodes, edges } = comparedPicture(picture, told, {
      ...plain,
      isHiddenKind: (id) => id === entityId('shanghai'),
    })
    expect([nodes.length, edges.filter(({ change }) => change === 'removed')]).toEqual([6, []])
  })
})
