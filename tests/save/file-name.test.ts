import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../any-text.ts'
import { fileName } from '../../src/save/file-name.ts'

describe("a saved file's name", () => {
  test('says dataset and scope', () => {
    expect(fileName('China’s AI ecosystem', 'around Qwen', 'svg')).toBe(
      'chinas-ai-ecosystem-around-qwen.svg',
    )
  })

  test('keeps letters of every script, and drops accents', () => {
    expect(fileName('通义千问: Élan', undefined, 'png')).toBe('通义千问-elan.png')
  })

  test('cuts a long title but keeps the scope', () => {
    const title = 'a very long title of a dataset '.repeat(9)
    const [nodes, edges] = ['nodes', 'edges'].map((scope) => fileName(title, scope, 'csv'))
    expect(nodes).toMatch(/^a-very-long-title.*-nodes\.csv$/)
    expect(edges).toMatch(/^a-very-long-title.*-edges\.csv$/)
  })

  test('is "orrery" where nothing is left', () => {
    expect(fileName('../..', '\u0000', 'json')).toBe('orrery.json')
  })

  test('is never a path, hidden, or long', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, scope) => {
        const name = fileName(title, scope, 'svg')
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]{0,79}\.svg$/u)
      }),
    )
  })
})
