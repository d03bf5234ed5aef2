import { describe, expect, test } from 'vitest'
import { readTour } from '../../../src/formats/dataset/read-tour.ts'
import { issueText } from '../../../src/model/issue.ts'
import { sevenNodes } from '../../seven-nodes.ts'

const tourOf = (rests: string, view = 'node=qwen'): string =>
  `title: Seven\nstops:\n  - title: Qwen\n    text: A model.\n    view: ${view}\n    rests: [${rests}]\n`
const read = (text: string) =>
  readTour(text, sevenNodes(), (view) => (view === 'node=nobody' ? ['There is no “nobody”.'] : []))
const issuesOf = (text: string): readonly string[] => read(text).issues.map(issueText)

describe('tour.yaml', () => {
  test('gives stops with the statements that they rest on', () => {
    expect(read(tourOf('trained-1, offers-1'))).toEqual({
      ok: true,
      content: {
        title: 'Seven',
        stops: [
          { title: 'Qwen', text: 'A model.', view: 'node=qwen', rests: ['trained-1', 'offers-1'] },
        ],
      },
      issues: [],
    })
  })

  test('is refused, with the place, where a stop rests on what is not there or not cited', () => {
    expect(issuesOf(tourOf('trained-1, nothing-1, tested-1'))).toEqual([
      'tour.yaml:6:24: the statement “nothing-1”, which the stop rests on, is not there',
      'tour.yaml:6:35: the statement “tested-1”, which the stop rests on, names no source',
    ])
  })

  test('is refused where a stop rests on nothing, shows what is not there, or none is there', () => {
    expect([
      ...issuesOf(tourOf('')),
      ...issuesOf(tourOf('trained-1', 'node=nobody')),
      ...issuesOf('title: Seven\nstops: []\n'),
    ]).toEqual([
      expect.stringContaining('the stop rests on nothing'),
      'tour.yaml:5:11: There is no “nobody”.',
      expect.stringContaining('the tour has no stop'),
    ])
  })
})
