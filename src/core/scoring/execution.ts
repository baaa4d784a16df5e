/** 预算执行率: what the money table earns. */

import { gather } from '../model/gather.ts'
import {
  type Bilingual,
  Exact,
  type Form,
  type FormPath,
  type Indicator,
  type ScoredExecution,
  type Step,
  type Task,
} from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { figureOf } from '../rulebook/index.ts'
import { roundBand, sayRounded } from './rounding.ts'
import { shareByStep } from './share-steps.ts'

/** Budget and execution of the whole form, and where they stand. */
export interface MoneyBase {
  readonly budgeted: Exact | null
  readonly executed: Exact | null
  /** The total row; null where the sum of the rows was taken. */
  readonly total: number | null
}

/** Share of the points (0 to 1) that a rate (1 is 100 %) earns. */
export function executionShare(rate: Exact, { execution }: Edition): Exact {
  if (execution.method === 'proportional') return Exact.max(Exact.zero, Exact.min(Exact.one, rate))
  return (shareByStep(rate.times(Exact.hundred), execution.steps ?? []) ?? Exact.zero).dividedBy(Exact.hundred)
}

function sumOf(tasks: readonly Task[], side: 'budgeted' | 'executed'): Exact | null {
  const rows = ['task', 'source']
    .map((role) => tasks.filter((task) => task.role === role))
    .find(({ length }) => length > 0)
  const amounts = (rows ?? []).map((task) => task[side].total.value)
  return amounts.length === 0 || amounts.some((amount) => amount === null)
    ? null
    : Exact.sum(amounts.filter((amount) => amount !== null))
}

/** The total row where it is filled in; where it is empty or missing, the rows together. Unreadable stays unknown. */
export function moneyBase({ tasks }: Form): MoneyBase {
  const index = tasks.findIndex(({ role }) => role === 'total')
  const row = tasks[index]
  const amount = (side: 'budgeted' | 'executed'): Exact | null => {
    const cell = row?.[side].total
    return cell === undefined || cell.raw === '' ? sumOf(tasks, side) : cell.value
  }
  return { budgeted: amount('budgeted'), executed: amount('executed'), total: row === undefined ? null : index }
}

const symbols = {
  points: { zh: '执行分值', en: 'execution points' },
  budgeted: { zh: '预算数', en: 'budgeted' },
  executed: { zh: '执行数', en: 'executed' },
}

interface Earned {
  readonly score: Exact
  readonly step: Step
  readonly because: readonly Bilingual[]
}

/** Points earned by a known budget and execution. A budget of 0 earns nothing. */
export function earn(points: Exact, budgeted: Exact, executed: Exact, edition: Edition, path: FormPath | null): Earned {
  const inputs: Step['inputs'] = [
    { symbol: symbols.points, value: points.toString() },
    ...(['executed', 'budgeted'] as const).map((side) => ({
      symbol: symbols[side],
      value: (side === 'budgeted' ? budgeted : executed).toString(),
      ...(path === null ? {} : { path: `${path}.${side}.total` }),
    })),
  ]
  const { law } = edition.execution
  if (!budgeted.isPositive) {
    const why = { zh: '预算数不大于0，执行得分为0', en: 'the budget is not above 0: no execution points' }
    return { score: Exact.zero, step: { say: why, inputs, result: Exact.zero.toString(), law }, because: [why] }
  }
  const share = executionShare(executed.dividedBy(budgeted), edition)
  const score = points.times(share)
  const rounded = sayRounded(score, edition)
  const step: Step = {
    say:
      edition.execution.method === 'proportional'
        ? {
            zh: `得分 = 执行分值 × min(1, 执行数 ÷ 预算数)= ${points} × min(1, ${executed} ÷ ${budgeted})= ${rounded.zh}`,
            en: `score = points × min(1, executed ÷ budgeted) = ${points} × min(1, ${executed} ÷ ${budgeted}) = ${rounded.en}`,
          }
        : {
            zh: `得分 = 执行分值 × 执行率所在档 = ${points} × ${share.times(Exact.hundred)}% = ${rounded.zh}`,
            en: `score = points × the band of the rate = ${points} × ${share.times(Exact.hundred)} % = ${rounded.en}`,
          },
    inputs,
    result: score.toString(),
    law,
  }
  const over = {
    zh: '执行数超过预算数，执行率按100%计',
    en: 'more was executed than budgeted: the rate counts as 100 %',
  }
  return { score, step, because: executed.greaterThan(budgeted) ? [over] : [] }
}

/** In percent; null where there is no budget above 0. */
export function rateOf(budgeted: Exact | null, executed: Exact | null): Exact | null {
  if (budgeted === null || executed === null || !budgeted.isPositive) return null
  return executed.times(Exact.hundred).dividedBy(budgeted)
}

/**
 * Whether the execution points stand beside the indicators. They do not where an indicator row carries them (预算执行率 as
 * a level-1 block), nor where nothing is printed for them and the indicators alone make up the whole.
 */
function standsApart(form: Form, weights: Exact, edition: Edition): boolean {
  const inRow = ({ role, level1Kind, weight }: Indicator): boolean =>
    level1Kind === 'execution' && role !== 'part' && weight.value !== null
  if (form.indicators.some(inRow)) return false
  const printed = [form.executionPoints, ...gather(form.tasks, ({ weight, score }) => [weight, score])]
  if (printed.some(({ raw }) => raw !== '')) return true
  return weights.lessThan(figureOf(edition.total))
}

/** Sum of the scores printed on the rows of single tasks; null where none is. */
function addedOverTasks({ tasks }: Form): Exact | null {
  const printed = tasks.filter(({ role }) => role === 'task').map(({ score }) => score.value)
  const scores = printed.filter((score) => score !== null)
  return scores.length === 0 ? null : Exact.sum(scores)
}

/** `weights`: of all indicators that count. */
export function scoreExecution(form: Form, base: MoneyBase, weights: Exact, edition: Edition): ScoredExecution {
  const points = figureOf(edition.executionPoints)
  const { budgeted, executed, total } = base
  const common = {
    points,
    budgeted,
    executed,
    rate: rateOf(budgeted, executed),
    printed: total === null ? null : form.tasks[total]!.score.value,
    added: addedOverTasks(form),
    law: edition.execution.law,
  }
  if (!standsApart(form, weights, edition)) {
    const why = {
      zh: '预算执行得分已含在指标行内或不单独计分',
      en: 'execution is scored in an indicator row, or not at all',
    }
    return { ...common, recomputed: null, steps: [], because: [why] }
  }
  if (budgeted === null || executed === null) {
    const why = {
      zh: '预算数或执行数缺失，执行得分不能重算',
      en: 'budget or execution is missing: the execution points cannot be recomputed',
    }
    return { ...common, recomputed: { min: Exact.zero, max: points }, steps: [], because: [why] }
  }
  const { score, step, because } = earn(points, budgeted, executed, edition, total === null ? null : `tasks[${total}]`)
  return { ...common, recomputed: roundBand({ min: score, max: score }, edition), steps: [step], because }
}
