/**
 * A filing's figures for roll-ups: its totals, blocks and findings, made by the same pure code that scores in the browser.
 * They follow an edit within moments, one filing at a time so that typing stays quick, and are brought up to date before
 * anybody adds them up.
 */

import { type Draft, formOf } from '../../core/draft/index.ts'
import { type Evaluation, type EvaluationMemo, evaluate, newEvaluationMemo } from '../../core/evaluate/index.ts'
import { besideRows, inTenThousands, rollUpOf, summaryOf } from '../../core/insight/index.ts'
import { Exact, type Finding, type Form, type FormPath } from '../../core/model/index.ts'
import {
  allStale,
  type Campaign,
  type Database,
  type Filing,
  findCampaign,
  findFiling,
  type IndicatorRow,
  listEvidence,
  lockFiling,
  type MadeFigures,
  type Sums,
  staleFilings,
  writeFigures,
} from '../../store/index.ts'
import {
  type BesideForms,
  besideFiling,
  besideOf,
  lastYearOf,
  noneBeside,
  reviewedRows,
  rowsWithEvidence,
} from './beside.ts'
import { draftOf } from './drafts.ts'
import type { Office } from './office.ts'

export interface Judged {
  readonly form: Form
  /** Null where the rules refuse. */
  readonly evaluation: Evaluation | null
  readonly findings: readonly Finding[]
}

export function judge(
  draft: Draft,
  campaign: Pick<Campaign, 'edition'>,
  beside: BesideForms = noneBeside,
  reviewed?: ReadonlyMap<number, string>,
  evidence: readonly FormPath[] = [],
  memo?: EvaluationMemo,
): Judged {
  const form = formOf(draft)
  const edition = draft.edition ?? campaign.edition
  const lastYear = form.fiscalYear.value === null ? null : lastYearOf(beside, form.fiscalYear.value)
  const seen = besideRows(form, {
    ...(lastYear === null ? {} : { lastYear }),
    ...(reviewed === undefined ? {} : { reviewed }),
  })
  const { value, findings } = evaluate({
    form: seen,
    beside: besideOf(beside, evidence),
    ...(memo === undefined ? {} : { memo }),
    ...(edition === null ? {} : { edition }),
  })
  return { form, evaluation: value, findings }
}

/** What was found of rows of forms that are worked on; of some 100 kB each. */
const KEPT = 300
const memos = new WeakMap<Office['key'], Map<string, EvaluationMemo>>()

function memoOf(office: Office, { region, id }: Filing): EvaluationMemo {
  const kept = memos.get(office.key) ?? new Map<string, EvaluationMemo>()
  memos.set(office.key, kept)
  const key = `${region}/${id}`
  const memo = kept.get(key) ?? newEvaluationMemo()
  kept.delete(key)
  kept.set(key, memo)
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
  return memo
}

/** A filing with all that is known beside it. */
export async function judgeFiling(office: Office, db: Database, filing: Filing, draft: Draft): Promise<Judged> {
  const campaign = await findCampaign(db, filing.region, filing.campaign)
  const papers = await listEvidence(db, filing.region, filing.id)
  return judge(
    draft,
    campaign ?? { edition: null },
    await besideFiling(office, db, filing),
    reviewedRows(filing, draft),
    rowsWithEvidence(
      draft,
      papers.flatMap(({ places }) => places),
    ),
    memoOf(office, filing),
  )
}

/** A figure as a decimal that the database adds up; what no decimal says is cut at so many places, the same each time. */
const PLACES = 12
/** Of a part of a name: a key of the database is short. */
const LONGEST_PART = 120

function decimal(value: Exact): string {
  const text = value.toString()
  return text.includes('/') ? value.toFixed(PLACES) : text
}

function sumsOfForm({ form, evaluation }: Judged): Sums {
  if (evaluation === null) return {}
  const sums: Record<string, string> = {}
  for (const [name, text] of Object.entries(rollUpOf([summaryOf({ form, ...evaluation })]).figures)) {
    const short = name
      .split('/')
      .map((part) => part.slice(0, LONGEST_PART))
      .join('/')
    const value = decimal(Exact.of(text))
    sums[short] = short in sums ? Exact.of(sums[short]!).plus(Exact.of(value)).toString() : value
  }
  return sums
}

function indicatorRows({ form, evaluation }: Judged): IndicatorRow[] {
  return form.indicators.map((row, index) => {
    const { weight, score } = row
    const scored = evaluation?.scored.rows[index]
    return {
      name: row.name.raw,
      kind: row.level1Kind,
      level2: row.level2.cell.value ?? row.level2.cell.raw,
      target: row.target.raw,
      actual: row.actual.raw,
      weight: weight.raw,
      score: score.raw,
      lost: weight.value === null || score.value === null ? null : decimal(weight.value.minus(score.value)),
      achievement: scored?.achievement?.toFixed(4) ?? null,
    }
  })
}

