import fc from 'fast-check'
import { emptyDraft } from '../../src/model/draft.ts'
import { describe, expect, test } from 'vitest'
import { entityId, kindId, predicateId, sourceId } from '../../src/model/ids.ts'
import { dayOfIso } from '../../src/model/iso-day.ts'
import { decodeView } from '../../src/view/url-decoded.ts'
import { aboutGraph, encodeView, withoutTour } from '../../src/view/url.ts'
import { firstView, nothingHidden, selectionOf } from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'
import { mostSteps } from '../../src/view/question.ts'
import { emptyNotebook } from '../../src/model/notebook.ts'
import { anyText } from '../any-text.ts'
import { nasty, sevenNodes } from '../seven-nodes.ts'
import { anyView } from './any-view.ts'
import { illegalParts, isFresh, selectionOfLink, tampered } from './legal-view.ts'

const plain = sevenNodes()
const odd = sevenNodes(nasty)
const notesOf = (hash: string): readonly string[] => decodeView(hash, plain).notes
/**
 * A link keeps what is selected now, not what was before, no draft, nor what that takes away, and of
 * a notebook the sets.
 */
const collapsed = (view: View): View => ({
  ...view,
  draft: emptyDraft,
  trail: { visited: [selectionOfLink(view)], at: 0 },
  notebook: { ...emptyNotebook, sets: view.notebook.sets },
})

const piece = fc.constantFrom(
  'v=1',
  'v=2',
  'node=',
  'edge=wrote-1',
  'focus=',
  'only=',
  'except=',
  'lab',
  ':',
  ':2',
  ',',
  '%',
  '%zz',
  '&',
  '=',
  'connect=lab:qwen',
  'compared=',
  ':added',
  'sets=',
  'To%20read:lab',
  'ask=',
  'any',
  'kind:model',
  'out:wrote:',
  'layout=kind',
  'layout=radial:',
  'layout=hierarchy:wrote',
  ':turned',
  'moved=lab:',
  '1e5',
  'NaN',
  'hide-kinds',
  'hide-evidence=',
  'cited',
  '__proto__',
  'mode=list',
  'uncited=',
  'article',
  'camera=',
  'kinds=metric:community',
  'size=metric:core',
  'colour=degree',
  'colour=fact:wrote',
  'range=1:2',
  'time=2020-01-01:2024-12-31',
  ':undated',
  '1:2:',
  '0',
  '-0',
  'constructor',
  'dataset=seven',
  '@',
  '#',
)
const assembled = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

