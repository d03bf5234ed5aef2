import { join } from 'node:path'
import type { Plugin } from 'vite'
import { compileDataset } from '../src/cli/compile.ts'
import { issueText } from '../src/model/issue.ts'

/**
 * Compiles `graph-data/NAME` to `datasets/NAME.json`: an asset of the build, and a file that the
 * developer's server compiles anew after every change. Any issue, a warning too, refuses it.
 */
export function dataset(name: string): Plugin {
  const folder = join(import.meta.dirname, '..', 'graph-data', name)
  const fileName = `datasets/${name}.json`

  const compile = async (): Promise<string> => {
    const result = await compileDataset(folder)
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

  return {
    name: 'orrery:dataset',

    async generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: await compile() })
    },

    configureServer(server) {
      let compiled: Promise<string> | undefined
      server.watcher.add(folder)
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(folder)) return
        compiled = undefined
        server.ws.send({ type: 'full-reload' })
      })
      server.middlewares.use(`/${fileName}`, (_request, response) => {
        compiled ??= compile()
        compiled.then(
          (content) => {
            response.setHeader('Content-Type', 'application/json')
            response.end(content)
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
