/** What a chief has to decide about a year: from the figures alone, each with its number, its reason and where to look. Pure. */

import type { FilingSummary, Progress, ReviewEffects } from '../../../src/api/types.ts'
import type { RollUpView } from '../../../src/core/insight/index.ts'
import { Exact } from '../../../src/core/model/index.ts'
import { isBeyond, rateOf } from './measures.ts'

export type DecisionKind =
  | 'remind'
  | 'return'
  | 'beyond'
  | 'sample'
  | 'overTargets'
  | 'satisfaction'
  | 'ceiling'
  | 'reviewed'

export interface Decision {
  readonly kind: DecisionKind
  readonly n: number
  /** Names of forms or units to look at first, few. */
  readonly names: readonly string[]
  /** Further figures of its sentence. */
  readonly data: Readonly<Record<string, string | number>>
}

export interface YearSeen {
  readonly filings: readonly FilingSummary[]
  readonly view: RollUpView
  readonly progress: Progress
  readonly effects: ReviewEffects
}

const few = 3

function namesOf(filings: readonly { readonly title: string }[]): readonly string[] {
  return filings.slice(0, few).map(({ title }) => title)
}

/** Shares from which heaping and full marks are worth a word, in percent: our own proposal, no rule gives one. */
const telling = { satisfaction: Exact.of(30), full: Exact.of(90) }

/** In the order in which a year goes: what is missing, what is wrong, what to look at, what to change next year. */
export function decisionsOf({ filings, view, progress, effects }: YearSeen): readonly Decision[] {
  const found: Decision[] = []
  const add = (kind: DecisionKind, n: number, names: readonly string[] = [], data: Decision['data'] = {}) => {
    if (n > 0) found.push({ kind, n, names, data })
  }
  const open = filings.filter(({ stage }) => stage === 'filling')
  add('remind', open.length, namesOf(open), { closes: progress.closes, overdue: progress.overdue })
  const wrong = filings.filter(({ errors }) => errors > 0).sort((one, other) => other.errors - one.errors)
  add('return', wrong.length, namesOf(wrong))
  const beyond = filings.filter(isBeyond)
  add('beyond', beyond.length, namesOf(beyond))
  const { executionRate, average } = view
  if (executionRate !== null && average !== null) {
    const odd = filings
      .flatMap((filing) => {
        const rate = rateOf(filing)
        return rate === null || filing.total === null
          ? []
          : [{ ...filing, rate: Exact.of(rate), own: Exact.of(filing.total) }]
      })
      .filter(({ rate, own }) => rate.lessThan(Exact.of(executionRate)) && own.atLeast(Exact.of(average)))
      .sort((one, other) => one.rate.compare(other.rate))
    add('sample', odd.length, namesOf(odd), { rate: executionRate, average })
  }
  add('overTargets', view.over.reason, [], { serious: view.over.serious })
  const { peak, rows } = view.satisfaction
  if (peak !== null && Exact.of(peak.share).atLeast(telling.satisfaction)) {
    add('satisfaction', rows, [], { percent: peak.percent, share: peak.share })
  }
  if (view.fullShare !== null && Exact.of(view.fullShare).atLeast(telling.full)) {
    add('ceiling', view.rows, [], { share: view.fullShare })
  }
  add('reviewed', effects.changed, namesOf(effects.items.filter(({ grade, reviewedGrade }) => grade !== reviewedGrade)))
  return found
}
