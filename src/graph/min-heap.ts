/** Items by rising priority, those of one priority by rising item (a binary heap). */
export interface MinHeap {
  readonly push: (priority: number, item: number) => void
  /** The priority of the first; undefined where nothing is left. */
  readonly first: () => number | undefined
  readonly pop: () => number | undefined
}

/** An empty heap. */
export function minHeap(): MinHeap {
  const priorities: number[] = []
  const items: number[] = []
  const before = (a: number, b: number): boolean => {
    const difference = (priorities[a] ?? 0) - (priorities[b] ?? 0)
    return difference < 0 || (difference === 0 && (items[a] ?? 0) < (items[b] ?? 0))
  }
  const swap = (list: number[], a: number, b: number): void => {
    const held = list[a] ?? 0
    list[a] = list[b] ?? 0
    list[b] = held
  }
  const exchange = (a: number, b: number): void => {
    swap(priorities, a, b)
    swap(items, a, b)
  }
  const sink = (): void => {
    for (let at = 0; ;) {
      const left = at * 2 + 1
      if (left >= items.length) return
      const least = left + 1 < items.length && before(left + 1, left) ? left + 1 : left
      if (!before(least, at)) return
      exchange(least, at)
      at = least
    }
  }
  return {
    push(priority, item) {
      let at = items.push(item) - 1
      priorities.push(priority)
      while (at > 0) {
        const parent = (at - 1) >> 1
        if (!before(at, parent)) return
        exchange(at, parent)
        at = parent
      }
    },
    first: () => priorities[0],
    pop() {
      if (items.length === 0) return undefined
      exchange(0, items.length - 1)
      priorities.pop()
      const item = items.pop()
      sink()
      return item
    },
  }
}
