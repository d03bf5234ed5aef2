import { readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { Visitor, parseSync } from 'vite'
import { describe, expect, test } from 'vitest'

interface Layer {
  /** The other layers that its files may import from, types included. */
  readonly imports: readonly string[]
  /** The packages that it alone, or it beside a few others, may know. */
  readonly packages: readonly string[]
}

const core = ['model', 'graph', 'layout', 'view', 'display']

const layers: Readonly<Record<string, Layer>> = {
  model: { imports: [], packages: ['valibot'] },
  formats: {
    imports: ['model'],
    packages: ['valibot', 'yaml', 'n3', 'jsonld-streaming-parser', 'rdfxml-streaming-parser'],
  },
  graph: { imports: ['model'], packages: [] },
  layout: { imports: ['model', 'graph'], packages: ['graphology-layout-forceatlas2'] },
  view: { imports: ['model', 'graph', 'layout'], packages: ['minisearch'] },
  display: { imports: ['model', 'graph', 'layout', 'view'], packages: [] },
  scene: { imports: core, packages: ['sigma', '@sigma', 'graphology-types'] },
  save: { imports: [...core, 'formats'], packages: [] },
  workers: { imports: [...core, 'formats'], packages: [] },
  app: {
    imports: [...core, 'formats', 'scene', 'save', 'workers'],
    packages: ['@preact/signals'],
  },
  ui: { imports: [...core, 'app'], packages: ['preact', '@preact/signals'] },
  cli: { imports: [...core, 'formats'], packages: ['node:'] },
  'main.tsx': {
    imports: [...core, 'formats', 'scene', 'save', 'workers', 'app', 'ui'],
    packages: ['preact', '@preact/signals'],
  },
}

const forbiddenNames = /^(utils?|helpers?|common|types|misc|index)\.[a-z.]+$/
const mostLines = 350
const mostLinesOfMain = 100

interface SourceFile {
  /** With forward slashes, from `src/`. */
  readonly path: string
  readonly layer: string
  readonly lines: number
  readonly defaultExport: boolean
  readonly specifiers: readonly string[]
}

const root = join(import.meta.dirname, '..', 'src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path))
  .toSorted()
  .map((path) => parse(path, readFileSync(join(root, path), 'utf8')))

describe('architecture', () => {
  test('every file lies in a known layer', () => {
    expect(files.filter(({ layer }) => layers[layer] === undefined).map(pathOf)).toEqual([])
  })

  test('a file imports only from its own layer and from those listed for it', () => {
    const strangers = files.flatMap(({ path, layer, specifiers }) =>
      specifiers
        .filter((specifier) => specifier.startsWith('.') && !specifier.endsWith('.css'))
        .map((specifier) => target(path, specifier))
        .filter((to) => layerOf(to) !== layer && !layers[layer]?.imports.includes(layerOf(to)))
        .map((to) => `${path} imports ${to}`),
    )
    expect(strangers).toEqual([])
  })

  test('a package is known only to its own layers', () => {
    const strangers = files.flatMap(({ path, layer, specifiers }) =>
      specifiers
        .filter((specifier) => !specifier.startsWith('.'))
        .filter((specifier) => !layers[layer]?.packages.includes(packageOf(specifier)))
        .map((specifier) => `${path} imports ${specifier}`),
    )
    expect(strangers).toEqual([])
  })

  test('every relative import names an existing file with its extension', () => {
    const known = new Set(files.map(pathOf))
    const missing = files.flatMap(({ path, specifiers }) =>
      specifiers
        .filter((specifier) => specifier.startsWith('.') && !specifier.endsWith('.css'))
        .filter((specifier) => !known.has(target(path, specifier)))
        .map((specifier) => `${path} imports ${specifier}`),
    )
    expect(missing).toEqual([])
  })

  test('no file imports itself by any way round', () => {
    expect(cycles()).toEqual([])
  })

  test('files are named after what they hold, and have no default export', () => {
    const vague = files.filter(({ path }) => forbiddenNames.test(posix.basename(path)))
    const unnamed = files.filter(
      ({ path, defaultExport }) => defaultExport && !path.endsWith('.d.ts'),
    )
    const cased = files.filter(({ path }) => path !== path.toLowerCase())
    expect([...vague, ...unnamed, ...cased].map(pathOf)).toEqual([])
  })

  test('files stay small enough to be read at a sitting', () => {
    const long = files.filter(
      ({ path, lines }) => lines > (path === 'main.tsx' ? mostLinesOfMain : mostLines),
    )
    expect(long.map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([])
  })
})

describe('what the architecture test sees', () => {
  test('imports of values, of types, for effect, on demand, and of workers', () => {
    const text = `
      import { a, type B } from './a.ts'
      import type { C } from './c.ts'
      import './effect.ts'
      export * from './e.ts'
      export { f } from './f.ts'
      type G = import('./g.ts').G
      const h = await import('./h.ts')
      new Worker(new URL('./w.ts', import.meta.url))
      // import './comment.ts'
      const i = "import './string.ts'"
    `
    expect(parse('model/x.ts', text).specifiers.toSorted()).toEqual(
      ['a', 'c', 'effect', 'e', 'f', 'g', 'h', 'w'].map((name) => `./${name}.ts`).toSorted(),
    )
  })
})

function parse(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${String(errors[0]?.message)}`)
  const specifiers: string[] = []
  let defaultExport = false
  new Visitor({
    ImportDeclaration: ({ source }) => specifiers.push(source.value),
    ExportAllDeclaration: ({ source }) => specifiers.push(source.value),
    ExportNamedDeclaration: ({ source }) => {
      if (source !== null) specifiers.push(source.value)
    },
    ExportDefaultDeclaration: () => {
      defaultExport = true
    },
    TSImportType: ({ source }) => specifiers.push(source.value),
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal') specifiers.push(String(source.value))
    },
    NewExpression: ({ callee, arguments: [address] }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'URL') return
      if (address?.type !== 'Literal' || typeof address.value !== 'string') return
      if (address.value.startsWith('.')) specifiers.push(address.value)
    },
  }).visit(program)
  const lines = text.split('\n').length - 1
  return { path, layer: layerOf(path), lines, defaultExport, specifiers }
}

function pathOf(file: SourceFile): string {
  return file.path
}

function layerOf(path: string): string {
  return path.split('/')[0] ?? path
}

function target(path: string, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(path), specifier))
}

/** `@scope/name/inner` is `@scope/name`; all of `@sigma` and of `node:` are one each. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:'
  if (specifier.startsWith('@sigma/')) return '@sigma'
  const depth = specifier.startsWith('@') ? 2 : 1
  return specifier.split('/').slice(0, depth).join('/')
}

/** Every import cycle once, as the path that leads back to its start. */
function cycles(): readonly string[] {
  const imports = new Map(
    files.map(({ path, specifiers }) => [
      path,
      specifiers.filter((text) => text.startsWith('.')).map((text) => target(path, text)),
    ]),
  )
  const found: string[] = []
  const done = new Set<string>()
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start !== -1) found.push([...trail.slice(start), path].join(' → '))
    if (start !== -1 || done.has(path)) return
    for (const next of imports.get(path) ?? []) walk(next, [...trail, path])
    done.add(path)
  }
  for (const { path } of files) walk(path, [])
  return found
}
