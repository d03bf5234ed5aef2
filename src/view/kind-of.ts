import { kindId } from '../model/ids.ts'
import type { KindId } from '../model/ids.ts'
import type { Entity } from '../model/knowledge.ts'

/** The entity's kind as a facet value; "" where it has none. */
export function kindOf(entity: Entity): KindId {
  return entity.kind ?? kindId('')
}
