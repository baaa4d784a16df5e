/** Drafts as they stand: the last whole one and the edits of the record since, kept in memory while they are worked on. */

import { applyAll, type Draft, type Edit, readDraft } from '../../core/draft/index.ts'
import { type Database, draftParts, type Filing } from '../../store/index.ts'
import type { Office } from './office.ts'

interface Live {
  readonly revision: number
  readonly draft: Draft
}

/** Some 100 kB each. */
const KEPT = 600
const live = new WeakMap<Office['key'], Map<string, Live>>()

function keptOf(office: Office): Map<string, Live> {
  let kept = live.get(office.key)
  if (kept === undefined) {
    kept = new Map()
    live.set(office.key, kept)
  }
  return kept
}

function keyOf({ region, id }: Pick<Filing, 'region' | 'id'>): string {
  return `${region}/${id}`
}

/** Remembers a draft after a change was committed. */
export function keepDraft(office: Office, filing: Pick<Filing, 'region' | 'id'>, revision: number, draft: Draft): void {
  office.after(() => {
    const kept = keptOf(office)
    const key = keyOf(filing)
    kept.delete(key)
    kept.set(key, { revision, draft })
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
  })
}

/** The draft of a filing at its revision, kept while it is worked on. */
export async function draftOf(office: Office, db: Database, filing: Filing): Promise<Draft> {
  const draft = await readDraftOf(office, db, filing)
  keepDraft(office, filing, filing.revision, draft)
  return draft
}

/** The same without keeping it. What is stored was checked when it was written: anything else is a fault. */
export async function readDraftOf(office: Office, db: Database, filing: Filing): Promise<Draft> {
  const known = keptOf(office).get(keyOf(filing))
  if (known?.revision === filing.revision) return known.draft
  const { draft: stored, later } = await draftParts(db, filing)
  const read = readDraft(stored)
  if (!('draft' in read)) throw new Error(`draft of ${filing.id}: ${read.problem} at ${read.at}`)
  let { draft } = read
  for (const { revision, edits } of later) {
    if (revision > filing.revision) break
    const applied = applyAll(draft, edits as readonly Edit[])
    if (!applied.ok) throw new Error(`draft of ${filing.id}: revision ${revision} does not apply`)
    draft = applied.draft
  }
  return draft
}
