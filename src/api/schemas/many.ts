/** Roll-ups, histories, the record and published forms. */

import { z } from 'zod'
import { bilingual, figure } from './common.ts'
import { shape } from './shapes.ts'

export const rollupRow = z
  .object({
    key: z.string(),
    name: z.string(),
    filings: z.number().int(),
    /** Null by level, which has neither stages nor grades nor findings of its own. */
    submitted: z.number().int().nullable(),
    accepted: z.number().int().nullable(),
    published: z.number().int().nullable(),
    /** Of printed totals; by level: score in percent of the weight that was scored. */
    average: figure.nullable(),
    min: figure.nullable(),
    max: figure.nullable(),
    excellent: z.number().int().nullable(),
    good: z.number().int().nullable(),
    fair: z.number().int().nullable(),
    poor: z.number().int().nullable(),
    /** 万元 */
    budgeted: figure.nullable(),
    executed: figure.nullable(),
    executionRate: figure.nullable(),
    errors: z.number().int().nullable(),
    warnings: z.number().int().nullable(),
    /** Of levels: weights and scores of all forms, points lost on rows with a score. */
    weight: figure.nullable(),
    score: figure.nullable(),
    lost: figure.nullable(),
  })
  .meta({ id: 'RollupRow' })

export const indicatorYear = z
  .object({
    filing: z.string(),
    organisation: z.string(),
    fiscalYear: z.number().int(),
    name: z.string(),
    kind: z.string(),
    target: z.string(),
    actual: z.string(),
    weight: z.string(),
    score: z.string(),
    achievement: figure.nullable(),
  })
  .meta({ id: 'IndicatorYear' })

export const recordEntry = z
  .object({
    seq: z.number().int(),
    at: z.string(),
    by: z.object({ id: z.string(), name: z.string() }).nullable(),
    filing: z.string().nullable(),
    words: bilingual,
    /** Whose form of which year it is about, where many are listed together. */
    form: z.string().nullable(),
    event: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .meta({ id: 'RecordEntry' })

export const verification = z.object({
  ok: z.boolean(),
  regions: z.number().int(),
  records: z.number().int(),
  firstBad: z.object({ region: z.string(), seq: z.number().int(), fault: z.string() }).nullable(),
})

export const publishedForm = z
  .object({
    id: z.string(),
    region: z.string(),
    regionName: z.string(),
    fiscalYear: z.number().int(),
    title: z.string(),
    kind: z.enum(['department', 'project']),
    total: figure.nullable(),
    grade: z.string().nullable(),
    publishedAt: z.string(),
  })
  .meta({ id: 'PublishedForm' })

export const importedForm = z
  .object({
    index: z.number().int(),
    title: z.string(),
    draft: shape('Draft', 'core/draft Draft'),
    unread: z.array(z.string()),
    /** Begun from a form of approved targets, that it is held against from then on. */
    targets: z.boolean(),
    confirm: z.array(
      z.object({
        id: z.string(),
        row: z.string(),
        column: z.string(),
        raw: z.string(),
        text: bilingual,
        at: z
          .object({ page: z.number().int(), box: z.tuple([z.number(), z.number(), z.number(), z.number()]) })
          .nullable(),
        alternatives: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ImportedForm' })

/** What a file that was read is asked for by: as the reading answered it. */
export const readUpload = z.string().regex(/^[0-9a-f]{128}$/)

export const imported = z
  .object({
    upload: z.string(),
    name: z.string(),
    forms: z.array(importedForm),
    findings: z.array(shape('Finding', 'core/model Finding')),
  })
  .meta({ id: 'Imported' })

export const waitingImport = z.object({ upload: z.string(), name: z.string(), doubts: z.number().int() })
