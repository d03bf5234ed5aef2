import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knowledgePart, laidOutPart } from '../../src/model/knowledge-part.ts'
import { anyKnowledge } from '../formats/knowledge-arbitrary.ts'

test('a part holds what was asked for, all that is said of it alone, and points to nothing else', () => {
  fc.assert(
    fc.property(anyKnowledge, fc.func(fc.boolean()), (knowledge, holds) => {
      const part = knowledgePart(knowledge, holds)
      const ids = new Set([...knowledge.entities.keys()].filter((id) => holds(id)))
      expect(new Set(part.entities.keys())).toEqual(ids)
      const about = [...knowledge.statements.values()].filter(
        ({ subject, value }) =>
          ids.has(subject) && (value.type === 'literal' || ids.has(value.entity)),
      )
      expect([...part.statements.keys()]).toEqual(about.map(({ id }) => id))
      const parents = [...part.entities.values()].flatMap((entity) => entity.parents)
      const disputes = [...part.statements.values()].flatMap((statement) => statement.disputes)
      expect(parents.every((id) => part.entities.has(id))).toBe(true)
      expect(disputes.every((id) => part.statements.has(id))).toBe(true)
      expect(part.dataset.start.every((id) => holds(id))).toBe(true)
    }),
  )
})

test('the part that is everything is the same again, places too', () => {
  fc.assert(
    fc.property(anyKnowledge, (knowledge) => {
      const layout = new Map([...knowledge.entities.keys()].map((id) => [id, { x: 1, y: 2 }]))
      const whole = laidOutPart({ knowledge, layout }, () => true)
      expect(whole.layout).toEqual(layout)
      expect(whole.knowledge.entities).toEqual(knowledge.entities)
      expect(whole.knowledge.statements.size).toBe(knowledge.statements.size)
    }),
  )
})
