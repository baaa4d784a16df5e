/** The state of the machine and its backups. */

import { z } from 'zod'

const count = z.number().int()

/** Sizes in bytes; null: of the whole installation, for its administrator alone. */
export const systemState = z
  .object({
    version: z.string(),
    database: z.object({ kind: z.enum(['embedded', 'served']), version: z.string() }),
    clockBehind: z.number(),
    databaseBytes: z.number().nullable(),
    files: z.object({ count, bytes: z.number() }).nullable(),
    freeBytes: z.number().nullable(),
    counts: z.object({ filings: count, people: count, organisations: count, records: count }),
    behind: count,
    lastBackup: z.string().nullable(),
  })
  .meta({ id: 'SystemState' })

export const backup = z.object({ name: z.string(), at: z.string(), bytes: z.number() }).meta({ id: 'Backup' })
