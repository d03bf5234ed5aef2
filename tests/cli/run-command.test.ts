import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeOrreryJson } from '../../src/formats/json/write-orrery-json.ts'
import { sourceId, statementId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { sevenNodes } from '../seven-nodes.ts'
import { runCommand } from '../../src/cli/run-command.ts'

const good =
  '<gexf><graph defaultedgetype="directed"><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"/></edges></graph></gexf>'
const doubled =
  '<gexf><graph><nodes><node id="\u202ea"/><node id="\u202ea"/></nodes></graph></gexf>'

let folder = ''
const at = (name: string): string => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-cli-'))
  writeFileSync(at('good.gexf'), good)
  writeFileSync(at('doubled.gexf'), doubled)
  writeFileSync(at('bad.gexf'), '<gexf>')
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = async (
  args: readonly string[],
  input = '',
): Promise<{ status: number; out: string; err: string }> => {
  let out = ''
  let err = ''
  const status = await runCommand(args, {
    input: () => Promise.resolve(new TextEncoder().encode(input)),
    print: (line) => void (out += `${line}\n`),
    complain: (line) => void (err += `${line}\n`),
    output: (text) => void (out += text),
    ask: undefined,
  })
  return { status, out, err }
}

describe('usage', () => {
  it.each([
    [[]],
    [['fly']],
    [['inspect']],
    [['inspect', '--what', 'x']],
    [['inspect', '--to', 'gexf', 'x']],
    [['convert', 'only-one']],
    [['convert', 'a.gexf', 'b.unknown']],
    [['convert', 'a.gexf', '-', '--to', 'csv']],
    [['convert', 'a.gexf', 'b.gexf', '--from', 'xlsx']],
  ])('refuses %j with status 2', async (args) => {
    expect(await run(args)).toMatchObject({
      status: 2,
      err: expect.stringContaining('Usage') as string,
    })
  })
})

describe('inspect', () => {
  it('says as JSON what a file holds', async () => {
    const { status, out } = await run(['inspect', '--json', at('good.gexf')])
    expect([status, JSON.parse(out)]).toEqual([
      0,
      {
        file: at('good.gexf'),
        ok: true,
        format: 'gexf',
        nodes: 2,
        edges: 1,
        directed: true,
        attributes: { node: [], edge: [] },
        issues: [],
        ms: expect.any(Number) as number,
      },
    ])
  })

  it('exits with 1 for a rejected file and with 3 for warnings under --strict', async () => {
    const statuses = [
      await run(['inspect', at('good.gexf'), at('bad.gexf')]),
      await run(['inspect', at('nowhere.gexf')]),
      await run(['inspect', at('doubled.gexf')]),
      await run(['inspect', '--strict', at('doubled.gexf')]),
    ].map(({ status }) => status)
    expect(statuses).toEqual([1, 1, 0, 3])
  })

  it('never sends a control character to the terminal', async () => {
    const { out } = await run(['inspect', at('doubled.gexf')])
    const { out: json } = await run(['inspect', '--json', at('doubled.gexf')])
    expect([/[\p{Cc}\p{Cf}]/u.test(out.replaceAll('\n', '')), /\p{Cf}/u.test(json)]).toEqual([
      false,
      false,
    ])
  })

  it('believes the content before the name', async () => {
    writeFileSync(at('named.graphml'), good)
    const { out } = await run(['inspect', '--json', at('named.graphml')])
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      format: 'gexf',
      issues: [{ message: expect.stringContaining('GEXF') as string }],
    })
  })
})

