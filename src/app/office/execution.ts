/** Execution figures of all units from one sheet of the bureau: written into their forms, locked, differences told. */

import { applyAll, type DraftRow, type Edit } from '../../core/draft/index.ts'
import { Exact } from '../../core/model/index.ts'
import { type FilingState, type LifeEvent, mayDo, next } from '../../core/review/index.ts'
import { readNumber } from '../../core/values/index.ts'
import { listFilings, listOrganisations } from '../../store/index.ts'
import { circumstancesOf, lifeOf, lockInSight } from './access.ts'
import { campaignOf } from './campaigns.ts'
import { draftOf, keepDraft } from './drafts.ts'
import { writeChange } from './edits.ts'
import { figuresLater } from './figures.ts'
import type { Office } from './office.ts'
import { sheetRows } from './sheet-rows.ts'
import { actorOf, demandBureau, sightOf, type Viewer } from './viewer.ts'

const columns = {
  unit: ['单位', '单位名称', '预算单位', '部门名称'],
  task: ['任务', '任务名称', '项目', '项目名称'],
  budgeted: ['预算数', '全年预算数', '预算金额', '全年(调整后)预算数'],
  executed: ['执行数', '全年执行数', '支出数'],
} as const
const locked: readonly string[] = ['budgeted.total', 'executed.total']

export interface ExecutionResult {
  readonly matched: number
  /** Rows of the sheet that found no form or no task. */
  readonly unmatched: readonly {
    readonly unit: string
    readonly task: string
    readonly why: 'unit' | 'task' | 'figure' | 'stage'
  }[]
  /** What units had typed and the sheet says otherwise. */
  readonly different: readonly {
    readonly filing: string
    readonly row: string
    readonly column: string
    readonly typed: string
    readonly loaded: string
  }[]
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

function isSameFigure(one: string, other: string): boolean {
  const [a, b] = [readNumber(one).value, readNumber(other).value]
  return a !== null && b !== null && Exact.of(a).equals(b)
}

/** Throws `forbidden`, `not-found`, `unreadable`, `too-large`. */
export async function loadExecution(
  office: Office,
  viewer: Viewer,
  campaign: string,
  file: { readonly bytes: Uint8Array; readonly name: string },
): Promise<ExecutionResult> {
  demandBureau(viewer)
  await campaignOf(office, viewer, campaign)
  const rows = await sheetRows(file, columns, ['budgeted'])
  const { region, id: person } = viewer.person
  const { database } = office.store
  const organisations = new Map((await listOrganisations(database, { region })).map((one) => [one.id, bare(one.name)]))
  const filings = await listFilings(database, { region, sight: sightOf(viewer), campaign })
  const unmatched: ExecutionResult['unmatched'][number][] = []
  const different: ExecutionResult['different'][number][] = []
  let matched = 0
  const byUnit = new Map<string, (typeof rows)[number][]>()
  for (const row of rows) byUnit.set(bare(row.unit), [...(byUnit.get(bare(row.unit)) ?? []), row])
  for (const [unit, own] of byUnit) {
    const filing = filings.find(
      ({ organisation, title }) => organisations.get(organisation) === unit || bare(title) === unit,
    )
    const say = (why: ExecutionResult['unmatched'][number]['why']) =>
      unmatched.push(...own.map(({ task }) => ({ unit, task, why })))
    if (filing === undefined) {
      say('unit')
      continue
    }
    const done = await office.store.write(async (tx, record) => {
      const of = await lockInSight(tx, viewer, filing.id)
      const event: LifeEvent = { kind: 'fillExecution', by: person }
      const decision = mayDo(
        actorOf(viewer),
        lifeOf(of.filing),
        event,
        await circumstancesOf(office, tx, of, {}, false),
      )
      if (!decision.allowed) return null
      const draft = await draftOf(office, tx, of.filing)
      const edits: Edit[] = []
      for (const { task, budgeted, executed } of own) {
        const row = draft.tasks.find(({ cells }) => bare(cells.name ?? '') === bare(task))
        if (row === undefined || readNumber(executed).value === null) {
          unmatched.push({ unit, task, why: row === undefined ? 'task' : 'figure' })
          continue
        }
        edits.push(...cellsOf(row, { 'budgeted.total': budgeted, 'executed.total': executed }))
        for (const [column, loaded] of [
          ['budgeted.total', budgeted],
          ['executed.total', executed],
        ] as const) {
          const typed = row.cells[column] ?? ''
          if (typed !== '' && loaded !== '' && !isSameFigure(typed, loaded))
            different.push({ filing: filing.id, row: row.id, column, typed, loaded })
        }
        matched++
      }
      const change = applyAll(draft, edits)
      if (!change.ok) throw new Error(`execution figures do not apply: ${change.code}`)
      if (edits.length === 0) return { of, draft, revision: of.filing.revision }
      const state = next(of.filing.state as FilingState, event)
      const { revision } = await writeChange(office, tx, record, viewer, of.filing, {
        draft: change.draft,
        edits,
        way: 'execution',
        reason: file.name,
        state,
      })
      return { of, draft: change.draft, revision }
    })
    if (done === null) say('stage')
    else {
      keepDraft(office, done.of.filing, done.revision, done.draft)
      figuresLater(office, done.of.filing)
    }
  }
  return { matched, unmatched, different }
}

/** Unlocks what was loaded before, writes, and locks. */
function cellsOf(row: DraftRow, figures: Readonly<Record<string, string>>): Edit[] {
  const before = row.locked ?? []
  const kept = before.filter((column) => !locked.includes(column))
  const cells = Object.entries(figures).flatMap(([column, to]): Edit[] => {
    const from = row.cells[column] ?? ''
    return to === '' || from === to ? [] : [{ kind: 'cell', row: row.id, column, from, to }]
  })
  const after = [...kept, ...Object.entries(figures).flatMap(([column, to]) => (to === '' ? [] : [column]))]
  return [
    ...(kept.length === before.length ? [] : [{ kind: 'lock', row: row.id, from: before, to: kept } as const]),
    ...cells,
    { kind: 'lock', row: row.id, from: kept, to: after },
  ]
}
