import type { EntityId } from '../model/ids.ts'
import type { Issue, ReadResult } from '../model/issue.ts'
import type { Knowledge, LaidOut, Layout, Point } from '../model/knowledge.ts'
import { withBoundedTexts } from './bounded-texts.ts'
import { detectFormat, familyOfFormat, familyOfName } from './detect.ts'
import type { Family } from './detect.ts'
import { formatLabels } from './format.ts'
import type { FormatId } from './format.ts'
import { gunzip, isGzip } from './gunzip.ts'
import type { ReadEnd } from './gexf/read.ts'
import type { InputFile, Opened } from './input-file.ts'
import { quoted } from './quoted.ts'
import { isZip, unzip } from './unzip.ts'
import { xmlLimits } from './xml/xml-limits.ts'
import type { XmlLimits } from './xml/xml-limits.ts'

export interface OpenOptions {
  /** Read as this format, whatever content and name tell. */
  readonly from?: FormatId
  /** Hears how many bytes of a file have been read, where its format is read piece by piece. */
  readonly tell?: (done: number, total: number) => void
  /** What reads the end of a long file while its beginning is read. */
  readonly readEnd?: ReadEnd
  /** What an XML file may ask of the reader. */
  readonly limits?: XmlLimits
}

/**
 * Reads what a reader brings: one file of any format, or several tables that belong together.
 * Readers are loaded when first needed. Never throws for what is in a file.
 */
export async function openFiles(
  files: readonly InputFile[],
  options: OpenOptions = {},
): Promise<Opened> {
  return withBoundedTexts(await openAll(files, options))
}

async function openAll(files: readonly InputFile[], options: OpenOptions): Promise<Opened> {
  const unpacked: InputFile[] = []
  for (const file of files) {
    const result = await unpackedFile(file)
    if ('message' in result) return rejected(options.from, result)
    unpacked.push(result)
  }
  const [first, ...more] = unpacked
  if (first === undefined) throw new Error('no file to open')
  const archived = more.length === 0 ? await openArchive(first, options) : undefined
  if (archived !== undefined) return archived
  return more.length === 0 ? openFile(first, options) : openTogether(unpacked, options)
}

async function unpackedFile(file: InputFile): Promise<InputFile | Issue> {
  if (!isGzip(file.bytes)) return file
  const result = await gunzip(file.bytes)
  if (result.ok) return { name: file.name.replace(/\.gz$/i, ''), bytes: result.bytes }
  return { severity: 'error', file: file.name, message: result.message, advice: result.advice }
}

/** A dataset folder in a ZIP archive; undefined for any other file, workbooks among them. */
async function openArchive(file: InputFile, { from }: OpenOptions): Promise<Opened | undefined> {
  if (!isZip(file.bytes) || (from !== undefined && from !== 'dataset')) return undefined
  const unzipped = await unzip(file.bytes)
  if (!unzipped.ok) {
    // A workbook is an archive too, and a reader for it says so.
    if (familyOfName(file.name) !== undefined) return undefined
    return rejected('dataset', fault(file, unzipped.message, unzipped.advice))
  }
  const { folderOfDataset, readArchive } = await import('./dataset/read-archive.ts')
  const folder = folderOfDataset(unzipped.files.keys())
  if (folder === undefined) {
    if (familyOfName(file.name) !== undefined) return undefined
    const advice = 'unpack it and open what is inside'
    return rejected(from, fault(file, 'this ZIP archive holds no dataset folder', advice))
  }
  const why = 'it is a ZIP archive with dataset.yaml'
  return { format: 'dataset', why, result: readArchive(unzipped.files, folder) }
}

async function openFile(file: InputFile, options: OpenOptions): Promise<Opened> {
  const { from } = options
  if (from !== undefined) {
    const family = familyOfFormat(from)
    if (family !== undefined) return read(family, 'it was asked for', file, options)
    return rejected(from, fault(file, 'a dataset is a folder or a ZIP archive of one'))
  }
  const detected = detectFormat(file.bytes, file.name)
  if (detected === undefined) {
    return rejected(
      undefined,
      fault(
        file,
        'this is not a file of any format that Orrery reads',
        'it reads GEXF, GraphML, JSON, CSV, RDF and dataset folders in a ZIP archive',
      ),
    )
  }
  return withMisnomer(await read(detected.family, detected.why, file, options), file)
}

