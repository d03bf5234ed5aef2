import type { View } from '../view/view.ts'

/** What keeps parts of the graph out of the picture: "the filters or the timeline"; "" for nothing. */
export function hidersText({
  hidden,
  focus,
  only,
}: Pick<View, 'hidden' | 'focus' | 'only'>): string {
  const { kinds, predicates, evidence, range, time } = hidden
  const hiders = [
    ...(kinds.size + predicates.size + evidence.size > 0 || range !== undefined
      ? ['the filters']
      : []),
    ...(time === undefined ? [] : ['the timeline']),
    ...(focus === undefined ? [] : ['the focus']),
    ...(only === undefined ? [] : ['the choice of nodes']),
  ]
  const last = hiders.pop() ?? ''
  return hiders.length === 0 ? last : `${hiders.join(', ')} or ${last}`
}
