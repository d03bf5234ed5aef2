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
  /** Without the dot. */
  readonly extension: string
  readonly mediaType: string
}

const json = { extension: 'json', mediaType: 'application/json' }

/** How each format is called, and how its files are named and served. */
export const outputFormats: Readonly<Record<OutputId, OutputFormat>> = {
  gexf: { label: 'GEXF 1.3', extension: 'gexf', mediaType: 'application/xml' },
  'gexf-1.2draft': { label: 'GEXF 1.2', extension: 'gexf', mediaType: 'application/xml' },
  graphml: { label: 'GraphML', extension: 'graphml', mediaType: 'application/xml' },
  'cytoscape-json': { label: 'Cytoscape.js JSON', ...json, extension: 'cyjs' },
  'node-link-json': { label: 'Node-link JSON', ...json },
  'graphology-json': { label: 'graphology JSON', ...json },
  csv: { label: 'CSV', extension: 'csv', mediaType: 'text/csv;charset=utf-8' },
  turtle: { label: 'Turtle', extension: 'ttl', mediaType: 'text/turtle;charset=utf-8' },
  'json-ld': { label: 'JSON-LD', extension: 'jsonld', mediaType: 'application/ld+json' },
  'orrery-json': { label: 'Orrery JSON', ...json },
}

/** The format that a file's name stands for; `.json` is our own. */
export function outputOfName(name: string): OutputId | undefined {
  const extension = /\.([a-z0-9]+)$/.exec(name.toLowerCase())?.[1]
  if (extension === 'json') return 'orrery-json'
  return outputIds.find((id) => outputFormats[id].extension === extension)
}

/** A graph on its way into a file. */
export interface Outgoing extends LaidOut {
  /** How the picture draws it. */
  readonly drawing: () => Drawing | Promise<Drawing>
}

export interface Written {
  /** One file, or two for CSV; the text of a large one in pieces that stand one after the other. */
  readonly files: readonly {
    readonly part?: 'nodes' | 'edges'
    readonly pieces: readonly string[]
  }[]
  readonly losses: readonly Loss[]
}

type WrittenText =
  | { readonly text: string; readonly losses: readonly Loss[] }
  | { readonly pieces: readonly string[]; readonly losses: readonly Loss[] }

type Writer = (knowledge: Knowledge, drawing: Drawing) => WrittenText | Promise<WrittenText>

/**
 * Writes a graph in one format; only Orrery JSON has room for the view, the
 * notebook and the texts of sources. Writers are
 * loaded when first asked for. `pace` is awaited between pieces of what takes long.
 */
export async function writeAs(
  format: OutputId,
  outgoing: Outgoing,
  pace: () => Promise<void> = async () => {},
): Promise<Written> {
  if (format === 'orrery-json') {
    const { knowledge, layout, ...session } = outgoing
    const { orreryJsonSteps } = await import('./json/write-orrery-json.ts')
    const pieces = await paced(orreryJsonSteps(knowledge, layout, session), pace)
    return { files: [{ pieces }], losses: [] }
  }
  const { files, losses } = await writeGraph(format, outgoing, pace)
  return { files, losses: [...losses, ...textLosses(outgoing), ...notebookLosses(outgoing)] }
}

/** Loads what writes a format ahead. */
export async function loadWriter(format: OutputId): Promise<void> {
  if (format === 'orrery-json') await import('./json/write-orrery-json.ts')
  else if (format === 'csv') await import('./csv/write.ts')
  else await writerOf(format, async () => {})
}

/** What a format loses that has no room for the texts of sources. */
function textLosses({ knowledge: { sources } }: Outgoing): readonly Loss[] {
  const count = [...sources.values()].filter(({ hasText }) => hasText === true).length
  return count === 0 ? [] : [{ what: 'texts of sources', count }]
}

async function writeGraph(
  format: Exclude<OutputId, 'orrery-json'>,
  { knowledge, drawing }: Outgoing,
  pace: () => Promise<void>,
): Promise<Written> {
  if (format === 'csv') {
    const { writeCsv } = await import('./csv/write.ts')
    const { nodes, edges, losses } = writeCsv(knowledge, await drawing())
    return {
      files: [
        { part: 'nodes', pieces: [nodes] },
        { part: 'edges', pieces: [edges] },
      ],
      losses,
    }
  }
  const write = await writerOf(format, pace)
  const written = await write(knowledge, await drawing())
  const pieces = 'text' in written ? [written.text] : written.pieces
  return { files: [{ pieces }], losses: written.losses }
}

async function writerOf(
  format: Exclude<OutputId, 'orrery-json' | 'csv'>,
  pace: () => Promise<void>,
): Promise<Writer> {
  switch (format) {
    case 'gexf':
    case 'gexf-1.2draft': {
      const { gexfSteps } = await import('./gexf/write.ts')
      const version = format === 'gexf' ? '1.3' : '1.2draft'
      return (knowledge, drawing) => paced(gexfSteps(knowledge, drawing, { version }), pace)
    }
    case 'graphml': {
      const { graphmlSteps } = await import('./graphml/write.ts')
      return (knowledge, drawing) => paced(graphmlSteps(knowledge, drawing), pace)
    }
    case 'cytoscape-json':
      return (await import('./json/write-cytoscape.ts')).writeCytoscapeJson
    case 'node-link-json':
      return (await import('./json/write-node-link.ts')).writeNodeLinkJson
    case 'graphology-json':
      return (await import('./json/write-graphology.ts')).writeGraphologyJson
    case 'turtle':
      return (await import('./rdf/write-turtle.ts')).writeTurtle
    case 'json-ld':
      return (await import('./rdf/write-json-ld.ts')).writeJsonLd
  }
}
