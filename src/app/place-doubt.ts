import { numberIn } from '../formats/csv/infer-datatype.ts'
import { doubtOf } from '../model/coordinate-names.ts'
import type { TableMapping, TableSketch } from './table-choice.ts'

/**
 * What speaks against the columns that were chosen for latitude and longitude, as a sentence, judged
 * by the rows of the sketch; undefined where all of them can be places, and where none are chosen.
 */
export function placeDoubt(
  { rows }: Pick<TableSketch, 'rows'>,
  { role, header, decimalComma, columns: { latitude, longitude } }: TableMapping,
): string | undefined {
  if (role !== 'nodes' || latitude === undefined || longitude === undefined) return undefined
  const numberAt = (row: readonly string[], column: number): number =>
    numberIn(row[column] ?? '', decimalComma) ?? Number.NaN
  const filled = rows
    .slice(header ? 1 : 0)
    .filter((row) => [latitude, longitude].some((column) => (row[column] ?? '').trim() !== ''))
  const wrong = filled.filter(
    (row) =>
      doubtOf({ latitude: numberAt(row, latitude), longitude: numberAt(row, longitude) }) ===
      'outside',
  )
  const [example] = wrong
  if (example === undefined) return undefined
  const turned = wrong.every(
    (row) =>
      doubtOf({ latitude: numberAt(row, longitude), longitude: numberAt(row, latitude) }) !==
      'outside',
  )
  const what = `“${example[latitude] ?? ''}” and “${example[longitude] ?? ''}” are no latitude and longitude in degrees`
  const count = wrong.length === 1 ? '' : `, as in ${wrong.length} of the first rows`
  return turned
    ? `${what}${count}. Are the two columns exchanged?`
    : `${what}${count}: a latitude goes from -90 to 90, a longitude from -180 to 180.`
}
