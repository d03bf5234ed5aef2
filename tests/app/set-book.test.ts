import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import { createSetBook } from '../../src/app/set-book.ts'
import { entityId } from '../../src/model/ids.ts'
import { firstView } from '../../src/view/view.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

const session = createSession(withOwnKinds(sevenNodes(), sevenPlaces), firstView, signal('light'))
const set = (...ids: readonly string[]) => new Set(ids.map(entityId))

/** What a browser keeps, as far as a book needs it. */
function drawer(texts = new Map<string, string>()) {
  return {
    texts,
    storage: () => ({
      getItem: (key: string) => texts.get(key) ?? null,
      setItem: (key: string, text: string) => void texts.set(key, text),
    }),
  }
}

describe('the book of named sets', () => {
  test('is there again at the next visit, with what was named, renamed and forgotten', () => {
    const { storage } = drawer()
    const book = createSetBook(session, storage)
    book.add('Models', set('qwen'))
    book.add('Others', set('plan', 'market'))
    book.add('Cities', set('shanghai'))
    expect(book.rename('Models', 'Shanghai models')).toBe('Shanghai models')
    book.forget('Others')
    expect([...createSetBook(session, storage).sets.value]).toEqual([
      ['Shanghai models', new Set(['qwen'])],
      ['Cities', new Set(['shanghai'])],
    ])
  })

  test('puts back what was forgotten last, where it was', () => {
    const book = createSetBook(session, drawer().storage)
    book.add('A', set('qwen'))
    book.add('B', set('lab'))
    book.forget('A')
    expect([book.forgotten.value, [...book.sets.value.keys()]]).toEqual(['A', ['B']])
    book.putBack()
    expect([book.forgotten.value, [...book.sets.value.keys()]]).toEqual([undefined, ['A', 'B']])
  })

  test('shows only nodes that are in the graph, and keeps the others for another version', () => {
    const text = '[["Then",["lab","gone"]]]'
    const { storage, texts } = drawer(new Map([['orrery:sets:seven', text]]))
    const book = createSetBook(session, storage)
    expect(book.sets.value.get('Then')).toEqual(new Set(['lab']))
    book.add('Now', set('qwen'))
    expect(texts.get('orrery:sets:seven')).toBe('[["Then",["lab","gone"]],["Now",["qwen"]]]')
  })

  test('says so where the browser keeps nothing, and goes on', () => {
    const book = createSetBook(session, () => {
      throw new Error('forbidden')
    })
    book.add('A', set('qwen'))
    expect([book.kept.value, [...book.sets.value.keys()]]).toEqual([false, ['A']])
  })
})
