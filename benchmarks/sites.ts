import { join } from 'node:path'
import { build, preview } from 'vite'

const root = join(import.meta.dirname, '..')

/** Where the sites of the benchmarks are built. */
export const artefacts = join(root, 'artefacts')

export interface Site {
  readonly address: string
  readonly close: () => Promise<void>
}

/** Builds Orrery to `dist/` and gives that folder. */
export async function buildOrrery(): Promise<string> {
  await build({ root, logLevel: 'warn' })
  return join(root, 'dist')
}

/** Builds a page of a folder of `benchmarks/` and gives the folder where it lies. */
export async function buildPage(name: string): Promise<string> {
  const outDir = join(artefacts, name)
  await build({
    configFile: false,
    root: join(import.meta.dirname, name),
    base: './',
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
  })
  return outDir
}

/** Serves a built site on a free port. */
export async function serve(outDir: string): Promise<Site> {
  const server = await preview({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0 },
  })
  const [address] = server.resolvedUrls?.local ?? []
  if (address === undefined) throw new Error('The preview server gave no address')
  return { address, close: () => server.close() }
}
