import type { Issue, ReadResult } from '../../model/issue.ts'
import type { LaidOut } from '../../model/knowledge.ts'
import { emptyNotebook } from '../../model/notebook.ts'
import { readDataset } from './read.ts'
import { readTour } from './read-tour.ts'
import { sourceTexts } from './source-texts.ts'

/**
 * The folder of an archive in which a dataset lies, as a prefix of its paths: the archive itself or
 * one of its folders; undefined where there is none.
 */
export function folderOfDataset(paths: Iterable<string>): string | undefined {
  for (const path of paths) {
    const match = /^((?:[^/]+\/)?)dataset\.yaml$/.exec(path)
    if (match !== null) return match[1]
  }
  return undefined
}

/**
 * Reads a dataset folder that came as an archive, with the texts of its sources. Its tour becomes
 * the reader's saved views, each of which tells what it lacks when it is shown.
 */
export function readArchive(
  archive: ReadonlyMap<string, Uint8Array>,
  folder: string,
): ReadResult<LaidOut> {
  const files = new Map<string, string>()
  const issues: Issue[] = []
  for (const [path, bytes] of archive) {
    if (!path.startsWith(folder)) continue
    const name = path.slice(folder.length)
    try {
      files.set(name, new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    } catch {
      if (/\.ya?ml$/.test(name))
        issues.push({ severity: 'error', file: name, message: 'the text is not UTF-8' })
    }
  }
  if (issues.length > 0) return { ok: false, issues }
  const read = readDataset(files)
  const text = files.get('tour.yaml')
  if (!read.ok) return read
  const content = { knowledge: read.content, layout: new Map(), ...textsIn(files) }
  if (text === undefined) return { ...read, content }
  const tour = readTour(text, read.content, () => [])
  const told = [...read.issues, ...tour.issues]
  if (!tour.ok) return { ok: false, issues: told }
  const notebook = { ...emptyNotebook, stops: tour.content.stops }
  return { ok: true, content: { ...content, notebook }, issues: told }
}

/** The texts of a dataset's sources, where it carries any. */
export function textsIn(files: ReadonlyMap<string, string>): Pick<LaidOut, 'texts'> {
  const texts = sourceTexts(files)
  return texts.size === 0 ? {} : { texts }
}
