import fc from 'fast-check'
import {
  columnId,
  entityId,
  kindId,
  predicateId,
  sourceId,
  statementId,
} from '../../src/model/ids.ts'
import type {
  AttributeValue,
  Column,
  Entity,
  Knowledge,
  Span,
  Statement,
  Value,
} from '../../src/model/knowledge.ts'
import { datatypes } from '../../src/model/literal.ts'
import { usualId } from '../../src/model/usual-id.ts'

/** Texts that break writers and readers. */
export const nastyTexts = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'orrery:entity',
  'orrery:dataset',
  'orrery:fact-1',
  ']]>',
  '<!-- -->',
  '?>',
  '<a href="x">&amp;</a>',
  '"quotes" and \'apostrophes\'',
  'tab\tline\nreturn\r\nend',
  '  spaces  ',
  '😀👩‍👩‍👧',
  '中文知识图谱',
  'שלום עולם',
  'مرحبا\u202e',
  'é',
  'e\u0301',
  '\u0000\u0001\u001f',
  '\ud800',
  'a\udc00b',
  '\ufffe\uffff',
  '\ufffd',
  '\u007f\u0085\u2028',
  '=1+1',
  '9223372036854775808',
  'NaN',
  '-0',
  '2024-02-30',
  '{"json":[1]}',
]

export const text = fc.oneof(
  fc.constantFrom(...nastyTexts),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
)

const optional = (key: string, content: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc
    .option(content, { nil: undefined })
    .map((value) => (value === undefined ? {} : { [key]: value }))

const merged = <Content>(parts: readonly fc.Arbitrary<object>[]): fc.Arbitrary<Content> =>
  fc.tuple(...parts).map((values) => Object.assign({}, ...values) as Content)

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0))
const bound = fc.oneof(
  fc.constantFrom('2009-01-01', '2010-12-31', '2024-05-06T07:08:09Z', '12', '1.5', '-3', '1e5'),
  text,
)
const span: fc.Arbitrary<Span> = merged([
  optional('start', bound),
  optional('end', bound),
  optional('startExcluded', fc.boolean()),
  optional('endExcluded', fc.boolean()),
])
const literal = merged<{ text: string; datatype: (typeof datatypes)[number]; unit?: string }>([
  fc.record({
    text: fc.oneof(text, fc.integer().map(String), number.map(String), fc.constant('true')),
    datatype: fc.constantFrom(...datatypes),
  }),
  optional('unit', text),
])
const distinct = <Id extends string>(make: (text: string) => Id, most: number) =>
  fc.uniqueArray(text.map(make), { maxLength: most, selector: (id) => id })

const column: fc.Arbitrary<Column> = merged([
  fc.record({
    id: text.map(columnId),
    title: text,
    datatype: fc.constantFrom(...datatypes),
    dynamic: fc.boolean(),
  }),
  optional('fileType', fc.constantFrom('long', 'listint', 'float', 'liststring', 'date', 'what')),
  optional('defaultText', text),
  optional('options', text),
])
const columns = fc.uniqueArray(column, { maxLength: 3, selector: ({ id }) => id })

const cells = (of: readonly Column[]): fc.Arbitrary<readonly AttributeValue[]> =>
  of.length === 0
    ? fc.constant([])
    : fc.array(
        merged<AttributeValue>([
          fc.record({
            column: fc.constantFrom(...of.map(({ id }) => id)),
            text: fc.oneof(text, fc.integer().map(String)),
          }),
          optional('span', span),
        ]),
        { maxLength: 3 },
      )

/** Keeps the first of several with one id. */
const keyed = <Content extends { readonly id: string }>(
  list: readonly Content[],
): ReadonlyMap<Content['id'], Content> =>
  new Map(
    list
      .toReversed()
      .map((one) => [one.id, one] as const)
      .toReversed(),
  )

const frame = fc.record({
  dataset: merged<Knowledge['dataset']>([
    fc.record({ id: text, title: text }),
    ...(['description', 'licence', 'version', 'creator', 'modified', 'keywords'] as const).map(
      (key) => optional(key, fc.oneof(text, fc.constant('2026-01-02'))),
    ),
    fc.record({ start: fc.array(text.map(entityId), { maxLength: 2 }) }),
  ]),
  kinds: fc
    .array(
      merged<{ id: ReturnType<typeof kindId>; label: string; plural: string }>([
        fc.record({ id: text.map(kindId), label: text, plural: text }),
        optional('description', text),
      ]),
      { maxLength: 2 },
    )
    .map(keyed),
  qualifiers: fc
    .array(
      fc.record({
        id: text.map(predicateId),
        label: text,
        datatype: fc.constantFrom(...datatypes),
      }),
      { maxLength: 2 },
    )
    .map(keyed),
  sources: fc
    .array(
      merged<NonNullable<ReturnType<Knowledge['sources']['get']>>>([
        fc.record({
          id: text.map(sourceId),
          title: text,
          paragraphs: fc
            .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 2 })
            .map(
              (numbers) =>
                new Map(
                  numbers.map((paragraph) => [
                    paragraph,
                    { heading: `¶ ${paragraph}`, role: 'text' as const },
                  ]),
                ),
            ),
        }),
        optional('url', text),
        optional('note', text),
      ]),
      { maxLength: 2 },
    )
    .map(keyed),
  entityColumns: columns,
  statementColumns: columns,
  predicateIds: distinct(predicateId, 3),
  entityIds: distinct(entityId, 5),
  statementIds: distinct(statementId, 5),
})

