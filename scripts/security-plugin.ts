import type { Plugin } from 'vite'

/** What Orrery needs and nothing else; README.md says how a static host sends the same. */
const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

/**
 * Sends the policy with every response of the preview server. Scripts of workers are no exception:
 * a worker lives under the policy of its own response, not under the page's.
 */
export function security(): Plugin {
  return {
    name: 'orrery:security',
    configurePreviewServer(server) {
      server.middlewares.use((_request, response, next) => {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
        next()
      })
    },
  }
}
