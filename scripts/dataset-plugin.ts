import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { compileDataset } from '../src/cli/compile.ts'
import { issueText } from '../src/model/issue.ts'

const folder = join(import.meta.dirname, '..', 'graph-data')

/**
 * Compiles every folder `graph-data/NAME` to `datasets/NAME.json`: an asset of the build, and a
 * file that the developer's server compiles anew after every change. Any issue, a warning too,
 * refuses the build.
 */
export function datasets(): Plugin {
  return {
    name: 'orrery:datasets',

    async generateBundle() {
      for (const name of names()) {
        const source = await compile(name)
        this.emitFile({ type: 'asset', fileName: `datasets/${name}.json`, source })
      }
    },

    configureServer(server) {
      const compiled = new Map<string, Promise<string>>()
      server.watcher.add(folder)
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(folder)) return
        compiled.clear()
        server.ws.send({ type: 'full-reload' })
      })
      server.middlewares.use('/datasets', (request, response, next) => {
        const name = /^\/([^/?]+)\.json/.exec(request.url ?? '')?.[1]
        if (name === undefined || !names().includes(name)) {
          next()
          return
        }
        const content = compiled.get(name) ?? compile(name)
        compiled.set(name, content)
        content.then(
          (text) => {
            response.setHeader('Content-Type', 'application/json')
            response.end(text)
          },
          (error: unknown) => {
            server.config.logger.error(String(error))
            response.statusCode = 500
            response.setHeader('Content-Type', 'text/plain; charset=utf-8')
            response.end(String(error))
          },
        )
      })
    },
  }
}

function names(): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}

async function compile(name: string): Promise<string> {
  const result = await compileDataset(join(folder, name))
  if (result.ok && result.issues.length === 0) return result.content
  const list = result.issues.map((issue) => {
    const file = issue.file === undefined ? '' : `/${issue.file}`
    return `  ${issueText({ ...issue, file: `graph-data/${name}${file}` })}`
  })
  const error = new Error(`The build refuses graph-data/${name}:\n${list.join('\n')}`)
  // The way through the bundler would bury what the author of the dataset has to read.
  error.stack = ''
  throw error
}
