import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages, root } from './install.mjs'

const fast = process.argv.includes('--fast')
const reports = join(root, 'artefacts', 'reports')

/** What ran, with how many checks passed and failed in it. */
const results = []

installPackages()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

step('types', 'typescript/bin/tsc', ['-p', 'tsconfig.json'])
step('types of the core, without the DOM', 'typescript/bin/tsc', ['-p', 'tsconfig.core.json'])
step('lint', 'oxlint/bin/oxlint', ['--deny-warnings'])
step('dead code', 'knip/bin/knip.js', ['--no-progress'])
step('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])
tests('unit and property tests', 'core')
if (!fast) {
  const built = step('build', 'vite/bin/vite.js', ['build', '--logLevel', 'warn'])
  if (built) tests('journeys in the browser', 'journeys')
  else
    results.push({
      name: 'journeys in the browser: not run, the build failed',
      passed: 0,
      failed: 1,
    })
}

console.log('')
for (const { name, passed, failed } of results) {
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${name}${passed + failed > 1 ? `: ${passed} of ${passed + failed}` : ''}`,
  )
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
process.exitCode = total('failed') === 0 ? 0 : 1
console.log(`${total('passed')} passed, ${total('failed')} failed`)

/** Runs a tool that passes or fails as a whole. */
function step(name, tool, parameters) {
  const ok = run(name, tool, parameters, {}) === 0
  results.push({ name, passed: ok ? 1 : 0, failed: ok ? 0 : 1 })
  return ok
}

/** Runs a project of Vitest and counts its tests. */
function tests(name, project) {
  const report = join(reports, `${project}.json`)
  const status = run(
    name,
    'vitest/vitest.mjs',
    [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    { NODE_ENV: 'test' },
  )
  const { passed, failed } = existsSync(report) ? counted(report) : { passed: 0, failed: 0 }
  // A file that breaks before its first test, and an error outside of any, fail the run alone.
  const outside = status !== 0 && failed === 0 ? 1 : 0
  results.push({ name, passed, failed: failed + outside })
}

function counted(report) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

function run(name, tool, parameters, env) {
  console.log(`\n▸ ${name}`)
  const { status, error } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', tool), ...parameters],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } },
  )
  if (error) console.error(error.message)
  return status
}
