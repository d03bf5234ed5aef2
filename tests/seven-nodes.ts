import { columnId, entityId, kindId, predicateId, sourceId, statementId } from '../src/model/ids.ts'
import type {
  Entity,
  Fact,
  Kind,
  Knowledge,
  Layout,
  Reference,
  Relation,
  Statement,
} from '../src/model/knowledge.ts'

/**
 * The graph of nearly all tests. Double lines are parallel edges, dotted lines have no reference,
 * a plain `──` has no direction. Market's two values dispute each other.
 *
 * ```
 *                            trained ►
 *               based-in     offers ►           succeeds
 *   shanghai ◄─────────── lab ═════════════► qwen ──┐
 *                          │  ◄┄┄ tested ┄┄┄  ▲     │
 *              works-with  │                  └─────┘
 *                          │   wrote        guides
 *                       ministry ─────► plan ┄┄┄┄┄► market         island
 *                                                   value 98 ⚡ 70
 * ```
 *
 * `name` gives every id another form, for tests with ids that are hard to handle.
 */
export function sevenNodes(name: (plain: string) => string = (plain) => plain): Knowledge {
  const entity = (id: string, label: string, kind?: string, more: Partial<Entity> = {}): Entity =>
    node(name(id), label, kind === undefined ? undefined : name(kind), more)
  const link = (
    id: string,
    subject: string,
    predicate: string,
    value: string,
    more: Partial<Statement> = {},
  ): Statement => edge(name(id), name(subject), name(predicate), name(value), more)
  const figure = (id: string, subject: string, predicate: string, more: Partial<Statement>) => ({
    ...edge(name(id), name(subject), name(predicate), '', more),
  })
  const cited = (paragraph: number, gloss: string): { references: readonly Reference[] } => ({
    references: [{ source: sourceId(name('article')), paragraph, gloss }],
  })
  return {
    dataset: {
      id: name('seven'),
      title: 'Seven nodes',
      licence: 'CC0-1.0',
      version: '1.2.3',
      start: [entityId(name('qwen'))],
    },
    kinds: byId([
      kind(name('institution'), 'Institution', 'Institutions'),
      kind(name('model'), 'Model', 'Models'),
      kind(name('city'), 'City', 'Cities'),
      kind(name('policy'), 'Policy', 'Policies'),
      kind(name('sector'), 'Sector', 'Sectors'),
    ]),
    predicates: byId([
      relation(name('trained'), 'trained', 'trained by'),
      relation(name('offers'), 'offers', 'offered by'),
      relation(name('tested'), 'tested', 'tested by'),
      relation(name('succeeds'), 'succeeds', 'succeeded by'),
      relation(name('based-in'), 'based in', 'home of'),
      relation(name('works-with'), 'works with', 'works with'),
      relation(name('wrote'), 'wrote', 'written by'),
      relation(name('guides'), 'guides', ''),
      fact(name('value'), 'value', 'decimal'),
      fact(name('released'), 'released', 'date'),
    ]),
    qualifiers: byId([
      { id: predicateId(name('year')), label: 'in', datatype: 'year' as const },
      { id: predicateId('precision'), label: 'precision', datatype: 'string' as const },
    ]),
    sources: byId([
      {
        id: sourceId(name('article')),
        title: 'An article',
        publisher: 'A paper',
        published: '2025-04-29',
        url: 'https://example.org/article',
        paragraphs: new Map([
          [1, { heading: 'The laboratory', role: 'text' as const }],
          [2, { heading: 'The money', role: 'text' as const }],
        ]),
      },
    ]),
    columns: {
      entity: [{ id: columnId(name('rank')), title: 'Rank', datatype: 'integer', dynamic: false }],
      statement: [],
    },
    entities: byId([
      entity('lab', 'Alibaba Cloud', 'institution', {
        aliases: [{ text: '阿里云' }, { text: 'Ālǐyún', note: 'pinyin' }],
        attributes: [{ column: columnId(name('rank')), text: '1' }],
      }),
      entity('qwen', 'Qwen', 'model', {
        aliases: [{ text: '通义千问', note: 'Chinese' }, { text: 'Tōngyì Qiānwèn' }],
        description: 'A family of language models with open weights.',
        note: 'Several sizes.',
      }),
      entity('shanghai', 'Shanghai', 'city', {
        aliases: [{ text: '上海' }],
        place: { latitude: 31.23, longitude: 121.47 },
      }),
      entity('ministry', 'Ministry of Science', 'institution'),
      entity('plan', 'Development plan', 'policy'),
      entity('market', 'AI market', 'sector'),
      entity('island', 'Élan', undefined),
    ]),
    statements: byId([
      link('trained-1', 'lab', 'trained', 'qwen', cited(1, 'Says who trained it.')),
      link('offers-1', 'lab', 'offers', 'qwen', cited(1, 'Says where it is sold.')),
      link('tested-1', 'qwen', 'tested', 'lab'),
      link('succeeds-1', 'qwen', 'succeeds', 'qwen', cited(1, 'One version follows the other.')),
      link('based-in-1', 'lab', 'based-in', 'shanghai', cited(1, 'Names the city.')),
      link('works-with-1', 'ministry', 'works-with', 'lab', {
        ...cited(2, 'Names both.'),
        direction: 'undirected',
        qualifiers: [
          {
            predicate: predicateId(name('year')),
            literal: { text: '2024', datatype: 'year' },
          },
        ],
      }),
      link('wrote-1', 'ministry', 'wrote', 'plan', cited(2, 'Names the author.')),
      link('guides-1', 'plan', 'guides', 'market', { note: 'Our own reading.' }),
      figure('value-98', 'market', 'value', {
        ...cited(2, 'Gives the higher figure.'),
        value: {
          type: 'literal',
          literal: { text: '98', datatype: 'decimal', unit: 'billion USD' },
        },
        qualifiers: [
          {
            predicate: predicateId('precision'),
            literal: { text: 'more than', datatype: 'string' },
          },
        ],
        disputes: [statementId(name('value-70'))],
      }),
      figure('value-70', 'market', 'value', {
        value: {
          type: 'literal',
          literal: { text: '70', datatype: 'decimal', unit: 'billion USD' },
        },
        disputes: [statementId(name('value-98'))],
        note: 'An older figure.',
      }),
      figure('released-1', 'qwen', 'released', {
        value: { type: 'literal', literal: { text: '2023-04-11', datatype: 'date' } },
      }),
    ]),
  }
}

