import { describe, expect, it } from 'vitest'
import { formFromSketch } from '../recognise/sketch.ts'
import { taskExtraFields } from '../rulebook/layout.ts'
import { indicatorHeaders } from '../rulebook/words/indicator-headers.ts'
import { sayPath } from './index.ts'

const form = formFromSketch({
  goals: [{ stated: '目标' }],
  tasks: [{ name: '基本支出', budgeted: '100' }, { budgeted: '5' }],
  indicators: [{ name: '道路养护长度', weight: '5' }, { weight: '5' }],
})

describe('a place of a form in words', () => {
  it.each([
    ['indicators[0].weight', '第1行指标“道路养护长度”的分值', 'weight of indicator 1 “道路养护长度”'],
    ['indicators[1]', '第2行指标', 'indicator 2'],
    [
      'indicators[0].level1.points',
      '第1行指标“道路养护长度”的一级指标分值',
      'points of level 1 of indicator 1 “道路养护长度”',
    ],
    ['indicators[0].extra.evidence', '第1行指标“道路养护长度”的佐证资料', 'evidence of indicator 1 “道路养护长度”'],
    ['indicators[0].extra.本部门栏', '第1行指标“道路养护长度”的本部门栏', '本部门栏 of indicator 1 “道路养护长度”'],
    ['tasks[0].executed.total', '资金表第1行“基本支出”的全年执行数', 'executed of money row 1 “基本支出”'],
    ['tasks[1].budgeted', '资金表第2行的预算金额', 'budget of money row 2'],
    ['goals[0].achieved', '目标1的目标完成情况', 'achievement of goal 1'],
    ['facts[3].text', '“4”', '“4”'],
    ['tasks', '资金表', 'table of money'],
    ['total', '总分', 'total'],
    ['form', '全表', 'whole form'],
  ])('%s is %s', (path, zh, en) => {
    expect(sayPath(form, path, 'zh')).toBe(zh)
    expect(sayPath(form, path, 'en')).toBe(en)
  })

  it('has a word for every column that is known', () => {
    const columns = Object.keys(indicatorHeaders).map((field) => `indicators[0].extra.${field}`)
    const ofMoney = taskExtraFields.map((field) => `tasks[0].extra.${field}`)
    const core = ['level1', 'level2', 'name', 'attribute', 'target', 'unit', 'actual', 'weight', 'score', 'note']
    const named = [...columns, ...ofMoney].filter((path) => !core.some((field) => path.endsWith(`.extra.${field}`)))
    const unnamed = named.filter(
      (path) => /[a-z]/i.test(sayPath(form, path, 'zh')) && !/survey|sampleSize|Answers/.test(path),
    )
    expect(unnamed).toEqual([])
  })
})
