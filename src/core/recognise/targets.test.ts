/** Forms of the round before the self-evaluation: targets, and what was so within the year. */

import { describe, expect, it } from 'vitest'
import { readText } from '../../readers/text/index.ts'
import type { Form } from '../model/index.ts'
import { recognise, withCell } from './index.ts'

function read(lines: readonly string[]) {
  const { value } = readText(new TextEncoder().encode(lines.join('\n')), 'form.txt')
  return recognise(value)
}

function formOf(lines: readonly string[]): Form {
  const { forms } = read(lines)
  expect(forms).toHaveLength(1)
  expect(forms[0]!.residue.unread).toEqual([])
  return forms[0]!.form
}

const head = ['项目支出绩效目标申报表', '项目名称\t社区食堂建设补助\t实施单位\t某市养老服务中心']
const header = '一级指标\t二级指标\t三级指标\t指标值'
const rows = ['产出指标\t数量指标\t建成社区食堂数量\t≥20家', '\t质量指标\t验收合格率\t≥98%']

const moneyOf = ({ tasks }: Form) =>
  tasks.map(({ role, name, budgeted, extra }) => [
    role,
    name.raw,
    extra?.midTermBudget?.raw ?? null,
    budgeted.total.raw,
  ])

describe('money in labels with their values', () => {
  it('is told by the labels of the totals, the whole term beside the year', () => {
    const form = formOf([
      ...head,
      '项目资金申请(万元)\t中期资金总额:\t900\t年度资金总额:\t300',
      '\t其中:财政拨款\t900\t其中:财政拨款\t280',
      '\t其他资金\t-\t其他资金\t20',
      '项目期\t3年',
      header,
      ...rows,
    ])
    expect(form).toMatchObject({ stage: 'targets', moneyUnit: { value: '万元' } })
    expect(moneyOf(form)).toEqual([
      ['total', '年度资金总额:', '900', '300'],
      ['source', '其中:财政拨款', '900', '280'],
      ['source', '其他资金', '-', '20'],
    ])
    expect(form.facts.map(({ label, text }) => [label.raw, text.raw])).toEqual([['项目期', '3年']])
  })

  it('may be of the year alone, and blank in part', () => {
    const form = formOf([...head, '年度资金总额\t300万元', '其中:财政拨款', '其他资金\t0', header, ...rows])
    expect(moneyOf(form)).toEqual([
      ['total', '年度资金总额', null, '300万元'],
      ['source', '其中:财政拨款', null, ''],
      ['source', '其他资金', null, '0'],
    ])
    expect(form.moneyUnit.value).toBeNull()
  })

  it('may stand in one row, total and sources', () => {
    const form = formOf([...head, '年度资金总额\t300\t其中:财政拨款\t280\t其他资金\t20', header, ...rows])
    expect(moneyOf(form)).toEqual([
      ['total', '年度资金总额', null, '300'],
      ['source', '其中:财政拨款', null, '280'],
      ['source', '其他资金', null, '20'],
    ])
  })

  it('is absent where no label names a total', () => {
    expect(formOf([...head, header, ...rows]).tasks).toEqual([])
  })
})

describe('goals of a longer term', () => {
  const goalsOf = (lines: readonly string[]) =>
    formOf([...head, ...lines, header, ...rows]).goals.map(({ stated, midTerm, achieved }) => [
      midTerm?.raw ?? null,
      stated.raw,
      achieved.raw,
    ])

  it('stand left of those of the year, paired by their numbers', () => {
    expect(
      goalsOf([
        '总体目标\t中期目标\t年度目标',
        '\t目标2:全部覆盖。目标1:建成60家。\t目标1:建成20家。',
        '\t目标3:长期运营。\t',
      ]),
    ).toEqual([
      ['目标1:建成60家。', '目标1:建成20家。', ''],
      ['目标2:全部覆盖。', '', ''],
      ['目标3:长期运营。', '', ''],
    ])
  })

  it('are paired by place where no numbers tell them apart', () => {
    expect(goalsOf(['总体目标\t中期目标\t年度目标', '\t三年建成60家。\t建成20家。'])).toEqual([
      ['三年建成60家。', '建成20家。', ''],
    ])
  })

  it('may stand beside what was achieved alone', () => {
    expect(goalsOf(['中期目标\t完成情况', '三年建成60家。\t已建成20家。'])).toEqual([
      [null, '', '已建成20家。'],
      ['三年建成60家。', '', ''],
    ])
  })

  it('are cells that can be changed', () => {
    const form = formOf([...head, '总体目标\t中期目标\t年度目标', '\t三年建成60家。\t建成20家。', header, ...rows])
    expect(withCell(form, 'goals[0].midTerm', '三年建成50家。')!.goals[0]!.midTerm!.raw).toBe('三年建成50家。')
    const yearly = formOf([...head, '年度总体目标', '建成20家。', header, ...rows])
    expect(yearly.goals[0]!.midTerm).toBeUndefined()
    expect(withCell(yearly, 'goals[0].midTerm', '三年建成50家。')!.goals[0]!.midTerm!.raw).toBe('三年建成50家。')
  })
})

