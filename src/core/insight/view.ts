/** What a roll-up shows: averages, rates, shares, what costs most points. Shares and rates are in percent, two decimals. */

import { gather } from '../model/gather.ts'
import { Exact, type Grade, type Level1 } from '../model/index.ts'
import type { RollUp } from './roll-up.ts'

export interface BlockView {
  readonly level: 1 | 2
  readonly kind: Level1
  readonly name: string
  readonly rows: number
  readonly weight: string
  readonly score: string
  /** Points lost on the rows that have a score. */
  readonly lost: string
  /** Score ÷ weight of the rows that have a score. */
  readonly rate: string | null
}

export interface LossView {
  readonly rule: string
  readonly rows: number
  readonly lost: string
  /** Of all points lost. */
  readonly share: string | null
}

export interface FindingView {
  readonly rule: string
  /** Forms that have it. */
  readonly forms: number
  readonly error: number
  readonly warning: number
  readonly info: number
}

export interface RollUpView {
  readonly forms: number
  /** Forms with a printed total. */
  readonly withTotal: number
  readonly average: string | null
  readonly median: string | null
  readonly least: string | null
  readonly most: string | null
  /** Averages of the recomputed bands' ends. */
  readonly recomputed: { readonly least: string; readonly most: string } | null
  readonly grades: Readonly<Record<Grade | 'none', number>>
  /** In 万元, of the forms that tell both. */
  readonly budgeted: string
  readonly executed: string
  readonly executionRate: string | null
  readonly blocks: readonly BlockView[]
  /** Rules that score rows, the costliest first. */
  readonly losses: readonly LossView[]
  readonly rows: number
  /** Share of rows with full marks: near 100 says little. */
  readonly fullShare: string | null
  readonly over: { readonly notice: number; readonly reason: number; readonly serious: number }
  readonly satisfaction: {
    readonly rows: number
    readonly onTarget: number
    readonly onTargetShare: string | null
    /** Whole percent → rows. */
    readonly percents: readonly (readonly [percent: number, rows: number])[]
    /** The whole percent that most rows report, with its share: heaping. */
    readonly peak: { readonly percent: number; readonly share: string } | null
  }
  /** Checks by the number of forms they found something in. */
  readonly findings: readonly FindingView[]
  readonly errors: number
  readonly warnings: number
}

const PLACES = 2

/** Parts of names, put back. */
function plain(text: string): string {
  return text.replaceAll('%2F', '/').replaceAll('%25', '%')
}

class Reader {
  readonly #figures: RollUp['figures']

  constructor({ figures }: RollUp) {
    this.#figures = figures
  }

  figure(name: string): Exact {
    const text = this.#figures[name]
    return text === undefined ? Exact.zero : Exact.of(text)
  }

