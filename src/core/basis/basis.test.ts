import { describe, expect, it } from 'vitest'
import { generateForm } from '../../../tests/support/generate-form.ts'
import type { Form, Report } from '../model/index.ts'
import { formFromSketch } from '../recognise/index.ts'
import { editionById, editions, layoutById } from '../rulebook/index.ts'
import { scoreForm } from '../scoring/index.ts'
import { basisGrid, basisOf } from './index.ts'

function reportOf(form: Form, edition: string): Report {
  return {
    schema: 1,
    stamp: {
      app: '0',
      rulebook: '0',
      edition,
      editionChoice: 'asked',
      layout: null,
      sourceHash: '',
      sourceName: 'form.txt',
    },
    form,
    scored: scoreForm(form, editionById(edition)!),
    findings: [],
    checks: [],
    residue: { used: 0, ignored: [], unread: [] },
    complete: true,
  }
}

const layout = layoutById('national-project')!

describe('the basis of every point', () => {
  // The generator writes rows of outputs, benefits and satisfaction.
  const generated = editions.filter(({ blocks }) => blocks.some(({ kinds }) => kinds.includes('output')))
  it.each(generated.map(({ id }) => id))('has formula, inputs and clause for every scored row by %s', (id) => {
    const edition = editionById(id)!
    const own = edition.kind === 'project' ? layout : layoutById('shenzhen-department')!
    const { form } = generateForm(7, { edition, layout: own, rows: 30 })
    const basis = basisOf(reportOf(form, id))
    const scored = basis.rows.filter(({ kind, recomputed }) => kind === 'indicator' && recomputed !== null)
    expect(scored.length).toBeGreaterThan(10)
    for (const row of scored) {
      expect(row.formula.length, row.name).toBeGreaterThan(0)
      expect(row.inputs.length, row.name).toBeGreaterThan(0)
      expect(row.clauses.length, row.name).toBeGreaterThan(0)
      expect(row.difference.zh, row.name).not.toBe('')
    }
    const named = new Set(basis.rows.flatMap(({ clauses }) => clauses))
    for (const number of named) expect(basis.clauses[number - 1]!.summary.zh, `${number}`).not.toBe('')
    for (const lang of ['zh', 'en'] as const) {
      const texts = basisGrid(basis, lang).cells.map(({ text }) => text)
      expect(texts.join('\n')).not.toMatch(/undefined|null|NaN|\[object/)
    }
  })

  it('tells by how much a printed score is off, what a lost one can be, and what a word leaves open', () => {
    const form = formFromSketch({
      kind: 'project',
      fiscalYear: '2021年',
      tasks: [{ row: 'total', name: '年度资金总额', budgeted: '100', executed: '50', weight: '10', score: '5' }],
      indicators: [
        { level1: '产出指标', name: '培训人数', target: '≥100人', actual: '80人', weight: '40', score: '40' },
        { level1: '产出指标', name: '检查次数', target: '≥10次', actual: '10次', weight: '20' },
        {
          level1: '效益指标',
          name: '服务水平',
          target: '有效提升',
          actual: '基本达成预期指标',
          weight: '30',
          score: '27',
        },
      ],
      total: '90',
    })
    const basis = basisOf(reportOf(form, 'national-project-2020'))
    const of = (name: string) => basis.rows.find((row) => row.name === name)!
    expect(of('培训人数').difference).toEqual({
      zh: '表列比重算多 8.00 分',
      en: 'printed is 8.00 above the recomputed score',
    })
    expect(of('检查次数').agreement).toBe('lost')
    expect(
      basis.lost.map(({ name, weight, band }) => [name, weight, band?.min.toString(), band?.max.toString()]),
    ).toEqual([['检查次数', '20', '18', '18']])
    expect(of('服务水平').readings.map(({ tier }) => tier)).toEqual(['top', 'middle'])
    expect(basis.choices.map(({ word, options }) => [word, options.length])).toEqual([['基本达成', 2]])
    const text = basisGrid(basis, 'zh')
      .cells.map((cell) => cell.text)
      .join('\n')
    expect(text).toContain('缺失的得分')
    expect(text).toContain('按上档理解，总分')
  })
})
