/** Entries of the record as the API gives them. */

import type { z } from 'zod'
import type { SaidEntry } from '../../app/office/index.ts'
import type { recordEntry } from './many.ts'

export function sayRecords(entries: readonly SaidEntry[]): z.input<typeof recordEntry>[] {
  return entries.map(({ entry: { seq, at, filing, event, hash }, by, words, form }) => ({
    seq,
    at,
    by,
    filing,
    words,
    form,
    event: event as Record<string, unknown>,
    hash,
  }))
}
