import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { kindLook } from '../../src/display/appearance.ts'
import { changeNotes } from '../../src/display/change-signs.ts'
import { colourLegend } from '../../src/display/colour-legend.ts'
import { comparedPicture } from '../../src/display/compared-picture.ts'
import { amountColour, colourScale } from '../../src/display/node-colour.ts'
import { pictureThemes } from '../../src/display/palette.ts'
import { pictureOf } from '../../src/display/picture-of.ts'
import type { Picture, PictureEdge, PictureNode } from '../../src/display/picture.ts'
import { svgOf } from '../../src/display/svg.ts'
import type { SvgOptions } from '../../src/display/svg.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import { entityId, statementId } from '../../src/model/ids.ts'
import { firstView } from '../../src/view/view.ts'
import { visibleSet } from '../../src/view/visible.ts'
import { anyText } from '../any-text.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

const knowledge = sevenNodes()
const graph = buildGraph(knowledge)
const visible = visibleSet(knowledge, graph, firstView)
const seven = pictureOf(knowledge, graph, sevenPlaces, new Map(), visible, 'light')
const theme = pictureThemes.light

const measure = (text: string, fontPx: number): number =>
  [...text].reduce((width, letter) => width + (letter > '\u2e80' ? 1 : 0.58), 0) * fontPx
const page: SvgOptions = { title: 'A title', width: 960, height: 600, measure, frame: 'whole' }

const dot = (id: string, x: number, y: number, more: Partial<PictureNode> = {}): PictureNode => ({
  id: entityId(id),
  x,
  y,
  size: 8,
  colour: '#6800e4',
  shape: 'circle',
  label: id,
  disputed: false,
  ...more,
})
const line = (source: string, target: string, more: Partial<PictureEdge> = {}): PictureEdge => ({
  id: statementId(`${source}-${target}`),
  source: entityId(source),
  target: entityId(target),
  label: '',
  colour: '#bcc2cb',
  width: 1,
  bend: 0,
  arrow: 'target',
  line: 'plain',
  ...more,
})

/** What the file's texts say, read by an XML parser that throws on anything not well formed. */
function textsOf(svg: string): readonly string[] {
  const texts: string[] = []
  const parser = new SaxesParser({ fileName: 'picture.svg' })
  let inText = false
  parser.on('opentag', ({ name }) => {
    inText = name === 'text'
  })
  parser.on('text', (text) => {
    if (inText) texts.push(text)
  })
  parser.on('closetag', () => {
    inText = false
  })
  parser.write(svg).close()
  return texts
}

