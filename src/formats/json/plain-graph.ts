import type { Dataset, EdgeDrawing, NodeDrawing } from '../../model/knowledge.ts'
import { objectText } from './json-value.ts'

/** A graph as every program knows it: fields with names and values, ready to be written. */
export interface PlainGraph {
  readonly about: readonly JsonField[]
  readonly nodes: readonly PlainNode[]
  readonly edges: readonly PlainEdge[]
}

/** A name and its value, which is JSON text already. */
export type JsonField = readonly [name: string, json: string]

export interface PlainNode {
  readonly id: string
  readonly label: string | undefined
  readonly parent: string | undefined
  readonly drawing: NodeDrawing
  readonly fields: readonly JsonField[]
}

export interface PlainEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly undirected: boolean
  readonly predicate: string
  readonly label: string
  readonly weight: number | undefined
  readonly drawing: EdgeDrawing
  readonly fields: readonly JsonField[]
}

/** What a format does with a plain graph. */
export interface PlainFormat {
  /** Names of fields that the format or its readers give a meaning. */
  readonly reserved: readonly string[]
  readonly text: (graph: PlainGraph) => string
}

/** A text field, unless there is no text. */
export function textField(name: string, text: string | undefined): readonly JsonField[] {
  return text === undefined ? [] : [[name, JSON.stringify(text)]]
}

/** A field with a finite number; −0 keeps its sign. */
export function numberField(name: string, number: number | undefined): readonly JsonField[] {
  if (number === undefined || !Number.isFinite(number)) return []
  return [[name, Object.is(number, -0) ? '-0' : String(number)]]
}

/** The words of a dataset about itself. */
export function aboutFields(dataset: Dataset): readonly JsonField[] {
  const { title, description, licence, version, creator, modified, keywords } = dataset
  return [
    ...textField('title', title),
    ...textField('description', description),
    ...textField('licence', licence),
    ...textField('version', version),
    ...textField('creator', creator),
    ...textField('modified', modified),
    ...textField('keywords', keywords),
  ]
}

/** A list of objects, each on a line of its own. */
export function listText(objects: readonly (readonly JsonField[])[]): string {
  if (objects.length === 0) return '[]'
  return `[\n${objects.map(objectText).join(',\n')}\n]`
}
