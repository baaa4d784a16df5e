/** Moments as XML writes them, as the day numbers that formats print. */

const DAY_MS = 86_400_000
/** Day 0 of the two ways to count; the first has a 29 February 1900 that never was. */
const DAY_0 = Date.UTC(1899, 11, 30)
const DAY_0_1904 = Date.UTC(1904, 0, 1)

/** Reads 2021-12-15T08:30:00.000; null for anything else. */
export function serialOf(moment: string, from1904: boolean): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(\.\d{1,3})?)?$/.exec(moment)
  if (match === null) return null
  const [year, month, day, hour, minute, second, fraction] = match.slice(1).map((part) => Number(part ?? 0))
  const ms = Date.UTC(year!, month! - 1, day, hour, minute, second, Math.round(fraction! * 1000))
  const serial = (ms - (from1904 ? DAY_0_1904 : DAY_0)) / DAY_MS
  return Number.isFinite(serial) && serial >= 0 ? String(serial) : null
}
