import { installPackages, root } from './install.mjs'

installPackages()

const { build, preview } = await import('vite')

try {
  await build({ root, logLevel: 'warn' })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

const server = await preview({ root, logLevel: 'warn' })
const [address] = server.resolvedUrls?.local ?? []
console.log(`Orrery is at ${address} (Ctrl+C ends it)`)
