/** What is shown around a filing, in one round trip: a form is opened, and looked at again, more often than anything else. */

import { sql } from 'kysely'
import type { Comment, Evidence } from './attachments.ts'
import type { Database } from './database.ts'
import type { Filing } from './filings.ts'
import { pathHolds } from './organisations.ts'

export interface Around {
  /** Names of its organisation and department, by id. */
  readonly names: Readonly<Record<string, string>>
  /** In the order in which they were written. */
  readonly comments: readonly Comment[]
  readonly evidence: readonly Evidence[]
  /** Whether the person has anything to undo and to redo. */
  readonly left: { readonly undo: boolean; readonly redo: boolean }
  /** Stages of the filings of the organisations below, in its campaign. */
  readonly below: readonly string[]
}

export async function aroundFiling(db: Database, filing: Filing, person: string): Promise<Around> {
  const { region, id, campaign, organisation, department } = filing
  const hung = (table: 'comment' | 'evidence') =>
    sql`(select coalesce(json_agg(h order by h.at, h.id), '[]') from ${sql.table(table)} h where h.region = ${region} and h.filing = ${id})`
  const stepThere = (undone: boolean) =>
    sql`exists (select from step s where s.region = ${region} and s.filing = ${id} and s.person = ${person} and s.undone = ${undone})`
  const { rows } = await sql<Around>`select
    (select coalesce(json_object_agg(o.id, o.name), '{}') from organisation o
      where o.region = ${region} and o.id in (${organisation}, ${department ?? organisation})) as names,
    ${hung('comment')} as comments, ${hung('evidence')} as evidence,
    json_build_object('undo', ${stepThere(false)}, 'redo', ${stepThere(true)}) as left,
    (select coalesce(json_agg(f.stage), '[]') from filing f where f.region = ${region} and f.campaign = ${campaign}
      and ${pathHolds([organisation], 'f.path')} and f.organisation <> ${organisation}) as below`.execute(db)
  return rows[0]!
}
