/** Two results side by side, the change of the totals attributed to rows: two forms, or one form under two editions. */

import { gather } from '../model/gather.ts'
import { type Band, Exact, type Form, type Indicator, type ScoredForm, type ScoredRow } from '../model/index.ts'

export interface Judged {
  readonly form: Form
  readonly scored: ScoredForm
}

/** What a row brings to the total: as printed, and as recomputed. A lost or absent score brings nothing. */
export interface Contribution {
  readonly printed: Exact
  readonly recomputed: Band
}

export interface RowChange {
  readonly name: string
  /** Null where the row stands in one form only. */
  readonly before: { readonly indicator: Indicator; readonly scored: ScoredRow } | null
  readonly after: { readonly indicator: Indicator; readonly scored: ScoredRow } | null
  /** Printed cells that differ. */
  readonly cells: readonly ('target' | 'actual' | 'weight' | 'score' | 'note')[]
  readonly change: Contribution
}

export interface FormComparison {
  /** Rows of which a cell or the score differs, in the order of the first form, new rows last. */
  readonly rows: readonly RowChange[]
  readonly unchanged: number
  readonly execution: Contribution
  /** What neither rows nor execution explain: caps, rescaling, a printed total that is no sum. */
  readonly rest: Contribution
  readonly total: Contribution
}

const cells = ['target', 'actual', 'weight', 'score', 'note'] as const
const nothing: Contribution = { printed: Exact.zero, recomputed: { min: Exact.zero, max: Exact.zero } }

function minus(after: Contribution, before: Contribution): Contribution {
  return {
    printed: after.printed.minus(before.printed),
    recomputed: {
      min: after.recomputed.min.minus(before.recomputed.min),
      max: after.recomputed.max.minus(before.recomputed.max),
    },
  }
}

function isNothing({ printed, recomputed }: Contribution): boolean {
  return printed.isZero && recomputed.min.isZero && recomputed.max.isZero
}

function ofRow(row: ScoredRow | undefined): Contribution {
  if (row === undefined) return nothing
  return { printed: row.printed ?? Exact.zero, recomputed: row.recomputed ?? nothing.recomputed }
}

function ofExecution({ execution }: ScoredForm): Contribution {
  return {
    printed: execution.printed ?? execution.added ?? Exact.zero,
    recomputed: execution.recomputed ?? nothing.recomputed,
  }
}

function ofTotal({ total }: ScoredForm): Contribution {
  return { printed: total.printed ?? total.added, recomputed: total.recomputed }
}

/** Level-2 label and name; rows of the same name are told apart by their order. */
function keysOf(form: Form): readonly string[] {
  const seen = new Map<string, number>()
  return form.indicators.map((indicator) => {
    const key = `${indicator.level2.cell.raw}\n${indicator.name.raw}`.replace(/[^\S\n]+/g, '')
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    return `${key}\n${count}`
  })
}

/** Compares `after` with `before`. Changes of rows, execution and rest add up to the change of the total, exactly. */
export function compareForms(before: Judged, after: Judged): FormComparison {
  const keysBefore = keysOf(before.form)
  const keysAfter = keysOf(after.form)
  const placeAfter = new Map(keysAfter.map((key, index) => [key, index]))
  const known = new Set(keysBefore)
  const pairs: readonly (readonly [number | null, number | null])[] = [
    ...keysBefore.map((key, index) => [index, placeAfter.get(key) ?? null] as const),
    ...gather(keysAfter, (key, index) => (known.has(key) ? [] : [[null, index] as const])),
  ]
  const rows: RowChange[] = []
  let unchanged = 0
  let explained = nothing
  for (const [left, right] of pairs) {
    const first = left === null ? null : { indicator: before.form.indicators[left]!, scored: before.scored.rows[left]! }
    const second =
      right === null ? null : { indicator: after.form.indicators[right]!, scored: after.scored.rows[right]! }
    const change = minus(ofRow(second?.scored), ofRow(first?.scored))
    explained = minus(explained, minus(nothing, change))
    const changed =
      first === null || second === null
        ? []
        : cells.filter((cell) => first.indicator[cell].raw !== second.indicator[cell].raw)
    if (first !== null && second !== null && changed.length === 0 && isNothing(change)) unchanged++
    else {
      const name = (first ?? second)!.indicator.name.raw
      rows.push({ name, before: first, after: second, cells: changed, change })
    }
  }
  const execution = minus(ofExecution(after.scored), ofExecution(before.scored))
  const total = minus(ofTotal(after.scored), ofTotal(before.scored))
  return { rows, unchanged, execution, total, rest: minus(minus(total, execution), explained) }
}
