/** Days as people write them. */

/** Years, months and days by any of the usual marks, or eight figures in a row. */
const PARTED = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/
const WHOLE = /^(\d{4})(\d{2})(\d{2})$/

/** A day as `2026-03-15`; null where the text is none. Takes 2026/3/15, 2026.3.15, 20260315, 2026年3月15日, full-width figures too. */
export function dayOf(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  const [, year, month, day] = PARTED.exec(plain) ?? WHOLE.exec(plain) ?? []
  if (year === undefined) return null
  const written = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  // A month has the days it has.
  const at = new Date(`${written}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== written ? null : written
}
