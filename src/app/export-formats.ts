import { outputFormats } from '../formats/output.ts'
import type { ExportFormat } from './export-files.ts'

/** What can be exported, in the groups in which people look for it, each with who reads it. */
export const exportGroups: readonly (readonly [
  string,
  readonly (readonly [ExportFormat, string])[],
])[] = [
  [
    'For graph programs',
    [
      ['gexf', 'Gephi, Gephi Lite: positions, colours, statements, citations'],
      ['gexf-1.2draft', 'the same for NetworkX and older programs'],
      ['graphml', 'yEd, igraph, NetworkX'],
      ['cytoscape-json', 'Cytoscape, Cytoscape.js'],
      ['node-link-json', 'd3, NetworkX, force-graph'],
      ['graphology-json', 'graphology, sigma'],
    ],
  ],
  ['For a spreadsheet', [['csv', 'two tables, nodes and edges']]],
  [
    'As linked data',
    [
      ['turtle', 'RDF with citations in PROV-O'],
      ['json-ld', 'the same as JSON'],
    ],
  ],
  [
    'For Orrery',
    [
      ['orrery-json', 'everything and the present view, for opening here again'],
      [
        'dataset',
        'YAML to go on with by hand, zipped: open it here, or unpack it into graph-data/NAME',
      ],
    ],
  ],
  [
    'As a picture',
    [
      ['png', '3200 × 2400 pixels, with legend and source'],
      ['svg', 'the same as a drawing that can be edited'],
    ],
  ],
]

/** How a format is called. */
export function exportLabel(format: ExportFormat): string {
  if (format === 'png') return 'PNG'
  if (format === 'dataset') return 'Dataset folder'
  return format === 'svg' ? 'SVG' : outputFormats[format].label
}
