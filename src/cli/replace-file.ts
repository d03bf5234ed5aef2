import { rename, rm, stat, writeFile } from 'node:fs/promises'
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
