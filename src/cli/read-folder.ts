import { readDataset } from '../formats/dataset/read.ts'
import { textsIn } from '../formats/dataset/read-archive.ts'
import { readTour } from '../formats/dataset/read-tour.ts'
import type { ReadResult } from '../model/issue.ts'
import type { Knowledge, LaidOut } from '../model/knowledge.ts'
import type { Tour } from '../model/stops.ts'
import { viewIn } from '../display/rested-stops.ts'
import { datasetFolder } from './dataset-folder.ts'

/** A dataset folder as it was read. */
export interface ReadFolder extends Pick<LaidOut, 'texts'> {
  readonly knowledge: Knowledge
  /** What tour.yaml holds, where there is one. */
  readonly tour?: Tour
}

/** Reads a dataset folder with its tour; an error in either rejects both. */
export async function readFolder(folder: string): Promise<ReadResult<ReadFolder>> {
  const files = await datasetFolder(folder)
  const read = readDataset(files)
  const text = files.get('tour.yaml')
  if (!read.ok) return read
  const knowledge = read.content
  const content = { knowledge, ...textsIn(files) }
  if (text === undefined) return { ...read, content }
  const tour = readTour(text, knowledge, (view) => viewIn({ view }, knowledge).notes)
  const issues = [...read.issues, ...tour.issues]
  return tour.ok
    ? { ok: true, content: { ...content, tour: tour.content }, issues }
    : { ok: false, issues }
}
