import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

/**
 * Brings `node_modules` to what the lock file says, and does nothing where it is so already.
 * Called from inside the scripts, since npm can be told to skip `pre` hooks.
 */
export function installPackages() {
  if (installed()) return
  console.log('Installing packages …')
  // Under NODE_ENV=production npm would leave out what builds the site. No package needs its script.
  const { status } = npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'])
  if (status !== 0) {
    console.error('The packages could not be installed: see what npm says above.')
    process.exit(1)
  }
}

function npm(parameters) {
  const own = process.env['npm_execpath']
  const options = { cwd: root, stdio: 'inherit' }
  if (own?.endsWith('.js')) return spawnSync(process.execPath, [own, ...parameters], options)
  return spawnSync('npm', parameters, { ...options, shell: process.platform === 'win32' })
}

/**
 * Compares the lock file with npm's own note of what lies in `node_modules`. Times would not do:
 * a checkout, a copy or npm itself touches the files in any order.
 */
function installed() {
  const note = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(note)) return false
  const present = packagesOf(note)
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' || (present[path] === undefined ? optional : present[path].version === version),
  )
}

function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}
