/** What a column may be for. */
export const columnRoles = [
  'source',
  'target',
  'id',
  'label',
  'kind',
  'predicate',
  'direction',
  'weight',
  'start',
  'end',
  'date',
  'times',
  'x',
  'y',
  'latitude',
  'longitude',
  'colour',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** The two columns that hold the ends of an edge, and whether their names say which is first. */
export interface EndColumns {
  readonly source: number
  readonly target: number
  readonly directed: boolean
}

const listed = (words: string): readonly string[] => words.split(' ')

/** Words that tell the ends apart; one of the first with one of the second makes a pair. */
const sources = listed(
  'source src from origin subject subj head sender caller attacker parent follower citing ' +
    'donor exporter departure start 源 源节点 来源 起点 主语 主体 头实体 quelle von origen',
)
const targets = listed(
  'target tgt trg dst dest destination to object obj tail receiver recipient callee victim child ' +
    'followee followed cited importer arrival end 目标 目标节点 终点 宾语 客体 尾实体 ziel nach cible destino',
)
/** Words for two ends of which neither comes first. */
const evenPairs = [
  ['1', '2'],
  ['a', 'b'],
  ['u', 'v'],
  ['i', 'j'],
  ['left', 'right'],
] as const
const endNouns = new Set(
  listed(
    'id node vertex entity person actor character user author member name gene protein player ' +
      'team item concept word term country city company organisation organization page label',
  ),
)
/** With these, "from" and "to" are bounds of time. */
const timeNouns = new Set(listed('date time year month day at on timestamp'))
/** Alone, these too. */
const bareTimes = new Set(['start', 'end'])

const names: Readonly<Partial<Record<ColumnRole, readonly string[]>>> = {
  id: [
    'id',
    'node id',
    'nodeid',
    'identifier',
    'vertex id',
    'entity id',
    'node',
    'vertex',
    'entity',
    'uri',
    'iri',
    '编号',
    '标识',
    '节点',
    '实体',
  ],
  label: [
    'label',
    'node label',
    'edge label',
    'pref label',
    'display name',
    'name',
    'title',
    '标签',
    '名称',
    '名字',
    '姓名',
    'bezeichnung',
  ],
  kind: [
    'kind',
    'node kind',
    'node type',
    'entity type',
    'type',
    'category',
    'class',
    '类型',
    '类别',
  ],
  predicate: [
    'predicate',
    'relation',
    'relationship',
    'relation type',
    'relationship type',
    'rel',
    'rel type',
    'edge type',
    'edge kind',
    'link type',
    'interaction',
    'interaction type',
    'property',
    'verb',
    'kind',
    'type',
    '谓语',
    '谓词',
    '关系',
    '类型',
  ],
  direction: ['type', 'directed', 'direction', 'edge type', 'is directed'],
  weight: [
    'weight',
    'edge weight',
    '权重',
    'gewicht',
    'value',
    'count',
    'strength',
    'score',
    'frequency',
    'amount',
  ],
  start: ['start', 'start date', 'start time', 'from date', 'since', 'valid from', '开始'],
  end: ['end', 'end date', 'end time', 'to date', 'until', 'valid to', '结束'],
  date: ['date', 'timestamp', '日期'],
  times: ['timeset', 'interval', 'intervals'],
  x: ['x'],
  y: ['y'],
  colour: ['color', 'colour'],
}

/** Names that serve as an id where no column is called one. */
export const idInstead: readonly string[] = [
  'name',
  'label',
  'title',
  'key',
  'code',
  'slug',
  '名称',
]

const neo4j: readonly (readonly [ColumnRole, RegExp])[] = [
  ['source', /:START_ID(?:\(|$)/],
  ['target', /:END_ID(?:\(|$)/],
  ['id', /:ID(?:\(|\{|$)/],
  ['kind', /^:LABEL$/],
  ['predicate', /^:TYPE$/],
]

/** A column's name as plain small words: "dstAccount" is "dst account". */
export function wordsOf(name: string): string {
  return name
    .trim()
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')
}

/** Every column whose name fits a role, the best name first. */
export function columnsNamed(header: readonly string[], role: ColumnRole): readonly number[] {
  const form = neo4j.find(([neo4jRole]) => neo4jRole === role)?.[1]
  const imported = header.flatMap((name, index) => (form?.test(name) === true ? [index] : []))
  const words = wordsOfAll(header)
  const found = (names[role] ?? []).flatMap((name) => {
    const index = words.indexOf(name)
    return index === -1 ? [] : [index]
  })
  return [...imported, ...found]
}

/** Columns that can serve as ids, though they are not called so. */
export function columnsInstead(header: readonly string[]): readonly number[] {
  const words = wordsOfAll(header)
  return idInstead.flatMap((name) => {
    const index = words.indexOf(name)
    return index === -1 ? [] : [index]
  })
}

const longestName = 200
/** What is asked for once for every role. */
const knownWords = new WeakMap<readonly string[], readonly string[]>()

function wordsOfAll(header: readonly string[]): readonly string[] {
  const words = knownWords.get(header) ?? header.map(plainWords)
  knownWords.set(header, words)
  return words
}

/** Neo4j's import headers have types: "name:string". */
function plainWords(name: string): string {
  if (name.length > longestName) return ''
  // Neo4j's own, ":LABEL" or "id:ID(Person)", mean something else than the word.
  if (/:[A-Z]+(?:_[A-Z]+)*(?:\(|\{|$)/.test(name)) return ''
  return wordsOf(
    name
      .replace(/^#\s*/, '')
      .replace(/:(?:string|int|long|float|double|boolean|date)(?:\[\])?$/, ''),
  )
}

/**
 * The columns of the two ends: names that are the same but for one word, "source" in one and
 * "target" in the other. "source" and "dest_name" are none.
 */
export function endColumns(header: readonly string[]): EndColumns | undefined {
  const imported = neo4j.slice(0, 2).map(([, form]) => header.findIndex((name) => form.test(name)))
  const [from = -1, to = -1] = imported
  if (from !== -1 && to !== -1) return { source: from, target: to, directed: true }
  // A matrix has very many columns, and none of them is an end.
  const words = wordsOfAll(header)
    .slice(0, 200)
    .map((name) => name.split(' '))
  const pairs = words.flatMap((first, source) =>
    words.flatMap((second, target): readonly (EndColumns & { readonly length: number })[] => {
      const directed = pairOf(first, second)
      return directed === undefined ? [] : [{ source, target, directed, length: first.length }]
    }),
  )
  const [best] = pairs.toSorted(
    (a, b) => Number(b.directed) - Number(a.directed) || a.length - b.length,
  )
  if (best === undefined) return undefined
  return { source: best.source, target: best.target, directed: best.directed }
}

/** Whether the words of two names make a pair, and if so whether it has a direction. */
function pairOf(first: readonly string[], second: readonly string[]): boolean | undefined {
  if (first.length !== second.length) return undefined
  const differing = first.flatMap((word, index) => (word === second[index] ? [] : [index]))
  const [at] = differing
  if (at === undefined || differing.length > 1) return undefined
  const [one = '', two = ''] = [first[at], second[at]]
  const others = first.filter((_, index) => index !== at)
  if (others.some((word) => timeNouns.has(word))) return undefined
  if (sources.includes(one) && targets.includes(two)) {
    return others.length === 0 && bareTimes.has(one) && bareTimes.has(two) ? undefined : true
  }
  const even = evenPairs.some(([a, b]) => a === one && b === two)
  if (!even) return undefined
  const named = others.length === 0 ? one === 'u' : others.every((word) => endNouns.has(word))
  return named ? false : undefined
}

/** A column that is called like one end of an edge, where the other end is missing. */
export function loneEnd(
  header: readonly string[],
): { readonly role: 'source' | 'target'; readonly column: number } | undefined {
  const words = wordsOfAll(header)
  for (const [role, list] of [
    ['source', ['source', 'src', 'from', '源', '源节点']],
    ['target', ['target', 'dst', 'to', '目标', '目标节点']],
  ] as const) {
    const column = words.findIndex((word) => list.some((name) => name === word))
    if (column !== -1) return { role, column }
  }
  return undefined
}
