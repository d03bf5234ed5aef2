import { describe, expect, test } from 'vitest'
import { allAtOnce, breather, paced, type Steps } from '../../src/model/steps.ts'

function* sumTo(last: number, done: number[]): Steps<number> {
  let sum = 0
  for (let number = 1; number <= last; number += 1) {
    sum += number
    done.push(number)
    yield
  }
  return sum
}

describe('work in steps', () => {
  test('gives the same whether it pauses or not', async () => {
    expect(allAtOnce(sumTo(10, []))).toBe(55)
    expect(await paced(sumTo(10, []), async () => {})).toBe(55)
  })

  test('waits at every pause', async () => {
    const done: number[] = []
    const seen: number[] = []
    await paced(sumTo(3, done), async () => {
      await Promise.resolve()
      seen.push(done.length)
    })
    expect(seen).toEqual([1, 2, 3])
  })

  test('fails as it would at once', async () => {
    const failing = function* (): Steps<number> {
      yield
      throw new Error('too much')
    }
    expect(() => allAtOnce(failing())).toThrow('too much')
    await expect(paced(failing(), async () => {})).rejects.toThrow('too much')
  })

  test('pauses now and then, however long the list', () => {
    const pauses = breather()
    const due = Array.from({ length: 2000 }, () => pauses()).filter(Boolean)
    expect(due.length).toBeGreaterThan(1)
    expect(due.length).toBeLessThan(20)
  })
})
