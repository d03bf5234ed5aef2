/** True where a text that begins YYYY-MM or YYYY-MM-DD names a month or day that exists. */
export function inCalendar(text: string): boolean {
  const [, year, monthText = '', dayText = '1'] = /^[+-]?(\d+)-(\d\d)(?:-(\d\d))?/.exec(text) ?? []
  if (year === undefined) return false
  const [month, day] = [Number(monthText), Number(dayText)]
  // The calendar repeats every 400 years; JavaScript takes years below 100 for 19xx.
  const days = new Date(Date.UTC(2000 + (Number(year) % 400), month, 0)).getUTCDate()
  return month >= 1 && month <= 12 && day >= 1 && day <= days
}
