import { expect, test } from 'vitest'
import {
  importReport,
  issuePlace,
  keptIn,
  reportText,
  sourcesLine,
} from '../../src/display/import-report.ts'
import type { Issue } from '../../src/model/issue.ts'
import type { NodeDrawing } from '../../src/model/knowledge.ts'
import { node, sevenNodes, withoutReferences } from '../seven-nodes.ts'

const dangling = (line: number, id: string): Issue => ({
  severity: 'warning',
  file: 'a.gexf',
  line,
  column: 3,
  message: `the edge ends at "${id}", which is not there; it is skipped`,
  advice: 'add the node',
})
const misnamed: Issue = { severity: 'warning', file: 'a.gexf', message: 'the name is wrong' }
const counted: Issue = { severity: 'warning', message: '120 more such edges are skipped' }
const told = importReport(
  ['a.gexf'],
  {
    format: 'GEXF',
    why: 'its root element is <gexf>',
    issues: [dangling(4, 'x'), misnamed, dangling(9, 'y \\"z\\" 12'), counted],
  },
  keptIn(sevenNodes()),
)

test('issues that say the same of different records stand together, the others alone', () => {
  expect(told.groups.map(({ message, issues }) => [message, issues.length])).toEqual([
    ['the edge ends at …, which is not there; it is skipped', 2],
    ['the name is wrong', 1],
    ['120 more such edges are skipped', 1],
  ])
})

test('skipped records are counted, those that a reader has counted itself as well', () => {
  expect(told.skipped).toBe(122)
})

test('as text it holds every issue in full', () => {
  expect(reportText(told)).toMatchInlineSnapshot(`
    "a.gexf
    Read as GEXF, because its root element is <gexf>.
    Kept: 7 entities, 8 relations, 3 facts. Skipped: 122 records.
    a.gexf:4:3: the edge ends at "x", which is not there; it is skipped (add the node)
    a.gexf:9:3: the edge ends at "y \\"z\\" 12", which is not there; it is skipped (add the node)
    a.gexf: the name is wrong
    120 more such edges are skipped"
  `)
})

test('a rejected file has kept nothing', () => {
  const issues: Issue[] = [{ severity: 'error', message: 'it is cut off' }]
  const report = importReport(['b'], { format: undefined, why: '', issues }, undefined)
  expect([report.kept, reportText(report)]).toEqual([
    undefined,
    'b\nThe format could not be told.\nit is cut off',
  ])
})

test('a graph without sources is told once, and one with a source is not', () => {
  const read = { format: 'GEXF', why: '', issues: [] }
  expect(
    [sevenNodes(), withoutReferences(sevenNodes())].map((knowledge) =>
      reportText(importReport(['a.gexf'], read, keptIn(knowledge))).match(
        /Nothing in this file.*/g,
      ),
    ),
  ).toEqual([null, ['Nothing in this file names a source, so the picture draws every line plain.']])
})

test('colours and sizes of a file are told to be kept and not drawn, and no others', () => {
  const read = { format: 'GEXF', why: '', issues: [] }
  const told = (...drawings: readonly NodeDrawing[]): readonly string[] | null => {
    const entities = drawings.map((drawing, at) => node(`n${at}`, 'N', undefined, { drawing }))
    const knowledge = { ...sevenNodes(), entities: new Map(entities.map((one) => [one.id, one])) }
    return reportText(importReport(['a.gexf'], read, keptIn(knowledge))).match(
      /The [a-z ]+, but not drawn/g,
    )
  }
  const at = { position: { x: 0, y: 0 } }
  expect([
    told(at),
    told(at, { colour: '#ff0000' }),
    told({ size: 2 }, { colour: '#00ff00' }),
  ]).toEqual([
    null,
    ['The colours that this file gives them are kept and written again, but not drawn'],
    ['The colours and sizes that this file gives them are kept and written again, but not drawn'],
  ])
})

test('where there are no relations, nothing is said of how lines are drawn', () => {
  const read = { format: 'GEXF', why: '', issues: [] }
  const kept = { entities: 1, relations: 0, facts: 0, sourced: false, drawn: [] }
  expect(sourcesLine(importReport(['a.gexf'], read, kept))).toBeUndefined()
})

test('an issue is placed by its line, and by its file where there are several', () => {
  const issue: Issue = { severity: 'warning', message: 'odd', file: 'sources.yaml', line: 11 }
  const { line: _, ...whole } = issue
  expect([
    issuePlace(issue, ['moons.zip']),
    issuePlace(issue, ['sources.yaml']),
    issuePlace(whole, ['moons.zip']),
    issuePlace(whole, ['sources.yaml']),
  ]).toEqual(['sources.yaml, line 11', 'Line 11', 'sources.yaml', undefined])
})
