import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { stepwise } from '../../src/app/stepwise.ts'
import type { Steps } from '../../src/model/steps.ts'

describe('what follows from signals in steps', () => {
  const square = (): {
    readonly number: ReturnType<typeof signal<number>>
    readonly work: readonly number[]
    readonly made: ReturnType<typeof stepwise<[number], number>>
  } => {
    const number = signal(3)
    const work: number[] = []
    const made = stepwise(
      () => [number.value],
      function* (of: number): Steps<number> {
        work.push(of)
        yield
        return of * of
      },
    )
    return { number, work, made }
  }

  test('is worked out once for the same inputs, prepared or not', async () => {
    const { work, made } = square()
    await made.prepare(async () => {})
    expect([made.result.value, made.result.value]).toEqual([9, 9])
    expect(work).toEqual([3])
  })

  test('is worked out at once where nobody prepared it, and anew for new inputs', () => {
    const { number, work, made } = square()
    expect(made.result.value).toBe(9)
    number.value = 4
    expect(made.result.value).toBe(16)
    expect(work).toEqual([3, 4])
  })

  test('that was prepared for old inputs is not taken for that of new ones', async () => {
    const { number, made } = square()
    await made.prepare(async () => {
      number.value = 5
    })
    expect(made.result.value).toBe(25)
  })
})