describe('indicators of a longer term', () => {
  it('stand left of those of the year: level 2, name and target twice', () => {
    const form = formOf([
      ...head,
      '一级指标\t二级指标\t三级指标\t指标值\t二级指标\t三级指标\t指标值',
      '产出指标\t数量指标\t建成食堂总数\t≥60家\t数量指标\t建成社区食堂数量\t≥20家',
    ])
    expect(form.layout).toBe('project-targets')
    expect(form.indicators[0]).toMatchObject({
      name: { raw: '建成社区食堂数量' },
      target: { raw: '≥20家' },
      extra: {
        midTermName: { raw: '建成食堂总数' },
        midTermTarget: { raw: '≥60家' },
        midTermLevel2: { raw: '数量指标' },
      },
    })
  })

  it('may share level 2', () => {
    const form = formOf([
      ...head,
      '一级指标\t二级指标\t三级指标\t指标值\t三级指标\t指标值',
      '产出指标\t数量指标\t建成食堂总数\t≥60家\t建成社区食堂数量\t≥20家',
    ])
    expect(Object.keys(form.indicators[0]!.extra)).toEqual(['midTermName', 'midTermTarget'])
    expect(form.indicators[0]!.level2.cell.raw).toBe('数量指标')
  })
})

describe('what is a form of which stage', () => {
  const evaluated = [
    '项目支出绩效自评表',
    '项目名称\t图书馆免费开放',
    '一级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分',
    '产出指标\t开放天数\t≥300天\t310天\t50\t50',
    '总分\t\t\t\t100\t98',
  ]

  it('leaves targets beside a self-evaluation named and counted', () => {
    const { forms, outside } = read([...head, header, ...rows, '', ...evaluated])
    expect(forms.map(({ form }) => form.stage)).toEqual([undefined])
    expect(outside.tables.map(({ kind }) => kind)).toEqual(['targets'])
  })

  it('takes all target forms of a file without a self-evaluation, and says where there are none', () => {
    const { forms, outside, findings } = read([...head, header, ...rows, '', ...head, header, ...rows])
    expect(forms.map(({ form }) => form.stage)).toEqual(['targets', 'targets'])
    expect([outside, findings]).toEqual([{ tables: [], cells: 0 }, []])
    const blank = read([...head, '实施期\t甲\t乙', header, '产出指标\t数量指标\t指标1:\t', '\t\t指标2:\t'])
    expect(blank.forms).toEqual([])
    expect(blank.findings.map(({ rule, message }) => `${rule}/${message}`)).toContain('recognise/no-form/targetsOnly')
  })

  const monitored = (title: string, ...lines: readonly string[]) =>
    formOf([title, '项目名称\t社区食堂建设补助', ...lines])
  const sofar = [
    '一级指标\t二级指标\t三级指标\t年度指标值\t1-7月执行情况\t偏差原因分析',
    '产出指标\t数量指标\t建成社区食堂数量\t≥20家\t9家\t选址未定',
  ]

  it('knows monitoring by its title or by what is expected, unless scores are given', () => {
    const form = monitored('项目支出绩效运行监控表', ...sofar)
    expect(form).toMatchObject({ stage: 'monitoring', layout: null })
    expect(form.indicators[0]!.actual.raw).toBe('9家')
    expect(monitored('项目绩效情况表', ...sofar).stage).toBeUndefined()
    expect(monitored('项目支出绩效自评表', ...sofar).stage).toBeUndefined()
    const expected = sofar.map((line, index) => `${line}\t${index === 0 ? '全年预计完成情况' : '17家'}`)
    expect(monitored('项目绩效情况表', ...expected)).toMatchObject({ stage: 'monitoring' })
    const scored = expected.map((line, index) => `${line}\t${index === 0 ? '得分' : '5'}`)
    expect(monitored('项目绩效情况表', ...scored).stage).toBeUndefined()
  })

  it('reads what is expected to be spent beside what was, and as what was where nothing else is', () => {
    const table = (header: string, row: string) =>
      monitored('项目支出绩效运行监控表', header, row, ...sofar).tasks.map(({ executed, extra }) => [
        executed.total.raw,
        extra?.forecastExecuted?.raw ?? null,
      ])
    expect(table('项目资金(万元)\t\t年初预算数\t1-7月执行数\t全年预计执行数', '\t年度资金总额\t300\t168\t270')).toEqual(
      [['168', '270']],
    )
    expect(table('项目资金(万元)\t\t年初预算数\t全年预计执行数', '\t年度资金总额\t300\t270')).toEqual([['270', null]])
  })

  it('reads causes and likelihoods under a heading each', () => {
    const form = monitored(
      '项目支出绩效运行监控表',
      '一级指标\t二级指标\t三级指标\t年度指标值\t1-7月执行情况\t全年预计完成情况\t偏差原因分析\t\t\t\t\t\t完成目标可能性\t\t\t备注',
      '\t\t\t\t\t\t经费保障\t制度保障\t人员保障\t硬件条件保障\t其他\t原因说明\t确定能\t有可能\t完全不可能\t',
      '产出指标\t数量指标\t建成社区食堂数量\t≥20家\t9家\t17家\t\t\t\t\t√\t选址未定\t\t√\t\t九月复查',
    )
    expect(form.layout).toBe('project-monitoring')
    expect(form.indicators[0]).toMatchObject({
      note: { raw: '选址未定' },
      extra: {
        forecast: { raw: '17家' },
        causeOther: { raw: '√' },
        likelihoodPossible: { raw: '√' },
        remark: { raw: '九月复查' },
      },
    })
  })
})
