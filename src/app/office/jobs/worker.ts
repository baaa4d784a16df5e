/**
 * Takes jobs one at a time and carries out their parts. What fails for want of the database or of disk is tried again later; a
 * part that fails by a fault of ours, or that the server died over, is given up after three attempts and said so.
 */

import {
  dropJobs,
  dropNotices,
  freeJobs,
  insertNotices,
  type Job,
  type JobItem,
  type JobKind,
  jobFiles,
  listJobs,
  nextJobItem,
  storeErrorOf,
  takeJob,
  updateJob,
  updateJobItem,
} from '../../../store/index.ts'
import { type Office, within } from '../office.ts'
import { Problem } from '../problem.ts'
import { type Viewer, viewerOf } from '../viewer.ts'
import { importPart } from './import.ts'
import { nudgePart, remindAll } from './nudge.ts'
import type { RunPart } from './part.ts'
import { packPrints, printPart } from './print.ts'

const parts: Readonly<Record<JobKind, RunPart>> = {
  import: importPart,
  print: printPart,
  nudge: nudgePart,
  remind: nudgePart,
}

const SECOND = 1000
/** A job belongs to whoever took it for so long; each part prolongs it. */
const HELD = 120 * SECOND
const ATTEMPTS = 3
const LOOK_EVERY = 5 * SECOND
/** Those who type come first: after a part, so many times as long nothing. */
const REST = 1
const KEEP_DAYS = 14
const NOTICE_DAYS = 400
const DAY = 86_400 * SECOND

function later(office: Office, milliseconds: number): string {
  return new Date(Date.parse(office.now()) + milliseconds).toISOString()
}

const names: Readonly<Record<JobKind, { readonly zh: string; readonly en: string }>> = {
  import: { zh: '成批导入', en: 'Importing many files' },
  print: { zh: '成批打印', en: 'Printing many forms' },
  nudge: { zh: '催报', en: 'Nudging' },
  remind: { zh: '到期提醒', en: 'Reminding' },
}

/** The end of a job and the notice of it are one commit. */
async function endJob(office: Office, job: Job, result: string | null): Promise<void> {
  const { region, person, kind, campaign } = job
  const at = office.now()
  const [counts] = await listJobs(office.store.database, { region, id: job.id, limit: 1 })
  const { done, total } = counts!
  await within(
    office,
    async (joined) => {
      if (person !== null && kind !== 'nudge') {
        const { zh, en } = names[kind]
        const words = { zh: `${zh}已完成：${done}/${total}。`, en: `${en} is done: ${done} of ${total}.` }
        const notice = { region, id: joined.newId(), person, kind: 'jobDone' as const, campaign, filing: null }
        await insertNotices(joined.store.database, [{ ...notice, words, at, read_at: null }])
        joined.tell({ kind: 'notice', region, path: [], person })
      }
      if (person !== null) joined.tell({ kind: 'job', region, path: [], id: job.id, person })
    },
    (tx) => updateJob(tx, job, { state: 'done', ended_at: at, locked_until: null, result }),
  )
}

async function runPart(office: Office, viewer: Viewer | null, job: Job, item: JobItem): Promise<void> {
  const { database } = office.store
  if (item.attempts >= ATTEMPTS) {
    await updateJobItem(database, item, { state: 'failed', detail: 'attempts' })
    return
  }
  await updateJobItem(database, item, { attempts: item.attempts + 1 })
  try {
    await parts[job.kind]({ office, viewer, job, item })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const detail = [error.code, error.more.detail ?? ''].join(' ').trim()
    await updateJobItem(database, item, { state: 'failed', detail })
  }
}

/** Whether a job was taken and brought on. */
async function runOne(office: Office, isStopped: () => boolean): Promise<boolean> {
  const { database } = office.store
  const job = await takeJob(database, office.now(), later(office, HELD))
  if (job === null) return false
  try {
    const viewer = job.person === null ? null : await viewerOf(office, job.region, job.person)
    for (;;) {
      if (isStopped()) {
        await updateJob(database, job, { locked_until: null })
        return false
      }
      const [now] = await listJobs(database, { region: job.region, id: job.id, limit: 1 })
      if (now === undefined || now.state !== 'running') return true
      const item = await nextJobItem(database, job)
      if (item === null) break
      const start = performance.now()
      await runPart(office, viewer, job, item)
      await updateJob(database, job, { locked_until: later(office, HELD) })
      if (job.person !== null)
        office.tell({ kind: 'job', region: job.region, path: [], id: job.id, person: job.person })
      const rest = (performance.now() - start) * REST
      await new Promise((done) => setTimeout(done, rest).unref())
    }
    await endJob(office, job, job.kind === 'print' ? await packPrints(office, job) : null)
  } catch (error) {
    // A database that is away cannot be told; the job is free again when its time is over.
    const known = storeErrorOf(error)
    const problem = known?.message ?? (error instanceof Error ? error.message : String(error))
    const again = job.attempts * job.attempts * 10 * SECOND
    await updateJob(database, job, { locked_until: null, run_at: later(office, again), problem }).catch(() => undefined)
  }
  return true
}

/** Jobs that ended long ago go, with their files; campaigns that close soon are reminded of. */
export async function tidyJobs(office: Office): Promise<void> {
  const { database, jobFiles: files } = office.store
  await dropJobs(database, later(office, -KEEP_DAYS * DAY))
  await dropNotices(database, later(office, -NOTICE_DAYS * DAY))
  await remindAll(office)
  const used = await jobFiles(database)
  for (const file of await files.list()) if (!used.has(file)) await files.drop(file)
}

export interface Worker {
  /** Looks for work at once. */
  wake(): void
  stop(): Promise<void>
}

/** Begins with what a server of before left. */
export function startWorker(office: Office): Worker {
  let stopped = false
  let wake: () => void = () => undefined
  const run = async () => {
    // One server has this folder: what another held, it left.
    await freeJobs(office.store.database).catch(() => undefined)
    while (!stopped) {
      const found = await runOne(office, () => stopped).catch(() => false)
      if (found || stopped) continue
      await new Promise<void>((done) => {
        wake = done
        setTimeout(done, LOOK_EVERY).unref()
      })
    }
  }
  const running = run()
  const stopHearing = office.listen((news) => {
    if (news.kind === 'job') wake()
  })
  return {
    wake: () => wake(),
    async stop() {
      stopped = true
      stopHearing()
      wake()
      await running
    },
  }
}
