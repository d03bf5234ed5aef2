/** What can become of a record from one version of a graph to another, in legend order. */
export const changeClasses = ['added', 'removed', 'changed'] as const
export type ChangeClass = (typeof changeClasses)[number]
