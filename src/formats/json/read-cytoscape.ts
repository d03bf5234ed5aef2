import { quoted } from '../quoted.ts'
import type { Dialect } from './dialect.ts'
import { mostly, single } from './dialect.ts'
import { takeEdge, takeId } from './edge-fields.ts'
import type { JsonObject, JsonValue } from './json-value.ts'
import { field, idOf, isList, isObject, itemsOf, offsetOf, stringOf, wideAt } from './json-value.ts'
import { OpenFields, drawable, drawn, takeLabel, takeNodeDrawing } from './open-fields.ts'
import type { RawEdge, RawGraph, RawNode } from './raw-graph.ts'
import type { IssueLog } from '../issue-log.ts'

/** Cytoscape.js: elements as one list, as `{ nodes, edges }`, or both inside an exported graph. */
export const cytoscape: Dialect = {
  format: 'cytoscape-json',
  recognise: (values) => {
    const file = single(values)
    const inner = field(file, 'elements')
    const elements = inner ?? file
    const groups = groupsOf(elements, inner !== undefined)
    if (groups === undefined) return undefined
    const shape = isList(elements)
      ? 'a list of elements with data'
      : 'elements with nodes and edges'
    const graph = inner !== undefined && isObject(file) ? file : undefined
    return {
      why: inner === undefined && isList(elements) ? `it is ${shape}` : `it has ${shape}`,
      read: (log) => readCytoscape(graph, groups, log),
    }
  },
}

interface Groups {
  readonly nodes: readonly JsonValue[]
  readonly edges: readonly JsonValue[]
}

/** Elements that are none at all count only where they stand under their own name. */
function groupsOf(elements: JsonValue | undefined, named: boolean): Groups | undefined {
  if (isList(elements)) {
    if (elements.items.length === 0 && !named) return undefined
    if (elements.items.length > 0 && !mostly(elements.items, isElement)) return undefined
    return {
      nodes: elements.items.filter((element) => !isEdge(element)),
      edges: elements.items.filter(isEdge),
    }
  }
  if (!isObject(elements)) return undefined
  const [nodes, edges] = [field(elements, 'nodes'), field(elements, 'edges')]
  const all = [...itemsOf(nodes), ...itemsOf(edges)]
  const fits =
    (isList(nodes) || isList(edges)) && (all.length === 0 ? named : mostly(all, isElement))
  return fits ? { nodes: itemsOf(nodes), edges: itemsOf(edges) } : undefined
}

function isElement(value: JsonValue): boolean {
  return isObject(field(value, 'data'))
}

function isEdge(element: JsonValue): boolean {
  const group = stringOf(field(element, 'group'))
  if (group === 'nodes' || group === 'edges') return group === 'edges'
  const data = field(element, 'data')
  return isObject(data) && (data.fields.has('source') || data.fields.has('target'))
}

/** What Cytoscape.js remembers of the page: nothing that the graph says. */
const pageState = new Set(
  'removed selected selectable locked grabbed grabbable pannable'.split(' '),
)
const graphState =
  /^(?:style|layout|zoom|min[zZ]oom|max[zZ]oom|pan|zoomingEnabled|userZoomingEnabled|panningEnabled|userPanningEnabled|boxSelectionEnabled|renderer|wheelSensitivity|selectionType)$/

function readCytoscape(graph: JsonObject | undefined, groups: Groups, log: IssueLog): RawGraph {
  const freeId = freeIds(groups)
  const data = field(graph, 'data')
  const about = new OpenFields(graph)
  about.take('elements')
  if (isObject(data)) {
    about.take('data')
    about.with(data)
  }
  const unread = about.rest().flatMap(([name]) => (graphState.test(name) ? [name] : []))
  for (const name of unread) about.take(name)
  const whole = (element: JsonValue, what: string): boolean => {
    if (isElement(element)) return true
    const message = `${what === 'edge' ? 'an' : 'a'} ${what} without data; this ${what} is skipped`
    log.warnOfMany('elements without data are skipped', offsetOf(element), message)
    return false
  }
  const nodes = groups.nodes
    .filter((node) => whole(node, 'node'))
    .map((node) => readNode(node, freeId))
  const edges = groups.edges.filter((edge) => whole(edge, 'edge')).map(readEdge)
  warnOfState(graph, unread, [...groups.nodes, ...groups.edges], log)
  const own = about.take('orrery')
  return { nodes, edges, about: about.rest(), own }
}

