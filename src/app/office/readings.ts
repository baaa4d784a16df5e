/**
 * What was read of a file for somebody who is looking at it before it is taken: kept in memory for a while, so that a scan is not
 * read a second time when its doubts are settled. A reading is found again by the form, the person and the hash of the bytes
 * alone: nobody meets another's. What is not found is read again.
 */

import type { Imported } from './importing.ts'
import type { Office } from './office.ts'

export type Reading = Pick<Imported, 'forms' | 'findings'>

interface Kept {
  readonly reading: Reading
  /** Milliseconds. */
  readonly at: number
  /** Signs it would take as JSON: about what it holds of memory. */
  readonly size: number
}

const longest = 30 * 60_000
const most = 40
const mostSigns = 24_000_000

const known = new WeakMap<object, Map<string, Kept>>()

function readingsOf(office: Office, now: number): Map<string, Kept> {
  const kept = known.get(office.key) ?? new Map<string, Kept>()
  known.set(office.key, kept)
  for (const [key, { at }] of kept) if (now - at > longest) kept.delete(key)
  return kept
}

/** What `read` gives, or gave for the same key in the last half hour. Files that no form was read from are not remembered. */
export async function readOnce(
  office: Office,
  parts: readonly (string | null)[],
  read: () => Promise<Reading>,
): Promise<Reading> {
  const key = JSON.stringify(parts)
  const before = readingsOf(office, Date.parse(office.now())).get(key)
  if (before !== undefined) return before.reading
  const reading = await read()
  const now = Date.parse(office.now())
  const kept = readingsOf(office, now)
  const size = JSON.stringify(reading).length
  if (reading.forms.length === 0 || size > mostSigns) return reading
  kept.set(key, { reading, at: now, size })
  let held = [...kept.values()].reduce((sum, each) => sum + each.size, 0)
  // The oldest go first; a map keeps the order in which they came.
  for (const [oldest, { size: freed }] of kept) {
    if (kept.size <= most && held <= mostSigns) break
    kept.delete(oldest)
    held -= freed
  }
  return reading
}

/** It was taken: nobody asks for it again. */
export function forgetReading(office: Office, parts: readonly (string | null)[]): void {
  known.get(office.key)?.delete(JSON.stringify(parts))
}
