import type { Plugin } from 'vite'
import { datasetAddress } from '../src/app/dataset-address.ts'

const file = 'ahead.js'

/**
 * Asks for the dataset that the page's address names while the page's code is still on its way. Only
 * a script knows which it is, and the page's policy wants it in a file.
 */
export const aheadScript = `(() => {
const link = document.createElement('link')
link.rel = 'preload'
link.as = 'fetch'
link.crossOrigin = ''
link.href = (${String(datasetAddress)})(location.search)
document.head.append(link)
})()
`

/** Puts the script into the page, in the build and on the developer's server. */
export function ahead(): Plugin {
  return {
    name: 'orrery:ahead',

    generateBundle() {
      this.emitFile({ type: 'asset', fileName: file, source: aheadScript })
    },

    configureServer(server) {
      server.middlewares.use(`/${file}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript')
        response.end(aheadScript)
      })
    },

    transformIndexHtml: () => [{ tag: 'script', attrs: { src: `./${file}` }, injectTo: 'head' }],
  }
}
