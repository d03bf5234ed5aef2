import type { EntityId } from '../model/ids.ts'
import type { Loss } from '../model/issue.ts'
import type { Knowledge, Layout } from '../model/knowledge.ts'
import { buildGraph } from '../graph/graph.ts'
import { kindLook } from '../display/appearance.ts'
import { captionOf } from '../display/caption.ts'
import { drawingOf } from '../display/drawing.ts'
import { pictureThemes } from '../display/palette.ts'
import type { Scheme } from '../display/palette.ts'
import { pictureOf, positionOf } from '../display/picture-of.ts'
import { fileName } from '../save/file-name.ts'
import { visibleKnowledge } from '../view/visible-knowledge.ts'
import { visibleSet } from '../view/visible.ts'
import type { Visible } from '../view/visible.ts'
import { firstView } from '../view/view.ts'
import type { Session } from './session.ts'

export type ExportFormat = 'gexf' | 'gexf-1.2draft' | 'csv' | 'orrery-json' | 'png' | 'svg'
export type ExportScope = 'whole' | 'visible'

/** A file that is ready to be saved. */
export interface ExportFile {
  readonly name: string
  readonly type: string
  readonly content: string | Blob
}

/** The files of one export, and what its format cannot hold. */
export interface Export {
  readonly files: readonly ExportFile[]
  readonly losses: readonly Loss[]
}

/** Writes the graph of a session in one format. Writers are loaded when first asked for. */
export async function exportFiles(
  session: Session,
  format: ExportFormat,
  scope: ExportScope,
): Promise<Export> {
  const visible =
    scope === 'whole'
      ? visibleSet(session.asRead, session.graph, firstView)
      : session.visible.peek()
  const inScope = (all: Knowledge): Knowledge =>
    scope === 'whole' ? all : visibleKnowledge(all, visible)
  // Kinds that came from a column are a choice of the view, not something that the file says.
  const knowledge = inScope(session.asRead)
  const name = (extension: string, part?: string): string =>
    fileName(
      session.knowledge.dataset.title,
      [scope === 'whole' ? undefined : scope, part].filter((word) => word !== undefined).join('-'),
      extension,
    )
  const layout = layoutNow(session)
  const drawing = (): ReturnType<typeof drawingOf> =>
    drawingOf(inScope(session.knowledge), buildGraph(knowledge), layout)
  switch (format) {
    case 'gexf':
    case 'gexf-1.2draft': {
      const { writeGexf } = await import('../formats/gexf/write.ts')
      const version = format === 'gexf' ? '1.3' : '1.2draft'
      const { text, losses } = writeGexf(knowledge, drawing(), { version })
      return { files: [{ name: name('gexf'), type: 'application/xml', content: text }], losses }
    }
    case 'csv': {
      const { writeCsv } = await import('../formats/csv/write.ts')
      const { nodes, edges, losses } = writeCsv(knowledge, drawing())
      const type = 'text/csv;charset=utf-8'
      return {
        files: [
          { name: name('csv', 'nodes'), type, content: nodes },
          { name: name('csv', 'edges'), type, content: edges },
        ],
        losses,
      }
    }
    case 'orrery-json': {
      const { writeOrreryJson } = await import('../formats/json/write-orrery-json.ts')
      const content = writeOrreryJson(knowledge, layout)
      return { files: [{ name: name('json'), type: 'application/json', content }], losses: [] }
    }
    case 'png':
    case 'svg':
      return { files: [await pictureFile(session, visible, format, name(format))], losses: [] }
  }
}

/** Where every node is at the present view. */
function layoutNow({ knowledge, layout, view }: Session): Layout {
  const { moved } = view.peek()
  return new Map(
    [...knowledge.entities.keys()].flatMap((id): [EntityId, { x: number; y: number }][] => {
      const point = positionOf(id, layout, moved)
      return point === undefined ? [] : [[id, { x: point.x, y: point.y }]]
    }),
  )
}

const pageWidth = 1600
const pageHeight = 1200

async function pictureFile(
  session: Session,
  visible: Visible,
  format: 'png' | 'svg',
  name: string,
): Promise<ExportFile> {
  const svg = (await loadSvgWriter())(session, visible, session.scheme.peek())
  if (format === 'svg') return { name, type: 'image/svg+xml', content: svg }
  const { pngOf } = await import('../save/png.ts')
  const content = await pngOf(svg, pageWidth, pageHeight, 2)
  return { name, type: 'image/png', content }
}

type SvgWriter = (session: Session, visible: Visible, scheme: Scheme) => string

/** Loads what draws a picture as an SVG page with title, legend and caption. */
export async function loadSvgWriter(): Promise<SvgWriter> {
  const [{ svgOf }, { measureText }] = await Promise.all([
    import('../display/svg.ts'),
    import('../save/measure-text.ts'),
  ])
  return (session, visible, scheme) => {
    const { knowledge, graph, layout, view } = session
    const picture = pictureOf(knowledge, graph, layout, view.peek().moved, visible, scheme)
    return svgOf(picture, pictureThemes[scheme], {
      title: knowledge.dataset.title,
      width: pageWidth,
      height: pageHeight,
      measure: measureText(),
      legend: legendEntries(knowledge, visible, scheme),
      caption: captionOf(knowledge),
      frame: 'whole',
    })
  }
}

function legendEntries(
  knowledge: Knowledge,
  visible: Visible,
  scheme: Scheme,
): readonly (ReturnType<typeof kindLook> & { label: string })[] {
  const shown = new Set([...visible.nodes].map((id) => knowledge.entities.get(id)?.kind))
  return [...knowledge.kinds.values()]
    .filter(({ id }) => shown.has(id))
    .map(({ id, plural }) => ({ label: plural, ...kindLook(knowledge, id, scheme) }))
}
