import type { Entity, NodeDrawing } from '../../model/knowledge.ts'
import { factReferences, factsByTitle } from '../facts-by-title.ts'
import { beyondGexf, jsonCell } from '../gexf/pen.ts'
import type { Pen } from '../gexf/pen.ts'
import { typeOfAll } from '../gexf/write-columns.ts'
import { numberText } from '../gexf/write-drawing.ts'
import { entityRecord, statementRecord } from '../orrery-record.ts'
import { aliasText, separator, spanText } from '../readable.ts'
import { xmlAttribute, xmlText } from '../xml/xml-text.ts'
import { fileColumns, graphmlType, textOrNone, withFreeTitles } from './write-columns.ts'
import type { GraphmlType, KeyColumn } from './write-columns.ts'
import { recordXml, writtenCells } from './write-record.ts'
import type { RecordKeys } from './write-record.ts'
import { channels, yedNode } from './write-yed.ts'

/** An entity with its drawing, as far as GraphML can hold that. */
interface DrawnEntity extends Entity {
  readonly drawn: NodeDrawing
}

/** The keys of the nodes, without those that no node has a value under. */
export function nodeKeys(
  items: readonly DrawnEntity[],
  pen: Pen,
): readonly KeyColumn<DrawnEntity>[] {
  const used = ({ text }: KeyColumn<DrawnEntity>): boolean =>
    items.some((item) => text(item) !== undefined)
  return withFreeTitles(
    natives().filter(used),
    fileColumns(pen.knowledge.columns.entity, pen.entityColumns, items),
    [...readable(pen), ...facts(pen)].filter(used),
  )
}

/** One node. */
export function nodeXml(item: DrawnEntity, keys: RecordKeys<DrawnEntity>, pen: Pen): string {
  const name = pen.entityName(item.id)
  const { drawing: _, drawn: __, ...record } = entityRecord(item)
  const label = item.label === undefined ? undefined : xmlText(item.label)
  const added = beyondGexf(record, {
    id: name,
    label,
    description: item.description === undefined ? undefined : xmlText(item.description),
    note: item.note === undefined ? undefined : xmlText(item.note),
    attributes: writtenCells(item, keys),
  })
  const factsJson = (pen.facts.get(item.id) ?? []).map((fact) => {
    const { subject: ___, ...rest } = statementRecord(fact)
    return { at: pen.order.get(fact.id), ...rest }
  })
  const json = jsonCell({ ...added, ...(factsJson.length === 0 ? {} : { facts: factsJson }) })
  return recordXml(
    `node${xmlAttribute('id', name)}`,
    item,
    keys,
    { drawing: yedNode(item.drawn, label), json },
    pen,
  )
}

function natives(): readonly KeyColumn<DrawnEntity>[] {
  const number = (
    title: string,
    of: (drawn: NodeDrawing) => number | undefined,
  ): KeyColumn<DrawnEntity> => ({
    title,
    type: 'double',
    column: undefined,
    text: ({ drawn }) => {
      const value = of(drawn)
      return value === undefined ? undefined : numberText(value)
    },
  })
  return [
    { title: 'label', type: 'string', column: undefined, text: ({ label }) => label },
    number('x', ({ position }) => position?.x),
    number('y', ({ position }) => position?.y),
    number('z', ({ position }) => position?.z),
    number('size', ({ size }) => size),
    ...colourKeys<DrawnEntity>(({ drawn }) => drawn.colour),
  ]
}

/** The keys r, g and b, as Gephi has them. */
export function colourKeys<Item>(
  colourOf: (item: Item) => string | undefined,
): readonly KeyColumn<Item>[] {
  return ['r', 'g', 'b'].map((title, index) => ({
    title,
    type: 'int',
    column: undefined,
    text: (item) => {
      const colour = colourOf(item)
      return colour === undefined ? undefined : channels(colour)[index]
    },
  }))
}

function readable(pen: Pen): readonly KeyColumn<DrawnEntity>[] {
  const { knowledge } = pen
  const column = (
    title: string,
    text: (item: DrawnEntity) => string | undefined,
    type: GraphmlType = 'string',
  ): KeyColumn<DrawnEntity> => ({ title, type, column: `orrery:${title}`, text })
  return [
    column('kind', ({ kind }) =>
      kind === undefined ? undefined : (knowledge.kinds.get(kind)?.label ?? kind),
    ),
    column('aliases', ({ aliases }) => textOrNone(aliases.length, () => aliasText(aliases))),
    column('description', ({ description }) => description),
    column('note', ({ note }) => note),
    column('latitude', ({ place }) => place && numberText(place.latitude), 'double'),
    column('longitude', ({ place }) => place && numberText(place.longitude), 'double'),
    column('parents', ({ parents }) => textOrNone(parents.length, () => parents.join(separator))),
    column('times', ({ spans }) =>
      textOrNone(spans.length, () => spans.map(spanText).join(separator)),
    ),
    column('references of facts', ({ id }) => factReferences(pen.facts.get(id) ?? [], knowledge)),
  ]
}

function facts({ facts: all, knowledge }: Pen): readonly KeyColumn<DrawnEntity>[] {
  return factsByTitle([...all.values()].flat(), knowledge).map((group, index) => ({
    title: group.title,
    type:
      group.datatype === undefined ? 'string' : graphmlType(typeOfAll(group.texts, group.datatype)),
    column: `orrery:fact-${index + 1}`,
    text: ({ id }) => group.textOf(id),
  }))
}
