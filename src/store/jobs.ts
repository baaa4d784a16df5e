/**
 * Jobs: work in parts, each committed by itself, taken by whoever is free (`FOR UPDATE SKIP LOCKED`) and taken again where a
 * server died over it.
 */

import { sql } from 'kysely'
import type { Database } from './database.ts'

export const jobKinds = ['import', 'print', 'nudge', 'remind'] as const
export type JobKind = (typeof jobKinds)[number]
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

export interface Job {
  readonly region: string
  readonly id: string
  readonly kind: JobKind
  readonly campaign: string
  readonly input: unknown
  readonly state: JobState
  readonly attempts: number
  /** Null: the house itself. */
  readonly person: string | null
  readonly at: string
  /** Not before. */
  readonly run_at: string
  /** Until then it belongs to whoever took it. */
  readonly locked_until: string | null
  readonly ended_at: string | null
  readonly problem: string | null
  /** Hash of the file that came out. */
  readonly result: string | null
}

export type JobItemState = 'waiting' | 'done' | 'failed' | 'confirm'

export interface JobItem {
  readonly region: string
  readonly job: string
  readonly seq: number
  readonly name: string
  readonly filing: string | null
  readonly state: JobItemState
  readonly attempts: number
  readonly detail: string
  /** Hash of the file that goes in, or came out. */
  readonly file: string | null
}

export type NewJobItem = Pick<JobItem, 'name' | 'filing' | 'file'>

/** False where a job of this id is there already. */
export async function insertJob(
  db: Database,
  job: Pick<Job, 'region' | 'id' | 'kind' | 'campaign' | 'input' | 'person' | 'at'>,
  items: readonly NewJobItem[],
): Promise<boolean> {
  const row = { ...job, input: JSON.stringify(job.input), state: 'waiting', run_at: job.at }
  const made = await db
    .insertInto('job')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) return false
  for (let from = 0; from < items.length; from += 1000) {
    const part = items.slice(from, from + 1000)
    const rows = part.map((item, at) => ({
      region: job.region,
      job: job.id,
      seq: from + at,
      ...item,
      state: 'waiting' as const,
    }))
    await db.insertInto('job_item').values(rows).execute()
  }
  return true
}

/** Takes the job that has waited longest; null where none waits. */
export async function takeJob(db: Database, now: string, lockedUntil: string): Promise<Job | null> {
  const { rows } = await sql<Job>`
    update job set state = 'running', attempts = attempts + 1, locked_until = ${lockedUntil}
    where (region, id) = (
      select region, id from job
      where state in ('waiting', 'running') and run_at <= ${now} and (locked_until is null or locked_until < ${now})
      order by run_at, region, id limit 1 for update skip locked
    ) returning *`.execute(db)
  return rows[0] ?? null
}

/** Jobs that a server of before had taken are free again. */
export async function freeJobs(db: Database): Promise<void> {
  await db.updateTable('job').set({ locked_until: null }).where('state', '=', 'running').execute()
}

export async function nextJobItem(db: Database, { region, id }: Pick<Job, 'region' | 'id'>): Promise<JobItem | null> {
  const row = await db
    .selectFrom('job_item')
    .selectAll()
    .where('region', '=', region)
    .where('job', '=', id)
    .where('state', '=', 'waiting')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return (row as JobItem | undefined) ?? null
}

export async function updateJob(
  db: Database,
  { region, id }: Pick<Job, 'region' | 'id'>,
  change: Partial<Pick<Job, 'state' | 'run_at' | 'locked_until' | 'ended_at' | 'problem' | 'result'>>,
): Promise<void> {
  await db.updateTable('job').set(change).where('region', '=', region).where('id', '=', id).execute()
}

export async function updateJobItem(
  db: Database,
  { region, job, seq }: Pick<JobItem, 'region' | 'job' | 'seq'>,
  change: Partial<Pick<JobItem, 'state' | 'detail' | 'file' | 'filing' | 'attempts'>>,
): Promise<void> {
  await db
    .updateTable('job_item')
    .set(change)
    .where('region', '=', region)
    .where('job', '=', job)
    .where('seq', '=', seq)
    .execute()
}

export interface JobCounts extends Job {
  readonly done: number
  readonly total: number
}

/** Newest first; of one person, or of all. */
export async function listJobs(
  db: Database,
  asked: {
    readonly region: string
    readonly person?: string
    readonly id?: string
    readonly before?: readonly [at: string, id: string]
    readonly limit: number
  },
): Promise<JobCounts[]> {
  const { region, person, id, before, limit } = asked
  const { rows } = await sql<JobCounts>`
    select j.*, (select count(*)::int from job_item i where i.region = j.region and i.job = j.id) as total,
      (select count(*)::int from job_item i where i.region = j.region and i.job = j.id and i.state <> 'waiting') as done
    from job j where j.region = ${region}
      ${person === undefined ? sql`` : sql`and j.person = ${person}`}
      ${id === undefined ? sql`` : sql`and j.id = ${id}`}
      ${before === undefined ? sql`` : sql`and (j.at, j.id) < (${before[0]}, ${before[1]})`}
    order by j.at desc, j.id desc limit ${limit}`.execute(db)
  return rows
}

export async function listJobItems(db: Database, { region, id }: Pick<Job, 'region' | 'id'>): Promise<JobItem[]> {
  const query = db.selectFrom('job_item').selectAll().where('region', '=', region).where('job', '=', id).orderBy('seq')
  return (await query.execute()) as JobItem[]
}

/** Files that a job of many imports left to be confirmed for one form, the latest first. */
export async function waitingImports(
  db: Database,
  { region, id }: { readonly region: string; readonly id: string },
): Promise<Pick<JobItem, 'name' | 'file' | 'detail'>[]> {
  return db
    .selectFrom('job_item')
    .select(['name', 'file', 'detail'])
    .where('region', '=', region)
    .where('filing', '=', id)
    .where('state', '=', 'confirm')
    .orderBy('job', 'desc')
    .orderBy('seq', 'desc')
    .execute()
}

/** What was left to be confirmed of a file for one form is confirmed. */
export async function endWaiting(
  db: Database,
  { region, id }: { readonly region: string; readonly id: string },
  file: string,
): Promise<void> {
  await db
    .updateTable('job_item')
    .set({ state: 'done', detail: '' })
    .where('region', '=', region)
    .where('filing', '=', id)
    .where('state', '=', 'confirm')
    .where('file', '=', file)
    .execute()
}

/** Files of jobs that are still there. */
export async function jobFiles(db: Database): Promise<Set<string>> {
  const { rows } = await sql<{ file: string }>`
    select result as file from job where result is not null
    union select file from job_item where file is not null`.execute(db)
  return new Set(rows.map(({ file }) => file))
}

/** Jobs that ended before, with their parts. */
export async function dropJobs(db: Database, before: string): Promise<void> {
  await sql`with gone as (delete from job where ended_at < ${before} returning region, id)
    delete from job_item i using gone where i.region = gone.region and i.job = gone.id`.execute(db)
}
