/** A person's notices. */

import { listNotices, type Notice, readNotices } from '../../store/index.ts'
import type { Office } from './office.ts'
import type { Viewer } from './viewer.ts'

export async function noticesOf(
  office: Office,
  { person }: Viewer,
  asked: { readonly unread: boolean; readonly before?: readonly [string, string]; readonly limit: number },
): Promise<Notice[]> {
  return listNotices(office.store.database, { ...asked, region: person.region, person: person.id })
}

/** One's own alone; ids of others' change nothing. */
export async function markRead(office: Office, { person }: Viewer, ids: readonly string[]): Promise<void> {
  await readNotices(office.store.database, { region: person.region, person: person.id, ids, at: office.now() })
}