describe('diff', () => {
  it('names what was added, removed and changed, whatever the two formats', async () => {
    writeFileSync(
      at('new.gexf'),
      '<gexf><graph defaultedgetype="directed"><nodes><node id="a" label="A"/><node id="c"/></nodes></graph></gexf>',
    )
    const { status, out } = await run(['diff', at('good.gexf'), at('new.gexf')])
    expect([status, out.split('\n').filter((line) => !/predicate|dataset/.test(line))]).toEqual([
      0,
      [
        '+ entity c',
        '- entity b',
        '~ entity a (A): label: none → A',
        expect.stringMatching(/^- statement /) as string,
        '',
      ],
    ])
  })

  it('says of tables without ids which edges came and went, and nothing of the names of files', async () => {
    const rows = (...edges: readonly string[]): string =>
      ['Source,Target,Type', ...edges, ''].join('\n')
    writeFileSync(at('v1.csv'), rows('a,b,funds', 'b,c,owns', 'c,a,funds'))
    writeFileSync(at('v2.csv'), rows('a,b,funds', 'b,c,owns', 'x,y,owns'))
    writeFileSync(at('v3.csv'), rows('a,b,funds', 'b,c,funds', 'd,a,funds'))
    const told = async (after: string): Promise<readonly string[]> => {
      const { out } = await run(['diff', at('v1.csv'), at(after)])
      return out.split('\n').filter((line) => /statement|dataset/.test(line))
    }
    expect([await told('v2.csv'), await told('v3.csv')]).toEqual([
      ['+ statement edge-3 (x owns y)', '- statement edge-3 (c funds a)'],
      [
        '+ statement edge-3 (d funds a)',
        '- statement edge-3 (c funds a)',
        '~ statement edge-2 (b funds c): predicate: owns → funds',
      ],
    ])
  })

  it('tells each reference that came, went or changed, its place, and the statement it supports', async () => {
    const write = (name: string, knowledge: Knowledge): string => {
      writeFileSync(at(name), writeOrreryJson(knowledge, new Map(), {}))
      return at(name)
    }
    const before = sevenNodes()
    const statements = new Map(before.statements)
    statements.delete(statementId('wrote-1'))
    const based = statements.get(statementId('based-in-1'))
    if (based === undefined) throw new Error('there is no such statement')
    const [then] = based.references
    const now = { ...then, source: sourceId('article'), gloss: 'Shows a map.' }
    const added = { source: sourceId('article'), paragraph: 2 }
    statements.set(based.id, { ...based, references: [now, added] })
    const older = write('older.json', before)
    const newer = write('newer.json', { ...before, statements })
    const { status, out, err } = await run(['diff', older, newer])
    const sentence = 'based-in-1 (Alibaba Cloud is based in Shanghai)'
    expect([status, err, out.split('\n')]).toEqual([
      0,
      '',
      [
        '- statement wrote-1 (Ministry of Science wrote Development plan)',
        '- reference for statement wrote-1 (Ministry of Science wrote Development plan): An article, ¶\u00a02: Names the author.',
        `~ reference for statement ${sentence}: An article, ¶\u00a01: Names the city. → An article, ¶\u00a01: Shows a map.`,
        `+ reference for statement ${sentence}: An article, ¶\u00a02`,
        '',
      ],
    ])
    const json = await run(['diff', '--json', older, newer])
    expect((JSON.parse(json.out) as { references: unknown }).references).toEqual({
      added: [{ statement: 'based-in-1', statementIn: 'after', after: added }],
      removed: [
        {
          statement: 'wrote-1',
          statementIn: 'before',
          before: { source: 'article', paragraph: 2, gloss: 'Names the author.' },
        },
      ],
      changed: [{ statement: 'based-in-1', statementIn: 'after', before: then, after: now }],
    })
  })

  it('says as JSON that a graph is the same after a way through another format', async () => {
    await run(['convert', at('good.gexf'), at('one.gexf')])
    await run(['convert', at('one.gexf'), at('two.json')])
    const { out } = await run(['diff', '--json', at('one.gexf'), at('two.json')])
    expect(JSON.parse(out)).toMatchObject({
      entities: { added: [], removed: [], changed: [] },
      statements: { added: [], removed: [], changed: [] },
    })
  })

  it('rejects what cannot be read', async () => {
    expect((await run(['diff', at('good.gexf'), at('bad.gexf')])).status).toBe(1)
  })
})

describe('convert', () => {
  it('goes from GEXF to Orrery JSON and back without a change', async () => {
    await run(['convert', at('good.gexf'), at('one.gexf')])
    await run(['convert', at('one.gexf'), at('two.json')])
    await run(['convert', at('two.json'), at('three.gexf')])
    expect(readFileSync(at('three.gexf'), 'utf8')).toBe(readFileSync(at('one.gexf'), 'utf8'))
  })

  it('leaves no temporary file, and two tables for CSV', async () => {
    await run(['convert', at('good.gexf'), at('table.csv')])
    expect(readdirSync(folder).toSorted()).toEqual([
      'bad.gexf',
      'doubled.gexf',
      'good.gexf',
      'table-edges.csv',
      'table-nodes.csv',
    ])
  })

  it('never overwrites its input, not even through a link', async () => {
    symlinkSync(at('good.gexf'), at('link.gexf'))
    const { status } = await run(['convert', at('good.gexf'), at('link.gexf')])
    expect([status, readFileSync(at('good.gexf'), 'utf8')]).toEqual([2, good])
  })

  it('writes nothing where the input is rejected or losses are refused', async () => {
    const statuses = [
      await run(['convert', at('bad.gexf'), at('new.gexf')]),
      await run(['convert', at('good.gexf'), at('new.csv'), '--loss', 'refuse']),
    ].map(({ status }) => status)
    expect([statuses, readdirSync(folder).filter((name) => name.startsWith('new'))]).toEqual([
      [1, 1],
      [],
    ])
  })

  it('reads standard input and writes standard output for -', async () => {
    const { status, out } = await run(['convert', '-', '-', '--to', 'gexf-1.2draft'], good)
    expect([status, out.includes('http://www.gexf.net/1.2draft/viz')]).toEqual([0, true])
  })
})

