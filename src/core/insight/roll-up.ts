/**
 * Many forms added up. Adding is exact, so that it can be undone: when a form changes, its old summary is taken off and the
 * new one put on, and the roll-up is what it would be had it been made anew. Roll-ups of parts merge into that of the whole.
 *
 * A roll-up is a bag of figures by name ('blocks/2/output/数量指标/score'): what is zero is not there, so that the same forms
 * give the same bag in whatever order they came and went.
 */

import { canonicalJson, Exact } from '../model/index.ts'
import type { FormSummary } from './summary.ts'

/** Raised when the names change. Roll-ups are made anew from summaries. */
export const rollUpSchema = 1

/** Decimal texts by name, none of them zero. Plain data. */
export interface RollUp {
  readonly schema: typeof rollUpSchema
  readonly figures: Readonly<Record<string, string>>
}

export const emptyRollUp: RollUp = Object.freeze({ schema: rollUpSchema, figures: Object.freeze({}) })

type Put = (name: string, value: string | number) => void

/** A part of a name: what parts names does not stand within one. */
function part(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('/', '%2F')
}

function figuresOf(summary: FormSummary, put: Put): void {
  const { total, least, most, grade, budgeted, executed, rows } = summary
  put('forms', 1)
  put(`grades/${grade ?? 'none'}`, 1)
  put('least', least)
  put('most', most)
  put('added', summary.added)
  if (total !== null) {
    put('totals/forms', 1)
    put('totals/sum', total)
    put(`totals/by/${total}`, 1)
  }
  // A rate needs both figures of a form.
  if (budgeted !== null && executed !== null) {
    put('money/forms', 1)
    put('money/budgeted', budgeted)
    put('money/executed', executed)
  }
  for (const { level, kind, name, ...figures } of summary.blocks) {
    for (const [figure, value] of Object.entries(figures)) put(`blocks/${level}/${kind}/${part(name)}/${figure}`, value)
  }
  for (const { rule, ...figures } of summary.rules) {
    for (const [figure, value] of Object.entries(figures)) put(`rules/${part(rule)}/${figure}`, value)
  }
  put('rows/scored', rows.scored)
  put('rows/full', rows.full)
  for (const [step, count] of Object.entries(rows.over)) put(`over/${step}`, count)
  put('satisfaction/rows', rows.satisfaction.rows)
  put('satisfaction/onTarget', rows.satisfaction.onTarget)
  for (const [percent, count] of Object.entries(rows.satisfaction.percents)) put(`satisfaction/by/${percent}`, count)
  for (const [rule, counts] of Object.entries(summary.findings)) {
    put(`findings/${part(rule)}/forms`, 1)
    for (const [severity, count] of Object.entries(counts)) put(`findings/${part(rule)}/${severity}`, count)
  }
}

/** A map as figures, in one order. */
function asRollUp(figures: ReadonlyMap<string, Exact>): RollUp {
  const entries = [...figures]
    .filter(([, value]) => !value.isZero)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]): [string, string] => [name, value.toString()])
  return { schema: rollUpSchema, figures: Object.fromEntries(entries) }
}

function asMap({ figures }: RollUp): Map<string, Exact> {
  return new Map(Object.entries(figures).map(([name, value]) => [name, Exact.of(value)]))
}

function putInto(map: Map<string, Exact>, sign: 1 | -1): Put {
  return (name, value) => {
    const figure = Exact.of(value)
    const before = map.get(name) ?? Exact.zero
    map.set(name, sign === 1 ? before.plus(figure) : before.minus(figure))
  }
}

/** The roll-up with one more form. */
export function addSummary(rollUp: RollUp, summary: FormSummary): RollUp {
  return changeSummary(rollUp, null, summary)
}

/** The roll-up without a form that is in it. */
export function subtractSummary(rollUp: RollUp, summary: FormSummary): RollUp {
  return changeSummary(rollUp, summary, null)
}

/** On writing a form: what it was comes off, what it is goes on. */
export function changeSummary(rollUp: RollUp, before: FormSummary | null, after: FormSummary | null): RollUp {
  const map = asMap(rollUp)
  if (before !== null) figuresOf(before, putInto(map, -1))
  if (after !== null) figuresOf(after, putInto(map, 1))
  return asRollUp(map)
}

/** Many forms at once. */
export function rollUpOf(summaries: Iterable<FormSummary>): RollUp {
  const map = new Map<string, Exact>()
  const put = putInto(map, 1)
  for (const summary of summaries) figuresOf(summary, put)
  return asRollUp(map)
}

/** Roll-ups of parts that share no form, as that of the whole. */
export function mergeRollUps(parts: Iterable<RollUp>): RollUp {
  const map = new Map<string, Exact>()
  const put = putInto(map, 1)
  for (const { figures } of parts) for (const [name, value] of Object.entries(figures)) put(name, value)
  return asRollUp(map)
}

/** One text for one roll-up: two that say the same are the same text. */
export function writeRollUp(rollUp: RollUp): string {
  return canonicalJson(rollUp as never)
}
