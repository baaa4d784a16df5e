/** Campaigns and filings as the API gives them. */

import { z } from 'zod'
import { isEdit } from '../../core/draft/index.ts'
import { stages } from '../../core/review/index.ts'
import { bilingual, day, figure, text } from './common.ts'
import { shape } from './shapes.ts'

export const stage = z.enum(stages)
const named = z.object({ id: z.string(), name: z.string() })

export const draft = shape('Draft', '填报表 · core/draft Draft')
const state = shape('FilingState', 'core/review FilingState')
const circumstances = shape('Circumstances', 'core/review Circumstances')
const conflict = shape('Conflict', 'core/draft Conflict')
const edit = shape('Edit', 'core/draft Edit', { check: isEdit })

export const campaign = z
  .object({
    id: z.string(),
    region: z.string(),
    title: z.string(),
    fiscalYear: z.number().int(),
    kind: z.enum(['department', 'project']),
    layout: z.string(),
    edition: z.string().nullable(),
    opens: day,
    closes: day,
    recalled: z.boolean(),
    /** Filings in sight, by stage. */
    counts: z.record(z.string(), z.number()),
  })
  .meta({ id: 'Campaign' })

export const newCampaign = z.object({
  title: text(200, 1),
  fiscalYear: z.number().int().min(2000).max(2100),
  kind: z.enum(['department', 'project']),
  layout: z.string().max(100),
  edition: z.string().max(100).nullable().default(null),
  opens: day,
  closes: day,
})

export const filingSummary = z
  .object({
    id: z.string(),
    region: z.string(),
    campaign: z.string(),
    fiscalYear: z.number().int(),
    organisation: named,
    department: named.nullable(),
    kind: z.enum(['department', 'project']),
    title: z.string(),
    stage,
    revision: z.number().int(),
    /** How often it came back. */
    round: z.number().int(),
    total: figure.nullable(),
    recomputed: z.object({ min: figure, max: figure }).nullable(),
    grade: z.string().nullable(),
    budgeted: figure.nullable(),
    executed: figure.nullable(),
    errors: z.number().int(),
    warnings: z.number().int(),
    updatedAt: z.string(),
    publishedAt: z.string().nullable(),
  })
  .meta({ id: 'FilingSummary' })

export const comment = z
  .object({
    id: z.string(),
    place: z.string(),
    text: z.string(),
    answers: z.string().nullable(),
    by: named,
    at: z.string(),
    resolvedAt: z.string().nullable(),
  })
  .meta({ id: 'Comment' })

export const evidence = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.string(),
    size: z.number().int(),
    hash: z.string(),
    places: z.array(z.string()),
    by: z.string(),
    at: z.string(),
  })
  .meta({ id: 'Evidence' })

export const assessment = z
  .object({
    value: figure.nullable(),
    reason: z.string(),
    phrase: z.string().optional(),
    by: z.string(),
    at: z.string(),
  })
  .meta({ id: 'Assessment' })

export const filingView = z
  .object({
    summary: filingSummary,
    draft,
    state,
    /** What `mayDo` of core/review rests on. */
    circumstances,
    /** The organisation's way from the bureau down. */
    path: z.array(z.string()),
    allowed: z.array(
      z.object({
        event: shape('EventKind', 'core/review EventKind', { type: 'string' }),
        allowed: z.boolean(),
        code: z.string().optional(),
        reason: bilingual.optional(),
      }),
    ),
    editable: z.boolean(),
    assessments: z.record(z.string(), assessment),
    comments: z.array(comment),
    evidence: z.array(evidence),
    undo: z.boolean(),
    redo: z.boolean(),
  })
  .meta({ id: 'FilingView' })

const changed = z.array(z.object({ revision: z.number().int(), edits: z.array(edit) }))

export const editResult = z
  .object({
    revision: z.number().int(),
    applied: z.number().int(),
    conflicts: z.array(conflict),
    changed,
    undo: z.boolean(),
    redo: z.boolean(),
  })
  .meta({ id: 'EditResult' })

export const editInput = z.object({
  edits: z.array(edit).min(1).max(2000),
  basis: z.number().int().min(0),
  reason: text(1000).optional(),
})

export const changes = z.object({ revision: z.number().int(), changed })

/** A step of the life cycle; what it asks for beside its kind is told by core/review `LifeEvent`. */
export const eventInput = z.object({
  event: z.string().max(40),
  reason: text(2000).optional(),
  until: day.optional(),
  reviewers: z.array(z.string().max(64)).max(20).optional(),
  points: z
    .array(z.object({ row: z.string().max(64), reason: text(2000) }))
    .max(500)
    .optional(),
  row: z.string().max(64).optional(),
  answer: z.enum(['upheld', 'dismissed']).optional(),
  /** Keys of the items of the check before publication that were confirmed: each holds the place and what was found there. */
  confirmed: z.array(z.string().max(2000)).max(5000).optional(),
})
