import type { TableMapping } from '../formats/csv/table-mapping.ts'
import type { FormatId } from '../formats/format.ts'
import type { PartChoice } from '../graph/part-choice.ts'
import { answer, openStore } from './database.ts'

/** A file, or several that make one graph, as it was opened; kept in this browser alone. */
export interface RecentFile {
  /** What links call it, and what the reader sees. */
  readonly name: string
  readonly files: readonly { readonly name: string; readonly content: Blob }[]
  /** The format that it had to be read as, where its content does not tell. */
  readonly from?: FormatId
  /** What its tables mean, as the reader said. */
  readonly mappings?: readonly TableMapping[]
  /** Which part of it was opened, where it is too large to be shown. */
  readonly part?: PartChoice
  /** Where it came from, unless from the reader's own disk. */
  readonly url?: string
  /** "77 entities, 254 relations". */
  readonly summary: string
  /** Bytes. */
  readonly size: number
  /** Milliseconds since 1970. */
  readonly openedAt: number
}

/** The files that were opened last. Every function fails where the browser's storage does. */
export interface RecentFiles {
  /** The latest first. */
  readonly list: () => Promise<readonly RecentFile[]>
  readonly find: (name: string) => Promise<RecentFile | undefined>
  /** Keeps a file of up to `mostBytesOfFile`, and drops the oldest beyond the limits. */
  readonly keep: (file: RecentFile) => Promise<void>
  readonly forget: (name: string) => Promise<void>
  readonly forgetAll: () => Promise<void>
}

const mostFiles = 5
export const mostBytesOfFile = 64 * 1024 * 1024
const mostBytes = 160 * 1024 * 1024

/** The recent files in the browser's IndexedDB, which is opened when first asked. */
export function recentFiles(): RecentFiles {
  const store = (mode: IDBTransactionMode): Promise<IDBObjectStore> =>
    openStore('recent-files', mode)
  const list = async (): Promise<readonly RecentFile[]> => {
    const all = (await answer((await store('readonly')).getAll())) as readonly RecentFile[]
    return all.toSorted((a, b) => b.openedAt - a.openedAt)
  }
  const forget = async (name: string): Promise<void> => {
    await answer((await store('readwrite')).delete(name))
  }
  return {
    list,
    find: async (name) =>
      (await answer((await store('readonly')).get(name))) as RecentFile | undefined,
    keep: async (file) => {
      if (file.size > mostBytesOfFile) return
      const others = (await list()).filter(({ name }) => name !== file.name)
      let bytes = file.size
      for (const [index, { name, size }] of others.entries()) {
        bytes += size
        if (index + 1 >= mostFiles || bytes > mostBytes) await forget(name)
      }
      await answer((await store('readwrite')).put(file))
    },
    forget,
    forgetAll: async () => {
      await answer((await store('readwrite')).clear())
    },
  }
}
