/** One generated form under every edition: no two give the same, and each difference is one that their cases tell. */

import { describe, expect, it } from 'vitest'
import { formFromSketch } from '../../src/core/recognise/sketch.ts'
import { type Edition, editions, layouts } from '../../src/core/rulebook/index.ts'
import { indicatorOf, reviewRow, scoreForm } from '../../src/core/scoring/index.ts'
import { checkForm } from '../support/check-form.ts'
import { generateForm } from '../support/generate-form.ts'

const national = editions.find(({ id }) => id === 'national-project-2020')!
const layout = layouts.find(({ kind, id }) => kind === 'project' && id === 'explained-project')!

/** A right form of sixty rows, with rows beside it on which the rules of the places part ways. */
const form = (() => {
  const { sketch } = generateForm(20260101, { edition: national, layout, rows: 60 })
  const money = { initialBudget: '100', budgeted: '101', executed: '60' }
  return formFromSketch({
    ...sketch,
    tasks: [{ row: 'total', name: '年度资金总额', ...money, weight: '10', rate: '59.41%', score: '5.94' }],
    indicators: [
      ...sketch.indicators!.filter(({ role }) => role !== 'notApplicable'),
      { level1: '过程指标', name: '预算调整率', target: '≤10%', actual: '12%', weight: '3', score: '2' },
      { level1: '产出指标', name: '改造户数', target: '≥100户', actual: '140户', weight: '3', score: '3' },
      { level1: '产出指标', name: '巡查次数', target: '≥100次', actual: '125次', weight: '3', score: '3' },
      { level1: '产出指标', name: '新增社团数', target: '≥0个', actual: '30个', weight: '3', score: '3' },
      { level1: '产出指标', name: '维修成本', target: '≤50万元', actual: '60万元', weight: '3', score: '2.4' },
      {
        level1: '效益指标',
        name: '居住条件',
        target: '有效改善',
        actual: '基本达成预期指标',
        weight: '3',
        score: '2.4',
      },
      { level1: '效益指标', name: '社会影响', target: '有效提升', actual: '未达成预期指标', weight: '3', score: '1.5' },
    ],
  })
})()

/** Figures alone: points of rows, blocks and execution, the total, its grades, and what the checks say; no law, no id. */
function outcome(edition: Edition): string {
  const scored = scoreForm(form, edition)
  const { findings } = checkForm(form, edition.id)
  return JSON.stringify([
    scored.rows.map(({ recomputed, readings }) => [recomputed, readings.length]),
    scored.blocks.map(({ weight }) => weight.edition),
    scored.execution.recomputed,
    scored.total.recomputed,
    scored.grade.range,
    findings.map(({ rule, severity, at }) => [rule, severity, at[0].path]),
    (edition.review ?? []).map(({ id }) => {
      const row = indicatorOf({ weight: '10', target: '≥1个', actual: '1个' })
      return reviewRow(scored.rows[0]!, row, [id], edition).band
    }),
  ])
}

describe('one form under every edition', () => {
  const outcomes = editions.map((edition) => ({ id: edition.id, said: outcome(edition) }))

  it.each(outcomes)('$id gives what no other edition gives', ({ id, said }) => {
    expect(outcomes.filter((other) => other.id !== id && other.said === said).map((other) => other.id)).toEqual([])
  })
})
