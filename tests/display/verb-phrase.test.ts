import { expect, test } from 'vitest'
import { withVerb } from '../../src/display/verb-phrase.ts'

const singular: readonly (readonly [string, string])[] = [
  ['example of', 'is an example of'],
  ['special case of', 'is a special case of'],
  ['field of use of', 'is a field of use of'],
  ['instance of', 'is an instance of'],
  ['use of', 'is a use of'],
  ['union of', 'is a union of'],
  ['part of', 'is part of'],
  ['capital of', 'is capital of'],
  ['the capital of', 'is the capital of'],
  ['made up of', 'is made up of'],
  ['composed of', 'is composed of'],
  ['used as example of', 'is used as example of'],
  ['based in', 'is based in'],
  ['consists of', 'consists of'],
  ['launched', 'launched'],
]
test.each(singular)('“%s” of one thing: “%s”', (label, sentence) => {
  expect(withVerb(label)).toBe(sentence)
})

const plural: readonly (readonly [string, string])[] = [
  ['example of', 'are examples of'],
  ['field of use of', 'are fields of use of'],
  ['part of', 'are part of'],
  ['located in', 'are located in'],
]
test.each(plural)('“%s” of many: “%s”', (label, sentence) => {
  expect(withVerb(label, 'are')).toBe(sentence)
})
