import { amountWords } from '../display/amount-words.ts'
import { captionOf } from '../display/caption.ts'
import { changeNotes } from '../display/change-signs.ts'
import { colourLegend } from '../display/colour-legend.ts'
import type { ColourLegend } from '../display/colour-legend.ts'
import { drawingOf } from '../display/drawing.ts'
import { noMarks } from '../display/marks.ts'
import type { Marks } from '../display/marks.ts'
import { pictureThemes } from '../display/palette.ts'
import type { Scheme } from '../display/palette.ts'
import { pictureOf, positionOf } from '../display/picture-of.ts'
import type { OutputId, Outgoing } from '../formats/output.ts'
import type { EntityId } from '../model/ids.ts'
import type { Loss } from '../model/issue.ts'
import type { Knowledge, Layout, SourceTexts } from '../model/knowledge.ts'
import { emptyNotebook, notebookWithin } from '../model/notebook.ts'
import type { Stop } from '../model/stops.ts'
import { fileName } from '../save/file-name.ts'
import { encodeView } from '../view/url.ts'
import { firstView } from '../view/view.ts'
import { visibleKnowledge } from '../view/visible-knowledge.ts'
import { visibleSet } from '../view/visible.ts'
import type { Visible } from '../view/visible.ts'
import { pacer } from './next-task.ts'
import { legendLook } from './node-look.ts'
import type { Session } from './session.ts'

export type ExportFormat = OutputId | 'dataset' | 'png' | 'svg'
export type ExportScope = 'whole' | 'visible'

/** A file that is ready to be saved. */
export interface ExportFile {
  readonly name: string
  readonly type: string
  readonly content: Blob
}

/** The files of one export, what its format cannot hold, and what is missing for other reasons. */
export interface Export {
  readonly files: readonly ExportFile[]
  readonly losses: readonly Loss[]
  /** How many sources are without the text that they have, because it could not be loaded. */
  readonly missing: number
}

export interface ExportHow {
  /** Pictures with the marks of what was added, removed and changed. */
  readonly marked: boolean
  /** Writing ends with an error once this is aborted. */
  readonly wanted: AbortSignal
}

/** Writes the graph of a session in one format. Writers are loaded when first asked for. */
export async function exportFiles(
  session: Session,
  format: ExportFormat,
  scope: ExportScope,
  { marked, wanted }: ExportHow,
): Promise<Export> {
  const name = (extension: string, part?: string): string =>
    fileName(
      session.knowledge.dataset.title,
      [scope === 'whole' ? undefined : scope, part].filter((word) => word !== undefined).join('-'),
      extension,
    )
  if (format === 'png' || format === 'svg') {
    const visible = visibleIn(session, scope)
    const how = { scheme: session.scheme.peek(), whole: scope === 'whole', marked }
    const file = await pictureFile(session, visible, how, [format, name(format)])
    return { files: [file], losses: [], missing: 0 }
  }
  if (format === 'dataset') return datasetFiles(session, scope, name('zip'))
  const { outputFormats, writeAs } = await import('../formats/output.ts')
  const pace = paceWhile(wanted)
  const graph = outgoing(session, scope, format)
  const { texts, missing } =
    format === 'orrery-json' ? await carriedTexts(session, graph.knowledge) : noTexts
  const { files, losses } = await writeAs(format, { ...graph, texts }, pace)
  const { extension, mediaType: type } = outputFormats[format]
  const written: ExportFile[] = []
  for (const { part, pieces } of files)
    written.push({ name: name(extension, part), type, content: await blobOf(pieces, type, pace) })
  return { files: written, losses, missing }
}

/** The usual pace, which ends what goes by it with an error once that is not wanted any more. */
function paceWhile(wanted: AbortSignal): () => Promise<void> {
  const pace = pacer()
  return async () => {
    wanted.throwIfAborted()
    await pace()
  }
}

/** Loads what writes a format, so that it is there once that is asked for. */
export async function loadWriter(format: ExportFormat): Promise<void> {
  if (format === 'png' || format === 'svg') await loadSvgWriter()
  else if (format !== 'dataset') await (await import('../formats/output.ts')).loadWriter(format)
}

/** The texts of a graph's sources, and how many could not be loaded. */
interface CarriedTexts {
  readonly texts: SourceTexts
  readonly missing: number
}

