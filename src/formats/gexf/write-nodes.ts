import type { Entity } from '../../model/knowledge.ts'
import { any } from '../../model/steps.ts'
import type { Steps } from '../../model/steps.ts'
import { factReferences, factsByTitle } from '../facts-by-title.ts'
import { statementRecord } from '../orrery-record.ts'
import type { OrreryRecord } from '../orrery-record.ts'
import { inPieces } from '../pieces.ts'
import { aliasText } from '../readable.ts'
import { stableJson } from '../stable-json.ts'
import { xmlAttribute, xmlSafeJson } from '../xml/xml-text.ts'
import { ownColumns } from './own-columns.ts'
import type { Pen } from './pen.ts'
import { beyondGexf, counted, elementXml, freeTitle, jsonCell, spansXml } from './pen.ts'
import { readableCells } from './readable-column.ts'
import type { ReadableColumn } from './readable-column.ts'
import { cellsXml, columnsXml, typeOfAll } from './write-columns.ts'
import type { WrittenCell, WrittenColumn } from './write-columns.ts'
import { nodeDrawingXml, numberText } from './write-drawing.ts'

type OwnColumn = ReadableColumn<Entity>

/** The node columns and the nodes, both as XML; the nodes in pieces that stand one after the other. */
export function* nodesXml(pen: Pen): Steps<{
  readonly columns: string
  readonly nodes: readonly string[]
}> {
  const entities = [...pen.knowledge.entities.values()]
  const taken = [...pen.entityColumns.written]
  const own: OwnColumn[] = []
  for (const candidate of [...plainColumns(pen), ...factColumns(pen)]) {
    if (!(yield* any(entities, (entity) => candidate.text(entity) !== undefined))) continue
    const column = { ...candidate.column, title: freeTitle(candidate.column.title, taken) }
    taken.push(column)
    own.push({ ...candidate, column })
  }
  const nodes = yield* inPieces(entities, (entity, index) => nodeXml(entity, index === 0, own, pen))
  const machine = [ownColumns.entity, ...(entities.length === 0 ? [] : [ownColumns.dataset])]
  const columns = [
    ...own.map(({ column }) => column),
    ...pen.entityColumns.written,
    ...machine.map((id) => textColumn(id, id)),
  ]
  return { columns: columnsXml('node', columns), nodes }
}

/** What is true of the whole, as JSON. */
export function datasetJson({ frame, entityColumns, statementColumns }: Pen): string {
  const renamed = { entity: entityColumns.renamed, statement: statementColumns.renamed }
  const any = renamed.entity.length + renamed.statement.length > 0
  return xmlSafeJson(stableJson({ ...frame, ...(any ? { renamed } : {}) }))
}

/** A column of text as a GEXF attribute. */
export function textColumn(id: string, title: string): WrittenColumn {
  return { id, title, type: 'string', dynamic: false }
}

function nodeXml(entity: Entity, first: boolean, own: readonly OwnColumn[], pen: Pen): string {
  const id = pen.entityName(entity.id)
  const label = entity.label === undefined ? undefined : counted(entity.label, pen)
  const parents = entity.parents
    .filter((parent) => pen.knowledge.entities.has(parent))
    .map(pen.entityName)
  const spans = spansXml(entity.spans, pen)
  const attributes = pen.entityColumns.cells(entity.attributes, pen.losses)
  const readable = readableCells(entity, own, pen)
  const textOf = (column: string): string | undefined =>
    readable.find((cell) => cell.column === column)?.text
  const description = textOf(ownColumns.description)
  const note = textOf(ownColumns.note)
  const native = { id, label, description, note, parents, spans: spans.seen, attributes }
  const json = entityJson(entity, native, pen)
  const machine: WrittenCell[] = []
  if (json !== undefined) machine.push({ column: ownColumns.entity, text: json })
  if (first) machine.push({ column: ownColumns.dataset, text: datasetJson(pen) })
  const [pid, ...others] = parents
  const start = `node${xmlAttribute('id', id)}${xmlAttribute('label', label)}${xmlAttribute('pid', pid)}${spans.attributes}`
  return elementXml(
    start,
    'node',
    cellsXml(readable, attributes, machine) +
      spans.lines +
      parentsXml(others) +
      nodeDrawingXml(pen.drawing.node(entity) ?? {}, pen.losses),
  )
}

const saidElsewhere: ReadonlySet<string> = new Set(['drawing'])

function entityJson(entity: Entity, native: OrreryRecord, pen: Pen): string | undefined {
  const added = beyondGexf(entity, native, saidElsewhere)
  const facts = pen.facts.get(entity.id)?.map((fact) => {
    const { subject: _, ...rest } = statementRecord(fact)
    return { at: pen.order.get(fact.id), ...rest }
  })
  return jsonCell(facts === undefined ? added : { ...added, facts })
}

function parentsXml(parents: readonly string[]): string {
  if (parents.length === 0) return ''
  const lines = parents.map((parent) => `          <parent${xmlAttribute('for', parent)}/>\n`)
  return `        <parents>\n${lines.join('')}        </parents>\n`
}

function plainColumns(pen: Pen): readonly OwnColumn[] {
  const { knowledge } = pen
  return [
    {
      column: textColumn('orrery:kind', 'kind'),
      text: ({ kind }) =>
        kind === undefined ? undefined : (knowledge.kinds.get(kind)?.label ?? kind),
    },
    {
      column: textColumn('orrery:aliases', 'aliases'),
      text: ({ aliases }) => (aliases.length === 0 ? undefined : aliasText(aliases)),
    },
    {
      column: textColumn(ownColumns.description, 'description'),
      text: ({ description }) => description,
    },
    { column: textColumn(ownColumns.note, 'note'), text: ({ note }) => note },
    {
      column: { ...textColumn('orrery:latitude', 'latitude'), type: 'double' },
      text: ({ place }) => (place === undefined ? undefined : numberText(place.latitude)),
    },
    {
      column: { ...textColumn('orrery:longitude', 'longitude'), type: 'double' },
      text: ({ place }) => (place === undefined ? undefined : numberText(place.longitude)),
    },
    {
      column: textColumn('orrery:fact-references', 'references of facts'),
      text: ({ id }) => factReferences(pen.facts.get(id) ?? [], knowledge),
    },
  ]
}

function factColumns({ facts, knowledge }: Pen): readonly OwnColumn[] {
  return factsByTitle([...facts.values()].flat(), knowledge).map((group, index) => {
    const column = textColumn(`orrery:fact-${index + 1}`, group.title)
    const type = group.datatype === undefined ? 'string' : typeOfAll(group.texts, group.datatype)
    return { column: { ...column, type }, text: ({ id }) => group.textOf(id) }
  })
}