  count(name: string): number {
    return Number(this.#figures[name] ?? 0)
  }

  /** Names that begin so, without the beginning. */
  below(prefix: string): string[] {
    return gather(Object.keys(this.#figures), (name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))
  }

  /** The different first parts below. */
  groups(prefix: string, parts: number): string[] {
    return [...new Set(this.below(prefix).map((name) => name.split('/').slice(0, parts).join('/')))]
  }
}

function share(of: Exact, all: Exact): string | null {
  return all.isZero ? null : of.times(Exact.hundred).dividedBy(all).toFixed(PLACES)
}

function mean(sum: Exact, count: number): string | null {
  return count === 0 ? null : sum.dividedBy(Exact.of(count)).toFixed(PLACES)
}

function blockViews(read: Reader): BlockView[] {
  return read.groups('blocks/', 3).map((key) => {
    const [level, kind, name] = key.split('/')
    const at = (figure: string): Exact => read.figure(`blocks/${key}/${figure}`)
    const [scoredWeight, score] = [at('scoredWeight'), at('score')]
    return {
      level: Number(level) as 1 | 2,
      kind: kind as Level1,
      name: plain(name!),
      rows: read.count(`blocks/${key}/rows`),
      weight: at('weight').toString(),
      score: score.toString(),
      lost: scoredWeight.minus(score).toString(),
      rate: share(score, scoredWeight),
    }
  })
}

function lossViews(read: Reader): LossView[] {
  const losses = read.groups('rules/', 1).map((rule) => ({
    rule,
    rows: read.count(`rules/${rule}/rows`),
    lost: read.figure(`rules/${rule}/scoredWeight`).minus(read.figure(`rules/${rule}/score`)),
  }))
  const all = Exact.sum(losses.map(({ lost }) => lost))
  return losses
    .sort((one, other) => other.lost.compare(one.lost) || (one.rule < other.rule ? -1 : 1))
    .map(({ rule, rows, lost }) => ({ rule: plain(rule), rows, lost: lost.toString(), share: share(lost, all) }))
}

function findingViews(read: Reader): FindingView[] {
  return read
    .groups('findings/', 1)
    .map((rule) => {
      const at = (figure: string): number => read.count(`findings/${rule}/${figure}`)
      return { rule: plain(rule), forms: at('forms'), error: at('error'), warning: at('warning'), info: at('info') }
    })
    .sort((one, other) => other.forms - one.forms || (one.rule < other.rule ? -1 : 1))
}

/** Least, most and median of the printed totals. */
function totalsOf(read: Reader): Pick<RollUpView, 'median' | 'least' | 'most'> {
  const totals = read
    .below('totals/by/')
    .map((text) => ({ total: Exact.of(text), count: read.count(`totals/by/${text}`) }))
    .sort((one, other) => one.total.compare(other.total))
  const [first] = totals
  if (first === undefined) return { median: null, least: null, most: null }
  const forms = totals.reduce((sum, { count }) => sum + count, 0)
  const at = (place: number): Exact => {
    let before = 0
    for (const { total, count } of totals) {
      before += count
      if (place < before) return total
    }
    return first.total
  }
  const median = at(Math.floor((forms - 1) / 2))
    .plus(at(Math.floor(forms / 2)))
    .dividedBy(Exact.of(2))
  return { median: median.toFixed(PLACES), least: first.total.toString(), most: totals.at(-1)!.total.toString() }
}

function satisfactionOf(read: Reader): RollUpView['satisfaction'] {
  const rows = read.count('satisfaction/rows')
  const percents = read
    .below('satisfaction/by/')
    .map((percent) => [Number(percent), read.count(`satisfaction/by/${percent}`)] as const)
    .sort(([one], [other]) => one - other)
  const peak = percents.reduce<readonly [number, number] | null>(
    (most, one) => (most === null || one[1] > most[1] ? one : most),
    null,
  )
  const counted = percents.reduce((sum, [, count]) => sum + count, 0)
  return {
    rows,
    onTarget: read.count('satisfaction/onTarget'),
    onTargetShare: share(read.figure('satisfaction/onTarget'), Exact.of(rows)),
    percents,
    peak: peak === null ? null : { percent: peak[0], share: share(Exact.of(peak[1]), Exact.of(counted))! },
  }
}

export function viewOf(rollUp: RollUp): RollUpView {
  const read = new Reader(rollUp)
  const forms = read.count('forms')
  const withTotal = read.count('totals/forms')
  const findings = findingViews(read)
  const rows = read.count('rows/scored')
  const sum = (severity: 'error' | 'warning'): number => findings.reduce((total, one) => total + one[severity], 0)
  return {
    forms,
    withTotal,
    average: mean(read.figure('totals/sum'), withTotal),
    ...totalsOf(read),
    recomputed:
      forms === 0 ? null : { least: mean(read.figure('least'), forms)!, most: mean(read.figure('most'), forms)! },
    grades: {
      excellent: read.count('grades/excellent'),
      good: read.count('grades/good'),
      fair: read.count('grades/fair'),
      poor: read.count('grades/poor'),
      none: read.count('grades/none'),
    },
    budgeted: read.figure('money/budgeted').toString(),
    executed: read.figure('money/executed').toString(),
    executionRate: share(read.figure('money/executed'), read.figure('money/budgeted')),
    blocks: blockViews(read),
    losses: lossViews(read),
    rows,
    fullShare: share(read.figure('rows/full'), Exact.of(rows)),
    over: { notice: read.count('over/notice'), reason: read.count('over/reason'), serious: read.count('over/serious') },
    satisfaction: satisfactionOf(read),
    findings,
    errors: sum('error'),
    warnings: sum('warning'),
  }
}
