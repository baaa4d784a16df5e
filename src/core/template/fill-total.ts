/** The total under the scores, the sum of the weights, and the grade where the row has a place for it. */

import { indicatorColumns } from '../recognise/headers/headers.ts'
import type { Draft } from '../recognise/sections.ts'
import { keyOf } from '../recognise/source.ts'
import { isGradeLabel, isTotalLabel } from '../recognise/words.ts'
import { layoutById } from '../rulebook/index.ts'
import { isPlaceholder } from './blanks.ts'
import { columnsOf } from './columns.ts'
import type { FactFiller } from './fill-facts.ts'
import type { PlanBuilder } from './plan-builder.ts'
import { boxesToTick } from './ticks.ts'

/** `layout`: the layout of the blank form, where it is known: it says whether a grade stands beside the total. */
export function fillTotal(plan: PlanBuilder, draft: Draft, layout: string | null, facts: FactFiller): void {
  const row = draft.totals.find(({ cells }) => cells.some(({ key }) => !/^\d/.test(key)))
  const columns = columnsOf(indicatorColumns(draft.indicators[0]!.header))
  const score = columns.get('score')
  if (row === undefined || score === undefined) return
  const { board, form } = plan
  const spots = board.spotsIn(row.index)
  const label = spots.find((spot) => isTotalLabel(spot.key) || /^(?:自评)?(?:总分|合计|得分合计|总得分)/.test(spot.key))
  const total = board.spot(row.index, score)
  if (label === undefined || total === null || total === label) return
  plan.put({ row: row.index, copy: 0 }, total.column, { text: form.total.raw, path: 'total' }, '总分', true)
  facts.settle('total')
  const weight = columns.get('weight')
  const sum = form.facts.findIndex(
    ({ label: own, text }) => isTotalLabel(keyOf(own.raw)) && /^\d+(\.\d+)?$/.test(text.raw),
  )
  const weights = weight === undefined ? null : board.spot(row.index, weight)
  if (weights !== null && weights !== label && weights !== total && sum >= 0) {
    const path = `facts[${sum}].text`
    plan.put({ row: row.index, copy: 0 }, weights.column, { text: form.facts[sum]!.text.raw, path }, '总分', true)
    facts.settle(path)
  }
  const labelled = spots.findIndex((spot) => isGradeLabel(spot.key))
  const prints = layoutById(layout ?? '')?.blocks.some((block) => block.block === 'total' && block.grade) === true
  const after = spots[spots.indexOf(total) + 1]
  const grade = labelled >= 0 ? spots[labelled + 1] : prints ? after : undefined
  if (grade === undefined) return
  const isOpen = grade.key === '' || isPlaceholder(grade.key)
  if (!isOpen && boxesToTick(grade.text, form.grade.raw) === null) return
  plan.put({ row: row.index, copy: 0 }, grade.column, { text: form.grade.raw, path: 'grade' }, '评价等级')
  facts.settle('grade')
}