/** A form and what the rules said of it, as the database keeps it. */
export function figuresOf(judged: Judged): MadeFigures {
  const { form, evaluation } = judged
  const rows = indicatorRows(judged)
  if (evaluation === null) {
    const none = { total: null, least: null, most: null, grade: null, budgeted: null, executed: null }
    return { figures: { ...none, errors: 0, warnings: 0 }, sums: {}, rows }
  }
  const { scored, findings } = evaluation
  const { total, grade, execution } = scored
  // A form that names no unit of money is in 万元.
  const money = (amount: Exact | null) => {
    const known = inTenThousands(amount, form.moneyUnit.value ?? '万元')
    return known === null ? null : decimal(known)
  }
  return {
    figures: {
      total: total.printed?.toString() ?? null,
      least: total.recomputed.min.toFixed(2),
      most: total.recomputed.max.toFixed(2),
      grade: grade.printed ?? grade.ofPrinted,
      budgeted: money(execution.budgeted),
      executed: money(execution.executed),
      errors: findings.filter(({ severity }) => severity === 'error').length,
      warnings: findings.filter(({ severity }) => severity === 'warning').length,
    },
    sums: sumsOfForm(judged),
    rows,
  }
}

/** Of a form that was taken back: it counts nowhere. */
export const noFigures: Pick<MadeFigures, 'sums' | 'rows'> = { sums: {}, rows: [] }

async function settle(office: Office, region: string, id: string): Promise<void> {
  const { database } = office.store
  const filing = await findFiling(database, region, id)
  if (filing === null || filing.figures_revision >= filing.revision) return
  const made = figuresOf(await judgeFiling(office, database, filing, await draftOf(office, database, filing)))
  await database.transaction().execute(async (tx) => {
    const now = await lockFiling(tx, region, id)
    // A step may have made them meanwhile.
    if (now === null || now.figures_revision >= filing.revision) return
    await writeFigures(tx, now, now.stage === 'recalled' ? { ...made, ...noFigures } : made, filing.revision)
  })
}

interface Queue {
  readonly waiting: Map<string, { region: string; id: string }>
  running: Promise<void> | null
  stopped: boolean
}

const queues = new WeakMap<Office['key'], Queue>()

function queueOf(office: Office): Queue {
  let queue = queues.get(office.key)
  if (queue === undefined) {
    queue = { waiting: new Map(), running: null, stopped: false }
    queues.set(office.key, queue)
  }
  return queue
}

/** Typing comes first: figures take at most a quarter of the time. */
const REST = 3
const PAUSE = 500

async function work(office: Office, queue: Queue): Promise<void> {
  await new Promise((done) => setTimeout(done, PAUSE).unref())
  while (!queue.stopped && queue.waiting.size > 0) {
    const [key, one] = queue.waiting.entries().next().value!
    queue.waiting.delete(key)
    const start = performance.now()
    // Whatever fails here is tried again when somebody asks for a roll-up, and said then.
    await settle(office, one.region, one.id).catch(() => undefined)
    const took = performance.now() - start
    await new Promise((done) => setTimeout(done, took * REST).unref())
  }
}

/** Figures of a filing are to follow its draft. */
export function figuresLater(office: Office, { region, id }: Pick<Filing, 'region' | 'id'>): void {
  office.after(() => {
    const queue = queueOf(office)
    if (queue.stopped) return
    queue.waiting.set(`${region}/${id}`, { region, id })
    queue.running ??= work(office.main, queue).finally(() => {
      queue.running = null
    })
  })
}

/** Now, for one filing: before it is submitted. */
export async function settleFigures(office: Office, { region, id }: Pick<Filing, 'region' | 'id'>): Promise<void> {
  queueOf(office).waiting.delete(`${region}/${id}`)
  await settle(office, region, id)
}

/** All that is behind, before figures are added up; at most so many at once. */
export async function settleStale(office: Office, region: string, most = 500): Promise<void> {
  for (const one of await staleFilings(office.store.database, region, most)) await settle(office, one.region, one.id)
}

/** Everything that is behind, after a server was stopped or killed: in turn, behind what people do. */
export async function figuresOfAll(office: Office): Promise<void> {
  for (const one of await allStale(office.store.database)) figuresLater(office, one)
}

/** No more work after what is under way. */
export async function stopFigures(office: Office): Promise<void> {
  const queue = queueOf(office)
  queue.stopped = true
  queue.waiting.clear()
  await queue.running
}
