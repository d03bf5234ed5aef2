import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { zipOf } from '../../src/save/zip.ts'

const files = new Map([
  ['dataset.yaml', 'id: small\n'],
  ['entities/城市.yaml', 'kind: city\nlabel: 上海\n'],
  ['empty.yaml', ''],
])

const has = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args).status === 0

function archive(content = files): string {
  const path = join(mkdtempSync(join(tmpdir(), 'orrery-zip-')), 'a.zip')
  writeFileSync(path, zipOf(content))
  return path
}

test.skipIf(!has('python3', '-c', 'import zipfile'))(
  'an archive is unpacked by Python as it was packed',
  () => {
    const script =
      'import json,sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);' +
      'print(json.dumps([z.testzip(),{n:z.read(n).decode() for n in z.namelist()}]))'
    const told = execFileSync('python3', ['-c', script, archive()], { encoding: 'utf8' })
    expect(JSON.parse(told)).toEqual([null, Object.fromEntries(files)])
  },
)

test.skipIf(!has('unzip', '-v'))('unzip finds no error in an archive and unpacks it', () => {
  // What unzip makes of other letters in a name depends on how it was built.
  const plain = new Map([...files.values()].map((text, index) => [`${index}/file.yaml`, text]))
  const path = archive(plain)
  execFileSync('unzip', ['-q', path, '-d', dirname(path)])
  const unpacked = [...plain.keys()].map(
    (name) => [name, readFileSync(join(dirname(path), name), 'utf8')] as const,
  )
  expect(new Map(unpacked)).toEqual(plain)
})

test('the same files give the same bytes', () => {
  expect(zipOf(files)).toEqual(zipOf(new Map(files)))
})