/** Positions like those of the drawing. */
export const sevenPlaces: Layout = new Map(
  (
    [
      ['shanghai', -260, 90],
      ['lab', -60, 90],
      ['qwen', 200, 90],
      ['ministry', -60, -90],
      ['plan', 100, -90],
      ['market', 260, -90],
      ['island', 400, -10],
    ] as const
  ).map(([id, x, y]) => [entityId(id), { x, y }]),
)

/** Ids that trip careless code, one for each of the seven nodes; every other id gets a tail. */
export function nasty(plain: string): string {
  return Object.hasOwn(nastyIds, plain) ? (nastyIds[plain] ?? plain) : `${plain},:@&=%#通 😀`
}

const nastyIds: Readonly<Record<string, string>> = {
  lab: '__proto__',
  qwen: '',
  shanghai: 'a,b:c@d&e=f%',
  ministry: '通义',
  plan: '😀#/?',
  market: 'constructor',
  island: ' ',
}

/** The same graph as a file that names no source: without references and disputes. */
export function withoutReferences(knowledge: Knowledge): Knowledge {
  const statements = [...knowledge.statements.values()].map((statement) => ({
    ...statement,
    references: [],
    disputes: [],
  }))
  return { ...knowledge, sources: new Map(), statements: byId(statements) }
}

export function node(
  id: string,
  label: string,
  kind: string | undefined,
  more: Partial<Entity> = {},
): Entity {
  return {
    id: entityId(id),
    label,
    ...(kind === undefined ? {} : { kind: kindId(kind) }),
    aliases: [],
    parents: [],
    spans: [],
    attributes: [],
    ...more,
  }
}

export function edge(
  id: string,
  subject: string,
  predicate: string,
  value: string,
  more: Partial<Statement> = {},
): Statement {
  return {
    id: statementId(id),
    subject: entityId(subject),
    predicate: predicateId(predicate),
    value: { type: 'entity', entity: entityId(value) },
    direction: 'directed',
    qualifiers: [],
    references: [],
    disputes: [],
    spans: [],
    attributes: [],
    ...more,
  }
}

function kind(id: string, label: string, plural: string): Kind {
  return { id: kindId(id), label, plural }
}

function relation(id: string, label: string, inverse: string): Relation {
  const base = { id: predicateId(id), label, inverse, singleValued: false }
  return { ...base, type: 'relation', subjects: [], objects: [] }
}

function fact(id: string, label: string, datatype: Fact['datatype']): Fact {
  const base = { id: predicateId(id), label, datatype, singleValued: false }
  return { ...base, type: 'fact', subjects: [] }
}

function byId<Thing extends { readonly id: string }>(
  things: readonly Thing[],
): ReadonlyMap<Thing['id'], Thing> {
  return new Map(things.map((thing) => [thing.id, thing]))
}
