import type { ComparedPart, ComparedRecord } from '../display/comparison-list.ts'
import { ghostsOf } from '../display/ghost-picture.ts'
import { sentenceText } from '../display/sentence.ts'
import type { StatementId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { removedIds } from '../model/record-changes.ts'
import { createBygone, withPresentKinds } from './ghosting.ts'
import type { Bygone } from './bygone.ts'
import type { Session } from './session.ts'

/** What the reader's draft takes away, with what goes along. */
export function draftGhosts(session: Session): Bygone {
  const { opened, content } = session
  const [entities, statements] = [
    removedIds(opened.knowledge.entities, content.entities),
    removedIds(opened.knowledge.statements, content.statements),
  ]
  const knowledge = withPresentKinds(session, opened.knowledge)
  const gone = { before: { knowledge, layout: opened.layout }, entities, statements }
  return createBygone({
    session,
    from: 'draft',
    by: 'Your draft',
    gone,
    now: content,
    renamed: new Map(),
    parts: [removedStatements(statements, knowledge)],
    withGhosts: (picture, style) => {
      const ghosts = ghostsOf(picture, gone, style)
      return {
        ...picture,
        nodes: [...ghosts.nodes, ...picture.nodes],
        edges: [...picture.edges, ...ghosts.edges],
      }
    },
  })
}

function removedStatements(ids: readonly StatementId[], knowledge: Knowledge): ComparedPart {
  const records = ids.flatMap((id): ComparedRecord[] => {
    const statement = knowledge.statements.get(id)
    if (statement === undefined) return []
    const text = sentenceText(knowledge, statement)
    const selection = { type: 'gone', from: 'draft', of: 'statement', id } as const
    return [{ id, change: 'removed', text, selection, fields: [] }]
  })
  return { of: 'records', title: 'Statements', records }
}
