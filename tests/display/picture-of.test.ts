import { describe, expect, test } from 'vitest'
import { drawingOf } from '../../src/display/drawing.ts'
import { noMarks } from '../../src/display/marks.ts'
import { pictureOf } from '../../src/display/picture-of.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import { entityId, statementId } from '../../src/model/ids.ts'
import { firstView } from '../../src/view/view.ts'
import { visibleSet } from '../../src/view/visible.ts'
import { sevenNodes, sevenPlaces, withoutReferences } from '../seven-nodes.ts'

const knowledge = sevenNodes()
const graph = buildGraph(knowledge)
const everything = visibleSet(knowledge, graph, firstView)
const picture = pictureOf(knowledge, graph, sevenPlaces, new Map(), everything, 'light')

describe('the picture', () => {
  test('has the most connected nodes first, and marks disputed facts', () => {
    expect(
      picture.nodes.map(
        ({ id, x, y, size, shape, label, disputed }) =>
          `${label} (${id}): ${shape} ${size.toFixed(1)} at ${x},${y}${disputed ? ', disputed' : ''}`,
      ),
    ).toEqual([
      'Alibaba Cloud (lab): circle 7.6 at -60,90',
      'Qwen (qwen): star 7.6 at 200,90',
      'Ministry of Science (ministry): circle 5.7 at -60,-90',
      'Development plan (plan): triangle 5.7 at 100,-90',
      'AI market (market): diamond 4.9 at 260,-90, disputed',
      'Shanghai (shanghai): square 4.9 at -260,90',
      'Élan (island): circle 4.0 at 400,-10',
    ])
  })

  test('has the most connected first among nodes of one size, as hubs are that could be no larger', () => {
    const { nodes } = pictureOf(
      knowledge,
      graph,
      sevenPlaces,
      new Map(),
      everything,
      'light',
      () => 18,
    )
    expect(nodes.map(({ id }) => id)).toEqual(picture.nodes.map(({ id }) => id))
  })

  test('fans out parallel edges, numbers loops, and dashes what has no reference', () => {
    expect(
      picture.edges.map(
        ({ id, bend, arrow, line, width }) => `${id}: ${bend} ${arrow} ${line} ${width}`,
      ),
    ).toEqual([
      'trained-1: -0.22 target plain 1',
      'offers-1: 0 target plain 1',
      'tested-1: -0.22 target dashed 1',
      'succeeds-1: 1 target plain 1',
      'based-in-1: 0 target plain 1',
      'works-with-1: 0 none plain 1',
      'wrote-1: 0 target plain 1',
      'guides-1: 0 target dashed 1',
    ])
  })

  test('draws heavier edges wider, and none so light that it could not be seen', () => {
    const weights = [0.001, 0.1, 0.5, 1, 4, 25, 100]
    const statements = [...knowledge.statements].map(([id, statement], index) => {
      const weight = weights[index]
      return [id, weight === undefined ? statement : { ...statement, weight }] as const
    })
    const weighted = { ...knowledge, statements: new Map(statements) }
    const { edges } = pictureOf(
      weighted,
      buildGraph(weighted),
      sevenPlaces,
      new Map(),
      everything,
      'light',
    )
    const widths = weights.map((_, index) => {
      const id = statements[index]?.[0]
      return Number(edges.find((edge) => edge.id === id)?.width.toFixed(2))
    })
    expect(widths).toEqual([0.71, 0.79, 0.91, 1, 2, 5, 5])
  })

  test('dashes nothing where nothing names a source', () => {
    const bare = withoutReferences(knowledge)
    const { edges } = pictureOf(bare, buildGraph(bare), sevenPlaces, new Map(), everything, 'light')
    expect([edges.length, new Set(edges.map(({ line }) => line))]).toEqual([8, new Set(['plain'])])
  })

  test('has a pencil after the name of what the reader has written a note on, itself or a fact of it', () => {
    const notes = {
      entities: new Map([[entityId('qwen'), 'Mine']]),
      statements: new Map([
        [statementId('wrote-1'), 'Mine'],
        [statementId('value-98'), 'Mine'],
      ]),
      stops: [],
      sets: new Map(),
    }
    const places = sevenPlaces
    const { nodes, edges } = pictureOf(
      knowledge,
      graph,
      places,
      new Map(),
      everything,
      'light',
      undefined,
      { ...noMarks, notes },
    )
    const marked = [...nodes, ...edges].filter(({ label }) => label.endsWith(' ✎'))
    expect(marked.map(({ id, label }) => [id, label])).toEqual([
      ['qwen', 'Qwen ✎'],
      ['market', 'AI market ✎'],
      ['wrote-1', 'wrote ✎'],
    ])
  })

  test('has a node where the reader moved it', () => {
    const moved = new Map([[entityId('island'), { x: 1, y: 2, pinned: true }]])
    const { nodes } = pictureOf(knowledge, graph, sevenPlaces, moved, everything, 'dark')
    expect(nodes.find(({ id }) => id === 'island')).toEqual({
      id: 'island',
      x: 1,
      y: 2,
      size: 4,
      colour: '#959a83',
      shape: 'circle',
      label: 'Élan',
      disputed: false,
    })
  })

  test('leaves out nodes without a place, and their edges', () => {
    const lab = new Map([[entityId('lab'), { x: 0, y: 0 }]])
    const { nodes, edges } = pictureOf(knowledge, graph, lab, new Map(), everything, 'light')
    expect([nodes.map(({ id }) => id), edges]).toEqual([['lab'], []])
  })
})

describe('the drawing in a file', () => {
  const own = { colour: '#ff0000', size: 99 }
  const lab = knowledge.entities.get(entityId('lab'))
  const island = knowledge.entities.get(entityId('island'))
  const [first] = graph.edges.values()
  if (!lab || !island || !first) throw new Error('something is not there')
  const entities = new Map([...knowledge.entities, [lab.id, { ...lab, drawing: own }]])
  const drawn = { ...knowledge, entities }

  test('looks like the picture in light colours, with what the file said before all', () => {
    const { node, edge } = drawingOf(drawn, graph, sevenPlaces)
    expect([node(lab), node(island), edge(first.statement)]).toEqual([
      { position: { x: -60, y: 90 }, colour: '#ff0000', size: 99 },
      { position: { x: 400, y: -10 }, colour: '#8d8e80', size: 4 },
      { colour: '#bcc2cb' },
    ])
  })

  test('has the sizes and colours that the reader chose, whatever the file said', () => {
    const { node } = drawingOf(
      drawn,
      graph,
      sevenPlaces,
      () => 7,
      () => '#00ff00',
    )
    expect(node(lab)).toEqual({ position: { x: -60, y: 90 }, colour: '#00ff00', size: 7 })
  })
})
