import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { counted } from '../display/counted.ts'
import type { ImportReport } from '../display/import-report.ts'
import { mostBytesOfFile, recentFiles } from '../save/recent-files.ts'
import type { RecentFile } from '../save/recent-files.ts'

/** Keeps what was opened, so that it survives a reload, and says once where that cannot be. */
export interface Keeper {
  /** The latest first; empty where the browser's storage is closed. */
  readonly recent: ReadonlySignal<readonly RecentFile[]>
  readonly refresh: () => Promise<void>
  readonly find: (name: string) => Promise<RecentFile | undefined>
  /** What the reader should know once, where files are too large to be kept. */
  readonly refuses: (files: RecentFile['files']) => string | undefined
  /** What the reader should know once, where the browser could not keep the file. */
  readonly keep: (
    brought: Pick<RecentFile, 'files' | 'url' | 'from' | 'mappings' | 'part'>,
    name: string,
    report: ImportReport,
  ) => Promise<string | undefined>
  readonly forget: (name: string) => Promise<void>
  readonly forgetAll: () => Promise<void>
}

/** A keeper over the browser's storage. */
export function keeper(): Keeper {
  const files = recentFiles()
  const recent = signal<readonly RecentFile[]>([])
  let told = false
  const once = (text: string): string | undefined => {
    if (told) return undefined
    told = true
    return text
  }
  const refresh = async (): Promise<void> => {
    recent.value = await files.list().catch(() => [])
  }
  return {
    recent,
    refresh,
    // Known before the graph is shown: a sentence that came later would push the picture aside.
    refuses: (contents) =>
      bytesOf(contents) > mostBytesOfFile
        ? once('This file is too large to be kept here: after a reload it has to be opened again.')
        : undefined,
    find: (name) => files.find(name).catch(() => undefined),
    keep: async ({ files: contents, from, url, mappings, part }, name, report) => {
      const summary = [
        counted(report.kept?.entities ?? 0, 'entity', 'entities'),
        counted(report.kept?.relations ?? 0, 'relation', 'relations'),
      ].join(', ')
      try {
        await files.keep({
          name,
          files: contents.map((file) => ({ name: file.name, content: file.content })),
          ...(from === undefined ? {} : { from }),
          ...(url === undefined ? {} : { url }),
          ...(mappings === undefined ? {} : { mappings }),
          ...(part === undefined ? {} : { part }),
          summary,
          size: bytesOf(contents),
          openedAt: Date.now(),
        })
        return undefined
      } catch {
        return once(
          'This browser keeps no files for Orrery, because its storage is full or closed: after a reload the file has to be opened again.',
        )
      }
    },
    forget: async (name) => {
      await files.forget(name).catch(() => undefined)
      await refresh()
    },
    forgetAll: async () => {
      await files.forgetAll().catch(() => undefined)
      await refresh()
    },
  }
}

function bytesOf(files: RecentFile['files']): number {
  return files.reduce((sum, { content }) => sum + content.size, 0)
}
