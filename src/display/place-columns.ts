import type { EntityId } from '../model/ids.ts'
import type { Column, Entity, Knowledge, Place } from '../model/knowledge.ts'
import { numberOf } from '../model/literal.ts'

/** What two columns say of where entities are. */
export interface ColumnPlaces {
  readonly places: ReadonlyMap<EntityId, Place>
  /**
   * Entities with figures that are no place: outside the degrees of the globe, or both exactly 0,
   * which is a spot in the sea where hardly anything is and what many programs write for nothing.
   */
  readonly doubtful: ReadonlyMap<EntityId, Doubt>
}

export type Doubt = 'outside' | 'zero'

const latitudes = new Set(['lat', 'latitude'])
const longitudes = new Set(['lon', 'lng', 'long', 'longitude'])

/**
 * The places of the first two columns that are called latitude and longitude, alike but for that:
 * "lat" and "lng", "Home latitude" and "Home longitude". Where most figures lie outside the degrees
 * of the globe they are something else. Undefined without such columns.
 */
export function columnPlaces({ columns, entities }: Knowledge): ColumnPlaces | undefined {
  const still = columns.entity.filter(({ dynamic }) => !dynamic)
  for (const latitude of still) {
    const name = nameBeside(latitude, latitudes)
    const longitude = still.find(
      (other) => name !== undefined && nameBeside(other, longitudes) === name,
    )
    const found = longitude && placesIn(entities.values(), latitude, longitude)
    if (found !== undefined) return found
  }
  return undefined
}

/** The name of a column with a blank for the first of these words; undefined where it has none. */
function nameBeside({ title }: Column, wanted: ReadonlySet<string>): string | undefined {
  const words = title
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
  const at = words.findIndex((word) => wanted.has(word))
  return at === -1 ? undefined : words.with(at, '').join(' ')
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
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
      doubtful.set(entity.id, 'outside')
      outside += 1
    } else if (latitude === 0 && longitude === 0) doubtful.set(entity.id, 'zero')
    else places.set(entity.id, { latitude, longitude })
  }
  return places.size > outside ? { places, doubtful } : undefined
}

/** A column of text may hold figures too. */
function figureOf({ attributes }: Entity, { id, defaultText }: Column): number | undefined {
  const text = attributes.find(({ column }) => column === id)?.text ?? defaultText
  return text === undefined ? undefined : numberOf({ text: text.trim(), datatype: 'decimal' })
}
