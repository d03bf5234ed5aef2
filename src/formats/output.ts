import type { Loss } from '../model/issue.ts'
import type { Drawing, Knowledge, Layout } from '../model/knowledge.ts'

/** The formats that Orrery writes, by the names that the command line knows them under. */
export const outputIds = ['orrery-json', 'gexf', 'gexf-1.2draft', 'csv'] as const
export type OutputId = (typeof outputIds)[number]

/** Without the dot. */
export const outputExtensions: Readonly<Record<OutputId, string>> = {
  'orrery-json': 'json',
  gexf: 'gexf',
  'gexf-1.2draft': 'gexf',
  csv: 'csv',
}

export const outputMediaTypes: Readonly<Record<OutputId, string>> = {
  'orrery-json': 'application/json',
  gexf: 'application/xml',
  'gexf-1.2draft': 'application/xml',
  csv: 'text/csv;charset=utf-8',
}

/** A graph on its way into a file. */
export interface Outgoing {
  readonly knowledge: Knowledge
  readonly layout: Layout
  /** How the picture draws it. */
  readonly drawing: () => Drawing
  /** The hash of a link to the present view, where the format keeps it. */
  readonly view?: string
}

export interface Written {
  /** One text, or two for CSV. */
  readonly files: readonly {
    readonly part?: 'nodes' | 'edges'
    readonly text: string
  }[]
  readonly losses: readonly Loss[]
}

/** Writes a graph in one format. Writers are loaded when first asked for. */
export async function writeAs(format: OutputId, outgoing: Outgoing): Promise<Written> {
  const { knowledge, layout, drawing } = outgoing
  switch (format) {
    case 'orrery-json': {
      const { writeOrreryJson } = await import('./json/write-orrery-json.ts')
      return { files: [{ text: writeOrreryJson(knowledge, layout) }], losses: [] }
    }
    case 'gexf':
    case 'gexf-1.2draft': {
      const { writeGexf } = await import('./gexf/write.ts')
      const version = format === 'gexf' ? '1.3' : '1.2draft'
      return single(writeGexf(knowledge, drawing(), { version }))
    }
    case 'csv': {
      const { writeCsv } = await import('./csv/write.ts')
      const { nodes, edges, losses } = writeCsv(knowledge, drawing())
      return {
        files: [
          { part: 'nodes', text: nodes },
          { part: 'edges', text: edges },
        ],
        losses,
      }
    }
  }
}

function single({ text, losses }: { text: string; losses: readonly Loss[] }): Written {
  return { files: [{ text }], losses }
}
