/** The record: read by those whom it concerns, proved by anybody. */

import type { Bilingual } from '../../core/model/index.ts'
import { sayEvent } from '../../core/review/index.ts'
import {
  type Filing,
  filingNames,
  findFiling,
  listOrganisations,
  listPeople,
  listRecords,
  organisationNames,
  type RecordEntry,
  type Verification,
  verifyRecords,
} from '../../store/index.ts'
import { filingInSight } from './access.ts'
import { draftOf } from './drafts.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import { isBureau, type Viewer } from './viewer.ts'

/** An entry with what it says in words. */
export interface SaidEntry {
  readonly entry: RecordEntry
  readonly by: { readonly id: string; readonly name: string } | null
  readonly words: Bilingual
  /** The form that it is about, by its unit, its project and its year; null where it is about none, or is known anyway. */
  readonly form: string | null
}

/** Names of the rows of one filing, by their ids: these are the filing's own. */
type RowNames = ReadonlyMap<string, string>

async function rowNames(office: Office, filing: Filing): Promise<RowNames> {
  const draft = await draftOf(office, office.store.database, filing)
  const rows = [...draft.tasks, ...draft.indicators].map((row) => [row.id, row.cells.name ?? ''] as const)
  return new Map(rows.filter(([, name]) => name !== ''))
}

async function said(
  office: Office,
  region: string,
  entries: readonly RecordEntry[],
  rows: ReadonlyMap<string, RowNames>,
  forms: ReadonlyMap<string, string> = new Map(),
): Promise<SaidEntry[]> {
  const { database } = office.store
  const people = new Map((await listPeople(database, { region, limit: MOST_PEOPLE })).map(({ id, name }) => [id, name]))
  const organisations = new Map((await listOrganisations(database, { region })).map(({ id, name }) => [id, name]))
  const namesIn = (filing: string | null) => ({
    row: (id: string) => rows.get(filing ?? '')?.get(id),
    person: (id: string) => people.get(id),
    organisation: (id: string) => organisations.get(id),
  })
  return entries.map((entry) => ({
    entry,
    by: entry.person === null ? null : { id: entry.person, name: people.get(entry.person) ?? '' },
    words: sayEvent(entry.event, namesIn(entry.filing)),
    form: forms.get(entry.filing ?? '') ?? null,
  }))
}

const MOST_PEOPLE = 20_000

/** Events that name rows of their form: only for these is it opened. */
const speakingOfRows: ReadonlySet<string> = new Set(['edit', 'assess', 'answerAppeal'])

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
): Promise<SaidEntry[]> {
  const { filing } = await filingInSight(office, viewer, id)
  const { database } = office.store
  const entries = await listRecords(database, { ...asked, region: filing.region, filing: id })
  return said(office, filing.region, entries, new Map([[id, await rowNames(office, filing)]]))
}

/** Throws `forbidden`. */
function demandRecord(viewer: Viewer): void {
  if (!viewer.installer && !isBureau(viewer, 'administrator', 'performanceOfficer')) throw new Problem('forbidden')
}

/** Of the viewer's region, newest first. Throws `forbidden`. */
export async function regionRecord(office: Office, viewer: Viewer, asked: RecordAsked): Promise<SaidEntry[]> {
  demandRecord(viewer)
  const { region } = viewer.person
  const { database } = office.store
  const entries = await listRecords(database, { ...asked, region })
  const filings = await filingNames(database, region, [...new Set(entries.flatMap(({ filing }) => filing ?? []))])
  const units = await organisationNames(database, region, [
    ...new Set([...filings.values()].map((one) => one.organisation)),
  ])
  const forms = [...filings].map(([id, { organisation, kind, title, fiscal_year }]) => {
    const parts = [units.get(organisation) ?? '', kind === 'project' ? title : '', String(fiscal_year)]
    return [id, parts.filter((part) => part !== '').join(' · ')] as const
  })
  const rows = new Map<string, RowNames>()
  for (const { filing, event } of entries) {
    if (filing === null || rows.has(filing) || !speakingOfRows.has((event as { readonly kind: string }).kind)) continue
    const found = await findFiling(database, region, filing)
    if (found !== null) rows.set(filing, await rowNames(office, found))
  }
  return said(office, region, entries, rows, new Map(forms))
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