describe('apply', () => {
  const graph = JSON.stringify({
    orrery: 1,
    dataset: { id: 'd', title: 'D' },
    entities: [{ id: 'a' }, { id: 'b' }],
    statements: [{ id: 'x', subject: 'a', predicate: 'p', entity: 'b' }],
  })
  const patch = JSON.stringify({
    'orrery-patch': 1,
    dataset: { id: 'd' },
    entities: [{ after: { id: 'c', label: 'See' } }, { before: { id: 'b' } }],
  })

  it('writes the graph with a patch, in any format', async () => {
    writeFileSync(at('d.json'), graph)
    writeFileSync(at('p.json'), patch)
    const { status, err } = await run(['apply', at('p.json'), at('d.json'), at('new.json')])
    const after = JSON.parse(readFileSync(at('new.json'), 'utf8')) as {
      entities: readonly object[]
      statements: readonly object[]
    }
    expect([status, err, after.entities, after.statements]).toEqual([
      0,
      '',
      [{ id: 'a' }, { id: 'c', label: 'See' }],
      [],
    ])
  })

  it('brings the kinds, predicates and columns of a patch along', async () => {
    writeFileSync(at('d.json'), graph)
    const words = {
      kinds: [{ id: 'k', label: 'Kay', plural: 'Kays' }],
      predicates: [{ id: 'q', type: 'relation', label: 'queues', inverse: '' }],
      columns: { entity: [{ id: 'n', title: 'Number', datatype: 'integer' }] },
    }
    const entity = { id: 'c', label: 'See', kind: 'k', attributes: [{ column: 'n', text: '1' }] }
    const statement = { id: 'y', subject: 'c', predicate: 'q', entity: 'a' }
    const added = (records: readonly object[]) => records.map((after) => ({ after }))
    const made = {
      'orrery-patch': 1,
      dataset: { id: 'd' },
      kinds: added(words.kinds),
      predicates: added(words.predicates),
      columns: { entity: added(words.columns.entity) },
      entities: added([entity]),
      statements: added([statement]),
    }
    writeFileSync(at('p.json'), JSON.stringify(made))
    const { status, err } = await run(['apply', at('p.json'), at('d.json'), at('new.json')])
    expect([status, err, JSON.parse(readFileSync(at('new.json'), 'utf8'))]).toMatchObject([
      0,
      '',
      { ...words, entities: [{ id: 'a' }, { id: 'b' }, entity], statements: [{}, statement] },
    ])
  })

  it('writes the directions and times of a patch, as a comparison of both tells', async () => {
    writeFileSync(at('d.json'), graph)
    const before = { id: 'x', subject: 'a', predicate: 'p', entity: 'b' }
    const after = {
      ...before,
      direction: 'mutual',
      spans: [{ start: '2001-01-01', end: '2002-12-31' }],
    }
    const made = {
      'orrery-patch': 1,
      dataset: { id: 'd' },
      entities: [{ before: { id: 'a' }, after: { id: 'a', spans: [{ end: '2009-01-01' }] } }],
      statements: [{ before, after }],
    }
    writeFileSync(at('p.json'), JSON.stringify(made))
    const { status } = await run(['apply', at('p.json'), at('d.json'), at('new.gexf')])
    const written = readFileSync(at('new.gexf'), 'utf8')
    expect([status, /<edge id="x"[^>]*>/.exec(written)?.[0]]).toEqual([
      0,
      '<edge id="x" source="a" target="b" type="mutual" kind="p" label="p" start="2001-01-01" end="2002-12-31">',
    ])
    expect(written).toMatch(/<node id="a"[^>]* end="2009-01-01"/)
    const { out } = await run(['diff', at('d.json'), at('new.gexf')])
    expect(out).toMatch(/statement.* x [^]*direction[^]*spans/)
  })

  it('refuses a patch that is for another graph, or is not there', async () => {
    writeFileSync(at('d.json'), graph.replace('"d"', '"e"'))
    writeFileSync(at('p.json'), patch)
    const foreign = await run(['apply', at('p.json'), at('d.json'), at('new.json')])
    const missing = await run(['apply', at('q.json'), at('d.json'), at('new.json')])
    expect([foreign.status, foreign.err.replace(folder, ''), missing.status]).toEqual([
      1,
      'error: /p.json: the patch is for “d”, and this graph is “e”\nnothing is written, because the patch does not fit\n',
      1,
    ])
    expect(existsSync(at('new.json'))).toBe(false)
  })

  it('refuses a patch of another version of a record, or about what is not there', async () => {
    writeFileSync(at('d.json'), graph.replace('{"id":"b"}', '{"id":"b","label":"Bee"}'))
    writeFileSync(at('p.json'), patch)
    const stale = await run(['apply', at('p.json'), at('d.json'), at('new.json')])
    const dangling = patch.replace(
      '"entities"',
      '"statements":[{"after":{"id":"y","subject":"a","predicate":"p","entity":"nobody"}}],"entities"',
    )
    writeFileSync(at('d.json'), graph)
    writeFileSync(at('p.json'), dangling)
    const lost = await run(['apply', at('p.json'), at('d.json'), at('new.json')])
    expect([stale.status, lost.status, existsSync(at('new.json'))]).toEqual([1, 1, false])
    expect(stale.err).toContain(
      'the entity “b” is not what it was when the patch was made (make the patch anew from this version of the graph)',
    )
    expect(lost.err).toContain('the statement “y” is about an entity that this graph does not have')
  })

  it('writes a dataset as a folder, and never over one that is there', async () => {
    writeFileSync(at('d.json'), graph)
    writeFileSync(at('p.json'), patch)
    const args = ['apply', at('p.json'), at('d.json'), at('new'), '--to', 'dataset']
    const first = await run([...args, '--loss', 'accept'])
    const again = await run([...args, '--loss', 'accept'])
    const read = await run(['validate', at('new')])
    // Nothing is invented that a dataset must have: what is missing is named.
    expect([first.status, again.status, read.status]).toEqual([0, 1, 1])
    expect(read.out).toContain(': 2 entities, 0 statements')
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })
})

