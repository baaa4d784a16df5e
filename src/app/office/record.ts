/** The record: read by those whom it concerns, proved by anybody. */

import { listRecords, type RecordEntry, type Verification, verifyRecords } from '../../store/index.ts'
import { filingInSight } from './access.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import { isBureau, type Viewer } from './viewer.ts'

export interface RecordAsked {
  readonly before?: number
  readonly limit: number
}

/** Of one filing, newest first. Throws `not-found`. */
export async function filingRecord(
  office: Office,
  viewer: Viewer,
  id: string,
  asked: RecordAsked,
): Promise<RecordEntry[]> {
  const { filing } = await filingInSight(office, viewer, id)
  return listRecords(office.store.database, { ...asked, region: filing.region, filing: id })
}

/** Throws `forbidden`. */
function demandRecord(viewer: Viewer): void {
  if (!viewer.installer && !isBureau(viewer, 'administrator', 'performanceOfficer')) throw new Problem('forbidden')
}

/** Of the viewer's region, newest first. Throws `forbidden`. */
export async function regionRecord(office: Office, viewer: Viewer, asked: RecordAsked): Promise<RecordEntry[]> {
  demandRecord(viewer)
  return listRecords(office.store.database, { ...asked, region: viewer.person.region })
}

/** The whole record by the keys that the store has known. */
export async function verifyOffice(office: Office, region?: string): Promise<Verification> {
  const { database } = office.store
  const keys = await database.selectFrom('signer').selectAll().execute()
  return verifyRecords(
    database,
    keys.map(({ id, public_key }) => ({ id, publicKey: public_key })),
    region,
  )
}

/** Throws `forbidden`. */
export async function verifyRegion(office: Office, viewer: Viewer): Promise<Verification> {
  demandRecord(viewer)
  return verifyOffice(office, viewer.person.region)
}
