export const millisecondsOfDay = 86_400_000

/**
 * A number of days since 1970-01-01 as ISO has it, "2017-05-03"; six digits and a sign for years
 * that four cannot write.
 */
export function isoDay(day: number): string {
  return new Date(day * millisecondsOfDay).toISOString().split('T')[0] ?? ''
}

/** The day that is written so, and no other way; else undefined. */
export function dayOfIso(text: string): number | undefined {
  const day = Date.parse(`${text}T00:00Z`) / millisecondsOfDay
  // Some browsers take the 31st of February for a day in March.
  return Number.isFinite(day) && isoDay(day) === text ? day : undefined
}