type Frame = typeof frame extends fc.Arbitrary<infer Content> ? Content : never

function entityOf(of: Frame, index: number): fc.Arbitrary<Entity> {
  const earlier = of.entityIds.slice(0, index)
  return merged([
    fc.constant({ id: of.entityIds[index] }),
    optional('label', text),
    optional('isPlural', fc.constant(true)),
    optional('kind', text.map(kindId)),
    fc.record({
      aliases: fc.array(merged([fc.record({ text }), optional('note', text)]), { maxLength: 2 }),
    }),
    optional('description', text),
    optional('note', text),
    optional('place', fc.record({ latitude: number, longitude: number })),
    fc.record({
      parents: fc.subarray(earlier, { maxLength: Math.min(2, earlier.length) }),
      spans: fc.array(span, { maxLength: 2 }),
      attributes: cells(of.entityColumns),
    }),
  ])
}

function statementOf(of: Frame, index: number): fc.Arbitrary<Statement> {
  const end = fc.constantFrom(...of.entityIds)
  const value: fc.Arbitrary<Value> = fc.oneof(
    end.map((entity) => ({ type: 'entity' as const, entity })),
    literal.map((one) => ({ type: 'literal' as const, literal: one })),
  )
  return merged([
    fc.record({
      id: fc.constantFrom(...of.statementIds.slice(index, index + 1)),
      subject: end,
      predicate: fc.oneof(fc.constantFrom(...of.predicateIds, predicateId('linked to'))),
      value,
      direction: fc.constantFrom('directed' as const, 'undirected' as const, 'mutual' as const),
    }),
    optional('label', text),
    optional('measures', text),
    optional('weight', number),
    optional('inferred', fc.constant(true)),
    fc.record({
      qualifiers: fc.array(fc.record({ predicate: text.map(predicateId), literal }), {
        maxLength: 2,
      }),
      references: fc.array(
        merged([
          fc.record({ source: text.map(sourceId) }),
          optional('paragraph', fc.integer({ min: 1, max: 99 })),
          optional('gloss', text),
        ]),
        { maxLength: 2 },
      ),
      disputes: fc.array(text.map(statementId), { maxLength: 2 }),
      spans: fc.array(span, { maxLength: 2 }),
      attributes: cells(of.statementColumns),
    }),
    optional('note', text),
  ])
}

/** Any knowledge at all, as long as its statements are about its entities. */
export const anyKnowledge: fc.Arbitrary<Knowledge> = frame.chain((of) =>
  fc
    .record({
      entities: fc.tuple(...of.entityIds.map((_, index) => entityOf(of, index))),
      statements:
        of.entityIds.length === 0
          ? fc.constant([])
          : fc.tuple(...of.statementIds.map((_, index) => statementOf(of, index))),
      /** Which statements go by the ids that say no more than they do. */
      usual: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      inverse: text,
    })
    .map(({ entities, statements, usual, inverse }) => ({
      dataset: of.dataset,
      kinds: of.kinds,
      predicates: keyed(
        of.predicateIds.map((id, index) => {
          const base = { id, label: `${id} label`, subjects: [], singleValued: index === 1 }
          return index === 2
            ? { ...base, type: 'fact' as const, datatype: 'decimal' as const }
            : { ...base, type: 'relation' as const, inverse, objects: [] }
        }),
      ),
      qualifiers: of.qualifiers,
      sources: of.sources,
      entities: keyed(entities),
      statements: keyed(renamed(statements, usual)),
      columns: { entity: of.entityColumns, statement: of.statementColumns },
    })),
)

/** The statements, some under their usual ids, each of these once. */
function renamed(
  statements: readonly Statement[],
  usual: readonly boolean[],
): readonly Statement[] {
  const taken = new Set<string>(statements.map(({ id }) => id))
  return statements.map((statement, index) => {
    const { subject, predicate, value } = statement
    const id = statementId(usualId(subject, predicate, value))
    if (usual[index] !== true || taken.has(id)) return statement
    taken.add(id)
    return { ...statement, id }
  })
}
