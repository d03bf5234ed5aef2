import { readFile, stat } from 'node:fs/promises'
import { readDataset } from '../formats/dataset/read.ts'
import { detectFormat, formatOfName } from '../formats/detect.ts'
import { readGexf } from '../formats/gexf/read.ts'
import { readOrreryJson } from '../formats/json/read-orrery-json.ts'
import type { Issue, ReadResult } from '../model/issue.ts'
import type { Knowledge, Layout, Point } from '../model/knowledge.ts'
import { datasetFolder } from './dataset-folder.ts'
import type { Streams } from './streams.ts'

export const inputFormats = ['dataset', 'orrery-json', 'gexf', 'gexf-1.2draft'] as const
export type InputFormat = (typeof inputFormats)[number]

export interface Opened {
  /** Undefined where it could not even be told. */
  readonly format: string | undefined
  readonly result: ReadResult<{ readonly knowledge: Knowledge; readonly layout: Layout }>
}

/**
 * Reads a file, a dataset folder or, for `-`, standard input, in the format `from` or in the one
 * that its content and then its name tell.
 */
export async function openInput(
  path: string,
  from: InputFormat | undefined,
  streams: Streams,
): Promise<Opened> {
  try {
    if (path !== '-' && (await stat(path)).isDirectory()) return await openFolder(path, from)
    const bytes = path === '-' ? await streams.input() : new Uint8Array(await readFile(path))
    return openBytes(bytes, path, from)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return rejected(from, path, `it cannot be read: ${error.message}`)
  }
}

async function openFolder(path: string, from: InputFormat | undefined): Promise<Opened> {
  if (from !== undefined && from !== 'dataset') {
    return rejected(from, path, `this is a folder, not a file of the format ${from}`)
  }
  const read = readDataset(await datasetFolder(path))
  const issues = read.issues.map((issue) =>
    issue.file === undefined
      ? issue
      : { ...issue, file: `${path.replace(/\/+$/, '')}/${issue.file}` },
  )
  if (!read.ok) return { format: 'dataset', result: { ok: false, issues } }
  const content = { knowledge: read.content, layout: new Map() }
  return { format: 'dataset', result: { ok: true, content, issues } }
}

function openBytes(bytes: Uint8Array, path: string, from: InputFormat | undefined): Opened {
  const format = from ?? detectFormat(bytes, path)
  switch (format) {
    case 'gexf':
    case 'gexf-1.2draft': {
      const opened = openGexf(bytes, path)
      return from === undefined ? withMisnomer(opened, path) : opened
    }
    case 'orrery-json':
      return openJson(bytes, path)
    case 'graphml':
      return rejected('graphml', path, 'this is GraphML, which Orrery does not read yet')
    case 'dataset':
      return rejected('dataset', path, 'a dataset is a folder, and this is a file')
    case undefined:
      return rejected(undefined, path, 'this is not a file of any format that Orrery reads')
  }
}

function openGexf(bytes: Uint8Array, path: string): Opened {
  const read = readGexf(bytes, path)
  if (!read.ok) return { format: 'gexf', result: read }
  const content = { knowledge: read.content, layout: drawnLayout(read.content) }
  return { format: 'gexf', result: { ...read, content } }
}

/** Says so where a file's name stands for another format than its content. */
function withMisnomer(opened: Opened, path: string): Opened {
  const { result } = opened
  const named = formatOfName(path)
  if (!result.ok || named === undefined || named === 'gexf') return opened
  const issue: Issue = {
    severity: 'warning',
    message: `this is a GEXF file, although its name stands for ${named}; it is read as GEXF`,
    file: path,
  }
  return { ...opened, result: { ...result, issues: [issue, ...result.issues] } }
}

function openJson(bytes: Uint8Array, path: string): Opened {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return rejected('orrery-json', path, 'the bytes are not valid in the encoding UTF-8')
  }
  return { format: 'orrery-json', result: readOrreryJson(text, path) }
}

/** Where the file itself put its nodes. */
function drawnLayout({ entities }: Knowledge): Layout {
  const points = [...entities.values()].flatMap(({ id, drawing }): [typeof id, Point][] => {
    const position = drawing?.position
    return position === undefined ? [] : [[id, { x: position.x, y: position.y }]]
  })
  return new Map(points)
}

function rejected(format: string | undefined, file: string, message: string): Opened {
  return { format, result: { ok: false, issues: [{ severity: 'error', message, file }] } }
}