function readNode(element: JsonValue, freeId: () => string): RawNode {
  const fields = dataOf(element)
  const wideId = wideAt(fields.look('id'))
  const id = takeId(fields, ['id']) ?? freeId()
  const parent = fields.first(['parent'], idOf)
  const own = fields.take('orrery')
  return {
    id,
    wideId,
    offset: offsetOf(element),
    label: takeLabel(fields, ['label', 'name']),
    parent,
    drawing: takeDrawing(element, fields),
    fields: fields.rest(),
    own,
  }
}

/** The page counts y downwards, the picture upwards. */
function takeDrawing(element: JsonValue, fields: OpenFields): RawNode['drawing'] {
  const place = field(element, 'position')
  const [x, y] = [drawable(field(place, 'x')), drawable(field(place, 'y'))]
  const position =
    x === undefined || y === undefined ? {} : { position: { x, y: y === 0 ? 0 : -y } }
  return drawn({ ...takeNodeDrawing(fields, { sizeAlone: true }), ...position })
}

function readEdge(element: JsonValue): RawEdge {
  const fields = dataOf(element)
  const id = takeId(fields, ['id'])
  const [source, target] = [idOf(fields.take('source')), idOf(fields.take('target'))]
  const interaction = fields.first(['interaction'], (value) =>
    typeof value === 'string' && value !== '' ? value : undefined,
  )
  return {
    ...takeEdge(fields, 'directed'),
    id,
    source,
    target,
    offset: offsetOf(element),
    ...(interaction === undefined ? {} : { predicate: interaction }),
  }
}

/** The element's data, and its classes among them. */
function dataOf(element: JsonValue): OpenFields {
  const data = field(element, 'data')
  const fields = new OpenFields(isObject(data) ? data : undefined)
  const classes = field(element, 'classes')
  const empty =
    classes === undefined || classes === '' || (isList(classes) && classes.items.length === 0)
  if (empty) return fields
  return fields.with({ type: 'object', offset: 0, fields: new Map([['classes', classes]]) })
}

/** Cytoscape.js gives elements without an id one of its own. */
function freeIds({ nodes, edges }: Groups): () => string {
  const taken = new Set(
    [...nodes, ...edges].map((element) => idOf(field(field(element, 'data'), 'id'))),
  )
  let number = 0
  return () => {
    do number += 1
    while (taken.has(`node-${number}`))
    return `node-${number}`
  }
}

function warnOfState(
  graph: JsonObject | undefined,
  unread: readonly string[],
  elements: readonly JsonValue[],
  log: IssueLog,
): void {
  if (unread.length > 0) {
    const what = unread.map(quoted).join(', ')
    log.warn(offsetOf(graph), `how Cytoscape.js shows the graph (${what}) is not read`)
  }
  const names = new Set<string>()
  for (const element of elements) {
    if (!isObject(element)) continue
    for (const [name, value] of element.fields) {
      // What is usual needs no word; what someone set does.
      if (name === 'style' || name === 'css' || name === 'scratch') names.add(name)
      else if (pageState.has(name) && value === (name !== 'selectable' && name !== 'grabbable'))
        names.add(name)
    }
  }
  if (names.size === 0) return
  const what = [...names].map(quoted).join(', ')
  log.warn(offsetOf(elements[0]), `how Cytoscape.js shows single elements (${what}) is not read`)
}
