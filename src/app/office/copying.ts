/** Last year's form as the beginning of this year's. */

import { type Draft, type DraftRow, replacing } from '../../core/draft/index.ts'
import { filingInSight } from './access.ts'
import { draftOf } from './drafts.ts'
import { type EditResult, editFiling } from './edits.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import type { Viewer } from './viewer.ts'

/** What a new year starts from: names, weights and targets; never actual values, scores or reasons. */
const copied: ReadonlySet<string> = new Set([
  'level1',
  'level1Points',
  'level2',
  'level2Points',
  'name',
  'attribute',
  'unit',
  'target',
  'weight',
])
const copiedTask: ReadonlySet<string> = new Set(['name', 'content'])

function withCells(row: DraftRow, id: string, columns: ReadonlySet<string>): DraftRow {
  const cells = Object.fromEntries(Object.entries(row.cells).filter(([column]) => columns.has(column)))
  return { id, cells, ...(row.role === undefined ? {} : { role: row.role }) }
}

/** Last year's rows into this year's form. Throws `not-found` where there is no form of the year before. */
export async function copyLastYear(office: Office, viewer: Viewer, id: string): Promise<EditResult> {
  const { filing } = await filingInSight(office, viewer, id)
  const { database } = office.store
  const before = await database
    .selectFrom('filing')
    .select('id')
    .where('region', '=', filing.region)
    .where('organisation', '=', filing.organisation)
    .where('fiscal_year', '=', filing.fiscal_year - 1)
    .where('kind', '=', filing.kind)
    .$if(filing.kind === 'project', (query) => query.where('title', '=', filing.title))
    .executeTakeFirst()
  if (before === undefined) throw new Problem('not-found')
  const { filing: last } = await filingInSight(office, viewer, before.id)
  const [old, present] = await Promise.all([draftOf(office, database, last), draftOf(office, database, filing)])
  const prefix = `y${last.fiscal_year}`
  const wanted: Draft = {
    ...present,
    tasks: old.tasks.map((row, index) => withCells(row, `${prefix}-t${index}-${filing.revision}`, copiedTask)),
    indicators: old.indicators.map((row, index) => withCells(row, `${prefix}-i${index}-${filing.revision}`, copied)),
  }
  return editFiling(
    office,
    viewer,
    id,
    { edits: replacing(present, wanted), basis: filing.revision, reason: `复制 ${last.fiscal_year} 年度` },
    'copy',
  )
}
