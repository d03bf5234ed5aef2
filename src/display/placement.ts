import type { Doubt } from '../model/coordinate-names.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Entity, Knowledge, Place, Relation } from '../model/knowledge.ts'
import { columnPlaces } from './place-columns.ts'

/** Where the map puts a node. */
export interface Placement {
  readonly place: Place
  /** The entity that has these coordinates: the node itself, or where it is based. */
  readonly anchor: EntityId
  /** From the node to the anchor, the statements that place it; none for its own coordinates. */
  readonly through: readonly StatementId[]
}

/** What the map can and cannot place. */
export interface Placing {
  readonly placed: ReadonlyMap<EntityId, Placement>
  /** Entities of which only a country or the like is known, with that area. */
  readonly inArea: ReadonlyMap<EntityId, EntityId>
  /** Entities that are based in more than one place. */
  readonly several: ReadonlySet<EntityId>
  /** Entities with figures in columns of coordinates that are no place. */
  readonly doubtful: ReadonlyMap<EntityId, Doubt>
}

/**
 * Places every entity that has coordinates, of its own or in columns of its file, and those that
 * are based or located in one of them, by one statement or several in a row. Nothing is put into
 * the middle of an area, a country or what other entities with coordinates lie in: that it is there
 * would be invented.
 */
export function placingOf(knowledge: Knowledge): Placing {
  const residents = residentsOf(knowledge)
  const inColumns = columnPlaces(knowledge)
  const placeOf = ({ id, place }: Entity): Place | undefined => place ?? inColumns?.places.get(id)
  const placed = new Map<EntityId, Placement>()
  for (const entity of knowledge.entities.values()) {
    const place = placeOf(entity)
    if (place !== undefined) placed.set(entity.id, { place, anchor: entity.id, through: [] })
  }
  const own = [...knowledge.entities.values()].filter(({ id }) => placed.has(id))
  const hasPlace: ReadonlySet<EntityId> = new Set(placed.keys())
  const areas = new Set(own.filter((entity) => isArea(entity, knowledge, residents, hasPlace)))
  const several = new Set<EntityId>()
  const points = own.filter((entity) => !areas.has(entity))
  const open = points.map(({ id }) => ({ id, anchor: id }))
  for (const { id, anchor } of open) {
    const [from, there] = [placed.get(id), placed.get(anchor)]
    if (from === undefined || there === undefined) continue
    for (const { resident, statement } of residents.get(id) ?? []) {
      const before = placed.get(resident)
      if (before?.through.length === 0 || before?.anchor === anchor) continue
      // A third place says no more than the second.
      if (several.has(resident)) continue
      if (before === undefined) {
        const through = [statement, ...from.through]
        placed.set(resident, { place: there.place, anchor, through })
      } else several.add(resident)
      // The second place is passed on as well: what is based there is in several too.
      open.push({ id: resident, anchor })
    }
  }
  for (const id of several) placed.delete(id)
  return {
    placed,
    several,
    inArea: inAreas(areas, residents, placed, several),
    doubtful: inColumns?.doubtful ?? new Map(),
  }
}

interface Residence {
  readonly resident: EntityId
  readonly statement: StatementId
}

/** Who is based or located in what. */
function residentsOf({ predicates, statements }: Knowledge): ReadonlyMap<EntityId, Residence[]> {
  const residents = new Map<EntityId, Residence[]>()
  for (const { id, subject, predicate, value } of statements.values()) {
    if (value.type !== 'entity') continue
    const relation = predicates.get(predicate)
    if (relation?.type !== 'relation' || !saysWhere(relation)) continue
    const known = residents.get(value.entity)
    if (known === undefined) residents.set(value.entity, [{ resident: subject, statement: id }])
    else known.push({ resident: subject, statement: id })
  }
  return residents
}

const whereName =
  /^(?:is )?(?:based|located|situated|headquartered|seated) in$|^location$|^headquarters(?: location)?$|^P(?:131|159|276)$/i

function saysWhere({ id, label }: Relation): boolean {
  // An IRI says what it is called at its end.
  const [name = ''] = /[^/#]*$/.exec(id) ?? []
  return [name.replace(/[-_]/g, ' '), label].some((each) => whereName.test(each))
}

const areaKind = /\b(?:country|countries|states?|regions?|continents?|provinces?|nations?)\b/i

function isArea(
  { id, kind }: Entity,
  { kinds }: Knowledge,
  residents: ReadonlyMap<EntityId, Residence[]>,
  hasPlace: ReadonlySet<EntityId>,
): boolean {
  if (kind !== undefined && areaKind.test(kinds.get(kind)?.label ?? kind)) return true
  return (residents.get(id) ?? []).some(({ resident }) => hasPlace.has(resident))
}

function inAreas(
  areas: ReadonlySet<Entity>,
  residents: ReadonlyMap<EntityId, Residence[]>,
  placed: ReadonlyMap<EntityId, Placement>,
  several: ReadonlySet<EntityId>,
): ReadonlyMap<EntityId, EntityId> {
  const inArea = new Map<EntityId, EntityId>()
  const open = [...areas].map(({ id }) => ({ id, area: id }))
  for (const { id, area } of open) {
    for (const { resident } of residents.get(id) ?? []) {
      if (placed.has(resident) || several.has(resident) || inArea.has(resident)) continue
      inArea.set(resident, area)
      open.push({ id: resident, area })
    }
  }
  return inArea
}
