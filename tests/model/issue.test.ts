import { expect, test } from 'vitest'
import { issueText } from '../../src/model/issue.ts'

test('an issue reads as place, fault and advice, as far as they are known', () => {
  const error = { severity: 'error', message: 'it is broken' } as const
  expect([
    issueText(error),
    issueText({ ...error, file: 'a.yaml' }),
    issueText({ ...error, file: 'a.yaml', line: 3, column: 7, advice: 'mend it' }),
  ]).toEqual(['it is broken', 'a.yaml: it is broken', 'a.yaml:3:7: it is broken (mend it)'])
})