/** Tables of nodes and of edges come as several files; everything else comes alone. */
async function openTogether(files: readonly InputFile[], options: OpenOptions): Promise<Opened> {
  const strangers = files.filter(
    ({ bytes, name }) => options.from !== 'csv' && detectFormat(bytes, name)?.family !== 'csv',
  )
  const [stranger] = strangers
  if (stranger !== undefined) {
    return rejected(
      options.from,
      fault(
        stranger,
        'several files at once are read only where all of them are tables',
        'open the other files one by one',
      ),
    )
  }
  const { readTables } = await import('./csv/read-tables.ts')
  return readTables(files)
}

async function read(
  family: Family,
  why: string,
  file: InputFile,
  options: OpenOptions,
): Promise<Opened> {
  const { bytes, name } = file
  const { from, tell, readEnd, limits = xmlLimits } = options
  switch (family) {
    case 'gexf': {
      const { readGexf, readGexfInTwo } = await import('./gexf/read.ts')
      const told = (done: number): void => tell?.(done, bytes.length)
      const result =
        readEnd === undefined
          ? readGexf(bytes, name, limits, told)
          : await readGexfInTwo(bytes, name, readEnd, limits, told)
      return drawn('gexf', why, result)
    }
    case 'graphml': {
      const { readGraphml } = await import('./graphml/read.ts')
      return drawn('graphml', why, readGraphml(bytes, name, limits))
    }
    case 'json': {
      const { readJson } = await import('./json/read.ts')
      const opened = readJson(bytes, name, from)
      return opened.format === 'json-ld' ? read('json-ld', opened.why, file, options) : opened
    }
    case 'csv': {
      const { readTables } = await import('./csv/read-tables.ts')
      return readTables([file])
    }
    default: {
      const { readRdf } = await import('./rdf/read.ts')
      const { counts, ...result } = await readRdf(bytes, name, family)
      const opened = drawn(family, why, result)
      if (counts === undefined) return opened
      return { ...opened, counts: { nodes: counts.resources, edges: counts.relations } }
    }
  }
}

function drawn(format: FormatId, why: string, result: ReadResult<Knowledge>): Opened {
  if (!result.ok) return { format, why, result }
  const content: LaidOut = { knowledge: result.content, layout: drawnLayout(result.content) }
  return { format, why, result: { ...result, content } }
}

/** Where the file itself put its nodes. */
function drawnLayout({ entities }: Knowledge): Layout {
  const layout = new Map<EntityId, Point>()
  for (const { id, drawing } of entities.values()) {
    if (drawing?.position !== undefined) {
      layout.set(id, { x: drawing.position.x, y: drawing.position.y })
    }
  }
  return layout
}

/** Says so where a file's name stands for another format than its content. */
function withMisnomer(opened: Opened, { name }: InputFile): Opened {
  const { result, format } = opened
  const named = /\.xml$/i.test(name) ? undefined : familyOfName(name)
  if (!result.ok || format === undefined || named === undefined) return opened
  if (named === familyOfFormat(format) || (named === 'json' && format === 'json-ld')) return opened
  const label = formatLabels[format]
  const issue: Issue = {
    severity: 'warning',
    message: `the name ends in ${quoted(name.slice(name.lastIndexOf('.')))}, but this is ${label}; it is read as ${label}`,
    file: name,
  }
  return { ...opened, result: { ...result, issues: [issue, ...result.issues] } }
}

function fault({ name }: InputFile, message: string, advice?: string): Issue {
  return { severity: 'error', file: name, message, ...(advice === undefined ? {} : { advice }) }
}

function rejected(format: FormatId | undefined, issue: Issue): Opened {
  return { format, why: '', result: { ok: false, issues: [issue] } }
}
