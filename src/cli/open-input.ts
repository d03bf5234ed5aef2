import { readFile, stat } from 'node:fs/promises'
import type { FormatId } from '../formats/format.ts'
import type { InputFile, Opened } from '../formats/input-file.ts'
import { openFiles } from '../formats/open.ts'
import { readFolder } from './read-folder.ts'
import { emptyNotebook } from '../model/notebook.ts'
import type { Streams } from './streams.ts'

/**
 * Reads a file, a dataset folder, for `-` standard input, or for `NAME.csv` where only its pair
 * exists NAME-nodes.csv and NAME-edges.csv; in the format `from` or in the one that content and
 * name tell.
 */
export async function openInput(
  path: string,
  from: FormatId | undefined,
  streams: Streams,
): Promise<Opened> {
  try {
    if (path === '-')
      return await openFiles([{ name: path, bytes: await streams.input() }], only(from))
    const pair = await tablesOf(path)
    if (pair !== undefined) return await openFiles(pair, { from: 'csv' })
    if ((await stat(path)).isDirectory()) return await openFolder(path, from)
    return await openFiles([await inputFile(path)], only(from))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return rejected(from, path, `it cannot be read: ${error.message}`)
  }
}

function only(from: FormatId | undefined): { readonly from?: FormatId } {
  return from === undefined ? {} : { from }
}

async function inputFile(path: string): Promise<InputFile> {
  return { name: path, bytes: new Uint8Array(await readFile(path)) }
}

/** The two tables that `convert` writes for NAME.csv, where there is no NAME.csv itself. */
async function tablesOf(path: string): Promise<readonly InputFile[] | undefined> {
  if (!/\.csv$/i.test(path) || (await exists(path))) return undefined
  const pair = [path.replace(/\.csv$/i, '-nodes.csv'), path.replace(/\.csv$/i, '-edges.csv')]
  const found = await Promise.all(pair.map(exists))
  return found.every(Boolean) ? Promise.all(pair.map(inputFile)) : undefined
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function openFolder(path: string, from: FormatId | undefined): Promise<Opened> {
  if (from !== undefined && from !== 'dataset') {
    return rejected(from, path, `this is a folder, not a file of the format ${from}`)
  }
  const read = await readFolder(path)
  const issues = read.issues.map((issue) =>
    issue.file === undefined
      ? issue
      : { ...issue, file: `${path.replace(/\/+$/, '')}/${issue.file}` },
  )
  const why = 'it is a folder'
  if (!read.ok) return { format: 'dataset', why, result: { ok: false, issues } }
  const { tour, ...graph } = read.content
  const notebook = tour === undefined ? {} : { notebook: { ...emptyNotebook, stops: tour.stops } }
  const content = { ...graph, layout: new Map(), ...notebook }
  return { format: 'dataset', why, result: { ok: true, content, issues } }
}

function rejected(format: FormatId | undefined, file: string, message: string): Opened {
  return { format, why: '', result: { ok: false, issues: [{ severity: 'error', message, file }] } }
}
