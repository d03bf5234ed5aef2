import { readFile, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** The YAML files of a dataset folder, by their path inside it with forward slashes. */
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
  return files
}
