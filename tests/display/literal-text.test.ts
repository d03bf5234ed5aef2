import { describe, expect, test } from 'vitest'
import { factText, literalText, qualifierTexts } from '../../src/display/literal-text.ts'
import { predicateId, statementId } from '../../src/model/ids.ts'
import type { Literal } from '../../src/model/literal.ts'
import { sevenNodes } from '../seven-nodes.ts'

const knowledge = sevenNodes()
const decimal = (text: string, unit?: string): Literal => ({
  text,
  datatype: 'decimal',
  ...(unit === undefined ? {} : { unit }),
})
const statement = (id: string) => {
  const found = knowledge.statements.get(statementId(id))
  if (found === undefined) throw new Error(`there is no statement ${id}`)
  return found
}

describe('a literal, for reading', () => {
  const cases: readonly (readonly [Literal, string])[] = [
    [decimal('97.5', 'billion USD'), 'US$97.5\u00a0billion'],
    [decimal('10', 'million CNY'), 'CN¥10\u00a0million'],
    [decimal('5', 'USD'), 'US$5'],
    [decimal('7', 'trillion SEK'), 'SEK\u00a07\u00a0trillion'],
    [decimal('15', 'percent'), '15\u00a0%'],
    [decimal('3', 'kilometres'), '3\u00a0kilometres'],
    [decimal('1234567.5'), '1,234,567.5'],
    [decimal('9223372036854775808'), '9,223,372,036,854,775,808'],
    [decimal('1234'), '1234'],
    [decimal('0.10'), '0.10'],
    [decimal('1e9'), '1e9'],
    [decimal('NaN'), 'NaN'],
    [{ text: '12024', datatype: 'year' }, '12024'],
    [{ text: '12345', datatype: 'string' }, '12345'],
    [{ text: '', datatype: 'string' }, ''],
    [decimal('4', 'constructor'), '4\u00a0constructor'],
  ]
  test.each(cases)('%j is %s', (literal, text) => {
    expect(literalText(literal)).toBe(text)
  })

  test('has its precision before it', () => {
    expect(factText(statement('value-98'))).toBe('more than US$98\u00a0billion')
  })

  test('is nothing for a relation', () => {
    expect(factText(statement('wrote-1'))).toBe('')
  })

  test('of a qualifier stands behind its label, precision aside', () => {
    const unknown = { predicate: predicateId('by'), literal: decimal('4') }
    const qualifiers = [...statement('works-with-1').qualifiers, unknown]
    expect(qualifierTexts(knowledge, qualifiers)).toEqual(['in 2024', 'by 4'])
    expect(qualifierTexts(knowledge, statement('value-98').qualifiers)).toEqual([])
  })
})
