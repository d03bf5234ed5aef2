import { sourceTextPaths } from '../formats/dataset/source-texts.ts'
import { readFile, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/**
 * The YAML files of a dataset folder, by their path inside it with forward slashes, and the texts
 * that its sources name.
 */
export async function datasetFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const files = new Map<string, string>()
  for (const path of paths) {
    files.set(relative(folder, path).split(sep).join('/'), await readFile(path, 'utf8'))
  }
  for (const path of sourceTextPaths(files)) {
    // A text that is not there is an issue of the dataset, with its line.
    const text = await readFile(join(folder, path), 'utf8').catch(() => undefined)
    if (text !== undefined) files.set(path, text)
  }
  return files
}
