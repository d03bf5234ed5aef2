import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Writes under a temporary name beside `path`, then renames: a file is never there by half. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    await writeFile(temporary, text, { encoding: 'utf8', flag: 'wx' })
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/**
 * Writes a folder that is not there yet, under a temporary name first: it is never there by half.
 * Paths of files are from the folder, with forward slashes.
 */
export async function writeFolder(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<void> {
  const path = folder.replace(/\/+$/, '')
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    for (const { path: inside, text } of files) {
      await mkdir(join(temporary, dirname(inside)), { recursive: true })
      await writeFile(join(temporary, inside), text, { encoding: 'utf8', flag: 'wx' })
    }
    // An empty folder gives way; one that holds anything, and a file, do not.
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    throw error
  }
}

/** True where both paths lead to one file, be it through links. */
export async function sameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => statOf(path)))
  if (first === undefined || second === undefined) return false
  return first.ino === second.ino && first.dev === second.dev
}

async function statOf(path: string): Promise<{ ino: bigint; dev: bigint } | undefined> {
  try {
    return await stat(path, { bigint: true })
  } catch {
    return undefined
  }
}
