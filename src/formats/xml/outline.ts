import { entityId, type EntityId } from '../../model/ids.ts'
import type { ReadResult } from '../../model/issue.ts'
import { issueLog } from '../issue-log.ts'
import { BadByte, badByteIssue, decodeXmlPieces, untilBadByte } from './decode-xml.ts'
import { Numbers } from './numbers.ts'
import { partOfXml, type Stretches } from './part-of-xml.ts'
import { scanXml, type XmlListener } from './scan-xml.ts'
import { XmlFault } from './xml-fault.ts'
import { xmlLimits } from './xml-limits.ts'
import type { XmlTag } from './xml-tag.ts'

/**
 * What is joined with what in a GEXF or GraphML file: as much as is needed to choose a part of one
 * that is too long to be read as a whole.
 */
export interface Outline {
  /** Each once, in the order of the file. */
  readonly ids: readonly EntityId[]
  /** By the same places; undefined for a node that the file gives none. */
  readonly labels: readonly (string | undefined)[]
  /** The ends of edges by the places of their nodes; those that lead nowhere are not there. */
  readonly sources: Uint32Array
  readonly targets: Uint32Array
  /**
   * The file in UTF-8 with the nodes that are held by their places, the edges between these, and
   * all that is neither; each on the line where it was. Of nodes within a node all are held where
   * one is. `tell` hears how many bytes of the whole have been gone through.
   */
  readonly part: (holds: Uint8Array, tell?: (done: number) => void) => Uint8Array<ArrayBuffer>
}

/**
 * The outline of a file; `tell` hears how many bytes have been read. A fault of the document rejects
 * it, as it would reject the whole.
 */
export function outlineOf(
  bytes: Uint8Array,
  file: string,
  tell?: (done: number) => void,
): ReadResult<Outline> {
  const decoded = decodeXmlPieces(bytes, file)
  if (!decoded.ok) return { ok: false, issues: [decoded.issue] }
  const collector = new Collector()
  try {
    scanXml(decoded.pieces(tell), collector, { ...xmlLimits, fileSize: bytes.length })
  } catch (error) {
    if (error instanceof BadByte) return { ok: false, issues: [badByteIssue(error, file)] }
    if (!(error instanceof XmlFault)) throw error
    const log = issueLog(() => untilBadByte(decoded.pieces()), file)
    return { ok: false, issues: [log.fault(error.offset, error.message)] }
  }
  return { ok: true, content: collector.outline(decoded.pieces), issues: [] }
}

/** Names under which a key of GraphML gives nodes their labels. */
const naming = /^(?:label|name|title)$/i

type Element = 'node' | 'edge' | 'naming' | 'other'

/** 1 by its place for each stretch, and by its number for each node, that stays. */
interface Kept {
  readonly stretches: Uint8Array
  readonly nodes: Uint8Array
}

