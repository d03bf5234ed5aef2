import type { Alias, Knowledge, Qualifier, Reference, Span, Statement } from '../model/knowledge.ts'
import type { Literal } from '../model/literal.ts'

/** What separates several things in one cell. */
export const separator = '; '

/** "Article title, ¶78: gloss", one after the other. */
export function citationText(references: readonly Reference[], { sources }: Knowledge): string {
  return references
    .map(({ source, paragraph, gloss }) => {
      const title = sources.get(source)?.title ?? source
      const place = paragraph === undefined ? title : `${title}, ¶${paragraph}`
      return gloss === undefined ? place : `${place}: ${gloss}`
    })
    .join(separator)
}

/** "百度 (Chinese); Bǎidù". */
export function aliasText(aliases: readonly Alias[]): string {
  return aliases
    .map(({ text, note }) => (note === undefined ? text : `${text} (${note})`))
    .join(separator)
}

/** `2009-01-01/2009-01-15`, an open bound as `..`, as ISO 8601-2 has it. */
export function spanText({ start = '..', end = '..' }: Span): string {
  return start === end ? start : `${start}/${end}`
}

/** "12.5 billion USD". */
export function literalText({ text, unit }: Literal): string {
  return unit === undefined ? text : `${text} ${unit}`
}

/** What narrows a statement: "Annual R&D spending; in 2024". */
export function narrowingText(statement: Statement, knowledge: Knowledge): string {
  return [
    ...(statement.measures === undefined ? [] : [statement.measures]),
    ...statement.qualifiers.map((qualifier) => qualifierText(qualifier, knowledge)),
  ].join(separator)
}

function qualifierText({ predicate, literal }: Qualifier, { qualifiers }: Knowledge): string {
  return `${qualifiers.get(predicate)?.label ?? predicate} ${literalText(literal)}`
}
