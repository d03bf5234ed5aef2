import { detectFormat, familyOfFormat } from '../formats/detect.ts'
import type { Family } from '../formats/detect.ts'
import type { InputFile, Opened } from '../formats/input-file.ts'
import { openFiles } from '../formats/open.ts'
import { outlineOf } from '../formats/xml/outline.ts'
import { xmlLimits } from '../formats/xml/xml-limits.ts'
import type { OpenedPart } from '../graph/part-choice.ts'
import { skeletonOfEnds } from '../graph/skeleton.ts'
import type { EntityId } from '../model/ids.ts'
import type { ReadResult } from '../model/issue.ts'
import type { Entity } from '../model/knowledge.ts'
import type { HeldGraph } from './held-reading.ts'
import { giveBack } from './loaded-files.ts'
import type { Tell } from './paced-progress.ts'
import type { ReadingOrder } from './reading-messages.ts'

/** An XML file that is too long to be read before it is known how large its graph is. */
export interface LongXml {
  readonly file: InputFile
  readonly family: 'gexf' | 'graphml'
  /** What chose it, as half a sentence. */
  readonly why: string
}

/** The one file where it is GEXF or GraphML of more than so many bytes. */
export function longXml(
  files: readonly InputFile[],
  { from }: Pick<ReadingOrder, 'from'>,
  mostAtOnce: number,
): LongXml | undefined {
  const [file, ...more] = files
  if (file === undefined || more.length > 0 || file.bytes.length <= mostAtOnce) return undefined
  const asked = from === undefined ? undefined : familyOfFormat(from)
  const { family, why }: { readonly family?: Family; readonly why: string } =
    asked === undefined
      ? (detectFormat(file.bytes, file.name) ?? { why: '' })
      : { family: asked, why: 'it was asked for' }
  return family === 'gexf' || family === 'graphml' ? { file, family, why } : undefined
}

/**
 * What is joined with what in such a file, held back: what is opened of it is read in full only then,
 * and goes to `deliver`.
 */
export function outlinedGraph(
  { file: { name, bytes } }: LongXml,
  { from }: Pick<ReadingOrder, 'from'>,
  tell: Tell,
  deliver: (opened: Opened, part: OpenedPart | undefined) => void,
): ReadResult<HeldGraph> {
  const outline = outlineOf(bytes, name, (done) => tell('reading', done, bytes.length))
  if (!outline.ok) return outline
  const { ids, labels, sources, targets, part: partOf } = outline.content
  const content: HeldGraph = {
    size: { nodes: ids.length, edges: sources.length },
    skeleton: () => skeletonOfEnds(ids, sources, targets),
    names: () => ({ entities: namedEntities(ids, labels), kinds: new Map() }),
    open: async (part) => {
      const cut = (done: number): void => tell('reading', done, bytes.length)
      const chosen = part === undefined ? bytes : partOf(part.holds, cut)
      const opened = await openFiles([{ name, bytes: chosen }], {
        ...(from && { from }),
        // How large its graph is has been looked at.
        limits: { ...xmlLimits, fileSize: Infinity },
        tell: (done, total) => tell('reading', done, total),
      })
      for (const each of new Set([bytes, chosen])) giveBack(each.buffer)
      deliver(opened, part?.opened)
    },
  }
  return { ok: true, content, issues: [] }
}

function namedEntities(
  ids: readonly EntityId[],
  labels: readonly (string | undefined)[],
): ReadonlyMap<EntityId, Entity> {
  const nothing = { aliases: [], parents: [], spans: [], attributes: [] }
  return new Map(
    ids.map((id, place): [EntityId, Entity] => {
      const label = labels[place]
      return [id, { id, ...(label === undefined ? {} : { label }), ...nothing }]
    }),
  )
}
