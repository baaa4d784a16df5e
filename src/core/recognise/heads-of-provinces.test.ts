/** What heads and feet of published forms print beside the words that the layouts know: each the least that shows it. */

import { describe, expect, it } from 'vitest'
import { sheetOfLines } from '../../../tests/support/sheet-of-lines.ts'
import type { Grid } from '../model/index.ts'
import { recognise, toPlain } from './index.ts'

/** Pipe rows of a page: blanks at the end of a row are left out. */
function pipes(lines: readonly string[]): Grid {
  const { cells, ...grid } = sheetOfLines(lines)
  const source = ({ row, column, text }: Grid['cells'][number]) =>
    ({ kind: 'text', line: row + 1, column: column + 1, length: text.length }) as const
  return { ...grid, cells: cells.map((cell) => ({ ...cell, source: source(cell) })) }
}

function found(lines: readonly string[]) {
  return recognise([sheetOfLines(lines)]).forms[0]!
}

const header = '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施'
const rows = [
  header,
  '产出指标|数量指标|护岸长度|≥3公里|3公里|50|50|',
  '效益指标|社会效益|受益人数|≥500人|520人|40|40|',
]

describe('the head', () => {
  it('a label with a colon that no word explains keeps the value beside it, and is no money', () => {
    const { form, residue } = found([
      '2022年度项目支出绩效自评表',
      '项目名称：|河道治理|预算单位：|某区水务站',
      '计划开始日期：|2022-01-01|计划完成日期：|2022-12-31',
      '是否含有政府购买服务预算：|否|备案号：|',
      '当年预算数（元）：|3200000|上年预算数（元）：|3000000',
      '预算执行数（元）：|3120000|预算执行率(%)：|97.50%',
      ...rows,
    ])
    expect(residue.unread).toEqual([])
    expect(form.facts.map(({ label, text }) => [label.raw, text.raw])).toEqual(
      expect.arrayContaining([
        ['计划开始日期', '2022-01-01'],
        ['计划完成日期', '2022-12-31'],
        ['是否含有政府购买服务预算', '否'],
      ]),
    )
    const [total] = form.tasks
    expect([total!.budgeted.total.raw, total!.executed.total.raw, total!.rate.raw, form.moneyUnit.value]).toEqual([
      '3200000',
      '3120000',
      '97.50%',
      '元',
    ])
    expect([form.implementer.raw, form.department.raw]).toEqual(['某区水务站', ''])
  })

  it('预算单位 of a whole department is the department, unless another label names it', () => {
    const title = '2022年度部门整体支出绩效自评表'
    const alone = found([title, '预算单位：|某县水利局', ...rows]).form
    expect([alone.department.raw, alone.implementer.raw]).toEqual(['某县水利局', ''])
    const both = found([title, '部门名称|某县水利局|预算单位|某县水利局本级', ...rows]).form
    expect([both.department.raw, both.implementer.raw]).toEqual(['某县水利局', '某县水利局本级'])
    const none = found([title, '实施单位|某县水利局', ...rows]).form
    expect(none.implementer.raw).toBe('某县水利局')
  })
})

