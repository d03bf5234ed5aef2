import type { Drawing, Knowledge, Span } from '../../model/knowledge.ts'
import type { LossCount } from '../loss-count.ts'
import { aliasText, separator, spanText } from '../readable.ts'
import { stableJson } from '../stable-json.ts'
import { aliasesIn, ownSpansIn } from './own-columns.ts'

/** Counts what two tables cannot say of knowledge, or say only as text. */
export function countLosses(knowledge: Knowledge, drawing: Drawing, losses: LossCount): void {
  const { dataset, kinds, predicates, qualifiers, sources } = knowledge
  const statements = [...knowledge.statements.values()]
  const sum = (count: (statement: (typeof statements)[number]) => number): number =>
    statements.reduce((total, statement) => total + count(statement), 0)
  losses.add(
    'references, written as text',
    sum(({ references }) => references.length),
  )
  losses.add(
    'qualifiers, written as text',
    sum(
      ({ qualifiers: narrowing, measures }) => narrowing.length + (measures === undefined ? 0 : 1),
    ),
  )
  losses.add(
    'facts, written as columns of the nodes',
    statements.filter(({ value }) => value.type === 'literal').length,
  )
  losses.add(
    'marks of inferred statements, which are read as their evidence',
    statements.filter(({ inferred }) => inferred === true).length,
  )
  losses.add(
    'links between disputed statements',
    sum(({ disputes }) => disputes.length),
  )
  losses.add(
    'descriptions of kinds, predicates and sources',
    kinds.size + predicates.size + qualifiers.size + sources.size,
  )
  const { id: _, title: __, start, ...details } = dataset
  const told = Object.values(details).filter((detail) => detail !== undefined).length
  losses.add('details of the dataset beside its title', told + (start.length > 0 ? 1 : 0))
  losses.add(
    'title of the dataset, which stands beside its first node',
    knowledge.entities.size === 0 ? 1 : 0,
  )
  losses.add(
    'weights that are no finite number',
    statements.filter(({ weight = 0 }) => !Number.isFinite(weight)).length,
  )
  countTexts(knowledge, losses)
  countDrawing(knowledge, drawing, losses)
}

/** Lists that cannot be told apart again once they are text. */
function countTexts({ entities, statements }: Knowledge, losses: LossCount): void {
  const timesLost = (spans: readonly Span[]): boolean => {
    const text = spans.map(spanText).join(separator)
    return differs(spans, spans.length === 0 ? [] : ownSpansIn(text))
  }
  for (const { aliases, parents, spans } of entities.values()) {
    const text = aliasText(aliases)
    if (differs(aliases, aliases.length === 0 ? [] : aliasesIn(text))) {
      losses.add('lists of aliases that run together as text')
    }
    if (differs(parents, parents.length === 0 ? [] : parents.join(separator).split(separator))) {
      losses.add('lists of parents that run together as text')
    }
    if (timesLost(spans)) losses.add(lostTimes)
  }
  for (const { spans, value } of statements.values()) {
    if (value.type === 'entity' && timesLost(spans)) losses.add(lostTimes)
  }
}

const lostTimes = 'times with excluded bounds, or that run together as text'

function countDrawing(
  { entities, statements }: Knowledge,
  { node, edge }: Drawing,
  losses: LossCount,
): void {
  const lost = 'shapes, images, third coordinates and thicknesses'
  for (const entity of entities.values()) {
    const { position, shape, image } = node(entity) ?? {}
    const parts = [position?.z, shape, image]
    losses.add(lost, parts.filter((part) => part !== undefined).length)
  }
  for (const statement of statements.values()) {
    if (statement.value.type !== 'entity') continue
    const { shape, thickness } = edge(statement) ?? {}
    losses.add(lost, [shape, thickness].filter((part) => part !== undefined).length)
  }
}

function differs(one: unknown, two: unknown): boolean {
  return stableJson(one) !== stableJson(two)
}
