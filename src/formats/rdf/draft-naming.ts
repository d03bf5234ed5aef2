import type { Entity } from '../../model/knowledge.ts'
import { stableJson } from '../stable-json.ts'
import type { DraftContext } from './draft-context.ts'
import { coordinateType } from './naming.ts'
import { entityNode } from './own-names.ts'
import { isLanguage } from './language.ts'
import { literal, quadOf } from './term.ts'
import * as rdf from './vocabulary.ts'

/** Says label, aliases, description and place, where the entity's statements do not say them. */
export function draftNaming(entity: Entity, { plan, add, text }: DraftContext): void {
  const node = entityNode(entity.id)
  const known = plan.read.get(entity.id)
  const { label, aliases, description, place } = entity
  if (label !== undefined && label !== known?.label) add(quadOf(node, rdf.label, text(label)))
  if (stableJson(aliases) !== stableJson(known?.aliases ?? [])) {
    for (const { text: alias, note } of aliases) {
      const type = note !== undefined && isLanguage(note) ? { language: note } : undefined
      add(quadOf(node, rdf.altLabel, text(alias, type)))
    }
  }
  if (description !== undefined && description !== known?.description) {
    add(quadOf(node, rdf.comment, text(description)))
  }
  if (place === undefined || stableJson(place) === stableJson(known?.place ?? null)) return
  for (const [predicate, degrees] of [
    [rdf.latitude, place.latitude],
    [rdf.longitude, place.longitude],
  ] as const) {
    const number = String(degrees)
    add(quadOf(node, predicate, literal(number, coordinateType(number))))
  }
}
