import { coordinateColumns, doubtOf } from '../../model/coordinate-names.ts'
import type { Column, Place } from '../../model/knowledge.ts'
import { quoted } from '../quoted.ts'
import { numberIn } from './infer-datatype.ts'
import type { TableRow } from './parsed-table.ts'
import { textAt } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/**
 * Reads the place of a row from the columns for latitude and longitude; undefined without such
 * columns. What is no place is reported. The columns remain attributes, and so whatever stands in
 * them; the first of all `columns` that are called latitude and longitude are known to the map as
 * such, and make no place here.
 */
export function placeReader(
  sheet: Sheet,
  columns: readonly Column[],
): ((row: TableRow) => Place | undefined) | undefined {
  const { titles, log, mapping } = sheet
  const { latitude, longitude } = mapping.columns
  if (latitude === undefined || longitude === undefined) return undefined
  const all = columns.map(({ title }) => title)
  const [first] = coordinateColumns(all)
  const known =
    first !== undefined &&
    all[first.latitude] === titles[latitude] &&
    all[first.longitude] === titles[longitude]
  const numberOf = (text: string): number => numberIn(text, mapping.decimalComma) ?? Number.NaN
  return (row) => {
    const texts = [latitude, longitude].map((column) => textAt(sheet, row, column)?.trim() ?? '')
    const [north = '', east = ''] = texts
    if (north === '' && east === '') return undefined
    const place = { latitude: numberOf(north), longitude: numberOf(east) }
    const doubt = doubtOf(place)
    if (doubt === undefined) return known ? undefined : place
    const what = `${quoted(texts.join(', '))} in line ${row.line}`
    if (doubt === 'zero') {
      const message = `the place ${what} mostly stands for none; the map leaves it out`
      log.warn('no place', row.line, message)
      return undefined
    }
    const turned = doubtOf({ latitude: place.longitude, longitude: place.latitude }) === undefined
    const message = `${what} is no latitude and longitude in degrees; the map leaves it out`
    const advice = turned
      ? 'it would be a place with latitude and longitude exchanged'
      : 'a latitude is a number from -90 to 90, a longitude one from -180 to 180'
    log.warn('no place', row.line, message, advice)
    return undefined
  }
}
