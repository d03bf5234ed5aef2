import { numberOf } from '../model/literal.ts'
import type { Literal } from '../model/literal.ts'
import type { Knowledge, Qualifier, Statement } from '../model/knowledge.ts'
import { spanWords } from './span-words.ts'

const currencies: Readonly<Record<string, string>> = { USD: 'US$', CNY: 'CN¥', EUR: '€', GBP: '£' }

/**
 * A literal for reading: "US$97.5 billion", "15 %", "2024". Digits are those of the data; only
 * thousands are grouped.
 */
export function literalText({ text, datatype, unit }: Literal): string {
  const number = datatype === 'year' ? text : grouped({ text, datatype })
  if (unit === undefined) return number
  if (unit === 'percent') return `${number}\u00a0%`
  const [, scale, code] = /^(?:(.*) )?([A-Z]{3})$/.exec(unit) ?? []
  if (code === undefined) return `${number}\u00a0${unit}`
  const symbol = Object.hasOwn(currencies, code) ? currencies[code] : `${code}\u00a0`
  return `${symbol}${number}${scale === undefined ? '' : `\u00a0${scale}`}`
}

function grouped(literal: Literal): string {
  const { text } = literal
  if (numberOf(literal) === undefined || !/^\d{5,}(?:\.\d+)?$/.test(text)) return text
  const [whole = '', fraction] = text.split('.')
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return fraction === undefined ? digits : `${digits}.${fraction}`
}

/** The value of a fact with the word that says how exact it is: "more than US$98 billion". */
export function factText(statement: Statement): string {
  if (statement.value.type !== 'literal') return ''
  const precision = statement.qualifiers.find(({ predicate }) => predicate === 'precision')
  const value = literalText(statement.value.literal)
  return precision === undefined ? value : `${precision.literal.text} ${value}`
}

/** The other qualifiers, for reading: "in 2024". */
export function qualifierTexts(
  knowledge: Knowledge,
  qualifiers: readonly Qualifier[],
): readonly string[] {
  return qualifiers
    .filter(({ predicate }) => predicate !== 'precision')
    .map(({ predicate, literal }) => {
      const label = knowledge.qualifiers.get(predicate)?.label ?? predicate
      return `${label} ${literalText(literal)}`
    })
}

/** What narrows a statement, for reading: its qualifiers, and when it holds, "2001–2004". */
export function detailTexts(knowledge: Knowledge, statement: Statement): readonly string[] {
  return [...qualifierTexts(knowledge, statement.qualifiers), ...spanWords(statement.spans)]
}
