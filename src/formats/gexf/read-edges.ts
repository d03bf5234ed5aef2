import { entityId, statementId } from '../../model/ids.ts'
import type { EntityId, PredicateId, StatementId } from '../../model/ids.ts'
import type { Entity, Predicate, Relation } from '../../model/knowledge.ts'
import { StatementWriter, nowhere } from '../../model/statement-block.ts'
import type { StatementBlock } from '../../model/statement-block.ts'
import { StatementColumns, StatementTable } from '../../model/statement-table.ts'
import { IdsInUse } from '../ids-in-use.ts'
import type { IssueLog } from '../issue-log.ts'
import { quoted } from '../quoted.ts'
import type { ColumnTable } from './column-table.ts'
import { linkedTo } from './linked-to.ts'
import type { RawEdges } from './raw-edges.ts'
import type { RawEdge } from './raw-records.ts'
import { completed } from './raw-records.ts'

/**
 * The file's edges as statements, and what they say as predicates. An edge whose ends are not
 * both there is skipped; one whose id is taken, or that has none, gets a new id. All but the
 * missing id, which is usual, are reported.
 */
export function readEdges(
  raw: RawEdges,
  entities: ReadonlyMap<EntityId, Entity>,
  columns: ColumnTable,
  log: IssueLog,
): {
  readonly statements: StatementTable
  readonly predicates: ReadonlyMap<PredicateId, Predicate>
} {
  const nodes = [...entities.keys()]
  const blocks = raw.blocks()
  const all = new StatementColumns(nodes, blocks.list)
  const endAt = ends(raw, nodes, log)
  const ids = new IdsInUse<StatementId>()
  const freshId = freshIds(blocks.list)
  const predicates = new Map<PredicateId, Predicate>()
  const skipped = new Set<number>()
  for (let place = 0; place < raw.count; place += 1) {
    const subject = endAt('source', place)
    const object = subject === nowhere ? nowhere : endAt('target', place)
    if (object === nowhere) {
      skipped.add(place)
      continue
    }
    const { block, at } = blocks.rowAt(place)
    block.subjects[at] = subject
    block.objects[at] = object
    const given = raw.idAt(place)
    const id = given === undefined || ids.add(given) ? freshId() : given
    if (id !== given) block.ids[at] = id
    if (given !== undefined && id !== given) warnOfTaken(given, id, raw.offsetAt(place), log)
    const edge = raw.whole.get(place)
    if (edge !== undefined) {
      warnOfUnreadable(edge, log)
      const record = completed(edge, columns)
      record.id = id
      record.subject = nodes[subject] ?? entityId('')
      record.value = all.valueAt(object)
    }
    const predicate = all.predicateAt(place)
    if (!predicates.has(predicate)) predicates.set(predicate, relation(predicate))
  }
  const kept = skipped.size === 0 ? all : without(skipped, all)
  return { statements: new StatementTable(kept), predicates }
}

/** What gives the place of the node that an edge names; `nowhere`, and a warning, without one. */
function ends(
  raw: RawEdges,
  nodes: readonly EntityId[],
  log: IssueLog,
): (which: 'source' | 'target', place: number) => number {
  const find = raw.finder(new Map(nodes.map((id, place) => [id, place])))
  return (which, place) => {
    const found = find(which, place)
    if (found !== undefined) return found
    const name = raw.nameAt(which, place)
    const edge = (): string => named(raw.idAt(place))
    if (name === undefined) {
      log.warnOfMany(
        `edges without a ${which} are skipped`,
        raw.offsetAt(place),
        () => `${edge()} has no ${which}; it is skipped`,
      )
    } else {
      const group = `edges with a ${which} that is not in the file are skipped`
      log.warnOfMany(group, raw.offsetAt(place), () => {
        const what = `the ${which} ${quoted(name)} of ${edge()} is not in the file`
        return `${what}; the edge is skipped`
      })
    }
    return nowhere
  }
}

/** The statements but for some; seldom needed, so they are simply written anew. */
function without(places: ReadonlySet<number>, columns: StatementColumns): StatementColumns {
  const blocks: StatementBlock[] = []
  const writer = new StatementWriter((block) => void blocks.push(block))
  for (let place = 0; place < columns.size; place += 1) {
    if (places.has(place)) continue
    writer.add(columns.make(place), columns.subjectAt(place), columns.objectAt(place))
  }
  writer.end()
  return new StatementColumns(columns.entities, blocks)
}

function named(id: string | undefined): string {
  return id === undefined ? 'an edge' : `the edge ${quoted(id)}`
}

function warnOfTaken(id: string, fresh: string, offset: number, log: IssueLog): void {
  log.warnOfMany('edges with an id that is taken get another one', offset, () => {
    const what = `the edge id ${quoted(id)} is taken already`
    return `${what}; this edge gets the id ${quoted(fresh)}`
  })
}

function warnOfUnreadable({ unreadable = [] }: RawEdge, log: IssueLog): void {
  for (const { what, text, offset } of unreadable) {
    log.warnOfMany(
      `values of ${what} cannot be read and are kept as text`,
      offset,
      () => `the ${what} ${quoted(text)} of an edge cannot be read; it is kept as text`,
    )
  }
}

function freshIds(blocks: readonly StatementBlock[]): () => StatementId {
  let taken: ReadonlySet<string> | undefined
  let number = 0
  return () => {
    taken ??= new Set(blocks.flatMap(({ ids }) => ids))
    do number += 1
    while (taken.has(`edge-${number}`))
    return statementId(`edge-${number}`)
  }
}

function relation(id: PredicateId): Relation {
  return {
    type: 'relation',
    id,
    label: id,
    inverse: id === linkedTo ? 'linked from' : `${id} (reverse)`,
    subjects: [],
    objects: [],
    singleValued: false,
  }
}
