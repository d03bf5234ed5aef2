import type { OpenedPart, PartKind, PartOffer } from '../graph/part-choice.ts'
import type { GraphSize } from '../graph/part.ts'
import { counted, grouped } from './counted.ts'

/** "1,200,000 entities and 3,000,000 relations". */
export function sizeText({ nodes, edges }: GraphSize): string {
  return `${counted(nodes, 'entity', 'entities')} and ${counted(edges, 'relation', 'relations')}`
}

/** How large a graph is, and how large it may be here. */
export function tooLargeText(name: string, { whole, limit }: PartOffer): string {
  return `${name} holds ${sizeText(whole)}. Orrery shows up to about ${roundText(limit.edges)} relations here, between at most ${roundText(limit.nodes)} entities.`
}

/** "the densest core", as part of a sentence. */
export function partName(kind: PartKind, name?: string): string {
  switch (kind.type) {
    case 'component':
      return 'the largest component'
    case 'core':
      return 'the densest core'
    case 'neighbourhood':
      return `the neighbourhood of ${name ?? kind.id}`
  }
}

/** What the part is by its own nature, as a sentence. */
export function partMeaning(kind: PartKind): string {
  switch (kind.type) {
    case 'component':
      return 'Everything in it is joined by some path.'
    case 'core':
      return `Everything in it has ${counted(kind.k, 'neighbour', 'neighbours')} or more within it.`
    case 'neighbourhood':
      return `Everything in it is within ${counted(kind.steps, 'step', 'steps')}.`
  }
}

/** "This is the densest core: 13,000 of 1,200,000 entities, 900,000 of 3,000,000 relations." */
export function partLine({ kind, name, of }: OpenedPart, kept: GraphSize): string {
  const entities = `${grouped(kept.nodes)} of ${counted(of.nodes, 'entity', 'entities')}`
  const relations = `${grouped(kept.edges)} of ${counted(of.edges, 'relation', 'relations')}`
  return `This is ${partName(kind, name)} of a larger graph: ${entities}, ${relations}.`
}

/** "1 million", "500,000": two digits tell enough of a limit. */
function roundText(count: number): string {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(count, 1))) - 1)
  const rounded = Math.round(count / unit) * unit
  return rounded >= 1e6 ? `${rounded / 1e6} million` : grouped(rounded)
}
