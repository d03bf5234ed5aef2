/** True where a record says nothing at all. */
export function isEmpty(record: object): boolean {
  for (const _ in record) return false
  return true
}
