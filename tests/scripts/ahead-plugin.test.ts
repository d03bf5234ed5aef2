import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { aheadScript } from '../../scripts/ahead-plugin.ts'

test.each([
  ['', './datasets/china-ai.json'],
  ['?dataset=orrery', './datasets/orrery.json'],
  ['?dataset=../secret', './datasets/china-ai.json'],
  ['?url=https://example.org/a.gexf', './datasets/china-ai.json'],
])('with “%s” the page asks ahead for %s, and for nothing else', (search, address) => {
  const asked: object[] = []
  runInNewContext(aheadScript, {
    URLSearchParams,
    location: { search },
    document: {
      createElement: () => ({}),
      head: { append: (link: object) => void asked.push({ ...link }) },
    },
  })
  expect(asked).toEqual([{ rel: 'preload', as: 'fetch', crossOrigin: '', href: address }])
})
