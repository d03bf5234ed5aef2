import type { Loss } from '../model/issue.ts'
import type { Drawing, Knowledge, LaidOut } from '../model/knowledge.ts'
import { paced } from '../model/steps.ts'
import { notebookLosses } from './notebook-losses.ts'

/** The formats that Orrery writes, by the names that the command line knows them under. */
export const outputIds = [
  'gexf',
  'gexf-1.2draft',
  'graphml',
  'cytoscape-json',
  'node-link-json',
  'graphology-json',
  'csv',
  'turtle',
  'json-ld',
  'orrery-json',
] as const
export type OutputId = (typeof outputIds)[number]

interface OutputFormat {
  readonly label: string
  /** Without the first dot; no other format has it. */
  readonly extension: string
  readonly mediaType: string
}

const json = { extension: 'json', mediaType: 'application/json' }

/** How each format is called, and how its files are named and served. */
export const outputFormats: Readonly<Record<OutputId, OutputFormat>> = {
  gexf: { label: 'GEXF 1.3', extension: 'gexf', mediaType: 'application/xml' },
  'gexf-1.2draft': {
    label: 'GEXF 1.2',
    extension: '1.2draft.gexf',
    mediaType: 'application/xml',
  },
  graphml: { label: 'GraphML', extension: 'graphml', mediaType: 'application/xml' },
  'cytoscape-json': { label: 'Cytoscape.js JSON', ...json, extension: 'cyjs' },
  'node-link-json': { label: 'Node-link JSON', ...json, extension: 'node-link.json' },
  'graphology-json': { label: 'graphology JSON', ...json, extension: 'graphology.json' },
  csv: { label: 'CSV', extension: 'csv', mediaType: 'text/csv;charset=utf-8' },
  turtle: { label: 'Turtle', extension: 'ttl', mediaType: 'text/turtle;charset=utf-8' },
  'json-ld': { label: 'JSON-LD', extension: 'jsonld', mediaType: 'application/ld+json' },
  'orrery-json': { label: 'Orrery JSON', ...json },
}

/** The format that a file's name stands for, by the longest extension that it ends with. */
export function outputOfName(name: string): OutputId | undefined {
  const endOf = (id: OutputId): string => `.${outputFormats[id].extension}`
  return outputIds
    .filter((id) => name.toLowerCase().endsWith(endOf(id)))
    .toSorted((one, other) => endOf(other).length - endOf(one).length)[0]
}

/** A graph on its way into a file. */
export interface Outgoing extends LaidOut {
  /** How the picture draws it. */
  readonly drawing: () => Drawing
}

export interface Written {
  /** One file, or two for CSV; the text of a large one in pieces that stand one after the other. */
  readonly files: readonly {
    readonly part?: 'nodes' | 'edges'
    readonly pieces: readonly string[]
  }[]
  readonly losses: readonly Loss[]
}

type Pace = () => Promise<void>

type Writer = (outgoing: Outgoing, pace: Pace) => Written | Promise<Written>

/**
 * Writes a graph in one format; only Orrery JSON has room for the view, the notebook and the texts of
 * sources. Writers are loaded when first asked for. `pace` is awaited between pieces of what takes
 * long, and ends it by an error of its own.
 */
export async function writeAs(
  format: OutputId,
  outgoing: Outgoing,
  pace: Pace = async () => {},
): Promise<Written> {
  const write = await loadWriter(format)
  const { files, losses } = await write(outgoing, pace)
  if (format === 'orrery-json') return { files, losses }
  return { files, losses: [...losses, ...textLosses(outgoing), ...notebookLosses(outgoing)] }
}

/** What a format loses that has no room for the texts of sources. */
function textLosses({ knowledge: { sources } }: Outgoing): readonly Loss[] {
  const count = [...sources.values()].filter(({ hasText }) => hasText === true).length
  return count === 0 ? [] : [{ what: 'texts of sources', count }]
}

/** Loads what writes a format. */
export async function loadWriter(format: OutputId): Promise<Writer> {
  switch (format) {
    case 'gexf':
    case 'gexf-1.2draft': {
      const { gexfSteps } = await import('./gexf/write.ts')
      const version = format === 'gexf' ? '1.3' : '1.2draft'
      return async ({ knowledge, drawing }, pace) =>
        inOneFile(await paced(gexfSteps(knowledge, drawing(), { version }), pace))
    }
    case 'graphml': {
      const { graphmlSteps } = await import('./graphml/write.ts')
      return async ({ knowledge, drawing }, pace) =>
        inOneFile(await paced(graphmlSteps(knowledge, drawing()), pace))
    }
    case 'cytoscape-json':
      return atOnce((await import('./json/write-cytoscape.ts')).writeCytoscapeJson)
    case 'node-link-json':
      return atOnce((await import('./json/write-node-link.ts')).writeNodeLinkJson)
    case 'graphology-json':
      return atOnce((await import('./json/write-graphology.ts')).writeGraphologyJson)
    case 'csv': {
      const { writeCsv } = await import('./csv/write.ts')
      return ({ knowledge, drawing }) => {
        const { nodes, edges, losses } = writeCsv(knowledge, drawing())
        const files = [
          { part: 'nodes', pieces: [nodes] },
          { part: 'edges', pieces: [edges] },
        ] as const
        return { files, losses }
      }
    }
    case 'turtle':
      return atOnce((await import('./rdf/write-turtle.ts')).writeTurtle)
    case 'json-ld':
      return atOnce((await import('./rdf/write-json-ld.ts')).writeJsonLd)
    case 'orrery-json': {
      const { orreryJsonSteps } = await import('./json/write-orrery-json.ts')
      return async ({ knowledge, layout, ...session }, pace) => {
        const pieces = await paced(orreryJsonSteps(knowledge, layout, session), pace)
        return inOneFile({ pieces, losses: [] })
      }
    }
  }
}

interface Text {
  readonly text: string
  readonly losses: readonly Loss[]
}

/** A writer whose text is made in one go. */
function atOnce(write: (knowledge: Knowledge, drawing: Drawing) => Text | Promise<Text>): Writer {
  return async ({ knowledge, drawing }) => {
    const { text, losses } = await write(knowledge, drawing())
    return inOneFile({ pieces: [text], losses })
  }
}

function inOneFile({
  pieces,
  losses,
}: {
  readonly pieces: readonly string[]
  readonly losses: readonly Loss[]
}): Written {
  return { files: [{ pieces }], losses }
}