describe('validate', () => {
  it('rejects a dataset with any issue, a file only where it cannot be read', async () => {
    const dataset = (name: string, licence: string): string => {
      mkdirSync(at(name))
      const texts = {
        'dataset.yaml': `id: d\ntitle: D\ndescription: None.\nversion: 1.0.0\n${licence}kinds: {}\npredicates: {}\n`,
        'sources.yaml': '{}\n',
      }
      for (const [file, text] of Object.entries(texts)) writeFileSync(join(at(name), file), text)
      return at(name)
    }
    const clean = await run(['validate', dataset('clean', 'licence: CC0-1.0\n')])
    const warned = await run(['validate', dataset('warned', '')])
    const file = await run(['validate', at('doubled.gexf')])
    const strict = await run(['validate', '--strict', at('doubled.gexf')])
    expect([clean.status, warned.status, file.status, strict.status]).toEqual([0, 1, 0, 3])
    expect(warned.out.replaceAll(folder, '').split('\n')).toEqual([
      expect.stringContaining('/warned/dataset.yaml:1:1: ') as string,
      '/warned: 0 entities, 0 statements, 0 cited, 0 not cited, 0 disputed',
      '/warned: rejected, 1 issue',
      '',
    ])
  })

  it('lists the paragraphs that no statement cites', async () => {
    const json = {
      orrery: 1,
      dataset: { id: 'd', title: 'D' },
      sources: [
        {
          id: 's',
          title: 'S',
          paragraphs: [
            { number: 1, heading: 'One' },
            { number: 2, heading: 'Two', role: 'summary' },
          ],
        },
      ],
      predicates: [{ type: 'fact', id: 'p', label: 'p', datatype: 'string' }],
      entities: [{ id: 'a' }],
      statements: [
        {
          id: 'x',
          subject: 'a',
          predicate: 'p',
          literal: { text: 't' },
          references: [{ source: 's', paragraph: 1 }],
        },
      ],
    }
    writeFileSync(at('d.json'), JSON.stringify(json))
    const { status, out } = await run(['validate', at('d.json')])
    expect([status, out.replace(folder, '')]).toEqual([
      0,
      '/d.json: 1 entity, 1 statement, 1 cited, 0 not cited, 0 disputed\n' +
        'source s (S): of 2 paragraphs, no statement cites 1\n  ¶2 Two (summary)\n',
    ])
  })
})