describe('the money', () => {
  it('keeps the parts of a sum in the same row of headers', () => {
    const lines = [
      '2023年度部门整体绩效自评表',
      '部门名称|某市市场监督管理局',
      '整体支出情况（万元）|预算支出总额|财政拨款|其他资金|实际支出总额|财政拨款|其他资金|预算执行率|得分（10分）',
      '|12850.6|12650.6|200|12690.3|12500.3|190|98.75%|9.88',
      ...rows,
    ]
    const spaced = lines.map((line) => line.split('|').filter(Boolean).join(' '))
    for (const form of [found(lines).form, lined(spaced)]) {
      const [total, ...others] = form.tasks
      const { budgeted, executed } = total!
      expect(others).toEqual([])
      expect([budgeted.total.raw, budgeted.appropriation.raw, budgeted.otherFunds.raw]).toEqual([
        '12850.6',
        '12650.6',
        '200',
      ])
      expect([executed.total.raw, executed.appropriation.raw, executed.otherFunds.raw, total!.score.raw]).toEqual([
        '12690.3',
        '12500.3',
        '190',
        '9.88',
      ])
    }
  })

  const hebei = (rest: readonly string[]) =>
    found([
      '2022年度部门预算项目绩效自评结果表',
      '项目名称|高标准农田建设',
      '二、预算执行情况（万元）|预算安排情况(调整后)|<|资金到位情况|<|资金执行情况|<|预算执行进度',
      ...rest,
      ...rows,
      '五、存在问题、原因及下一步整改措施|无',
    ])

  it('is read where each figure has a label of its own', () => {
    const { form, residue } = hebei([
      '|预算数:|1500|到位数:|1500|执行数:|1485|99%',
      '|其中:财政资金|1400|其中:财政资金|1400|其中:财政资金|1385|',
      '|其他|100|其他|100|其他|100|',
      '三、目标完成情况|年度预期目标|<|具体完成情况|<|总体完成率|<',
      '|建设农田1万亩|<|建设农田1.01万亩|<|100%|<',
    ])
    expect(residue.unread).toEqual([])
    expect(
      form.tasks.map(({ role, name, budgeted, executed }) => [role, name.raw, budgeted.total.raw, executed.total.raw]),
    ).toEqual([
      ['total', '', '1500', '1485'],
      ['source', '其中:财政资金', '1400', '1385'],
      ['source', '其他', '100', '100'],
    ])
    expect(form.tasks[0]!.rate.raw).toBe('99%')
    expect(form.goals.map(({ stated, achieved }) => [stated.raw, achieved.raw])).toEqual([
      ['建设农田1万亩', '建设农田1.01万亩'],
    ])
    expect(form.facts.map(({ label, text }) => [label.raw, text.raw])).toContainEqual(['总体完成率', '100%'])
  })

  it('is left as it stands where some row has figures alone', () => {
    const { form } = hebei(['|预算数:|1500|到位数:|1500|执行数:|1485|99%', '|1500||1500||1485||'])
    expect(form.tasks.map(({ name }) => name.raw)).not.toEqual([''])
  })
})

describe('the goals', () => {
  const goals = (adjusted: string) =>
    found([
      '2022年度项目绩效自评表',
      '项目名称|河道治理',
      '当年绩效目标|年初绩效目标|全年（调整）绩效目标|全年目标实际完成情况',
      `|治理河道3公里|${adjusted}|治理河道3公里`,
      ...rows,
    ]).form

  it('无 for the adjusted one leaves the one first set', () => {
    expect(goals('无').goals.map(({ stated }) => stated.raw)).toEqual(['治理河道3公里'])
    expect(goals('治理河道4公里').goals.map(({ stated }) => stated.raw)).toEqual(['治理河道4公里'])
  })

  it('of a form that has no place for what became of them are told so', () => {
    const kinds = (lines: readonly string[]): readonly string[] =>
      found(['2022年度项目支出绩效自评表', '项目名称|河道治理', ...lines, ...rows]).events.map(({ kind }) => kind)
    expect(kinds(['年度总体目标|治理河道3公里'])).toContain('no-place-for-completion')
    expect(kinds(['年度总体目标|预期目标|实际完成情况', '|治理河道3公里|'])).not.toContain('no-place-for-completion')
    expect(kinds([])).not.toContain('no-place-for-completion')
  })
})

