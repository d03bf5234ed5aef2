import type { EntityId } from '../../model/ids.ts'
import type { Knowledge, LaidOut, Point } from '../../model/knowledge.ts'

/** The knowledge with the positions at which its own file drew the nodes. */
export function laidOut(knowledge: Knowledge): LaidOut {
  const layout = new Map<EntityId, Point>()
  for (const { id, drawing } of knowledge.entities.values()) {
    if (drawing?.position === undefined) continue
    layout.set(id, { x: drawing.position.x, y: drawing.position.y })
  }
  return { knowledge, layout }
}
