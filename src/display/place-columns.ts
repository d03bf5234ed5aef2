import { coordinateColumns, doubtOf } from '../model/coordinate-names.ts'
import type { Doubt } from '../model/coordinate-names.ts'
import type { EntityId } from '../model/ids.ts'
import type { Column, Entity, Knowledge, Place } from '../model/knowledge.ts'
import { numberOf } from '../model/literal.ts'

/** What two columns say of where entities are. */
export interface ColumnPlaces {
  readonly places: ReadonlyMap<EntityId, Place>
  /** Entities with figures that are no place. */
  readonly doubtful: ReadonlyMap<EntityId, Doubt>
}

/**
 * The places of the first two columns that are called latitude and longitude. Where most figures
 * lie outside the degrees of the globe they are something else. Undefined without such columns.
 */
export function columnPlaces({ columns, entities }: Knowledge): ColumnPlaces | undefined {
  const still = columns.entity.filter(({ dynamic }) => !dynamic)
  for (const pair of coordinateColumns(still.map(({ title }) => title))) {
    const [latitude, longitude] = [still[pair.latitude], still[pair.longitude]]
    const found = latitude && longitude && placesIn(entities.values(), latitude, longitude)
    if (found !== undefined) return found
  }
  return undefined
}

function placesIn(
  entities: Iterable<Entity>,
  latitudeColumn: Column,
  longitudeColumn: Column,
): ColumnPlaces | undefined {
  const places = new Map<EntityId, Place>()
  const doubtful = new Map<EntityId, Doubt>()
  let outside = 0
  for (const entity of entities) {
    const latitude = figureOf(entity, latitudeColumn)
    const longitude = figureOf(entity, longitudeColumn)
    if (latitude === undefined || longitude === undefined) continue
    const doubt = doubtOf({ latitude, longitude })
    if (doubt === undefined) places.set(entity.id, { latitude, longitude })
    else doubtful.set(entity.id, doubt)
    if (doubt === 'outside') outside += 1
  }
  return places.size > outside ? { places, doubtful } : undefined
}

/** A column of text may hold figures too. */
function figureOf({ attributes }: Entity, { id, defaultText }: Column): number | undefined {
  const text = attributes.find(({ column }) => column === id)?.text ?? defaultText
  return text === undefined ? undefined : numberOf({ text: text.trim(), datatype: 'decimal' })
}
