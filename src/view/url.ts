import type { Dataset, Knowledge } from '../model/knowledge.ts'
import { encodeCamera, encodeMapCamera } from './url-camera.ts'
import {
  encodeAmount,
  encodeKinds,
  encodeLayout,
  encodeRange,
  encodeTable,
  encodeTime,
} from './url-choices.ts'
import { encodeCompared } from './url-compared.ts'
import { encodeConnection } from './url-connection.ts'
import { encodeMoved } from './url-moved.ts'
import { encodeOnly } from './url-only.ts'
import { encodePath } from './url-path.ts'
import { encodeQuestion } from './url-question.ts'
import { encodeGone } from './url-selection.ts'
import { encodeSets, setsOfLink } from './url-sets.ts'
import { decode, encode } from './url-text.ts'
import { firstView, selectionOf } from './view.ts'
import type { View } from './view.ts'

/** How links name a graph: a dataset by its id and version, a file of the reader's by its name. */
export type GraphName = Pick<Dataset, 'id' | 'version'>

/**
 * The link: the view as the hash of a URL, `v=1&dataset=china-ai@1.0.0&node=qwen&focus=qwen:2…`.
 * Lists are separated by commas, parts by colons; everything else is percent-encoded. What equals
 * the first view is left out. A link of an older version keeps opening. Where `all` the entities of
 * the graph are given, what a narrowed picture leaves out is named if that is less than what it shows.
 */
export function encodeView(
  view: View,
  { id, version }: GraphName,
  all?: Knowledge['entities'],
): string {
  const selection = selectionOf(view)
  const { focus, hidden, moved, camera, kinds } = view
  const parts: [string, string][] = [
    ['v', '1'],
    ['dataset', version === undefined ? encode(id) : `${encode(id)}@${encode(version)}`],
  ]
  if (selection.type === 'path') parts.push(['path', encodePath(selection)])
  else if (selection.type === 'connection') parts.push(['connect', encodeConnection(selection)])
  else if (selection.type === 'gone') {
    // A draft does not travel in a link, and nor does what it takes away.
    if (selection.from === 'compared') parts.push(['gone', encodeGone(selection)])
  } else if (selection.type !== 'nothing') parts.push([selection.type, encode(selection.id)])
  if (focus !== undefined) parts.push(['focus', `${encode(focus.centre)}:${focus.steps}`])
  if (view.only !== undefined) parts.push(encodeOnly(view.only, all))
  if (view.grownFrom !== undefined) parts.push(['grown', encode(view.grownFrom)])
  if (view.question !== undefined) parts.push(['ask', encodeQuestion(view.question)])
  const kindsText = encodeKinds(kinds)
  if (kindsText !== undefined) parts.push(['kinds', kindsText])
  for (const facet of ['kinds', 'predicates', 'evidence'] as const) {
    if (hidden[facet].size > 0) parts.push([`hide-${facet}`, [...hidden[facet]].map(encode).join()])
  }
  const layout = encodeLayout(view.layout)
  if (layout !== undefined) parts.push(['layout', layout])
  if (moved.size > 0) parts.push(['moved', [...moved].map(encodeMoved).join()])
  if (camera !== undefined) parts.push(['camera', encodeCamera(camera)])
  if (view.mapCamera !== undefined) parts.push(['map', encodeMapCamera(view.mapCamera)])
  if (view.mode !== 'picture') parts.push(['mode', view.mode])
  const table = encodeTable(view.table)
  if (table !== encodeTable(firstView.table)) parts.push(['table', table])
  if (view.uncitedOnly.size > 0) parts.push(['uncited', [...view.uncitedOnly].map(encode).join()])
  if (view.size.by !== 'degree') parts.push(['size', encodeAmount(view.size)])
  if (view.colour !== undefined) parts.push(['colour', encodeAmount(view.colour)])
  if (hidden.range !== undefined) parts.push(['range', encodeRange(hidden.range)])
  if (hidden.time !== undefined) parts.push(['time', encodeTime(hidden.time)])
  if (view.compared !== undefined) parts.push(['compared', encodeCompared(view.compared)])
  const sets = setsOfLink(view.notebook.sets)
  if (sets.size > 0) parts.push(['sets', encodeSets(sets)])
  return parts.map(([name, value]) => `${name}=${value}`).join('&')
}

/** The id of the graph that a link is about; undefined where it names none. */
export function graphOfLink(hash: string): string | undefined {
  const value = partsOf(hash)
    .find((part) => part.startsWith('dataset='))
    ?.slice('dataset='.length)
  return value === undefined ? undefined : decode(value.split('@')[0] ?? '')
}

/** A link without the part that begins a tour, and at which stop that begins, from 0. */
export function withoutTour(hash: string): { readonly rest: string; readonly at?: number } {
  const parts = partsOf(hash)
  const number = /^tour=([1-9]\d{0,3})$/
  const part = parts.find((each) => number.test(each))
  if (part === undefined) return { rest: hash }
  const rest = parts.filter((each) => each !== part).join('&')
  return { rest, at: Number(number.exec(part)?.[1]) - 1 }
}

/** The same view of a graph under another name: a dataset that was saved and opened as a file. */
export function aboutGraph(hash: string, name: GraphName): string {
  const about = encodeView(firstView, name)
  const rest = partsOf(hash).filter((part) => !/^(?:v|dataset)=/.test(part))
  return [about, ...rest].join('&')
}

/** The parts of a link, with or without `#`. */
export function partsOf(hash: string): readonly string[] {
  return hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => part !== '')
}