describe('the rows', () => {
  it('年度指标值 alone over the parts of the target is a header', () => {
    const { form, residue } = found([
      '2022年度项目支出绩效自评表',
      '项目名称|河道治理',
      '年度总体目标|预期目标|实际完成情况',
      '|治理河道|已治理',
      '绩效指标|||年度指标值|||||',
      '一级指标|二级指标|三级指标|指标性质|指标值|度量单位|实际完成值|分值|得分',
      '产出指标|数量指标|护岸长度|≥|3|公里|3|50|50',
      '效益指标|社会效益|受益人数|≥|500|人|520|40|40',
      '其他需说明事项|无',
      '总分|||||||90|90',
    ])
    expect(residue.unread).toEqual([])
    expect(form.goals.map(({ stated }) => stated.raw)).toEqual(['治理河道'])
    expect(form.indicators.map(({ name, target }) => [name.raw, target.raw])).toEqual([
      ['护岸长度', '≥ 3 公里'],
      ['受益人数', '≥ 500 人'],
    ])
    expect(form.facts.map(({ label, text }) => [label.raw, text.raw])).toContainEqual(['其他需说明事项', '无'])
  })

  it('a label of level 2 says nothing of a row with a label of level 1 of its own above it', () => {
    const { form, events } = found([
      '2022年度项目支出绩效自评表',
      '项目名称|河道治理',
      header,
      '预算执行率||预算执行率|100%|98%|10|9.8|',
      '产出指标|数量指标|护岸长度|≥3公里|3公里|50|50|',
      '效益指标|社会效益|受益人数|≥500人|520人|40|40|',
    ])
    expect(form.indicators.map(({ level2 }) => level2.cell.raw)).toEqual(['', '数量指标', '社会效益'])
    expect(events.map(({ kind }) => kind)).not.toContain('label-inside-block')
  })

  it('blanks at the end of a row that the page leaves out are no lost columns', () => {
    const changes = (lines: readonly string[]): number =>
      recognise([pipes(['2022年度项目支出绩效自评表', '项目名称|河道治理', ...lines])]).forms[0]!.events.filter(
        ({ kind }) => kind === 'columns-changed',
      ).length
    const short = ['产出指标|数量指标|护岸长度|≥3公里|3公里|50|50', '效益指标|社会效益|受益人数|≥500人|520人|40|40']
    expect(changes([header, ...short])).toBe(0)
    expect(changes([header, short[0]!, '效益指标|社会效益|受益人数|≥500人|490人|40|39|外出务工'])).toBe(0)
  })

  it('合计 of the points of the rows is no total of a form whose execution is scored beside them', () => {
    const money = ['项目资金（万元）|全年预算数|全年执行数|执行率|分值|得分', '年度资金总额|100|99|99%|10|9.9']
    const read = (total: string) =>
      found(['2022年度项目支出绩效自评表', '项目名称|河道治理', ...money, ...rows, total]).form
    const ofRows = read('合计|||||90|90|')
    expect(ofRows.total.raw).toBe('')
    expect(ofRows.facts.map(({ label, text }) => [label.raw, text.raw])).toEqual([
      ['合计', '90'],
      ['合计', '90'],
    ])
    expect(read('合计|||||100|99.9|').total.raw).toBe('99.9')
    expect(read('合计|||||90|99.9|').total.raw).toBe('99.9')
    expect(read('合计||||||90|').total.raw).toBe('90')
    expect(toPlain(read('合计|||||100|九十|')).total).toBe(null)
    const unscored = found(['2022年度项目支出绩效自评表', '项目名称|河道治理', ...rows, '合计|||||90|90|']).form
    expect(unscored.total.raw).toBe('90')
  })
})

/** Lines of a page that has lost the borders of its cells: a blank between them, or a line for each. */
function lined(lines: readonly string[]) {
  const cells = lines.map((text, row) => {
    const source = { kind: 'text', line: row + 1, column: 1, length: text.length } as const
    return { text, row, column: 0, rowSpan: 1, columnSpan: 1, source }
  })
  return recognise([{ cells, rowCount: lines.length, columnCount: 1, bordered: false, signs: 'typed' }]).forms[0]!.form
}

