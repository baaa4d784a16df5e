/** What many forms say together, as the API gives it. */

import { z } from 'zod'
import { figure, id } from './common.ts'
import { shape } from './shapes.ts'

export const insightQuery = z.object({
  campaign: id.optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  department: id.optional(),
  kind: z.enum(['department', 'project']).optional(),
  below: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .meta({ description: '连同下级地区的合计 · with the sums of the regions below' }),
})

export const insightView = z
  .object({
    key: z.string(),
    name: z.string(),
    view: shape('RollUpView', 'core/insight RollUpView'),
  })
  .meta({ id: 'InsightView' })

export const indicatorFound = z
  .object({
    filing: z.string(),
    organisation: z.object({ id: z.string(), name: z.string() }),
    title: z.string(),
    fiscalYear: z.number().int(),
    /** In the form: 'indicators/12'. */
    path: z.string(),
    name: z.string(),
    kind: z.string(),
    level2: z.string(),
    target: z.string(),
    actual: z.string(),
    weight: z.string(),
    score: z.string(),
    lost: figure.nullable(),
    achievement: figure.nullable(),
  })
  .meta({ id: 'IndicatorFound' })

const day = z.string()

export const progress = z
  .object({
    campaign: z.string(),
    opens: day,
    closes: day,
    today: day,
    filings: z.number().int(),
    submitted: z.number().int(),
    overdue: z.number().int(),
    rows: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        filings: z.number().int(),
        submitted: z.number().int(),
        stages: z.record(z.string(), z.number()),
      }),
    ),
    days: z.array(z.object({ day, submitted: z.number().int() })),
  })
  .meta({ id: 'Progress' })

export const reviewEffects = z
  .object({
    reviewed: z.number().int(),
    changed: z.number().int(),
    moves: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), filings: z.number().int() })),
    items: z.array(
      z.object({
        filing: z.string(),
        title: z.string(),
        organisation: z.object({ id: z.string(), name: z.string() }),
        fiscalYear: z.number().int(),
        total: figure.nullable(),
        grade: z.string().nullable(),
        reviewedTotal: figure,
        reviewedGrade: z.string().nullable(),
        deducted: figure.nullable(),
        deviation: figure.nullable(),
      }),
    ),
  })
  .meta({ id: 'ReviewEffects' })
