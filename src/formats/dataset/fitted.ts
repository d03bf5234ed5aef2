import { entityId, kindId } from '../../model/ids.ts'
import type { EntityId, KindId, SourceId } from '../../model/ids.ts'
import type { Loss } from '../../model/issue.ts'
import type { Dataset, Entity, Knowledge, SourceTexts } from '../../model/knowledge.ts'
import { lossCount } from '../loss-count.ts'
import type { LossCount } from '../loss-count.ts'
import { fittedPredicates } from './fitted-predicates.ts'
import { fittedSources } from './fitted-sources.ts'
import { fittedStatements } from './fitted-statements.ts'
import { firstText, keptTexts } from './kept-texts.ts'
import { versionPattern } from './schema.ts'
import { renamed, slugOf, slugsOf } from './slugs.ts'
import type { Slugs } from './slugs.ts'

/** Stands for the kind of entities that have none: a folder has its entities by kind. */
const kindless = 'entity'

/**
 * A graph as a dataset folder can hold it: what its rules ask for is added, what they refuse is
 * written otherwise or left out, and every such thing is counted. A graph that keeps the rules
 * comes back as it is.
 */
export function fitted(
  knowledge: Knowledge,
  texts: SourceTexts = new Map(),
): {
  readonly knowledge: Knowledge
  /** Texts of its sources, as the files have them. */
  readonly texts: ReadonlyMap<SourceId, string>
  readonly losses: readonly Loss[]
} {
  const count = lossCount()
  const { columns } = knowledge
  const names = slugsOf(knowledge.entities.keys(), 'entity')
  const kindNames = slugsOf(kindIds(knowledge), 'kind')
  const entities = new Map(
    [...knowledge.entities.values()].map((entity): [EntityId, Entity] => {
      const id = entityId(slugOf(names, entity.id))
      const kind = kindId(slugOf(kindNames, entity.kind ?? kindless))
      return [id, fittedEntity(entity, id, kind, count)]
    }),
  )
  const context = { knowledge, entities, names, kindNames, count }
  const predicates = fittedPredicates(context)
  const sources = fittedSources(knowledge, texts, count)
  const { qualifiers, statements } = fittedStatements(context, predicates, sources)
  count.add(
    'ids that are not slugs, which are written as slugs',
    renamed(names) + renamed(kindNames),
  )
  count.add('columns of the file', columns.entity.length + columns.statement.length)
  return {
    knowledge: {
      dataset: fittedDataset(knowledge, names, count),
      kinds: fittedKinds(knowledge, kindNames, count),
      predicates: predicates.predicates,
      qualifiers,
      sources: sources.sources,
      entities,
      statements,
      columns: { entity: [], statement: [] },
    },
    texts: sources.texts,
    losses: count.losses(),
  }
}

/** All kinds, the undeclared ones last. */
function kindIds({ kinds, entities }: Knowledge): Iterable<string> {
  return [...kinds.keys(), ...[...entities.values()].map(({ kind }) => kind ?? kindless)]
}

function fittedDataset({ dataset, entities }: Knowledge, names: Slugs, count: LossCount): Dataset {
  const { add } = count
  const { id, title, description, licence, version, creator, modified, keywords, start } = dataset
  const [slug = 'graph'] = slugsOf([id], 'graph').values()
  const known = start.filter((one) => entities.has(one))
  const semantic = version === undefined || versionPattern.test(version)
  if (slug !== id) add('ids that are not slugs, which are written as slugs')
  if (title === '') add('empty texts')
  if (!semantic) add('version that is not written as 1.2.3')
  if (modified !== undefined) add('date of the dataset')
  add('places to start with that are not there', start.length - known.length)
  return {
    id: slug,
    title: title === '' ? slug : title,
    ...keptTexts({ description, licence, creator, keywords }, count),
    ...(version !== undefined && semantic ? { version } : {}),
    start: known.map((one) => entityId(slugOf(names, one))),
  }
}

function fittedKinds({ kinds }: Knowledge, names: Slugs, count: LossCount): Knowledge['kinds'] {
  const { add } = count
  return new Map(
    [...names].map(([id, slug]) => {
      const kind = kinds.get(kindId(id))
      if (kind === undefined) add('kinds that are not described, which are called by their ids')
      const label = firstText(kind?.label, id, slug)
      const plural = firstText(kind?.plural, label)
      if (kind !== undefined && (kind.label !== label || kind.plural !== plural)) {
        add('kinds without a name, which are called by their ids')
      }
      const { description } = kind ?? {}
      return [
        kindId(slug),
        { id: kindId(slug), label, plural, ...keptTexts({ description }, count) },
      ]
    }),
  )
}

function fittedEntity(entity: Entity, id: EntityId, kind: KindId, count: LossCount): Entity {
  const { add } = count
  const { label, isPlural, aliases, description, note, place } = entity
  const { parents, spans, attributes, drawing } = entity
  if (entity.kind === undefined) add('entities without a kind, which are given one')
  if (label === undefined || label === '')
    add('entities without a name, which are called by their ids')
  const named = aliases.filter(({ text }) => text !== '')
  add('empty texts', aliases.length - named.length)
  const onEarth =
    place === undefined || (Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180)
  if (!onEarth) add('places that are not on Earth')
  add('entities that are nested in others', parents.length > 0 ? 1 : 0)
  add('spans of time of entities', spans.length)
  add('values of columns', attributes.length)
  if (drawing !== undefined) add('places and looks of nodes in the file')
  return {
    id,
    label: firstText(label, entity.id, id),
    ...(isPlural === true ? { isPlural } : {}),
    kind,
    aliases: named.map(({ text, note: about }) => ({ text, ...keptTexts({ note: about }, count) })),
    ...keptTexts({ description, note }, count),
    ...(place !== undefined && onEarth ? { place } : {}),
    parents: [],
    spans: [],
    attributes: [],
  }
}