describe('the SVG of a picture', () => {
  test('of the seven nodes is the file beside this test', async () => {
    const svg = svgOf(seven, theme, {
      ...page,
      title: knowledge.dataset.title,
      legend: [...knowledge.kinds.values()].map(({ id, plural }) => ({
        label: plural,
        ...kindLook(knowledge, id, 'light'),
      })),
      caption: 'Sources: An article (A paper, 2025-04-29). Seven nodes, version 1.2.3, CC0-1.0.',
    })
    await expect(svg).toMatchFileSnapshot('seven-nodes.svg')
  })

  test('has the signs of changes, and what is gone, as the file beside this test', async () => {
    const statements = [...knowledge.statements.keys()].filter((id) => id.startsWith('based-in'))
    const gone = { before: { knowledge, layout: sevenPlaces }, entities: [], statements }
    const lab = entityId('lab')
    const picture = comparedPicture(
      {
        ...seven,
        nodes: seven.nodes.filter(({ id }) => id !== 'shanghai'),
        edges: seven.edges.filter(({ target }) => target !== 'shanghai'),
      },
      {
        before: gone.before,
        classes: {
          entities: {
            present: new Map([[lab, 'changed']]),
            gone: [entityId('shanghai')],
          },
          statements: {
            present: new Map([[seven.edges[0]?.id ?? statementId(''), 'added']]),
            gone: statements,
          },
        },
        hidden: new Set(),
      },
      {
        standing: () => sevenPlaces,
        isHiddenKind: () => false,
        narrowed: false,
        scheme: 'light',
      },
    )
    const words = { title: 'Compared with older.json', note: changeNotes.compared }
    const svg = svgOf(picture, theme, { ...page, changes: words })
    await expect(svg).toMatchFileSnapshot('seven-compared.svg')
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining([
        'Shanghai',
        `${words.title}:`,
        'Added',
        'Removed',
        'Changed',
        words.note,
      ]) as unknown,
    )
    expect(svg).toContain('<title>Shanghai, removed</title>')
    // Without a change there is nothing to tell.
    expect(svgOf(seven, theme, { ...page, changes: words })).toBe(svgOf(seven, theme, page))
  })

  test('is the same to the byte for the same picture', () => {
    expect(svgOf(seven, theme, page)).toBe(svgOf(structuredClone(seven), theme, page))
  })

  test('of nothing still has its title', () => {
    expect(textsOf(svgOf({ nodes: [], edges: [] }, theme, page))).toEqual(['A title'])
  })

  test('is well-formed and finite whatever the labels say', () => {
    const labels = fc.oneof(
      anyText,
      fc.constantFrom('<script>', ']]>', '&amp;', '\u0000\u0007\uFFFE', '\uD800', '"\'', 'مرحبا'),
    )
    fc.assert(
      fc.property(labels, labels, labels, (name, label, caption) => {
        const picture: Picture = {
          nodes: [dot('a', 0, 0, { label: name }), dot('b', 9, 9)],
          edges: [line('a', 'b', { label }), line('a', 'a', { label, bend: 1 })],
        }
        const svg = svgOf(picture, theme, { ...page, title: label, caption })
        expect(svg).not.toMatch(/NaN|Infinity|undefined/)
        expect(svg).not.toMatch(/\p{Surrogate}/u)
        textsOf(svg)
      }),
      { numRuns: 40 },
    )
  })

  test('draws nodes at one point, loops, and edges of no length without a broken number', () => {
    const picture: Picture = {
      nodes: [dot('a', 5, 5), dot('b', 5, 5, { shape: 'star', disputed: true })],
      edges: [
        line('a', 'b'),
        line('a', 'b', { line: 'waved', bend: 0.2, arrow: 'both' }),
        line('b', 'b', { line: 'waved', bend: 2 }),
      ],
    }
    const svg = svgOf(picture, theme, page)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    expect(textsOf(svg).length).toBeGreaterThan(0)
  })

  test('leaves out the label that would lie outside the page, and keeps the node', () => {
    const picture: Picture = { nodes: [dot('far away', 5000, 0)], edges: [] }
    const frame = { left: -10, right: 10, bottom: -10, top: 10 }
    expect(textsOf(svgOf(picture, theme, { ...page, frame }))).toEqual(['A title'])
  })

  test('shows the stretch of the plane that it is asked for', () => {
    const frame = { left: 0, right: 90.4, bottom: 0, top: 50 }
    const picture: Picture = { nodes: [dot('corner', 0, 0)], edges: [] }
    const svg = svgOf(picture, theme, { ...page, title: '', frame })
    expect(svg).toContain('<circle cx="28" cy="')
  })

  test('ends an edge at the outline of its nodes, before the arrow', () => {
    const picture: Picture = {
      nodes: [dot('a', 0, 0), dot('b', 100, 0)],
      edges: [line('a', 'b', { arrow: 'none' })],
    }
    const frame = { left: -402, right: 502, bottom: -200, top: 200 }
    const svg = svgOf(picture, theme, { ...page, title: '', frame })
    // Centres at 430 and 530, radius 8, a gap of 1.5.
    expect(/<path d="M([\d.]+) [\d.]+C.* ([\d.]+) [\d.]+"/.exec(svg)?.slice(1)).toEqual([
      '439.5',
      '520.5',
    ])
  })

  test('has the ramp of an amount in the legend, in the colours of the nodes', () => {
    const scale = colourScale([1, 5, 9])
    const words = { title: 'Rank', text: String }
    const svg = svgOf(seven, theme, { ...page, colours: colourLegend(scale, words, 2, 'light') })
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(['Rank:', '1', '9, 5 at the mark', 'No figure']),
    )
    for (const colour of [1, 9, undefined].map((amount) => amountColour(scale, amount, 'light')))
      expect(svg).toContain(`fill="${colour}"`)
  })

  test('names dashed, dash-dotted and waved lines in the legend only where the picture has them', () => {
    const picture = (pattern: PictureEdge['line']): Picture => ({
      nodes: [dot('a', 0, 0), dot('b', 100, 0)],
      edges: [line('a', 'b', { line: pattern })],
    })
    const legend = (pattern: PictureEdge['line']): readonly string[] =>
      textsOf(svgOf(picture(pattern), theme, page)).filter((text) => /No ref|Disp|Infer/.test(text))
    expect([legend('plain'), legend('dashed'), legend('dash-dotted'), legend('waved')]).toEqual([
      [],
      ['No reference'],
      ['Inferred'],
      ['Disputed'],
    ])
  })

  test('draws circles around groups, with their words, all of it on the page', () => {
    const picture: Picture = {
      nodes: [dot('a', 0, 0)],
      edges: [],
      guides: [
        { x: 0, y: 0, radius: 100, text: 'A group & more' },
        { x: 0, y: -150, radius: 0, text: 'The rest' },
      ],
    }
    const svg = svgOf(picture, theme, page)
    expect(svg.match(/<circle [^>]*fill="none" stroke="#e4e6ea"/g)).toHaveLength(1)
    expect(svg).toContain('font-weight="600" fill-opacity="0.75">A group &amp; more</text>')
    expect(svg).toContain('fill-opacity="0.75">The rest</text>')
    const [, x, y, r] = (/<circle cx="(.*?)" cy="(.*?)" r="(.*?)" fill="none"/.exec(svg) ?? []).map(
      Number,
    )
    expect([(x ?? 0) - (r ?? 0) > 0, (y ?? 0) - (r ?? 0) > 28, (y ?? 0) + (r ?? 0) < 600]).toEqual([
      true,
      true,
      true,
    ])
  })
})
