/** What people find when they come back: a nudge, a reminder, a job that is done. */

import { sql } from 'kysely'
import type { Bilingual } from '../core/model/index.ts'
import type { Database } from './database.ts'

export type NoticeKind = 'nudge' | 'remind' | 'jobDone'

export interface Notice {
  readonly region: string
  readonly id: string
  readonly person: string
  readonly kind: NoticeKind
  readonly campaign: string
  readonly filing: string | null
  readonly words: Bilingual
  readonly at: string
  readonly read_at: string | null
}

export async function insertNotices(db: Database, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  await db
    .insertInto('notice')
    .values(notices.map((notice) => ({ ...notice, words: JSON.stringify(notice.words) })))
    .execute()
}

/** Newest first. */
export async function listNotices(
  db: Database,
  asked: {
    readonly region: string
    readonly person: string
    readonly unread: boolean
    readonly before?: readonly [at: string, id: string]
    readonly limit: number
  },
): Promise<Notice[]> {
  const { region, person, unread, before, limit } = asked
  const { rows } = await sql<Notice>`
    select * from notice where region = ${region} and person = ${person}
      ${unread ? sql`and read_at is null` : sql``}
      ${before === undefined ? sql`` : sql`and (at, id) < (${before[0]}, ${before[1]})`}
    order by at desc, id desc limit ${limit}`.execute(db)
  return rows
}

export async function readNotices(
  db: Database,
  { region, person, ids, at }: { region: string; person: string; ids: readonly string[]; at: string },
): Promise<void> {
  await db
    .updateTable('notice')
    .set({ read_at: at })
    .where('region', '=', region)
    .where('person', '=', person)
    .where('id', 'in', [...ids])
    .where('read_at', 'is', null)
    .execute()
}

export async function dropNotices(db: Database, before: string): Promise<void> {
  await db.deleteFrom('notice').where('at', '<', before).execute()
}

/** People who hold one of these roles at an organisation. */
export async function peopleAt(
  db: Database,
  region: string,
  organisation: string,
  roles: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p where p.region = ${region} and p.active and exists (
      select 1 from jsonb_to_recordset(p.roles) as s(role text, organisation text)
      where s.organisation = ${organisation} and s.role = any(${[...roles]}::text[])
    ) order by p.id`.execute(db)
  return rows.map(({ id }) => id)
}