const noTexts: CarriedTexts = { texts: new Map(), missing: 0 }

async function carriedTexts({ passages }: Session, { sources }: Knowledge): Promise<CarriedTexts> {
  if (passages === undefined) return noTexts
  const asked = [...sources.values()].flatMap(({ id, hasText }) =>
    hasText === true && passages.has(id) ? [id] : [],
  )
  const loaded = await Promise.all(asked.map(async (id) => [id, await passages.load(id)] as const))
  const texts = new Map(
    loaded.flatMap(([id, text]) => (text === undefined ? [] : [[id, text] as const])),
  )
  return { texts, missing: asked.length - texts.size }
}

/** So many pieces, a few megabytes, go to the browser at once: each time costs something by itself. */
const piecesAtOnce = 16

/** The pieces as a file. They are handed over to the browser in parts: at once would be a long task. */
async function blobOf(
  pieces: readonly string[],
  type: string,
  pace: () => Promise<void>,
): Promise<Blob> {
  const parts: Blob[] = []
  for (let at = 0; at < pieces.length; at += piecesAtOnce) {
    parts.push(new Blob(pieces.slice(at, at + piecesAtOnce)))
    await pace()
  }
  return new Blob(parts, { type })
}

/** A dataset is written by hand: so many statements and entities are the most that one may have. */
const mostWritten = 20_000

async function datasetFiles(session: Session, scope: ExportScope, name: string): Promise<Export> {
  const { knowledge, notebook } = outgoing(session, scope)
  if (knowledge.entities.size + knowledge.statements.size > mostWritten) {
    throw new Error('it is too large to go on with by hand; Orrery JSON holds all of it.')
  }
  const [{ writeDataset }, { restedStops, viewIn }, { notebookLosses }, { zipOf }] =
    await Promise.all([
      import('../formats/dataset/write.ts'),
      import('../display/rested-stops.ts'),
      import('../formats/notebook-losses.ts'),
      import('../save/zip.ts'),
    ])
  const stops = await toured(session)
  const { texts, missing } = await carriedTexts(session, knowledge)
  const { files, losses } = writeDataset(
    { knowledge, texts },
    {
      stops: restedStops(stops, knowledge),
      unknownIn: (view, written) => viewIn({ view }, written).notes,
    },
  )
  const type = 'application/zip'
  return {
    files: [{ name, type, content: new Blob([zipOf(files)], { type }) }],
    losses: [
      ...losses,
      ...notebookLosses(notebook === undefined ? {} : { notebook }, 'saved views'),
    ],
    missing,
  }
}

/** The reader's saved views; where there are none, the tour that the site has. */
async function toured({ opened: { tour }, view }: Session): Promise<readonly Stop[]> {
  const { stops } = view.peek().notebook
  if (stops.length > 0 || tour === undefined) return stops
  const { loadTour } = await import('./load-tour.ts')
  return (await loadTour(tour.address))?.stops ?? []
}

/** Statements and entities together up to which every format is tried, to say which loses nothing. */
const mostTried = 5000

/**
 * The formats that can hold all of what would be exported. Each is tried; above a few thousand
 * elements that would take long, and only the one that loses nothing by its nature is named.
 */
export async function losslessFormats(
  session: Session,
  scope: ExportScope,
  wanted: AbortSignal,
): Promise<readonly OutputId[]> {
  const { outputIds, writeAs } = await import('../formats/output.ts')
  const graph = outgoing(session, scope)
  const { entities, statements } = graph.knowledge
  if (entities.size + statements.size > mostTried) return ['orrery-json']
  const written = await Promise.all(
    outputIds.map(async (id) => ({
      id,
      losses: (await writeAs(id, graph, paceWhile(wanted))).losses,
    })),
  )
  return written.filter(({ losses }) => losses.length === 0).map(({ id }) => id)
}

function visibleIn(session: Session, scope: ExportScope): Visible {
  return scope === 'whole'
    ? visibleSet(session.content, session.graph, firstView)
    : session.visible.peek()
}

