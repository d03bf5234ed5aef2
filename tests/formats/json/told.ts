import { readJson } from '../../../src/formats/json/read.ts'
import type { Opened } from '../../../src/formats/input-file.ts'
import { issueText } from '../../../src/model/issue.ts'
import type { Entity, Knowledge, Statement } from '../../../src/model/knowledge.ts'

export const encoder = new TextEncoder()
/** Reads a text as a file of the JSON family. */
export const open = (text: string): Opened => readJson(encoder.encode(text), 'g.json')
/** What a text says; throws where it is rejected. */
export const knowledgeOf = (text: string): Knowledge => {
  const { result } = open(text)
  if (!result.ok) throw new Error(result.issues.map(issueText).join('\n'))
  return result.content.knowledge
}
const nodeText = ({ id, label, kind, parents, drawing, attributes }: Entity): string =>
  [
    id,
    ...(label === undefined ? [] : [`“${label}”`]),
    ...(kind === undefined ? [] : [`is ${kind}`]),
    ...parents.map((parent) => `in ${parent}`),
    ...(drawing === undefined ? [] : [JSON.stringify(drawing)]),
    ...attributes.map(({ column, text }) => `${column}=${text}`),
  ].join(' ')
const edgeText = (edge: Statement): string => {
  const { subject, value, direction, predicate, label, weight, drawing, attributes } = edge
  const end =
    value.type === 'entity' ? value.entity : `${value.literal.text}^${value.literal.datatype}`
  return [
    subject,
    direction === 'directed' ? `-${predicate}->` : `-${predicate}-`,
    end,
    ...(label === undefined ? [] : [`“${label}”`]),
    ...(weight === undefined ? [] : [`×${weight}`]),
    ...(drawing === undefined ? [] : [JSON.stringify(drawing)]),
    ...attributes.map(({ column, text }) => `${column}=${text}`),
  ].join(' ')
}
/** A file in few words: what it was taken for, its nodes, its edges, its issues. */
export const told = (text: string): object => {
  const { format, result } = open(text)
  if (!result.ok) return { format, rejected: result.issues.map(issueText) }
  const { entities, statements } = result.content.knowledge
  return {
    format,
    nodes: [...entities.values()].map(nodeText),
    edges: [...statements.values()].map(edgeText),
    issues: result.issues.map(issueText),
  }
}
