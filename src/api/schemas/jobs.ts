/** Jobs and notices as the API gives them. */

import { z } from 'zod'
import type { JobCounts, JobItem, Notice } from '../../app/office/index.ts'
import { bilingual } from './common.ts'

export const jobItem = z
  .object({
    name: z.string(),
    filing: z.string().nullable(),
    state: z.enum(['waiting', 'done', 'failed', 'confirm']),
    /** The reason of a failure; what was left to confirm. */
    detail: z.string(),
    /** Of an import that waits for confirmation: the hash to apply it by. */
    upload: z.string().nullable(),
  })
  .meta({ id: 'JobItem' })

export const job = z
  .object({
    id: z.string(),
    kind: z.enum(['import', 'print', 'nudge', 'remind']),
    campaign: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    done: z.number().int(),
    total: z.number().int(),
    attempts: z.number().int(),
    by: z.string().nullable(),
    at: z.string(),
    endedAt: z.string().nullable(),
    problem: z.string().nullable(),
    /** Whether there is a file to fetch. */
    hasFile: z.boolean(),
  })
  .meta({ id: 'Job' })

export const jobView = job.extend({ items: z.array(jobItem) })

export const notice = z
  .object({
    id: z.string(),
    kind: z.enum(['nudge', 'remind', 'jobDone']),
    campaign: z.string(),
    filing: z.string().nullable(),
    words: bilingual,
    at: z.string(),
    readAt: z.string().nullable(),
  })
  .meta({ id: 'Notice' })

export function sayJob(found: JobCounts): z.input<typeof job> {
  const { id, kind, campaign, state, done, total, attempts, person, at, ended_at, problem, result } = found
  return {
    id,
    kind,
    campaign,
    state,
    done,
    total,
    attempts,
    by: person,
    at,
    endedAt: ended_at,
    problem,
    hasFile: result !== null,
  }
}

export function sayJobItem({ name, filing, state, detail, file }: JobItem): z.input<typeof jobItem> {
  return { name, filing, state, detail, upload: state === 'confirm' ? file : null }
}

export function sayNotice({ id, kind, campaign, filing, words, at, read_at }: Notice): z.input<typeof notice> {
  return { id, kind, campaign, filing, words, at, readAt: read_at }
}