function outgoing(session: Session, scope: ExportScope, format?: OutputId): Outgoing {
  const inScope = (all: Knowledge): Knowledge =>
    scope === 'whole' ? all : visibleKnowledge(all, visibleIn(session, scope))
  // Kinds that came from a column are a choice of the view, not something that the file says.
  const knowledge = inScope(session.content)
  // Beside its view a whole session has the graph's own places, which that view leaves as they are.
  const isSession = format === 'orrery-json' && scope === 'whole'
  const layout = isSession ? session.ownLayout : layoutNow(session)
  const { notebook } = session.view.peek()
  return {
    knowledge,
    layout,
    // A part of the graph may lack what the view is about.
    ...(scope === 'whole'
      ? { view: encodeView(session.view.peek(), session.name, session.content.entities) }
      : {}),
    notebook: scope === 'whole' ? notebook : notebookWithin(notebook, knowledge),
    // Of a part too each node is as large as the picture has it.
    drawing: () => {
      const sizeOf = session.structure.sizeOf.peek()
      const colourOf = session.structure.colourOf.peek()
      return drawingOf(session.knowledge, session.graph, layout, sizeOf, colourOf)
    },
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
  how: DrawnHow,
  [format, name]: readonly ['png' | 'svg', string],
): Promise<ExportFile> {
  const svg = (await loadSvgWriter())(session, visible, how)
  if (format === 'svg') {
    const type = 'image/svg+xml'
    return { name, type, content: new Blob([svg], { type }) }
  }
  const { pngOf } = await import('../save/png.ts')
  const content = await pngOf(svg, pageWidth, pageHeight, 2)
  return { name, type: 'image/png', content }
}

interface DrawnHow {
  readonly scheme: Scheme
  /** Whatever the view hides. */
  readonly whole: boolean
  /** With what was added, changed and removed, as the picture on the screen has it. */
  readonly marked: boolean
}

type SvgWriter = (session: Session, visible: Visible, how: DrawnHow) => string

/** Loads what draws a picture as an SVG page with title, legend and caption. */
export async function loadSvgWriter(): Promise<SvgWriter> {
  const [{ svgOf }, { measureText }] = await Promise.all([
    import('../display/svg.ts'),
    import('../save/measure-text.ts'),
  ])
  return (session, visible, { scheme, whole, marked }) => {
    const { knowledge, graph, layout, view } = session
    const { moved } = view.peek()
    const marks = marked ? marksOf(session) : noMarks
    const sizeOf = session.structure.sizeOf.peek()
    const colourOf = session.structure.colourOf.peek()
    const plain = pictureOf(
      ...([knowledge, graph, layout, moved, visible, scheme, sizeOf, marks, colourOf] as const),
    )
    const dressed = session.arrangement.shown.peek()?.dressed(plain, scheme) ?? plain
    const ghosts = marked ? session.ghosts.peek() : undefined
    const picture = ghosts?.drawnOn(dressed, scheme, whole) ?? dressed
    return svgOf(picture, pictureThemes[scheme], {
      title: knowledge.dataset.title,
      width: pageWidth,
      height: pageHeight,
      measure: measureText(),
      legend: legendEntries(session, visible, scheme),
      colours: coloursOf(session, scheme),
      changes: {
        title: ghosts?.by ?? 'Your draft',
        note: ghosts && changeNotes[ghosts.from],
      },
      caption: captionOf(knowledge),
      frame: 'whole',
    })
  }
}

/** Notes are the reader's own, and in no picture that is handed on. */
function marksOf({ drafting, view, opened }: Session): Marks {
  const marks = drafting.peek()?.marks(view.peek().draft, opened.knowledge)
  return { ...(marks ?? noMarks), notes: emptyNotebook }
}

function legendEntries(
  session: Session,
  visible: Visible,
  scheme: Scheme,
): readonly (ReturnType<typeof legendLook> & { label: string })[] {
  const { kinds, entities } = session.knowledge
  const shown = new Set([...visible.nodes].map((id) => entities.get(id)?.kind))
  return [...kinds.values()]
    .filter(({ id }) => shown.has(id))
    .map(({ id, plural }) => ({ label: plural, ...legendLook(session, id, scheme) }))
}

function coloursOf(
  { structure, view, content }: Session,
  scheme: Scheme,
): ColourLegend | undefined {
  const [choice, loaded] = [view.peek().colour, structure.loaded.peek()]
  const colours = loaded?.colours.peek()
  if (choice === undefined || loaded === undefined || colours === undefined) return undefined
  const words = amountWords(choice, content, loaded.facts)
  return colourLegend(colours.scale, words, colours.without, scheme)
}
