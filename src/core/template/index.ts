/** A form written into a blank one: which cell gets which field, by the same words by which a filled form is read. */

import { gather } from '../model/gather.ts'
import type { Finding, Form, FormKind, TableEdit } from '../model/index.ts'
import { fitLayout } from '../recognise/fit-layout.ts'
import { indicatorColumns, moneyColumns } from '../recognise/headers/headers.ts'
import { type Draft, type Section, sortRows } from '../recognise/sections.ts'
import { stageOf } from '../recognise/stage.ts'
import { layoutById } from '../rulebook/index.ts'
import { isPlaceholder } from './blanks.ts'
import { type BlankGrid, Board } from './board.ts'
import { columnsOf } from './columns.ts'
import { FactFiller } from './fill-facts.ts'
import { fillGoals } from './fill-goals.ts'
import { fillIndicators } from './fill-indicators.ts'
import { fillTasks } from './fill-tasks.ts'
import { fillTotal } from './fill-total.ts'
import { templateRules } from './messages.ts'
import { type KeptFormula, PlanBuilder, type SourceAt } from './plan-builder.ts'

export type { BlankGrid } from './board.ts'
export { type TemplateRule, templateRules } from './messages.ts'
export type { KeptFormula, SourceAt } from './plan-builder.ts'

export interface FillPlan {
  /** Grids that change, each with its changes; empty where the blank form is none. */
  readonly edits: readonly TableEdit[]
  readonly findings: readonly Finding[]
  /** Formulas of the blank form that stay, and what the form says there. */
  readonly formulas: readonly KeptFormula[]
  readonly layout: string | null
}

interface Blank {
  readonly board: Board
  readonly draft: Draft
  readonly layout: string | null
  readonly kind: FormKind
  /** Grids before those of this blank form, where several groups are looked at. */
  readonly firstGrid: number
}

function kindOf(draft: Draft): FormKind {
  for (const { key } of draft.titles) {
    if (/整体|部门支出|单位支出/.test(key)) return 'department'
    if (/项目|转移支付|专项|政策/.test(key)) return 'project'
  }
  const labels = gather(draft.facts, ({ cells }) => cells.map(({ key }) => key))
  return labels.some((key) => /^项目名称/.test(key)) || !labels.some((key) => /^(?:部门|单位)名称/.test(key))
    ? 'project'
    : 'department'
}

/** 任务1 below a header reads like a header word: where all of a row is there to be replaced, it is a row. */
function withoutRows({ header, rows }: Section): Section {
  let end = header.length
  while (end > 1 && header[end - 1]!.cells.every(({ key }) => isPlaceholder(key))) end--
  return { header: header.slice(0, end), rows: [...header.slice(end), ...rows] }
}

function blanksIn(grids: readonly BlankGrid[], firstGrid: number): Blank[] {
  const board = new Board(grids)
  const drafts = sortRows(board.rows).filter(({ indicators }) => indicators.length > 0)
  return drafts.map((sorted) => {
    const draft: Draft = {
      ...sorted,
      money: sorted.money.map(withoutRows),
      indicators: sorted.indicators.map(withoutRows),
    }
    const kind = kindOf(draft)
    const money = draft.money[0]
    const fields = money === undefined ? [] : [...columnsOf(moneyColumns(money.header)).keys()]
    const taskColumns = [...new Set(fields.map((field) => field.replace(/\..*$/, '')))] as never[]
    const header = indicatorColumns(draft.indicators[0]!.header)
    return {
      board,
      draft,
      kind,
      layout: fitLayout({ kind, stage: stageOf(draft) }, header, money !== undefined, taskColumns),
      firstGrid,
    }
  })
}

/** How well a form fits a blank one: its kind, its layout, its columns. */
function fitOf(form: Form, { kind, layout, draft }: Blank): number {
  const columns = new Set(indicatorColumns(draft.indicators[0]!.header).leaves.map(({ field }) => field))
  const shared = form.columns.indicators.filter((field) => columns.has(field)).length
  return (kind === form.kind ? 100 : 0) + (layout !== null && layout === form.layout ? 50 : 0) + shared
}

function said(rule: keyof typeof templateRules, message: string, data: Finding['data']): Finding {
  return {
    rule,
    message,
    data,
    severity: templateRules[rule].severity,
    certainty: 'certain',
    at: [{ path: 'form' }],
    law: [],
  }
}

/**
 * Where each field of `form` goes. `groups`: the grids of the blank file that may hold one form together: a sheet each, or all
 * of a document. `name`: the name of the blank file. Never throws for what a file holds.
 */
export function planFill(
  form: Form,
  groups: readonly (readonly BlankGrid[])[],
  name: string,
  sourceAt: SourceAt,
): FillPlan {
  let first = 0
  const blanks = gather(groups, (grids) => {
    const found = blanksIn(grids, first)
    first += grids.length
    return found
  })
  let best: Blank | undefined
  for (const blank of blanks) if (best === undefined || fitOf(form, blank) > fitOf(form, best)) best = blank
  if (best === undefined) {
    return { edits: [], findings: [said('template/no-form', 'none', { name })], formulas: [], layout: null }
  }
  const { board, draft, layout, kind, firstGrid } = best
  const plan = new PlanBuilder(board, form)
  const known = layout === null ? undefined : layoutById(layout)
  // Many a layout of the other kind has the same columns.
  const title = known?.kind === kind ? known.title : undefined
  const findings: Finding[] = [
    title === undefined
      ? said('template/layout', 'unknown', {})
      : said('template/layout', 'known', { layout: title.zh }),
  ]
  if (blanks.length > 1) findings.push(said('template/layout', 'several', { count: blanks.length }))
  if (kind !== form.kind) findings.push(said('template/other-kind', form.kind, {}))
  const facts = new FactFiller(plan)
  fillTasks(plan, draft)
  fillGoals(plan, draft)
  fillIndicators(plan, draft)
  fillTotal(plan, draft, layout, facts)
  facts.fill(draft)
  const own = plan.edits()
  findings.push(...plan.findings(own, (grid, row, column) => sourceAt(firstGrid + grid, row, column)))
  return {
    edits: own.map((edit) => ({ ...edit, grid: firstGrid + edit.grid })),
    findings,
    formulas: plan.formulas.map((one) => ({ ...one, grid: firstGrid + one.grid })),
    layout,
  }
}
