import { entityId, kindId } from '../../model/ids.ts'
import type { EntityId, KindId } from '../../model/ids.ts'
import type { AttributeValue, Entity, Kind } from '../../model/knowledge.ts'
import { warnOfLookAlikes } from '../look-alikes.ts'
import { quoted } from '../quoted.ts'
import type { IssueLog } from '../issue-log.ts'
import { hexColour } from '../hex-colour.ts'
import type { KeyTable } from './key-table.ts'
import type { RawNode } from './raw-graph.ts'
import { readNodeDrawing, readYedNode } from './read-drawing.ts'

interface ReadNodes {
  readonly entities: ReadonlyMap<EntityId, Entity>
  readonly kinds: ReadonlyMap<KindId, Kind>
}

/**
 * The file's nodes as entities. Of several with one id the first wins; a node without an id is
 * skipped; both are reported. In a file of ours (`own`) columns have no meaning by their names.
 */
export function readNodes(
  raw: readonly RawNode[],
  keys: KeyTable,
  own: boolean,
  log: IssueLog,
): ReadNodes {
  const kept = keptNodes(raw, log)
  warnOfLookAlikes(kept, ({ element }) => element.offset, log)
  const entities = new Map<EntityId, Entity>()
  const kinds = new Map<KindId, Kind>()
  for (const [id, node] of kept) {
    const entity = readNode(id, node, kept, keys, own, log)
    entities.set(id, entity)
    const { kind } = entity
    if (kind !== undefined) kinds.set(kind, { id: kind, label: kind, plural: kind })
  }
  return { entities, kinds }
}

function keptNodes(raw: readonly RawNode[], log: IssueLog): ReadonlyMap<EntityId, RawNode> {
  const kept = new Map<EntityId, RawNode>()
  for (const node of raw) {
    const { attributes, offset } = node.element
    const text = attributes.get('id')
    if (text === undefined) {
      log.warnOfMany(
        'nodes without an id are skipped',
        offset,
        () => 'a node without an id; it is skipped',
      )
    } else if (kept.has(entityId(text))) {
      log.warnOfMany('nodes with an id that is taken are skipped', offset, () => {
        const what = `the node ${quoted(text)} is there already`
        return `${what}; this second one is skipped`
      })
    } else kept.set(entityId(text), node)
  }
  return kept
}

function readNode(
  id: EntityId,
  node: RawNode,
  kept: ReadonlyMap<EntityId, RawNode>,
  keys: KeyTable,
  own: boolean,
  log: IssueLog,
): Entity {
  const { natives, markup, attributes } = keys.read(node)
  const yed = readYedNode(markup)
  const [yedLabel, ...otherLabels] = yed.labels.filter((text) => text.trim() !== '')
  const label =
    yedLabel ?? natives.get('label')?.text ?? (own ? undefined : nameIn(attributes, keys))
  const kind = own ? undefined : kindIn(attributes, keys)
  const unreadable = (offset: number, what: string, text: string): void => {
    log.warnOfMany('values that cannot be read are kept as text', offset, () => {
      const message = `the ${what} ${quoted(text)} of the node ${quoted(id)} cannot be read`
      return `${message}; it is kept as text`
    })
    attributes.push(keys.asWritten(what, text))
  }
  const drawn = readNodeDrawing(natives, yed, unreadable)
  const colour = own || drawn?.colour !== undefined ? undefined : colourIn(attributes, keys)
  const drawing = colour === undefined ? drawn : { ...drawn, colour }
  return {
    id,
    ...(label === undefined ? {} : { label }),
    ...(kind === undefined ? {} : { kind: kindId(kind) }),
    aliases: otherLabels.map((text) => ({ text })),
    ...(node.description === undefined ? {} : { description: node.description }),
    parents: parentsOf(node, kept),
    spans: [],
    attributes,
    ...(drawing === undefined ? {} : { drawing }),
  }
}

/** What stands in for a label in files of igraph and TinkerPop; it stays a column as well. */
function nameIn(attributes: readonly AttributeValue[], keys: KeyTable): string | undefined {
  const name = keys.textUnder('name', attributes)
  return name?.trim() === '' ? undefined : name
}

/** The class of a node as TinkerPop ("person") and Neo4j (":Person:Actor") say it. */
function kindIn(attributes: readonly AttributeValue[], keys: KeyTable): string | undefined {
  const label = keys.textUnder('labelv', attributes)
  if (label !== undefined && label !== '') return label
  return /^:([^:]+)/.exec(keys.textUnder('labels', attributes) ?? '')?.[1]
}

/** A colour that other programs keep as a plain column. */
function colourIn(attributes: readonly AttributeValue[], keys: KeyTable): string | undefined {
  const text = keys.textUnder('color', attributes) ?? keys.textUnder('colour', attributes)
  return text === undefined ? undefined : hexColour(text)
}

/** The node that this one stands inside; its id is there, since its element began before. */
function parentsOf({ outer }: RawNode, kept: ReadonlyMap<EntityId, RawNode>): readonly EntityId[] {
  for (let node = outer; node !== undefined; node = node.outer) {
    const text = node.element.attributes.get('id')
    if (text !== undefined && kept.has(entityId(text))) return [entityId(text)]
  }
  return []
}
