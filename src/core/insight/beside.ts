/**
 * What other forms say of a row, put beside it: last year's result, the reviewer's points. The checks that compare a row with
 * printed columns (上年完成值, 复核得分) then see them though the form does not print them. For judging only, never for print.
 */

import { sameIndicators } from '../checks/aids/same-indicator.ts'
import type { Form, Indicator, TextCell } from '../model/index.ts'

type Added = Readonly<Record<string, string>>

/** An unchanged row with the same texts beside it is the same object, so that it is not judged again. */
const made = new WeakMap<Indicator, { readonly added: Added; readonly row: Indicator }>()

function isSameText(one: Added, other: Added): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}

function withTexts(row: Indicator, added: Added): Indicator {
  const known = made.get(row)
  if (known !== undefined && isSameText(known.added, added)) return known.row
  const cells = Object.entries(added).map(([field, raw]): [string, TextCell] => [field, { raw, value: raw }])
  // What the form prints itself counts.
  const enriched = { ...row, extra: { ...Object.fromEntries(cells), ...row.extra } }
  made.set(row, { added, row: enriched })
  return enriched
}

export interface BesideRows {
  /** The form of the year before, of the same unit. */
  readonly lastYear?: Form
  /** The reviewer's points by row of the form, as decimal texts. */
  readonly reviewed?: ReadonlyMap<number, string>
}

/** The form with what is known beside its rows; rows of which nothing is known are the same objects. */
export function besideRows(form: Form, { lastYear, reviewed }: BesideRows): Form {
  const before = new Map(
    lastYear === undefined
      ? []
      : sameIndicators(form.indicators, lastYear.indicators).map(({ first, second }) => [
          first,
          lastYear.indicators[second]!.actual.raw,
        ]),
  )
  const indicators = form.indicators.map((row, index) => {
    const added: Record<string, string> = {}
    const actual = before.get(index) ?? ''
    const points = reviewed?.get(index) ?? ''
    if (actual !== '') added.lastYearActual = actual
    if (points !== '') added.reviewScore = points
    return Object.keys(added).length === 0 ? row : withTexts(row, added)
  })
  return { ...form, indicators }
}
