/**
 * A filing's figures for roll-ups: its totals, blocks and findings, made by the same pure code that scores in the browser.
 * They follow an edit within moments, one filing at a time so that typing stays quick, and are brought up to date before
 * anybody adds them up.
 */

import { type Draft, formOf } from '../../core/draft/index.ts'
import { type Evaluation, evaluate } from '../../core/evaluate/index.ts'
import { Exact, type Form, type MoneyUnit } from '../../core/model/index.ts'
import {
  allStale,
  type Campaign,
  type Figures,
  type Filing,
  findCampaign,
  findFiling,
  staleFilings,
  updateFiling,
} from '../../store/index.ts'
import { draftOf } from './drafts.ts'
import type { Office } from './office.ts'

/** Beside the totals: what is asked for by level and by indicator. Figures are decimal texts. */
export interface FigureDetail {
  readonly schema: 1
  readonly blocks: readonly {
    readonly level: 1 | 2
    readonly kind: string
    readonly name: string
    readonly weight: string
    readonly score: string
    readonly least: string
    readonly most: string
  }[]
  readonly indicators: readonly {
    readonly name: string
    readonly kind: string
    readonly target: string
    readonly actual: string
    readonly weight: string
    readonly score: string
    /** Actual ÷ target. */
    readonly achievement: string | null
  }[]
}

export interface Judged {
  readonly form: Form
  /** Null where the rules refuse. */
  readonly evaluation: Evaluation | null
}

export function judge(draft: Draft, campaign: Pick<Campaign, 'edition'>): Judged {
  const form = formOf(draft)
  const edition = draft.edition ?? campaign.edition
  const { value } = evaluate({ form, ...(edition === null ? {} : { edition }) })
  return { form, evaluation: value }
}

const units: Readonly<Record<MoneyUnit, Exact>> = {
  元: Exact.of('1/10000'),
  千元: Exact.of('1/10'),
  万元: Exact.one,
  亿元: Exact.of('10000'),
}

/** Money of forms in different units, in 万元; a form that names none is in 万元. */
function inTenThousands(amount: Exact | null, { moneyUnit }: Form): string | null {
  return amount === null ? null : amount.times(units[moneyUnit.value ?? '万元']).toString()
}

export function figuresOf({ form, evaluation }: Judged): {
  readonly figures: Figures
  readonly detail: FigureDetail | null
} {
  if (evaluation === null) {
    const none = { total: null, least: null, most: null, grade: null, budgeted: null, executed: null }
    return { figures: { ...none, errors: 0, warnings: 0 }, detail: null }
  }
  const { scored, findings } = evaluation
  const { total, grade, execution } = scored
  return {
    figures: {
      total: total.printed?.toString() ?? null,
      least: total.recomputed.min.toFixed(2),
      most: total.recomputed.max.toFixed(2),
      grade: grade.printed ?? grade.ofPrinted,
      budgeted: inTenThousands(execution.budgeted, form),
      executed: inTenThousands(execution.executed, form),
      errors: findings.filter(({ severity }) => severity === 'error').length,
      warnings: findings.filter(({ severity }) => severity === 'warning').length,
    },
    detail: {
      schema: 1,
      blocks: scored.blocks.map(({ level, level1Kind, name, weight, score }) => ({
        level,
        kind: level1Kind,
        name,
        weight: weight.added.toString(),
        score: score.added.toString(),
        least: score.recomputed.min.toFixed(2),
        most: score.recomputed.max.toFixed(2),
      })),
      indicators: form.indicators.map((row, index) => ({
        name: row.name.raw,
        kind: row.level1Kind,
        target: row.target.raw,
        actual: row.actual.raw,
        weight: row.weight.raw,
        score: row.score.raw,
        achievement: scored.rows[index]?.achievement?.toFixed(4) ?? null,
      })),
    },
  }
}

async function settle(office: Office, region: string, id: string): Promise<void> {
  const { database } = office.store
  const filing = await findFiling(database, region, id)
  if (filing === null || filing.figures_revision >= filing.revision) return
  const campaign = await findCampaign(database, region, filing.campaign)
  const judged = judge(await draftOf(office, database, filing), campaign ?? { edition: null })
  const { figures, detail } = figuresOf(judged)
  await updateFiling(database, region, id, { ...figures, figures: detail, figures_revision: filing.revision })
}

interface Queue {
  readonly waiting: Map<string, { region: string; id: string }>
  running: Promise<void> | null
  stopped: boolean
}

const queues = new WeakMap<Office, Queue>()

function queueOf(office: Office): Queue {
  let queue = queues.get(office)
  if (queue === undefined) {
    queue = { waiting: new Map(), running: null, stopped: false }
    queues.set(office, queue)
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
  const queue = queueOf(office)
  if (queue.stopped) return
  queue.waiting.set(`${region}/${id}`, { region, id })
  queue.running ??= work(office, queue).finally(() => {
    queue.running = null
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
