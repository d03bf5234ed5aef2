import type { KindId } from '../model/ids.ts'
import type { Entity, Knowledge } from '../model/knowledge.ts'
import { kindColours, kindShapes } from './palette.ts'
import type { Scheme } from './palette.ts'
import type { Shape } from './shape.ts'

/** How a kind looks: in the picture, the legend, the card and every export. */
export interface KindLook {
  readonly colour: string
  readonly shape: Shape
}

/** The look of a kind, by its place in the dataset's list of kinds. */
export function kindLook(knowledge: Knowledge, kind: KindId | undefined, scheme: Scheme): KindLook {
  const colours = kindColours[scheme]
  const place = kind === undefined ? -1 : [...knowledge.kinds.keys()].indexOf(kind)
  if (place === -1) return { colour: colours[6] ?? '#8d8e80', shape: 'circle' }
  const round = Math.floor(place / kindShapes.length)
  // Each round meets its shapes with colours as far from the rounds before as can be: 88 looks.
  const shift = round * (colours.length / 2) + Math.floor(round / 2)
  return {
    colour: colours[((place % kindShapes.length) + shift) % colours.length] ?? '#8d8e80',
    shape: kindShapes[place % kindShapes.length] ?? 'circle',
  }
}

/** `kindLook`, worked out once for each kind: many nodes share it. */
export function kindLooks(
  knowledge: Knowledge,
  scheme: Scheme,
): (kind: KindId | undefined) => KindLook {
  const looks = new Map<KindId | undefined, KindLook>()
  return (kind) => {
    const known = looks.get(kind)
    if (known !== undefined) return known
    const look = kindLook(knowledge, kind, scheme)
    looks.set(kind, look)
    return look
  }
}

/** Radius in CSS pixels: the area grows with the degree, from 4 px for none to at most 18 px. */
export function nodeSize(degree: number): number {
  return Math.min(18, Math.sqrt(16 + degree * 8.5))
}

/** What an entity is called: its label, or its id where it has none. */
export function nameOf(entity: Entity): string {
  return entity.label === undefined || entity.label === '' ? entity.id : entity.label
}
