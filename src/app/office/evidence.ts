/** Evidence files: told by their bytes, capped, never executed, tied to rows of the form. */

import { type LifeEvent, mayDo } from '../../core/review/index.ts'
import { deleteEvidence, type Evidence, findEvidence, insertEvidence, listEvidence } from '../../store/index.ts'
import { circumstancesOf, filingInSight, type Known, lifeOf, refuse } from './access.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import { sniffedType } from './sniff.ts'
import { actorOf, type Viewer } from './viewer.ts'

/** Of one file, and of all those of a filing. */
export const evidenceBytes = 20 * 1024 * 1024
const ALL_BYTES = 200 * 1024 * 1024
const MOST = 200

/** Evidence is the clerks' while they fill in, and theirs who answer a review or a rectification. */
async function demandMayAttach(office: Office, viewer: Viewer, id: string): Promise<Known> {
  const of = await filingInSight(office, viewer, id)
  const around = await circumstancesOf(office, office.store.database, of, {}, false)
  const by = viewer.person.id
  const events = [
    { kind: 'edit', by },
    { kind: 'answerRectification', by, reason: '-' },
    { kind: 'appeal', by, points: [{ row: '-', reason: '-' }] },
  ] as unknown as LifeEvent[]
  const decisions = events.map((event) => mayDo(actorOf(viewer), lifeOf(of.filing), event, around))
  const [first] = decisions
  if (first !== undefined && !first.allowed && !decisions.some(({ allowed }) => allowed)) throw refuse(first)
  return of
}

/** A name without paths and control characters. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = [...last]
    .filter((sign) => sign >= ' ' && sign !== '\u007f')
    .join('')
    .slice(-200)
  return plain === '' ? '附件' : plain
}

/** Throws `not-found`, `forbidden`, `not-allowed-now`, `unsupported-type`, `too-large`. */
export async function addEvidence(
  office: Office,
  viewer: Viewer,
  filing: string,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly places: readonly string[] },
): Promise<Evidence> {
  const of = await demandMayAttach(office, viewer, filing)
  const { region, id: person } = viewer.person
  if (file.bytes.length > evidenceBytes || file.bytes.length === 0) throw new Problem('too-large')
  const type = sniffedType(file.bytes)
  if (type === null) throw new Problem('unsupported-type')
  const there = await listEvidence(office.store.database, region, filing)
  const bytes = there.reduce((sum, { size }) => sum + size, 0)
  if (there.length >= MOST || bytes + file.bytes.length > ALL_BYTES) throw new Problem('too-large')
  const hash = await office.store.files.put(file.bytes)
  const at = office.now()
  const evidence: Evidence = {
    region,
    id: office.newId(),
    filing,
    name: plainName(file.name),
    type,
    size: file.bytes.length,
    hash,
    places: file.places,
    person,
    at,
  }
  await office.store.write(async (tx, record) => {
    await insertEvidence(tx, evidence)
    record({
      region,
      at,
      person,
      filing,
      event: {
        kind: 'addEvidence',
        evidence: evidence.id,
        name: evidence.name,
        hash,
        size: evidence.size,
        places: file.places,
      },
    })
  })
  office.tell({
    kind: 'filing',
    region,
    path: of.filing.path,
    id: filing,
    revision: of.filing.revision,
    stage: of.filing.stage,
    by: person,
  })
  return evidence
}

/** Throws `not-found`. */
export async function evidenceFile(
  office: Office,
  viewer: Viewer,
  filing: string,
  id: string,
): Promise<{ readonly evidence: Evidence; readonly content: NodeJS.ReadableStream }> {
  await filingInSight(office, viewer, filing)
  const evidence = await findEvidence(office.store.database, viewer.person.region, id)
  if (evidence === null || evidence.filing !== filing) throw new Problem('not-found')
  const content = await office.store.files.open(evidence.hash)
  if (content === null) throw new Problem('not-found')
  return { evidence, content }
}

/** Throws `not-found`, `forbidden`, `not-allowed-now`. */
export async function dropEvidence(office: Office, viewer: Viewer, filing: string, id: string): Promise<void> {
  await demandMayAttach(office, viewer, filing)
  const { region, id: person } = viewer.person
  const evidence = await findEvidence(office.store.database, region, id)
  if (evidence === null || evidence.filing !== filing) throw new Problem('not-found')
  await office.store.write(async (tx, record) => {
    await deleteEvidence(tx, region, id)
    record({
      region,
      at: office.now(),
      person,
      filing,
      event: { kind: 'dropEvidence', evidence: id, name: evidence.name, hash: evidence.hash },
    })
  })
}
