import { describe, expect, it } from 'vitest'
import { readGexf } from '../../../src/formats/gexf/read.ts'
import { writeGexf } from '../../../src/formats/gexf/write.ts'
import { columnId, entityId, statementId } from '../../../src/model/ids.ts'
import type { Entity, Knowledge, Statement } from '../../../src/model/knowledge.ts'
import { drawnAs, noDrawing } from '../../drawings.ts'
import { sevenNodes } from '../../seven-nodes.ts'

const read = (text: string): Knowledge => {
  const result = readGexf(new TextEncoder().encode(text), 'f.gexf')
  if (!result.ok) throw new Error('rejected')
  return result.content
}
const lone = (entity: Partial<Entity>): Knowledge => {
  const knowledge = sevenNodes()
  const [first] = knowledge.entities.values()
  if (first === undefined) throw new Error('no node')
  const id = entityId('only')
  return {
    ...knowledge,
    entities: new Map([[id, { ...first, id, label: 'Only', ...entity }]]),
    statements: new Map(),
  }
}
const cellsOf = (text: string, element: string): readonly string[] => {
  const [, inner = ''] =
    new RegExp(`<${element}[^>]*>([\\s\\S]*?)</${element.split(' ')[0]}>`).exec(text) ?? []
  return [
    ...inner.matchAll(
      /<attvalue for="(?!orrery:(?:entity|statement|dataset))[^"]*" value="([^"]*)"/g,
    ),
  ].map(([, value = '']) => value)
}

describe('writing GEXF', () => {
  it('gives back the seven nodes with the positions, colours and sizes of the picture', () => {
    const knowledge = sevenNodes()
    const lab = { position: { x: 1 / 3, y: -2e-7 }, colour: '#12345678', size: 4.5 }
    const drawing = drawnAs(
      new Map([[entityId('lab'), lab]]),
      new Map([[[...knowledge.statements.keys()][0] ?? statementId(''), { colour: '#abcdef' }]]),
    )
    const again = read(writeGexf(knowledge, drawing, { version: '1.3' }).text)
    expect(again.entities.get(entityId('lab'))?.drawing).toEqual(lab)
    const plain = (one: object): object => ({ ...one, drawing: undefined })
    expect({
      ...again,
      entities: new Map([...again.entities].map(([id, one]) => [id, plain(one)])),
      statements: new Map([...again.statements].map(([id, one]) => [id, plain(one)])),
    }).toEqual(knowledge)
  })

  it('says kind, evidence, references and facts in words', () => {
    const { text } = writeGexf(sevenNodes(), noDrawing, { version: '1.3' })
    expect([cellsOf(text, 'node id="lab"'), cellsOf(text, 'node id="market"')]).toMatchSnapshot()
    expect(text).toContain('title="evidence"')
  })

  it('counts what other readers do not see', () => {
    const knowledge = lone({
      label: 'a\u0001\ud800',
      spans: [{ start: 'long ago' }],
      attributes: [{ column: columnId('c'), text: '\u0002' }],
    })
    const column = { id: columnId('c'), title: 'c', datatype: 'string', dynamic: false } as const
    const { text, losses } = writeGexf(
      { ...knowledge, columns: { entity: [column], statement: [] } },
      drawnAs(
        new Map([
          [entityId('only'), { position: { x: 1e300, y: 0 }, colour: 'red', shape: 'star' }],
        ]),
      ),
      { version: '1.3' },
    )
    expect(losses).toEqual([
      { what: 'characters that XML cannot hold, written as U+FFFD', count: 3 },
      { what: 'times that GEXF cannot write, kept only in our own columns', count: 1 },
      { what: 'colours that are not #rrggbb', count: 1 },
      { what: 'positions beyond what GEXF holds', count: 1 },
      { what: 'shapes that GEXF does not know', count: 1 },
    ])
    expect(text).toContain('label="a\ufffd\ufffd"')
  })

  it('writes mixed directions as they are in 1.3 and in a form that old readers take in 1.2', () => {
    const knowledge = sevenNodes()
    const types = (version: '1.3' | '1.2draft'): ReadonlySet<string> =>
      new Set(
        [
          ...writeGexf(knowledge, noDrawing, { version }).text.matchAll(
            / type="(\w+)" (?:kind|label)=/g,
          ),
        ].map(([, type = '']) => type),
      )
    expect([types('1.3'), types('1.2draft')]).toEqual([
      new Set(['undirected']),
      new Set(['mutual']),
    ])
  })

  it('takes edges that someone added to a file of ours', () => {
    const { text } = writeGexf(sevenNodes(), noDrawing, { version: '1.3' })
    const more = text.replace(
      '</edges>',
      '<edge source="lab" target="island" label="owns"/></edges>',
    )
    const added = [...read(more).statements.values()].at(-1)
    expect(added).toMatchObject<Partial<Statement>>({
      subject: entityId('lab'),
      value: { type: 'entity', entity: entityId('island') },
      direction: 'directed',
    })
    expect(read(more).predicates.size).toBe(sevenNodes().predicates.size + 1)
  })
})
