import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const flags = [
  // Drawing without a GPU, the same on every machine.
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // A browser that asks for nothing but what the page asks for.
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The address bar's pop-ups are pages too, one pair for each window, which start while ours does:
  // a second and a half of work that no reader with an open window sees. This switch replaces
  // Playwright's own, so what matters of its list is named again.
  `--disable-features=${[
    'WebUIOmniboxPopup',
    'WebUIOmniboxAimPopup',
    'AimEnabled',
    'DestroyProfileOnBrowserClose',
    'HttpsUpgrades',
    'HttpsFirstBalancedModeAutoEnable',
    'LensOverlay',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'PaintHolding',
    'Translate',
  ].join(',')}`,
]

const systemNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chromium-headless-shell',
]

/** Starts the Chromium at the path, headless, drawing WebGL in software. */
export function launchChromium(
  executablePath: string,
  moreFlags: readonly string[] = [],
): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...flags, ...moreFlags], timeout: 30_000 })
}

/**
 * The path of a Chromium that starts and draws WebGL 2: the one in `CHROMIUM_PATH`, Playwright's
 * own, the system's, or Debian's package, installed for the purpose where that is allowed.
 */
export async function findChromium(): Promise<string> {
  const refusals: string[] = []
  const working = async (paths: readonly string[]): Promise<string | undefined> => {
    for (const path of paths.filter((candidate) => existsSync(candidate))) {
      const refusal = await refusalOf(path)
      if (refusal === undefined) return path
      refusals.push(`${path}: ${refusal}`)
    }
    return undefined
  }
  const named = process.env['CHROMIUM_PATH']
  const found =
    (await working(named === undefined ? [] : [named])) ??
    (await working([chromium.executablePath(), ...onPath()])) ??
    (installFromDebian() ? await working(onPath()) : undefined)
  if (found !== undefined) return found
  throw new Error(
    ['No Chromium that draws WebGL 2 (install one, or set CHROMIUM_PATH).', ...refusals].join('\n'),
  )
}

async function refusalOf(path: string): Promise<string | undefined> {
  try {
    const browser = await launchChromium(path)
    try {
      const page = await browser.newPage()
      const draws = await page.evaluate(
        () => document.createElement('canvas').getContext('webgl2') !== null,
      )
      return draws ? undefined : 'it does not draw WebGL 2'
    } finally {
      await browser.close()
    }
  } catch (error) {
    return String(error).split('\n')[0]
  }
}

function onPath(): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return [
    ...systemNames.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
}

function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log('Installing Chromium from Debian …')
  const aptGet = (...parameters: string[]): boolean =>
    spawnSync('apt-get', ['-qq', ...parameters], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  aptGet('update')
  return aptGet('install', '--yes', '--no-install-recommends', 'chromium')
}
