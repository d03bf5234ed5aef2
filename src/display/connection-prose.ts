import type { PathStep } from '../graph/shortest-paths.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { pathsProse } from './path-prose.ts'
import type { Prose, ToldPath } from './path-prose.ts'

/** Tells a tree that joins the seeds: every way from seed to seed, or to where ways meet. */
export function treeProse(
  knowledge: Knowledge,
  tree: readonly PathStep[],
  seeds: readonly EntityId[],
): Prose {
  return pathsProse(knowledge, chainsOf(tree, seeds))
}

/** The tree cut into ways that end at a seed or where several meet, each step once. */
export function chainsOf(
  tree: readonly PathStep[],
  seeds: readonly EntityId[],
): readonly ToldPath[] {
  const at = new Map<EntityId, readonly PathStep[]>()
  for (const step of tree)
    for (const end of [step.from, step.to]) at.set(end, [...(at.get(end) ?? []), step])
  const isEnd = (node: EntityId): boolean => seeds.includes(node) || at.get(node)?.length !== 2
  const told = new Set<PathStep>()
  const chains: ToldPath[] = []
  for (const start of [...seeds, ...[...at.keys()].filter(isEnd)])
    for (const first of at.get(start) ?? []) {
      if (told.has(first)) continue
      const [nodes, steps] = [[start], [] as PathStep[]]
      for (let step: PathStep | undefined = first; step !== undefined;) {
        const here: EntityId = step.from === nodes.at(-1) ? step.to : step.from
        told.add(step)
        steps.push(step)
        nodes.push(here)
        step = isEnd(here) ? undefined : at.get(here)?.find((each) => !told.has(each))
      }
      chains.push({ nodes, steps })
    }
  return chains
}
