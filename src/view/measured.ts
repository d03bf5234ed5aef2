import type { MetricId } from '../graph/metrics.ts'
import { kindId } from '../model/ids.ts'
import type { KindId } from '../model/ids.ts'

/** The metrics to size by, beside the degree: apart from their words, which few pages need. */
export const sizeMetrics = [
  'in-degree',
  'out-degree',
  'weighted-degree',
  'neighbours',
  'page-rank',
  'betweenness',
  'closeness',
  'core',
] as const satisfies readonly MetricId[]
export type SizeMetric = (typeof sizeMetrics)[number]

/** The metrics that tell nodes apart, to colour by. */
export const groupMetrics = [
  'community',
  'component',
  'strong-component',
  'cut-node',
] as const satisfies readonly MetricId[]
export type GroupMetric = (typeof groupMetrics)[number]

/** Beyond so many groups a legend is no help: the smallest share one kind. */
export const mostGroups = 24

/** The kind that stands for a group, from 1, or for the rest of them. */
export function groupKind(metric: GroupMetric, group: number | 'other'): KindId {
  return kindId(`${metric}-${group}`)
}

/** True where that kind can stand for a group; the groups themselves may not be known yet. */
export function isGroupKind(metric: GroupMetric, id: string): boolean {
  if (id === groupKind(metric, 'other')) return true
  const number = id.slice(metric.length + 1)
  return id.startsWith(`${metric}-`) && /^[1-9]\d?$/.test(number) && Number(number) <= mostGroups
}
