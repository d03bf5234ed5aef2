import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { jsonText } from '../../../src/formats/json/json-value.ts'
import { JsonFault, parseJson } from '../../../src/formats/json/parse-json.ts'
import { anyText } from '../../any-text.ts'

const one = (text: string): string => {
  const { values } = parseJson(text)
  return values.map(jsonText).join('\n')
}
const faultOf = (text: string): readonly unknown[] => {
  try {
    return ['read', one(text)]
  } catch (error) {
    if (error instanceof JsonFault) return [error.offset, error.message]
    throw error
  }
}
const judged = (parse: () => unknown): boolean => {
  try {
    parse()
    return true
  } catch (error) {
    if (error instanceof JsonFault || error instanceof SyntaxError) return false
    throw error
  }
}
const anyJson = fc.oneof(
  fc.json({ stringUnit: 'binary' }),
  fc.json().map((text) => ` \n${text}\t`),
)

describe('the parser', () => {
  it('gives the values that JSON.parse gives', () => {
    fc.assert(
      fc.property(anyJson, (text) => {
        expect(JSON.parse(one(text))).toEqual(JSON.parse(text))
      }),
    )
  })

  it('accepts what JSON.parse accepts, and nothing else', () => {
    const nearly = fc
      .tuple(anyJson, fc.nat(), fc.constantFrom(...'{}[],:"\\0-+.e \n\u0000tnf'))
      .map(([text, at, letter]) => {
        const place = at % (text.length + 1)
        return `${text.slice(0, place)}${letter}${text.slice(place + (at % 2))}`
      })
    fc.assert(
      fc.property(fc.oneof(anyText, nearly), (text) => {
        // One value a line is read too, which JSON.parse does not do.
        fc.pre(!/[\]}]\s*[\n\r]\s*[[{]/.test(text))
        expect(judged(() => parseJson(text))).toBe(judged(() => JSON.parse(text)))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps the digits of every number and every key', () => {
    expect(one('{"__proto__":{"2":1.0,"1":12345678901234567890},"constructor":-0e+5}')).toBe(
      '{"__proto__":{"2":1.0,"1":12345678901234567890},"constructor":-0e+5}',
    )
  })

  it('reads one value a line', () => {
    expect(parseJson('{"a":1}\n\r\n[2]\n').values.map(jsonText)).toEqual(['{"a":1}', '[2]'])
  })

  it('names a key that stands twice', () => {
    expect(parseJson('{"a":1,"b":2,"a":3}').repeats).toEqual([{ name: 'a', offset: 13 }])
  })

  const faults: readonly (readonly [string, number, string])[] = [
    ['', 0, 'the file is empty: no nodes, no value at all'],
    ['{"a":1', 6, 'the text ends before the JSON value is complete'],
    ['["a', 3, 'the text ends before the JSON value is complete'],
    ['["\\ud8', 6, 'the text ends before the JSON value is complete'],
    ['[-', 2, 'the text ends before the JSON value is complete'],
    ['[1,]', 2, 'a comma before the closing ]'],
    ['{"a":1,}', 6, 'a comma before the closing }'],
    ['[NaN]', 1, 'JSON has no number NaN'],
    ['[-Infinity]', 1, 'JSON has no number -Infinity'],
    ['[01]', 1, '"01" is no number that JSON knows'],
    ['[0x2A]', 1, '"0x2A" is no number that JSON knows'],
    ['[+1]', 1, '"+1" is no number that JSON knows'],
    ['[None]', 1, 'the word "None" is no JSON value'],
    ['[truely]', 1, 'the word "truely" is no JSON value'],
    ["{'a':1}", 1, "the quotation mark ' where a name in quotes should stand"],
    ['{a:1}', 1, 'the name "a" is not in quotes'],
    ['{"a" 1}', 5, 'no colon after the name "a"'],
    ['["a\nb"]', 3, 'a line break inside a string'],
    ['["a\tb"]', 3, 'the control character U+0009 inside a string'],
    ['["\\x41"]', 2, '"\\\\x" is no escape that JSON knows'],
    ['[1] // done', 4, 'a comment after the end of the JSON value; JSON has no comments'],
    ['{"a":1} {"b":2}', 8, '"{" after the end of the JSON value'],
    ['cb({"nodes":[]})', 0, 'this is a script that calls "cb(" (JSONP), not JSON'],
    ['<!DOCTYPE html><p>', 0, 'this is an HTML page, not JSON'],
    ['<gexf>', 0, 'this begins with "<" like XML, and is not JSON'],
    ['var graph = {}', 0, 'this is a script, not JSON'],
    ['[1,\u00a02]', 3, '"\u00a0" where a value should stand'],
    ['['.repeat(300), 256, 'values are nested deeper than 256 levels; at most 256 are read'],
  ]
  test.each(faults)('refuses %j', (text, offset, message) => {
    expect(faultOf(text)).toEqual([offset, message])
  })
})
