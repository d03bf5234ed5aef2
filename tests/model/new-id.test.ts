import { expect, test } from 'vitest'
import { newId } from '../../src/model/new-id.ts'

test('an id is read off the name, and is new', () => {
  const taken = new Set(['elan-vital', 'elan-vital-2', 'entity'])
  const id = (name: string): string => newId(name, (other) => taken.has(other))
  expect(['Élan vital', 'GPT-4 (OpenAI)', '通义千问', '  '].map(id)).toEqual([
    'elan-vital-3',
    'gpt-4-openai',
    'entity-2',
    'entity-2',
  ])
})