/** Gathers the outline. A node is a number here, counted as its id is first met. */
class Collector implements XmlListener {
  readonly #numbers = new Map<string, number>()
  readonly #labels: (string | undefined)[] = []
  /** Numbers of what is a node, in the order of the file, with the stretch in which it stands. */
  readonly #nodes = new Numbers()
  readonly #stretchOf = new Numbers()
  readonly #stretches = { starts: new Numbers(), ends: new Numbers() }
  readonly #edges = {
    starts: new Numbers(),
    ends: new Numbers(),
    sources: new Numbers(),
    targets: new Numbers(),
  }
  /** Start tags that announce how many nodes or edges follow. */
  readonly #counts = { starts: new Numbers(), ends: new Numbers() }
  readonly #open: Element[] = []
  readonly #namingKeys = new Set<string>()
  #namespace: string | undefined
  /** The nodes that are open, the innermost last. */
  readonly #within: number[] = []

  open(tag: XmlTag): void {
    this.#namespace ??= tag.namespace
    this.#open.push(tag.namespace === this.#namespace ? this.#opened(tag) : 'other')
  }

  #opened(tag: XmlTag): Element {
    const id = tag.get('id')
    switch (tag.local) {
      case 'node': {
        if (id === undefined) return 'other'
        if (this.#within.length === 0) this.#stretches.starts.push(tag.offset)
        const number = this.#numberOf(id)
        this.#within.push(number)
        this.#nodes.push(number)
        this.#stretchOf.push(this.#stretches.starts.length - 1)
        this.#labels[number] ??= tag.get('label')
        return 'node'
      }
      case 'edge': {
        const [source, target] = [tag.get('source'), tag.get('target')]
        if (source === undefined || target === undefined) return 'other'
        this.#edges.starts.push(tag.offset)
        this.#edges.sources.push(this.#numberOf(source))
        this.#edges.targets.push(this.#numberOf(target))
        return 'edge'
      }
      case 'key': {
        if (id !== undefined && naming.test(tag.get('attr.name') ?? '')) this.#namingKeys.add(id)
        return 'other'
      }
      case 'data':
        return this.#open.at(-1) === 'node' && this.#isName(tag) ? 'naming' : 'other'
      case 'nodes':
      case 'edges': {
        if (tag.get('count') === undefined) return 'other'
        this.#counts.starts.push(tag.offset)
        this.#counts.ends.push(tag.end)
        return 'other'
      }
      default:
        return 'other'
    }
  }

  /** True of the first that a node is called. */
  #isName(tag: XmlTag): boolean {
    const isCalled = this.#labels[this.#within.at(-1) ?? -1] !== undefined
    return !isCalled && this.#namingKeys.has(tag.get('key') ?? '')
  }

  close(end: number): void {
    const element = this.#open.pop()
    if (element === 'edge') this.#edges.ends.push(end)
    if (element !== 'node') return
    this.#within.pop()
    if (this.#within.length === 0) this.#stretches.ends.push(end)
  }

  wantsText(): boolean {
    return this.#open.at(-1) === 'naming'
  }

  text(text: string): void {
    const number = this.#within.at(-1)
    if (this.#open.at(-1) !== 'naming' || number === undefined) return
    this.#labels[number] = (this.#labels[number] ?? '') + text
  }

  instruction(): void {
    // None of them says what is joined with what.
  }

  #numberOf(id: string): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    this.#numbers.set(id, this.#numbers.size)
    return this.#numbers.size - 1
  }

  outline(pieces: (tell?: (done: number) => void) => Iterable<string>): Outline {
    const names = [...this.#numbers.keys()]
    // Counted from 1, 0 for an id that no node has.
    const places = new Uint32Array(names.length)
    const [ids, labels]: [EntityId[], (string | undefined)[]] = [[], []]
    for (const number of this.#nodes.all()) {
      if (places[number] !== 0) continue
      ids.push(entityId(names[number] ?? ''))
      labels.push(this.#labels[number])
      places[number] = ids.length
    }
    const [sources, targets] = [new Numbers(), new Numbers()]
    const edgeSources = this.#edges.sources.all()
    for (const [edge, to] of this.#edges.targets.all().entries()) {
      const [source, target] = [places[edgeSources[edge] ?? 0] ?? 0, places[to] ?? 0]
      if (source === 0 || target === 0) continue
      sources.push(source - 1)
      targets.push(target - 1)
    }
    return {
      ids,
      labels,
      sources: sources.all(),
      targets: targets.all(),
      part: (holds, tell) => {
        const [starts, ends] = [this.#counts.starts.all(), this.#counts.ends.all()]
        return partOfXml(pieces(tell), this.#dropped(this.#kept(places, holds)), { starts, ends })
      },
    }
  }

  /** What stays where these are held: a node stays with all others in its stretch. */
  #kept(places: Uint32Array, holds: Uint8Array): Kept {
    const [all, stretchOf] = [this.#nodes.all(), this.#stretchOf.all()]
    const stretches = new Uint8Array(this.#stretches.starts.length)
    for (const [at, number] of all.entries())
      if (holds[(places[number] ?? 0) - 1] === 1) stretches[stretchOf[at] ?? 0] = 1
    const nodes = new Uint8Array(places.length)
    for (const [at, number] of all.entries()) nodes[number] = stretches[stretchOf[at] ?? 0] ?? 0
    return { stretches, nodes }
  }

  /** The stretches of the nodes and edges that do not stay, by their starts. */
  #dropped(kept: Kept): Stretches {
    const [starts, ends] = [new Numbers(), new Numbers()]
    const stretches = { starts: this.#stretches.starts.all(), ends: this.#stretches.ends.all() }
    const edges = { starts: this.#edges.starts.all(), ends: this.#edges.ends.all() }
    const [sources, targets] = [this.#edges.sources.all(), this.#edges.targets.all()]
    let edge = 0
    const edgesBefore = (offset: number): void => {
      for (; edge < edges.starts.length && (edges.starts[edge] ?? 0) < offset; edge += 1) {
        if (kept.nodes[sources[edge] ?? 0] === 1 && kept.nodes[targets[edge] ?? 0] === 1) continue
        starts.push(edges.starts[edge] ?? 0)
        ends.push(edges.ends[edge] ?? 0)
      }
    }
    for (const [stretch, start] of stretches.starts.entries()) {
      edgesBefore(start)
      if (kept.stretches[stretch] === 1) continue
      starts.push(start)
      ends.push(stretches.ends[stretch] ?? 0)
    }
    edgesBefore(Infinity)
    return { starts: starts.all(), ends: ends.all() }
  }
}
