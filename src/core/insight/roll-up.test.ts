import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readForms } from '../../../tests/support/check-form.ts'
import { generateAny } from '../../../tests/support/generate-any.ts'
import { Random } from '../../../tests/support/random.ts'
import { evaluate } from '../evaluate/index.ts'
import type { Form } from '../model/index.ts'
import { formFromSketch } from '../recognise/index.ts'
import { layouts } from '../rulebook/index.ts'
import {
  addSummary,
  changeSummary,
  emptyRollUp,
  type FormSummary,
  mergeRollUps,
  rollUpOf,
  subtractSummary,
  summaryOf,
  viewOf,
  writeRollUp,
} from './index.ts'

function summarise(form: Form): FormSummary {
  return summaryOf({ form, ...evaluate({ form }).value! })
}

const summaries = Array.from({ length: 24 }, (_, seed) =>
  summarise(generateAny(seed + 1, layouts[seed % layouts.length]!, 6 + seed)),
)
const sample = readForms(
  readFileSync(new URL('../../../tests/corpus/shenzhen-guangming-2021/form.txt', import.meta.url)),
).forms[0]!

describe('forms added up', () => {
  it('give the same in whatever order they come and go', () => {
    const all = writeRollUp(rollUpOf(summaries))
    for (let seed = 1; seed <= 8; seed++) {
      const random = new Random(seed)
      const shuffled = random.shuffled(summaries)
      const extra = random.pick(summaries)
      let rollUp = addSummary(emptyRollUp, extra)
      for (const summary of shuffled) rollUp = addSummary(rollUp, summary)
      expect(writeRollUp(subtractSummary(rollUp, extra))).toBe(all)
      const cut = random.int(0, shuffled.length)
      expect(writeRollUp(mergeRollUps([rollUpOf(shuffled.slice(0, cut)), rollUpOf(shuffled.slice(cut))]))).toBe(all)
    }
  })

  it('taken off again leave nothing', () => {
    expect(writeRollUp(summaries.reduce(subtractSummary, rollUpOf(summaries)))).toBe(writeRollUp(emptyRollUp))
  })

  it('a changed form is taken off as it was and put on as it is', () => {
    const [one, other, ...rest] = summaries
    const changed = changeSummary(rollUpOf([one!, ...rest]), one!, other!)
    expect(writeRollUp(changed)).toBe(writeRollUp(rollUpOf([other!, ...rest])))
  })

  it('are plain data, read back as they are', () => {
    const rollUp = rollUpOf(summaries)
    expect(JSON.parse(JSON.stringify(rollUp))).toEqual(rollUp)
    expect(JSON.parse(JSON.stringify(summaries[0]))).toEqual(summaries[0])
  })
})

describe('the sample in small', () => {
  const summary = summaryOf({ form: sample.form, ...evaluate(sample).value! })
  const view = viewOf(rollUpOf([summary]))

  it('has the figures of its report', () => {
    expect(summary).toMatchObject({
      kind: 'department',
      fiscalYear: 2021,
      total: '96.62',
      added: '90.83',
      grade: 'excellent',
      budgeted: '2726.98',
      executed: '2672.05',
    })
    expect(view).toMatchObject({
      forms: 1,
      average: '96.62',
      median: '96.62',
      least: '96.62',
      most: '96.62',
      executionRate: '97.99',
    })
    expect(view.grades.excellent).toBe(1)
  })

  it('has its blocks with what they lost', () => {
    const output = view.blocks.find(({ level, kind }) => level === 1 && kind === 'output')!
    expect(output).toMatchObject({ rows: 68, weight: '49.97', score: '47.57' })
    const lasting = view.blocks.filter(({ level, kind }) => level === 1 && kind === 'benefit')
    expect(lasting).toHaveLength(1)
    expect(lasting[0]!.score).toBe('23.5')
  })

  it('counts over-achievement, satisfaction and full marks', () => {
    expect(summary.rows.over).toEqual({ notice: 10, reason: 10, serious: 4 })
    expect(view.satisfaction).toMatchObject({ rows: 12, onTarget: 4 })
    expect(view.satisfaction.percents.reduce((sum, [, rows]) => sum + rows, 0)).toBe(12)
    expect(view.satisfaction.peak!.percent).toBe(100)
    expect(Number(view.fullShare)).toBeGreaterThan(70)
  })

  it('has its findings by rule, and the losses add up to a hundred', () => {
    expect(view.findings.find(({ rule }) => rule === 'score-missing')).toMatchObject({ forms: 1, error: 5 })
    expect(view.errors).toBeGreaterThan(5)
    expect(view.losses.reduce((sum, { share }) => sum + Number(share), 0)).toBeCloseTo(100, 0)
    expect([...view.losses].map(({ lost }) => Number(lost))).toEqual(
      view.losses.map(({ lost }) => Number(lost)).sort((a, b) => b - a),
    )
  })
})

describe('what is missing', () => {
  it('is left out, never zero', () => {
    const bare = summarise(
      formFromSketch({
        tasks: [{ row: 'total', name: '合计', budgeted: '100', executed: '90' }],
        indicators: [{ name: '甲', target: '1', actual: '1' }],
      }),
    )
    expect(bare).toMatchObject({ total: null, budgeted: null, executed: null, grade: null, fiscalYear: null })
    const view = viewOf(rollUpOf([bare]))
    expect(view).toMatchObject({
      forms: 1,
      withTotal: 0,
      average: null,
      median: null,
      least: null,
      most: null,
      executionRate: null,
      budgeted: '0',
    })
    expect(view.grades.none).toBe(1)
  })

  it('of no forms at all shows nothing', () => {
    expect(viewOf(emptyRollUp)).toMatchObject({
      forms: 0,
      average: null,
      recomputed: null,
      fullShare: null,
      blocks: [],
      losses: [],
      findings: [],
    })
    expect(viewOf(emptyRollUp).satisfaction).toEqual({
      rows: 0,
      onTarget: 0,
      onTargetShare: null,
      percents: [],
      peak: null,
    })
  })

  it.each([
    ['元', '1000000', '100'],
    ['千元', '1000', '100'],
    ['万元', '100', '100'],
    ['亿元', '0.01', '100'],
  ])('money in %s is counted in 万元', (moneyUnit, budgeted, tenThousands) => {
    const form = formFromSketch({
      moneyUnit,
      tasks: [{ row: 'total', name: '合计', budgeted, executed: budgeted }],
      indicators: [{ name: '甲' }],
    })
    expect(summarise(form)).toMatchObject({ budgeted: tenThousands, executed: tenThousands })
  })

  it('names with signs that part names come back as they were', () => {
    const form = formFromSketch({
      indicators: [
        { level1: '自设/一级', level2: '50%/二级', name: '甲', target: '≥1', actual: '1', weight: '5', score: '4' },
      ],
    })
    const names = viewOf(rollUpOf([summarise(form)])).blocks.map(({ name }) => name)
    expect(names).toContain('50%/二级')
    expect(names).toContain('自设/一级')
  })
})
