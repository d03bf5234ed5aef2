/** What is in either set, in the order of the first and then of the second. */
export function union<Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): ReadonlySet<Item> {
  return new Set([...a, ...b])
}

/** What is in both sets, in the order of the first. */
export function intersection<Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): ReadonlySet<Item> {
  return new Set([...a].filter((item) => b.has(item)))
}

/** What is in the first set and not in the second. */
export function difference<Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): ReadonlySet<Item> {
  return new Set([...a].filter((item) => !b.has(item)))
}