describe('lines without borders', () => {
  const spaced = lined([
    '2022年度项目绩效自评表',
    '项目名称 基层卫生补助 财政归口科室 社会保障科',
    '部门预算情况（万元） 预算数 执行数 执行率 分值 得分',
    '总额 8650.4 8420.6 97.34% 10 9.73',
    '当年绩效目标 年初绩效目标 全年（调整）绩效目标 全年目标实际完成情况',
    '建档率达到90% 无 建档率达92%',
    '指标名称 计量单位 指标性质 年初指标值 调整指标值 全年完成值 得分系数（%） 指标权重 指标得分 说明',
    '建档率 % ≥ 90 92 100 50 50',
    '居民满意度 % ≥ 80 86 100 40 40',
    '总分 100 99.73',
    '自评等级：优',
  ])

  it('have three columns of goals', () => {
    expect(spaced.goals.map(({ stated, achieved }) => [stated.raw, achieved.raw])).toEqual([
      ['建档率达到90%', '建档率达92%'],
    ])
  })

  it('have a figure for all goals behind the two columns', () => {
    const { goals, facts } = lined([
      '2022年度部门预算项目绩效自评结果表',
      '项目名称 高标准农田建设',
      '年度预期目标 具体完成情况 总体完成率',
      '建设农田1万亩 建设农田1.01万亩 100%',
      '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分',
      '产出指标 数量指标 建设面积 ≥1万亩 1.01万亩 60 60',
      '效益指标 社会效益指标 受益农户 ≥800户 835户 40 40',
    ])
    expect(goals.map(({ stated, achieved }) => [stated.raw, achieved.raw])).toEqual([
      ['建设农田1万亩', '建设农田1.01万亩'],
    ])
    expect(facts.map(({ label, text }) => [label.raw, text.raw])).toContainEqual(['总体完成率', '100%'])
  })

  it('leave out an adjusted target rather than a coefficient', () => {
    expect(spaced.indicators.map(({ target, actual, score }) => [target.raw, actual.raw, score.raw])).toEqual([
      ['≥ 90 %', '92', '50'],
      ['≥ 80 %', '86', '40'],
    ])
  })

  it('keep labels of blocks and of facts apart from the values before them, and a grade from its label', () => {
    expect([spaced.project.raw, spaced.moneyUnit.value, spaced.grade.raw]).toEqual(['基层卫生补助', '万元', '优'])
  })

  it('have 年度指标值 before the levels, over the parts of the target', () => {
    const form = lined([
      '2022年度项目支出绩效自评表',
      '项目名称 河道治理',
      '绩效指标 年度指标值',
      '一级指标 二级指标 三级指标 指标性质 指标值 度量单位 实际完成值 分值 得分',
      '预算执行率 预算执行率 = 100 % 97.5 10 9.75',
      '产出指标 数量指标 护岸长度 ≥ 3 公里 3 60 60',
      '效益指标 社会效益指标 受益人数 ≥ 500 人 520 30 30',
      '总分 100 99.75',
    ])
    expect(form.indicators.map(({ level1, target }) => [level1.cell.raw, target.raw])).toEqual([
      ['预算执行率', '= 100 %'],
      ['产出指标', '≥ 3 公里'],
      ['效益指标', '≥ 500 人'],
    ])
  })

  it('keep labels of level 1 under a header that names none', () => {
    const form = lined([
      '2022年度项目支出绩效自评表',
      '项目名称 农村公路养护',
      '二级指标 三级指标 年度指标值 实际完成值 分值 得分',
      '产出指标 数量指标 养护里程 ≥120公里 121公里 50 50',
      '质量指标 验收合格率 ≥95% 97% 20 20',
      '效益指标 社会效益指标 受益人口 ≥2万人 2.1万人 30 30',
      '总分 100 100',
    ])
    expect(form.indicators.map(({ level1, level2, name }) => [level1.cell.raw, level2.cell.raw, name.raw])).toEqual([
      ['产出指标', '数量指标', '养护里程'],
      ['产出指标', '质量指标', '验收合格率'],
      ['效益指标', '社会效益指标', '受益人口'],
    ])
  })
})
