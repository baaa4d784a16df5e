/** What a form holds, as the record has it: its last whole draft, the edits since, and the targets it was begun from. */

import { type RawBuilder, sql } from 'kysely'
import type { Database } from './database.ts'
import type { Filing } from './filings.ts'

/** The approved targets of a filing, as they were taken in; null where none were. */
export async function approvedOf(db: Database, region: string, id: string): Promise<unknown> {
  const query = db.selectFrom('filing').select('approved').where('region', '=', region).where('id', '=', id)
  return (await query.executeTakeFirst())?.approved ?? null
}

/** Edits that were accepted, and the revision that each of them made. */
export interface AcceptedEdits {
  readonly revision: number
  readonly edits: unknown
}

type DraftPlace = Pick<Filing, 'region' | 'id'>

function acceptedAfter({ region, id }: DraftPlace, revision: number): RawBuilder<AcceptedEdits> {
  return sql<AcceptedEdits>`select (event->>'revision')::int as revision, event->'edits' as edits from record
    where region = ${region} and filing = ${id} and event ? 'revision' and (event->>'revision')::int > ${revision}
    order by seq`
}

/** The edits accepted after a revision, in order. */
export async function editsAfter(db: Database, place: DraftPlace, revision: number): Promise<AcceptedEdits[]> {
  return (await acceptedAfter(place, revision).execute(db)).rows
}

/** The last whole draft and the edits accepted since, in order. */
export async function draftParts(
  db: Database,
  filing: DraftPlace & Pick<Filing, 'draft_revision'>,
): Promise<{ readonly draft: unknown; readonly later: readonly AcceptedEdits[] }> {
  const { rows } = await sql<{ draft: unknown; later: AcceptedEdits[] }>`
    select draft, (select coalesce(json_agg(e), '[]') from (${acceptedAfter(filing, filing.draft_revision)}) e) as later
    from filing where region = ${filing.region} and id = ${filing.id}`.execute(db)
  return rows[0]!
}
