import { describe, expect, it } from 'vitest'
import { counter } from '../../../tests/support/draft-edits.ts'
import { evaluate } from '../evaluate/index.ts'
import { editions, layouts } from '../rulebook/index.ts'
import { blankDraft, formOf, readDraft, shownColumns, writeDraft } from './index.ts'

describe('a blank form', () => {
  it.each(layouts.map(({ id }) => id))(
    'in %s can be judged as it stands, under every edition of its kind',
    (layout) => {
      const { kind } = layouts.find(({ id }) => id === layout)!
      for (const edition of [null, ...editions.filter((one) => one.kind === kind).map(({ id }) => id)]) {
        const draft = blankDraft({ layout, edition, fiscalYear: 2024, head: { department: '某市某局' } }, counter())
        const form = formOf(draft)
        expect(evaluate({ form, ...(edition === null ? {} : { edition }) }).value!.complete).toBe(true)
        expect(form.fiscalYear.value).toBe(2024)
        expect(form.indicators.every(({ level1Kind }) => level1Kind !== 'other')).toBe(true)
        expect(readDraft(writeDraft(draft))).toEqual({ draft })
      }
    },
  )

  it('of a department has its money rows and the blocks of the edition with their points', () => {
    const draft = blankDraft(
      { layout: 'shenzhen-department', edition: 'shenzhen-department-2021', fiscalYear: 2021 },
      counter(),
    )
    const form = formOf(draft)
    expect(form.tasks.map(({ name, role }) => [name.raw, role])).toEqual([
      ['基本支出', 'group'],
      ['项目支出', 'group'],
      ['其他支出', 'group'],
      ['金额合计', 'total'],
    ])
    expect(form.indicators.map(({ level1, level2 }) => [level1.cell.raw, level1.points.raw, level2.cell.raw])).toEqual([
      ['产出指标', '50', '数量指标'],
      ['产出指标', '50', '质量指标'],
      ['产出指标', '50', '时效指标'],
      ['产出指标', '50', '成本指标'],
      ['效益指标', '30', '经济效益指标'],
      ['效益指标', '30', '社会效益指标'],
      ['效益指标', '30', '生态效益指标'],
      ['效益指标', '30', '可持续影响指标'],
      ['满意度指标', '10', '服务对象满意度指标'],
    ])
    expect(form.moneyUnit.value).toBe('万元')
    expect(form.executionPoints.value!.toString()).toBe('10')
  })

  it('of the newer frame has cost as a block of its own', () => {
    const draft = blankDraft(
      { layout: 'national-project', edition: 'national-project-2021-cost', fiscalYear: 2023 },
      counter(),
    )
    const levels = formOf(draft).indicators.map(({ level1, level2 }) => `${level1.cell.raw}/${level2.cell.raw}`)
    expect(levels).toContain('成本指标/经济成本指标')
    expect(levels).not.toContain('产出指标/成本指标')
    expect(formOf(draft).tasks.map(({ role }) => role)).toEqual(['total', 'source', 'source', 'source'])
  })

  it('needs a layout and an edition that are on file', () => {
    expect(() => blankDraft({ layout: 'x', edition: null, fiscalYear: 2023 }, counter())).toThrow('no layout')
    expect(() => blankDraft({ layout: 'national-project', edition: 'x', fiscalYear: 2023 }, counter())).toThrow(
      'no edition',
    )
  })

  it('shows the columns of its layout, and further ones where a row has them', () => {
    const draft = blankDraft({ layout: 'shenzhen-department', edition: null, fiscalYear: 2021 }, counter())
    expect(shownColumns(draft, 'goals')).toEqual(['stated', 'achieved'])
    expect(shownColumns(draft, 'tasks')).toContain('budgeted.appropriation')
    const [row] = draft.indicators
    const more = {
      ...draft,
      indicators: [{ ...row!, cells: { ...row!.cells, 'extra.remark': '甲', 'survey.sampleSize': '9' } }],
    }
    expect(shownColumns(more, 'indicators')).toEqual([
      'level1',
      'level1Points',
      'level2',
      'name',
      'target',
      'actual',
      'weight',
      'score',
      'note',
      'survey.sampleSize',
      'extra.remark',
    ])
  })
})
