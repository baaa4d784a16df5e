/**
 * Which forms to review: those of most risk, and some drawn by lot, so that nobody can count on being passed over. The lot is
 * drawn by a seed, so that the draw can be shown again. A share of 15 % per department is what platforms default to.
 */

import { gather } from '../model/gather.ts'
import { type Bilingual, Exact } from '../model/index.ts'
import type { FormSummary } from './summary.ts'

export interface Candidate {
  readonly id: string
  /** Drawn within each group: the department. */
  readonly group: string
  readonly summary: FormSummary
}

export interface RiskFacts {
  /** Errors count three times as much as warnings. */
  readonly findings: number
  /** Points by which the printed total lies outside the recomputed band; 0 inside; null where none is printed. */
  readonly deviation: string | null
  /** 万元. */
  readonly money: string | null
}

export interface Draw {
  readonly id: string
  readonly group: string
  readonly by: 'risk' | 'lot'
  /** 0 to 100: the average of its three places among all candidates. */
  readonly risk: number
  readonly facts: RiskFacts
  readonly reasons: readonly Bilingual[]
}

const ERROR_COUNTS = 3

export function riskFacts({ findings, total, least, most, budgeted }: FormSummary): RiskFacts {
  const counts = Object.values(findings)
  const sum = (severity: 'error' | 'warning'): number => counts.reduce((all, one) => all + one[severity], 0)
  return {
    findings: sum('error') * ERROR_COUNTS + sum('warning'),
    deviation: total === null ? null : outside(Exact.of(total), Exact.of(least), Exact.of(most)).toString(),
    money: budgeted,
  }
}

function outside(total: Exact, least: Exact, most: Exact): Exact {
  if (total.greaterThan(most)) return total.minus(most)
  return total.lessThan(least) ? least.minus(total) : Exact.zero
}

/** The place of each figure among all, 0 (least) to 100; what is missing counts as the most of all: nobody could look. */
function places(figures: readonly (Exact | null)[]): readonly number[] {
  const known = figures.filter((figure) => figure !== null)
  return figures.map((figure) => {
    if (figure === null || known.length < 2) return figure === null ? 100 : 0
    const below = known.filter((other) => other.lessThan(figure)).length
    return Math.round((below * 100) / (known.length - 1))
  })
}

/** mulberry32, as a generator of whole numbers below a bound. */
function lotsOf(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function reasonsOf({ findings, deviation, money }: RiskFacts): Bilingual[] {
  const reasons: Bilingual[] = []
  if (findings > 0) reasons.push({ zh: `问题计${findings}`, en: `findings weigh ${findings}` })
  if (deviation === null) reasons.push({ zh: '没有总分', en: 'no total is printed' })
  else if (deviation !== '0')
    reasons.push({
      zh: `总分超出重算区间${deviation}分`,
      en: `total lies ${deviation} points outside the recomputed band`,
    })
  if (money !== null) reasons.push({ zh: `资金${money}万元`, en: `money ${money} (10,000 yuan)` })
  return reasons
}

const lot: Bilingual = { zh: '随机抽取', en: 'drawn by lot' }

export interface SamplingWish {
  /** Of each group, in percent, at least one form of each. */
  readonly percent: number
  readonly seed: number
}

/** The proposal, in the order of the candidates' groups and risks. The same candidates in another order give the same draw. */
export function proposeSample(candidates: readonly Candidate[], { percent, seed }: SamplingWish): readonly Draw[] {
  const sorted = [...candidates].sort((one, other) => (one.id < other.id ? -1 : 1))
  const facts = sorted.map(({ summary }) => riskFacts(summary))
  const ranks = [
    places(facts.map(({ findings }) => Exact.of(findings))),
    places(facts.map(({ deviation }) => (deviation === null ? null : Exact.of(deviation)))),
    places(facts.map(({ money }) => (money === null ? null : Exact.of(money)))),
  ]
  const draws = sorted.map(({ id, group }, index): Draw => {
    const risk = Math.round(ranks.reduce((sum, rank) => sum + rank[index]!, 0) / ranks.length)
    return { id, group, by: 'risk', risk, facts: facts[index]!, reasons: reasonsOf(facts[index]!) }
  })
  const next = lotsOf(seed)
  const groups = [...new Set(draws.map(({ group }) => group))].sort()
  return gather(groups, (name) => {
    const rest = draws
      .filter(({ group }) => group === name)
      .sort((one, other) => other.risk - one.risk || (one.id < other.id ? -1 : 1))
    const quota = Math.min(rest.length, Math.max(1, Math.ceil((rest.length * percent) / 100)))
    const byRisk = rest.splice(0, Math.ceil(quota / 2))
    const byLot = Array.from({ length: quota - byRisk.length }, (): Draw => {
      const [drawn] = rest.splice(next(rest.length), 1)
      return { ...drawn!, by: 'lot', reasons: [lot] }
    })
    return [...byRisk, ...byLot]
  })
}
