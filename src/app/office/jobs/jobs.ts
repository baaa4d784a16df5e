/** Jobs as people start and follow them. */

import type { Readable } from 'node:stream'
import type { Lang } from '../../../core/model/index.ts'
import {
  insertJob,
  type JobCounts,
  type JobItem,
  type JobKind,
  listFilings,
  listJobItems,
  listJobs,
  type NewJobItem,
  updateJob,
} from '../../../store/index.ts'
import { campaignOf } from '../campaigns.ts'
import type { Office } from '../office.ts'
import { Problem } from '../problem.ts'
import { demandBureau, isBureau, sightOf, type Viewer } from '../viewer.ts'
import { keepFiles } from './import.ts'
import type { NudgeInput } from './nudge.ts'
import type { PrintInput } from './print.ts'

async function start(
  office: Office,
  viewer: Viewer,
  kind: JobKind,
  campaign: string,
  input: unknown,
  items: readonly NewJobItem[],
): Promise<JobCounts> {
  const { region, id: person } = viewer.person
  const id = office.newId()
  await office.store.write(async (tx, record) => {
    const at = office.now()
    await insertJob(tx, { region, id, kind, campaign, input, person, at }, items)
    record({ region, at, person, filing: null, event: { kind: 'startJob', job: kind, campaign, parts: items.length } })
  })
  office.tell({ kind: 'job', region, path: [], id, person })
  return (await jobsOf(office, viewer, { id, limit: 1 }))[0]!
}

/** Many files into drafts. Throws `not-found`, `too-large`, `unreadable`. */
export async function importMany(
  office: Office,
  viewer: Viewer,
  campaign: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<JobCounts> {
  await campaignOf(office, viewer, campaign)
  const kept = await keepFiles(office, file)
  const items = kept.map(
    ({ name, file: hash }): NewJobItem => ({ name, filing: null, file: hash === '' ? null : hash }),
  )
  return start(office, viewer, 'import', campaign, {}, items)
}

async function chosen(
  office: Office,
  viewer: Viewer,
  campaign: string,
  ids: readonly string[] | undefined,
  isOpen: boolean,
): Promise<NewJobItem[]> {
  const found = await listFilings(office.store.database, {
    region: viewer.person.region,
    sight: sightOf(viewer),
    campaign,
    ...(ids === undefined ? {} : { ids }),
    ...(isOpen ? { stages: ['filling'] } : {}),
  })
  const items = found
    .filter(({ stage }) => stage !== 'recalled')
    .map(({ id, title }) => ({ name: title, filing: id, file: null }))
  if (items.length === 0) throw new Problem('not-allowed-now')
  return items
}

/** The forms of a campaign that the viewer sees, in one packed file. Throws `not-found`, `not-allowed-now`. */
export async function printMany(
  office: Office,
  viewer: Viewer,
  campaign: string,
  {
    filings,
    ...input
  }: { readonly filings?: readonly string[]; readonly format: PrintInput['format']; readonly lang: Lang },
): Promise<JobCounts> {
  await campaignOf(office, viewer, campaign)
  return start(office, viewer, 'print', campaign, input, await chosen(office, viewer, campaign, filings, false))
}

/** A word to those who have not submitted. Throws `forbidden`, `not-found`, `not-allowed-now`. */
export async function nudge(
  office: Office,
  viewer: Viewer,
  campaign: string,
  { filings, text }: NudgeInput & { readonly filings?: readonly string[] },
): Promise<JobCounts> {
  demandBureau(viewer)
  await campaignOf(office, viewer, campaign)
  return start(office, viewer, 'nudge', campaign, { text }, await chosen(office, viewer, campaign, filings, true))
}

/** One's own jobs; the bureau sees all of its region. Newest first. */
export async function jobsOf(
  office: Office,
  viewer: Viewer,
  asked: { readonly id?: string; readonly before?: readonly [string, string]; readonly limit: number },
): Promise<JobCounts[]> {
  const { region, id: person } = viewer.person
  const all = isBureau(viewer, 'performanceOfficer', 'administrator')
  return listJobs(office.store.database, { ...asked, region, ...(all ? {} : { person }) })
}

export interface JobView extends JobCounts {
  readonly items: readonly JobItem[]
}

/** Throws `not-found`. */
export async function jobOf(office: Office, viewer: Viewer, id: string): Promise<JobView> {
  const [job] = await jobsOf(office, viewer, { id, limit: 1 })
  if (job === undefined) throw new Problem('not-found')
  return { ...job, items: await listJobItems(office.store.database, job) }
}

/** What came out: only for whoever started it, whose rights it was made by. Throws `not-found`. */
export async function jobResult(office: Office, viewer: Viewer, id: string): Promise<{ name: string; body: Readable }> {
  const job = await jobOf(office, viewer, id)
  const isOwn = job.person === viewer.person.id
  const body = isOwn && job.result !== null ? await office.store.jobFiles.open(job.result) : null
  if (body === null) throw new Problem('not-found')
  return { name: `${job.kind}-${job.at.slice(0, 10)}.zip`, body }
}

/** What is under way is finished, the rest is not begun. Throws `not-found`, `not-allowed-now`. */
export async function cancelJob(office: Office, viewer: Viewer, id: string): Promise<void> {
  const job = await jobOf(office, viewer, id)
  if (job.state !== 'waiting' && job.state !== 'running') throw new Problem('not-allowed-now')
  await updateJob(office.store.database, job, { state: 'cancelled', ended_at: office.now(), locked_until: null })
}
