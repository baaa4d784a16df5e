/** A filing as the one result document, and printed. */

import type { Report } from '../../core/model/index.ts'
import { canonicalJson, type Json } from '../../core/model/index.ts'
import { rulebookVersion } from '../../core/rulebook/index.ts'
import type { Database, Filing } from '../../store/index.ts'
import { hashOf } from '../check-source.ts'
import { version } from '../version.ts'
import { filingInSight } from './access.ts'
import { draftOf } from './drafts.ts'
import { judgeFiling } from './figures.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import type { Viewer } from './viewer.ts'

/** Throws `blocked` with the findings where the rules refuse to score. */
export async function reportOf(office: Office, db: Database, filing: Filing): Promise<Report> {
  const draft = await draftOf(office, db, filing)
  const { form, evaluation: value, findings } = await judgeFiling(office, db, filing, draft)
  if (value === null) throw new Problem('blocked', { findings })
  return {
    schema: 1,
    stamp: {
      app: version,
      rulebook: rulebookVersion,
      edition: value.edition.id,
      editionChoice: value.editionChoice,
      layout: form.layout,
      sourceHash: hashOf(Buffer.from(canonicalJson(draft as unknown as Json))),
      sourceName: `${filing.title}.json`,
    },
    form,
    scored: value.scored,
    findings: value.findings,
    checks: value.checks,
    residue: { used: 0, ignored: [], unread: [] },
    complete: value.complete,
  }
}

/** Throws `not-found`, `blocked`. */
export async function filingReport(office: Office, viewer: Viewer, id: string): Promise<Report> {
  const { filing } = await filingInSight(office, viewer, id)
  return reportOf(office, office.store.database, filing)
}
