import type { InputFile } from '../formats/input-file.ts'
import type { TableChoice } from '../formats/csv/parse-tables.ts'
import type { TableMapping } from '../formats/csv/table-mapping.ts'
import type { Issue } from '../model/issue.ts'

/** What a table looks like and what it is taken to mean, before it is read. */
export interface TableSketch {
  readonly name: string
  readonly mapping: TableMapping
  /** The first rows, that with names of columns among them; long cells are cut. */
  readonly rows: readonly (readonly string[])[]
  /** The rows that the table may begin with, from the first of the file on; cut like cells. */
  readonly starts: readonly { readonly line: number; readonly text: string }[]
  /** How many columns there are in all. */
  readonly width: number
  /** True where Orrery wrote the table, so that nothing has to be guessed. */
  readonly own: boolean
  /** Why the table could not be read as it should have been. */
  readonly fault?: Issue
}

const mostRows = 12
const mostColumns = 60
const longestCell = 120
/** A larger table is judged by its beginning. */
const wholeBelow = 8 * 1024 * 1024
const sampleLength = 2 * 1024 * 1024

/**
 * Sketches every table, or gives the issues of the first that cannot be shown in any encoding.
 * `choices` belong to the files of the same place.
 */
export async function sketchTables(
  files: readonly InputFile[],
  choices: readonly TableChoice[],
): Promise<readonly TableSketch[] | readonly Issue[]> {
  const [{ parseTables }, { guessMapping }, { ownMark }] = await Promise.all([
    import('../formats/csv/parse-tables.ts'),
    import('../formats/csv/guess-mapping.ts'),
    import('../formats/csv/own-columns.ts'),
  ])
  const sketches: TableSketch[] = []
  for (const [index, file] of files.entries()) {
    const choice = choices[index] ?? {}
    const attempt = (input: InputFile, as: TableChoice): ReturnType<typeof parseTables>[number] =>
      parseTables([input], [as])[0] ?? { ok: false, issues: [] }
    const sample = beginning(file)
    const first = attempt(sample, choice)
    const whole = first.ok || sample === file ? first : attempt(file, choice)
    // Every text can be shown in this encoding, so that the reader can see which one it is.
    const shown = whole.ok ? whole : attempt(file, { ...choice, encoding: 'windows-1252' })
    if (!shown.ok) return whole.issues
    const { rows, width, above, lines } = shown.content
    const starts = [...above, ...rows.map((cells, at) => ({ line: lines[at] ?? 1, cells }))]
    const [fault] = whole.ok ? [] : whole.issues
    sketches.push({
      name: file.name,
      mapping: guessMapping(shown.content),
      rows: rows.slice(0, mostRows).map((row) => row.slice(0, mostColumns).map(cut)),
      starts: starts.slice(0, Math.max(mostRows, above.length + 1)).map(({ line, cells }) => ({
        line,
        text: cut(cells.filter((cell) => cell.trim() !== '').join(', ')),
      })),
      width,
      own: rows[0]?.at(-1) === ownMark,
      ...(fault === undefined ? {} : { fault }),
    })
  }
  return sketches
}

/** True where these are sketches and not issues. */
export function areSketches(
  result: readonly TableSketch[] | readonly Issue[],
): result is readonly TableSketch[] {
  return result.every((each) => 'mapping' in each)
}

function beginning(file: InputFile): InputFile {
  if (file.bytes.length <= wholeBelow) return file
  const end = file.bytes.lastIndexOf(10, sampleLength) + 1
  return end === 0 ? file : { name: file.name, bytes: file.bytes.slice(0, end) }
}

function cut(cell: string): string {
  return cell.length <= longestCell ? cell : `${cell.slice(0, longestCell)}…`
}
