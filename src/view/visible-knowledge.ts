import type { Knowledge } from '../model/knowledge.ts'
import type { Visible } from './visible.ts'

/** The part of the knowledge that the picture shows: its nodes, its edges, the facts about them. */
export function visibleKnowledge(knowledge: Knowledge, visible: Visible): Knowledge {
  return {
    ...knowledge,
    dataset: {
      ...knowledge.dataset,
      start: knowledge.dataset.start.filter((id) => visible.nodes.has(id)),
    },
    entities: new Map([...knowledge.entities].filter(([id]) => visible.nodes.has(id))),
    statements: new Map(
      [...knowledge.statements].filter(
        ([id, { subject }]) =>
          visible.edges.has(id) || (visible.facts.has(id) && visible.nodes.has(subject)),
      ),
    ),
  }
}
