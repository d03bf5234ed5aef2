import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { compileDataset, compileTexts, compileTour } from '../src/cli/compile.ts'
import { issueText } from '../src/model/issue.ts'

const folder = join(import.meta.dirname, '..', 'graph-data')

/**
 * Compiles every folder `graph-data/NAME` to `datasets/NAME.json`, with the text of its sources, as
 * far as it carries any, in `datasets/NAME/SOURCE.json`, and its tour, where it has one, in
 * `datasets/NAME.tour.json`; `datasets/list.json` names them all. These
 * are assets of the build, and files that the developer's server makes anew after every change. Any
 * issue, a warning too, refuses the build.
 */
export function datasets(): Plugin {
  return {
    name: 'orrery:datasets',

    async generateBundle() {
      for (const [path, source] of await allFiles()) {
        this.emitFile({ type: 'asset', fileName: `datasets/${path}`, source })
      }
    },

    configureServer(server) {
      let compiled: Promise<ReadonlyMap<string, string>> | undefined
      server.watcher.add(folder)
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(folder)) return
        compiled = undefined
        server.ws.send({ type: 'full-reload' })
      })
      server.middlewares.use('/datasets', (request, response, next) => {
        const path = /^\/([^?]+\.json)/.exec(request.url ?? '')?.[1]
        if (path === undefined) {
          next()
          return
        }
        compiled ??= allFiles()
        compiled.then(
          (files) => {
            const text = files.get(path)
            if (text === undefined) response.statusCode = 404
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

async function allFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  const list: { readonly name: string; readonly title: string }[] = []
  for (const name of names()) {
    const text = await compile(name)
    files.set(`${name}.json`, text)
    list.push({ name, title: titleOf(text) })
    const tour = await compileTour(join(folder, name))
    if (tour !== undefined) files.set(`${name}.tour.json`, tour)
    for (const [source, paragraphs] of await compileTexts(join(folder, name))) {
      files.set(`${name}/${source}.json`, paragraphs)
    }
  }
  return files.set('list.json', `${JSON.stringify(list)}\n`)
}

function titleOf(text: string): string {
  const { dataset } = JSON.parse(text) as { readonly dataset: { readonly title: string } }
  return dataset.title
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
