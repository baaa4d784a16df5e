/** A word to those whose form has not been submitted: by hand of the bureau, or before the closing day by itself. */

import type { Bilingual } from '../../../core/model/index.ts'
import {
  type Campaign,
  findCampaign,
  findFiling,
  insertJob,
  insertNotices,
  type NewJobItem,
  peopleAt,
} from '../../../store/index.ts'
import { dayOf } from '../access.ts'
import type { Office } from '../office.ts'
import { endPart, type RunPart } from './part.ts'

export interface NudgeInput {
  /** What the bureau adds in its own words. */
  readonly text: string
}

function wordsFor(title: string, { closes }: Campaign, today: string, text: string): Bilingual {
  const said = text === '' ? '' : `${text} `
  return today > closes
    ? {
        zh: `${said}“${title}”已过截止日期 ${closes}，尚未提交。`,
        en: `${said}“${title}” was due on ${closes} and is not submitted.`,
      }
    : { zh: `${said}“${title}”请在 ${closes} 前提交。`, en: `${said}“${title}” is to be submitted by ${closes}.` }
}

const roles = ['clerk', 'financeOfficer', 'unitHead']

export const nudgePart: RunPart = async ({ office, job, item }) => {
  const { text } = job.input as NudgeInput
  const { region } = job
  await endPart({ office, item }, async (joined) => {
    const { database } = joined.store
    const filing = await findFiling(database, region, item.filing ?? '')
    const campaign = await findCampaign(database, region, job.campaign)
    // Submitted since: nobody is bothered.
    if (filing === null || campaign === null || filing.stage !== 'filling') return { state: 'done', detail: '0' }
    const at = joined.now()
    const people = await peopleAt(database, region, filing.organisation, roles)
    const words = wordsFor(filing.title, campaign, dayOf(at), text)
    const kind = job.kind === 'remind' ? 'remind' : 'nudge'
    await insertNotices(
      database,
      people.map((person) => ({
        region,
        id: joined.newId(),
        person,
        kind,
        campaign: job.campaign,
        filing: filing.id,
        words,
        at,
        read_at: null,
      })),
    )
    for (const person of people) joined.tell({ kind: 'notice', region, path: [], person })
    return { state: 'done', detail: String(people.length) }
  })
}

/** Days before the closing day on which those are reminded who have not submitted. */
const DAYS = [7, 3, 1]
const DAY = 86_400_000

/** A job for each campaign that closes soon, once a day: its id tells campaign and day. */
export async function remindAll(office: Office): Promise<void> {
  const { database } = office.store
  const at = office.now()
  const today = dayOf(at)
  const days = DAYS.map((count) => new Date(Date.parse(today) + count * DAY).toISOString().slice(0, 10))
  const soon = await database
    .selectFrom('campaign')
    .select(['region', 'id'])
    .where('recalled', '=', false)
    .where('opens', '<=', today)
    .where('closes', 'in', days)
    .orderBy('region')
    .orderBy('id')
    .execute()
  for (const { region, id } of soon) {
    const open = await database
      .selectFrom('filing')
      .select(['id', 'title'])
      .where('region', '=', region)
      .where('campaign', '=', id)
      .where('stage', '=', 'filling')
      .orderBy('id')
      .execute()
    const items = open.map((filing): NewJobItem => ({ name: filing.title, filing: filing.id, file: null }))
    if (items.length === 0) continue
    const job = {
      region,
      id: `${id}-${today}`,
      kind: 'remind',
      campaign: id,
      input: { text: '' },
      person: null,
      at,
    } as const
    await office.store.write(async (tx) => insertJob(tx, job, items))
  }
}
