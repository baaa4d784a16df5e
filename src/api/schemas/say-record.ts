/** Entries of the record as the API gives them. */

import type { z } from 'zod'
import type { RecordEntry } from '../../app/office/index.ts'
import type { recordEntry } from './many.ts'

export function sayRecords(entries: readonly RecordEntry[]): z.input<typeof recordEntry>[] {
  return entries.map(({ seq, at, person, filing, event, hash }) => ({
    seq,
    at,
    person,
    filing,
    event: event as Record<string, unknown>,
    hash,
  }))
}