describe('the link', () => {
  test('is readable', () => {
    const view: View = {
      trail: { visited: [{ type: 'node', id: entityId('qwen') }], at: 0 },
      focus: { centre: entityId('lab'), steps: 2 },
      only: new Set([entityId('lab'), entityId('qwen')]),
      grownFrom: entityId('qwen'),
      question: {
        start: { type: 'kind', id: kindId('model') },
        steps: [
          {
            relation: { predicate: predicateId('trained'), direction: 'in' },
            place: { type: 'any' },
          },
          { relation: undefined, place: { type: 'node', id: entityId('shanghai') } },
        ],
      },
      hidden: {
        kinds: new Set([kindId(''), kindId('city')]),
        predicates: new Set([predicateId('wrote')]),
        evidence: new Set(['uncited']),
        range: { min: 0.001, max: 1e-7 + 1 },
        time: { from: 0, to: dayOfIso('2024-12-31') ?? 0, hides: new Set(['undated']) },
      },
      layout: { by: 'hierarchy', predicate: predicateId('wrote'), turned: true },
      moved: new Map([[entityId('plan'), { x: 1.5, y: -2, pinned: true }]]),
      camera: { x: 0.5, y: 0.25, ratio: 0.1 },
      mapCamera: { x: 810.25, y: 405, scale: 4.5 },
      mode: 'list',
      table: {
        of: 'statements',
        sort: { column: 'evidence', descending: true },
        query: '通义',
        filters: new Map([
          ['fact:a:b', { by: 'typed', text: '>= 3, or so' }],
          ['kind', { by: 'value', text: '' }],
        ]),
      },
      uncitedOnly: new Set([sourceId('article')]),
      kinds: { from: 'nothing' },
      size: { by: 'metric', metric: 'page-rank' },
      colour: { by: 'fact', predicate: predicateId('downloads') },
      compared: { with: 'old.gexf', hidden: new Set(['removed']) },
      draft: emptyDraft,
      notebook: {
        ...emptyNotebook,
        sets: new Map([
          ['To read', new Set([entityId('lab'), entityId('plan')])],
          ['None', new Set()],
        ]),
      },
    }
    expect(encodeView(view, plain.dataset)).toBe(
      'v=1&dataset=seven@1.2.3&node=qwen&focus=lab:2&only=lab,qwen&grown=qwen&ask=kind:model,in:trained:any,any:node:shanghai&kinds=nothing&hide-kinds=,city' +
        '&hide-predicates=wrote&hide-evidence=uncited&layout=hierarchy:wrote:turned&moved=plan:1.5:-2:pin&camera=0.5:0.25:0.1&map=810.25:405:4.5&mode=list' +
        '&table=statements:down:evidence:%E9%80%9A%E4%B9%89:typed;fact%3Aa%3Ab;%3E%3D%203%2C%20or%20so,value;kind;&uncited=article&size=metric:page-rank&colour=fact:downloads&range=0.001:1.0000001' +
        '&time=1970-01-01:2024-12-31:undated&compared=old.gexf:removed&sets=To%20read:lab:plan,None',
    )
  })

  test('can be about a graph that goes under another name now', () => {
    const link = 'v=1&dataset=seven@1.2.3&node=qwen&mode=list'
    expect(aboutGraph(link, { id: 'seven nodes.json' })).toBe(
      'v=1&dataset=seven%20nodes.json&node=qwen&mode=list',
    )
  })

  test('of the first view names only version and dataset', () => {
    expect(encodeView(firstView, plain.dataset)).toBe('v=1&dataset=seven@1.2.3')
  })

  test('gives back any view, but for the trail behind the selection and the notebook', () => {
    fc.assert(
      fc.property(anyView(plain), (view) => {
        expect(decodeView(`#${encodeView(view, plain.dataset)}`, plain)).toEqual({
          view: collapsed(view),
          notes: [],
        })
      }),
    )
  })

  test('gives back any view of a graph with ids that are hard to handle', () => {
    fc.assert(
      fc.property(anyView(odd), (view) => {
        const link = encodeView(view, odd.dataset)
        expect(link).toMatch(/^[!-~]+$/)
        expect(decodeView(link, odd)).toEqual({ view: collapsed(view), notes: [] })
      }),
    )
  })

  test.each([
    ['plain ids', plain],
    ['ids that are hard to handle', odd],
  ])(
    'opens to the same view whether it names what is shown or what is left out, with %s',
    (_, graph) => {
      fc.assert(
        fc.property(anyView(graph), (view) => {
          const shorter = encodeView(view, graph.dataset, graph.entities)
          expect(decodeView(shorter, graph)).toEqual(
            decodeView(encodeView(view, graph.dataset), graph),
          )
          const named = /[#&](?:only|except)=([^&]*)/.exec(shorter)?.[1]?.split(',') ?? []
          expect(named.length).toBeLessThanOrEqual(Math.max(1, graph.entities.size / 2))
        }),
      )
    },
  )

  test('names the few nodes that were taken away, none of them, or none but them', () => {
    const all = [...plain.entities.keys()]
    const narrowedTo = (only: readonly ReturnType<typeof entityId>[]): string =>
      encodeView({ ...firstView, only: new Set(only) }, plain.dataset, plain.entities).replace(
        'v=1&dataset=seven@1.2.3&',
        '',
      )
    expect([
      narrowedTo(all.filter((id) => id !== 'lab')),
      narrowedTo(all),
      narrowedTo([]),
      narrowedTo(all.slice(0, 2)),
    ]).toEqual(['except=lab', 'except=:', 'only=:', `only=${all.slice(0, 2).join()}`])
  })

  test('has named sets of up to 200 nodes, for it has to be sent', () => {
    const members = (size: number) =>
      new Set(Array.from({ length: size }, (_, at) => entityId(`n${at}`)))
    const sets = new Map([
      ['Long', members(201)],
      ['Short', members(200)],
    ])
    const view = { ...firstView, notebook: { ...emptyNotebook, sets } }
    const { notebook } = decodeView(encodeView(view, plain.dataset), plain).view
    expect([...notebook.sets.keys()]).toEqual(['Short'])
  })

  test('hides entities without a kind by an empty value', () => {
    expect(decodeView('hide-kinds=', plain)).toEqual({
      view: { ...firstView, hidden: { ...nothingHidden, kinds: new Set(['']) } },
      notes: [],
    })
  })

  test.each([
    ['plain ids', plain],
    ['ids that are hard to handle', odd],
  ])('gives a legal view whatever has become of it, with %s', (_, knowledge) => {
    fc.assert(
      fc.property(fc.oneof(tampered(knowledge), assembled, anyText), (hash) => {
        const { view } = decodeView(hash, knowledge)
        expect([illegalParts(view, knowledge), isFresh(view)]).toEqual([[], true])
        // What it has become can be sent on.
        expect(decodeView(encodeView(view, knowledge.dataset), knowledge)).toEqual({
          view,
          notes: [],
        })
      }),
      { numRuns: 500 },
    )
  })

  test('is legal at any view that actions lead to', () => {
    fc.assert(
      fc.property(anyView(plain), (view) => {
        expect(illegalParts(view, plain)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('says so where it ignores something: what is read without a note is written again', () => {
    fc.assert(
      fc.property(fc.oneof(tampered(plain), assembled), (hash) => {
        const { view, notes } = decodeView(hash, plain)
        if (notes.length > 0) return
        const again = new Set(encodeView(view, plain.dataset).split('&').map(partName))
        const named = hash
          .replace(/^#/, '')
          .split('&')
          .filter((part) => part !== '')
        for (const part of named.map(partName)) {
          // What equals the first view is not written.
          expect(part === 'mode' || again.has(part)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('can ask for a tour to begin at a stop, which is no part of the view', () => {
    expect([
      withoutTour('#v=1&tour=3&node=qwen'),
      withoutTour('#v=1&tour=0'),
      withoutTour('#v=1&tour=3x&node=qwen'),
    ]).toEqual([
      { rest: 'v=1&node=qwen', at: 2 },
      { rest: '#v=1&tour=0' },
      { rest: '#v=1&tour=3x&node=qwen' },
    ])
    expect(notesOf('tour=0')).toEqual(["The link's part “tour” is not known here."])
  })

  const broken: readonly (readonly [string, string])[] = [
    ['v=2', 'The link is of version “2”; this Orrery reads version 1.'],
    ['dataset=other', 'The link is about “other”; this is “seven”.'],
    ['dataset=seven@1.0.0', 'The link was made for version 1.0.0 of the dataset; this is 1.2.3.'],
    ['dataset=seven@1.2.3@4', "The link's dataset “seven@1.2.3@4” cannot be read."],
    ['dataset=seven@%', "The link's dataset “seven@%” cannot be read."],
    ['node=nobody', "The link's node “nobody” is not in this graph."],
    ['node=%E0%A4%A', "The link's node “%E0%A4%A” is not in this graph."],
    ['edge=value-98', "The link's edge “value-98” is not in this graph."],
    ['focus=lab:4', "The link's focus “lab:4” is not in this graph."],
    ['focus=lab', "The link's focus “lab” is not in this graph."],
    ['connect=lab', "The link's connection “lab” is not in this graph."],
    ['connect=lab:lab', "The link's connection “lab:lab” is not in this graph."],
    ['connect=lab:nobody', "The link's connection “lab:nobody” is not in this graph."],
    ['grown=lab', "The link's picture does not show “lab”, which it was grown from."],
    ['only=lab,nobody', 'Nodes that the link shows and this graph lacks: 1.'],
    ['except=lab,nobody', 'Nodes that the link leaves out and this graph lacks: 1.'],
    ['ask=kind:town', "The link's question “kind:town” is not for this graph."],
    ['ask=any,out:wrote', "The link's question “any,out:wrote” is not for this graph."],
    ['ask=any,up:wrote:any', "The link's question “any,up:wrote:any” is not for this graph."],
    [
      `ask=any${',any:any'.repeat(mostSteps + 1)}`,
      `The link's question “any${',any:any'.repeat(mostSteps + 1)}” is not for this graph.`,
    ],
    ['focus=lab:2:2', "The link's focus “lab:2:2” is not in this graph."],
    ['hide-kinds=model,constructor', 'The link hides “constructor”, which is not in this graph.'],
    ['hide-kinds', "The link's part “hide-kinds” is not known here."],
    ['moved=lab:1:x,nobody:1:2', 'Moved nodes of the link that this graph lacks: 2.'],
    ['moved=lab:1:2:glued', 'Moved nodes of the link that this graph lacks: 1.'],
    ['camera=1:2', "The link's camera “1:2” is not a place."],
    ['camera=1:2:0', "The link's camera “1:2:0” is not a place."],
    ['camera=1:2:3:4', "The link's camera “1:2:3:4” is not a place."],
    ['map=1:2', "The link's part of the map, “1:2”, is not on it."],
    ['map=500:-1:2', "The link's part of the map, “500:-1:2”, is not on it."],
    ['map=500:400:0.1', "The link's part of the map, “500:400:0.1”, is not on it."],
    ['map=500:400:601', "The link's part of the map, “500:400:601”, is not on it."],
    ['map=500:400:1e1', "The link's part of the map, “500:400:1e1”, is not on it."],
    ['size=metric:community', "The link's size “metric:community” is not in this graph."],
    ['colour=fact:wrote', "The link's colour “fact:wrote” is not in this graph."],
    ['colour=kind', "The link's colour “kind” is not in this graph."],
    ['kinds=metric:page-rank', "The link's kinds “metric:page-rank” are not in this graph."],
    ['range=2:1', "The link's range “2:1” cannot be read."],
    ['range=1:Infinity', "The link's range “1:Infinity” cannot be read."],
    ['time=2024-01-01:2023-12-31', "The link's time “2024-01-01:2023-12-31” cannot be read."],
    ['time=2023-02-31:2024-01-01', "The link's time “2023-02-31:2024-01-01” cannot be read."],
    ['time=2023-01-01:2024-01-01:x', "The link's time “2023-01-01:2024-01-01:x” cannot be read."],
    ['table=nodes:none:::', "The link's table “nodes:none:::” cannot be read."],
    [
      'table=nodes:none:::typed;a;%20',
      "The link's table “nodes:none:::typed;a;%20” cannot be read.",
    ],
    ['table=nodes:none:::is;a;b', "The link's table “nodes:none:::is;a;b” cannot be read."],
    [
      'table=nodes:none:::value;a;b,value;a;c',
      "The link's table “nodes:none:::value;a;b,value;a;c” cannot be read.",
    ],
    ['size=column:x&range=1:2', "The link's size “column:x” is not in this graph."],
    ['compared=old.gexf:gone', "The link's comparison “old.gexf:gone” cannot be read."],
    ['compared=a&gone=kind:x', "The link's removed “kind:x” cannot be read."],
    ['compared=a&gone=entity', "The link's removed “entity” cannot be read."],
    ['compared=a&gone=entity:%zz', "The link's removed “entity:%zz” cannot be read."],
    ['compared=a&gone=entity:a:b', "The link's removed “entity:a:b” cannot be read."],
    [
      'gone=entity:old',
      'The link is about something that only another version has, and names no version.',
    ],
    ['compared=', "The link's comparison “” cannot be read."],
    ['sets=:lab', "The link's set “:lab” has no name."],
    ['sets=Mine:lab:%zz', "The link's set “Mine:lab:%zz” cannot be read."],
    ['table=nodes:up:name:\ud800', "The link's table “nodes:up:name:\ud800” cannot be read."],
    ['mode=constructor', '“constructor” is not a way to show the graph.'],
    [
      'node=lab&edge=wrote-1',
      "The link's part “edge=wrote-1” comes too late: another one is there already.",
    ],
    ['__proto__=1', "The link's part “__proto__” is not known here."],
  ]
  test.each(broken)('with %s says: %s', (hash, note) => {
    expect(notesOf(hash)).toEqual([note])
  })

  test.each([['connect=%zz:a%2Cb%3Ac%40d%26e%3Df%25'], ['path=:%zz:1']])(
    'takes what it cannot read, as in %s, for no node, not for the one without an id',
    (hash) => {
      const { view, notes } = decodeView(hash, odd)
      expect([selectionOf(view), notes.length]).toEqual([{ type: 'nothing' }, 1])
    },
  )

  test('keeps its good parts beside a broken one', () => {
    const { view, notes } = decodeView('#v=1&node=qwen&focus=lab:9&mode=list', plain)
    expect([selectionOf(view), view.focus, view.mode, notes.length]).toEqual([
      { type: 'node', id: 'qwen' },
      undefined,
      'list',
      1,
    ])
  })
})

function partName(part: string): string {
  const [name = part] = part.split('=')
  // Two ways to write the same choice.
  return name === 'except' ? 'only' : name
}
