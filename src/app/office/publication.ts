/** Before a form is published: what looks like a secret, a person or an account must be confirmed, place by place. */

import { blocks, type Draft } from '../../core/draft/index.ts'
import { type PublicationItem, publicationItems, unconfirmed } from '../../core/review/index.ts'
import type { Database } from '../../store/index.ts'
import { filingInSight, type Known } from './access.ts'
import { draftOf } from './drafts.ts'
import type { Office } from './office.ts'
import type { Viewer } from './viewer.ts'

function itemsIn(draft: Draft): readonly PublicationItem[] {
  const rows = [draft.head, ...blocks.flatMap((block) => draft[block])]
  return publicationItems(
    rows.flatMap((row) => Object.entries(row.cells).map(([column, text]) => ({ place: `${row.id} ${column}`, text }))),
  )
}

/** Items that are in no list of confirmed ones. */
export async function openItems(
  office: Office,
  db: Database,
  { filing }: Known,
  confirmed: readonly string[],
): Promise<readonly PublicationItem[]> {
  return unconfirmed(itemsIn(await draftOf(office, db, filing)), confirmed)
}

/** Throws `not-found`. */
export async function publicationCheck(
  office: Office,
  viewer: Viewer,
  id: string,
): Promise<readonly PublicationItem[]> {
  const of = await filingInSight(office, viewer, id)
  return openItems(office, office.store.database, of, [])
}
