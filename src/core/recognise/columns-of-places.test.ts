/** Columns whose headers places word and arrange in ways of their own: each the least that shows it. */

import { describe, expect, it } from 'vitest'
import { sheetOfLines } from '../../../tests/support/sheet-of-lines.ts'
import { readText } from '../../readers/text/index.ts'
import type { Grid } from '../model/index.ts'
import { type PlainForm, recognise, toPlain } from './index.ts'

const typed = (lines: readonly string[]): readonly Grid[] =>
  readText(new TextEncoder().encode(lines.join('\n')), 'form.txt').value

function formsOf(grids: readonly Grid[]) {
  return recognise(grids).forms.map(({ form }) => form)
}

const head = ['2023年度项目支出绩效自评表', '项目名称|公路养护']
const rows = [
  '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因',
  '产出指标|数量指标|养护里程|≥310公里|310公里|60|60|',
  '效益指标|社会效益|通行能力|提升|提升|30|30|',
]
const sheet = (lines: readonly string[]): PlainForm => toPlain(formsOf([sheetOfLines(lines)])[0]!)

describe('a budget and its change', () => {
  const table = (...figures: readonly string[]) => [
    ...head,
    '项目资金|预算数|调整数|执行数|执行率|分值|得分',
    ...figures,
    ...rows,
  ]
  const money = (...figures: readonly string[]) =>
    formsOf([sheetOfLines(table(...figures))])[0]!.tasks.map(({ initialBudget, budgeted, executed, extra }) => [
      initialBudget.raw,
      budgeted.total.raw,
      executed.total.raw,
      extra?.调整数?.raw ?? null,
    ])

  it('a change below nothing leaves the budget of the year unsaid', () => {
    expect(
      money('资金总额|96|-6|88|97.8%|10|9.78', '其中：财政拨款|||||', '其他资金|6||5|||', '社会资金||6|5|||'),
    ).toEqual([
      ['96', '', '88', '-6'],
      ['', '', '', null],
      ['', '6', '5', null],
      ['', '6', '5', null],
    ])
  })

  it('no change leaves the budget as it was', () => {
    expect(money('资金总额|96|0|88|91.7%|10|9.17')).toEqual([['', '96', '88', '0']])
    expect(money('资金总额|0|0|0||10|')).toEqual([['0', '0', '0', null]])
  })

  it('less than was spent is a change, and what covers it is the budget as changed', () => {
    expect(money('资金总额|96|20|110|94.8%|10|9.48')).toEqual([['96', '', '110', '20']])
    expect(money('资金总额|96|116|110|94.8%|10|9.48')).toEqual([['96', '116', '110', null]])
    expect(money('资金总额|96|20|130||10|')).toEqual([['96', '20', '130', null]])
    expect(money('资金总额|96|20|||10|')).toEqual([['96', '20', '', null]])
  })

  it('beside both budgets the change is neither', () => {
    const lines = [
      ...head,
      '项目资金|年初预算数|预算调整数|全年预算数|全年执行数|执行率|得分',
      '总额|96|-6|90|88.2|98%|9.8',
    ]
    const [form] = formsOf([sheetOfLines([...lines, ...rows])])
    expect([form!.tasks[0]!.budgeted.total.raw, form!.tasks[0]!.initialBudget.raw]).toEqual(['90', '96'])
    const plain = [...head, '项目资金|年初预算数|全年预算数|本年预算数|全年执行数', '总额|96|90|90|88.2', ...rows]
    expect(sheet(plain).tasks[0]!.budgeted).toBe('90')
  })
})

describe('预算执行', () => {
  it('heads what was spent beside the rate, or labels the block', () => {
    const spent = sheet([...head, '资金情况|预算安排|预算执行|执行率', '|320|315.2|98.5%', ...rows])
    expect(spent.tasks).toMatchObject([{ budgeted: '320', executed: '315.2', rate: '98.5%' }])
    const label = sheet([...head, '预算执行（10分）|预算数|执行数|执行率|得分', '^|320|288|90%|9', ...rows])
    expect(label.tasks).toMatchObject([{ budgeted: '320', executed: '288', rate: '90%', score: '9' }])
    const twice = [...head, '资金情况|预算数|执行数|预算执行率|执行进度', '|320|288|90%|90%', ...rows]
    expect(sheet(twice).tasks).toMatchObject([{ executed: '288', rate: '90%' }])
    const none = [...head, '资金情况|预算数|支出进度|执行率|执行数', '|320|90%|90%|288', ...rows]
    expect(sheet(none).tasks).toMatchObject([{ executed: '288', rate: '90%' }])
  })
})

describe('results of two years', () => {
  it('are those of the year and of the year before', () => {
    const lines = (first: string, second: string) => [
      ...head,
      `一级指标|二级指标|三级指标|${first}|2023年目标值|${second}|分值|得分`,
      '产出指标|数量指标|扶持企业|86家|≥90家|95家|90|90',
    ]
    const before = formsOf([sheetOfLines(lines('2022年完成值', '2023年完成值'))])[0]!.indicators[0]!
    expect([before.actual.raw, before.extra.lastYearActual?.raw]).toEqual(['95家', '86家'])
    const behind = formsOf([sheetOfLines(lines('2023年完成值', '2022年完成值'))])[0]!.indicators[0]!
    expect([behind.actual.raw, behind.extra.lastYearActual?.raw]).toEqual(['86家', '95家'])
    const apart = formsOf([sheetOfLines(lines('2020年完成值', '2023年完成值'))])[0]!.indicators[0]!
    expect(apart.extra.lastYearActual).toBeUndefined()
  })
})

describe('header words in two lines', () => {
  const folded = ['一级|二级|三级|年度|实际|分值|得分', '指标|指标|指标|指标值|完成值||']
  const values = ['产出指标|数量指标|养护里程|≥310公里|310公里|90|90']

  it('are put together, whole words among them', () => {
    const [form] = formsOf([sheetOfLines([...head, ...folded, ...values])])
    expect(form!.indicators).toHaveLength(1)
    expect(form!.indicators[0]!.target.raw).toBe('≥310公里')
    const cells = [...head, ...folded, ...values].flatMap((line) => line.split('|')).filter((cell) => cell !== '')
    expect(formsOf(typed(cells))[0]!.indicators[0]!.actual.raw).toBe('310公里')
  })

  it('stay apart where the lower line holds anything else', () => {
    const other = ['一级|二级|三级|年度|实际|分值|得分', '指标|指标|指标|备用|完成值||']
    expect(formsOf([sheetOfLines([...head, ...other, ...values])])[0]?.indicators[0]?.target.raw ?? '').not.toBe(
      '≥310公里',
    )
    expect(formsOf(typed(['一级', '二级', '三级', '四级', '指标', '其他']))).toEqual([])
    expect(formsOf(typed(['一级', '二级']))).toEqual([])
    expect(formsOf([sheetOfLines(['一级|二级|三级', '指标|指标'])])).toEqual([])
  })
})

describe('columns of levels that the header does not name', () => {
  it('are told by the labels below them', () => {
    const lines = [
      ...head,
      '产出及效果|指标内容|<|计划|实际|标准分值|自评分值',
      '产出（50分）|数量|养护里程|310公里|310公里|50|50',
      '效果（40分）|社会效益|通行能力|提升|提升|40|40',
    ]
    expect(sheet(lines).indicators.map(({ level1, level2, target }) => [level1, level2, target])).toEqual([
      ['产出', '数量', '310公里'],
      ['效果', '社会效益', '提升'],
    ])
    const other = lines.map((line) => line.replace('产出及效果', '板块'))
    expect(sheet(other).indicators[0]!.level1).toBeNull()
    const unknown = lines.map((line) => line.replace(/产出（50分）|效果（40分）/, '甲'))
    expect(sheet(unknown).indicators[0]!.level1).toBeNull()
    const atEnd = [...head, '分值|得分|指标内容|<', '50|50|数量|养护里程', '40|40|社会效益|通行能力']
    expect(sheet(atEnd).indicators.map(({ level2, name }) => [level2, name])).toEqual([
      ['数量', '养护里程'],
      ['社会效益', '通行能力'],
    ])
  })
})

describe('the row of the execution', () => {
  const review = [
    ...head,
    '一级指标|二级指标|三级指标|指标值|分值|自评完成值|自评得分|复核完成值|复核得分',
    '产出指标|数量指标|养护里程|≥310公里|90|310公里|90|310公里|90',
  ]
  const rowsOf = (lines: readonly string[]) =>
    formsOf(typed(lines.map((line) => `${line.split('|').join(' | ')} |`)))[0]!.indicators.map(
      ({ level1, name, target, actual, weight, score }) => [
        level1.cell.raw,
        name.raw,
        target.raw,
        actual.raw,
        weight.raw,
        score.raw,
      ],
    )

  it('is a block of its own, without target and points beside a review', () => {
    const own = ['预算执行率', '预算执行率', '', '98.6%', '', '9.86']
    expect(rowsOf([...review, '预算执行率|98.6%|9.86|98.6%|9.86']).at(-1)).toEqual(own)
    expect(rowsOf([...review, '预算执行率|98.6%|9.86']).at(-1)).toEqual(own)
    expect(rowsOf([...review, '预算执行率|100%|10|98.6%|9.86']).at(-1)![2]).toBe('100%')
  })

  it('elsewhere keeps what stands in it', () => {
    const plain = review.map((line) => line.replace(/\|复核.*|\|310公里\|90$/, ''))
    expect(rowsOf([...plain, '预算执行率|98.6%|9.86']).at(-1)![0]).toBe('预算执行率')
    const [form] = formsOf([sheetOfLines([...plain, '预算执行率|||||98.6%|9.86'])])
    expect(form!.indicators.at(-1)).toMatchObject({ name: { raw: '预算执行率' }, score: { raw: '9.86' } })
  })
})

describe('points behind names', () => {
  it('in bare brackets, where the header says that they are points', () => {
    const lines = [
      ...head,
      '一级指标（分值）|二级指标（分值）|三级指标（分值）|目标值|完成值|得分|偏差说明',
      '产出指标（60）|数量指标（60）|养护里程（60）|≥310公里|310公里|60|',
      '效益指标（30）|社会效益（30）|通行能力（30）|提升|提升|28|路段封闭',
    ]
    expect(sheet(lines).indicators.map(({ weight, note }) => [weight, note])).toEqual([
      ['60', null],
      ['30', '路段封闭'],
    ])
  })
})

describe('a table without a column of names', () => {
  it('has no points behind them', () => {
    const lines = [
      ...head,
      '一级指标|二级指标|目标值|完成值|得分',
      '产出指标|数量指标|3个|3个|60',
      '效益指标|社会效益|提升|提升|40',
    ]
    expect(
      formsOf([sheetOfLines(lines)]).flatMap(({ indicators }) => indicators.map(({ weight }) => weight.raw)),
    ).toEqual(['', ''])
  })
})

describe('tabs inside cells', () => {
  it('are no part of names and values', () => {
    const lines = [...head, rows[0]!, '产出\t指标|数量指标|养护\t里程|≥\t310公里|310公里\t|60|\t60|']
    const [row] = formsOf([sheetOfLines(lines)])[0]!.indicators
    expect([row!.level1.cell.raw, row!.name.value, row!.score.value?.toString()]).toEqual([
      '产出指标',
      '养护里程',
      '60',
    ])
    expect(row!.target.value?.value).toMatchObject({ kind: 'quantity', operator: 'atLeast' })
  })
})

describe('a total that the sheet did not give', () => {
  it('is kept as it stands, and no figure', () => {
    const [form] = formsOf([sheetOfLines([...head, ...rows, '总分|<|<|<|<|100|=SUM(G4:G5)|'])])
    expect([form!.total.raw, form!.total.value, form!.indicators.length]).toEqual(['=SUM(G4:G5)', null, 2])
    const [other] = formsOf([sheetOfLines([...head, ...rows, '|||||100|#REF!|', '总分|<|<|<|<||#REF!|'])])
    expect(other!.total.raw).toBe('#REF!')
    const [worded] = formsOf([sheetOfLines([...head, ...rows, '总分数|<|<|<|<|100|#N/A|'])])
    expect(worded!.total.raw).toBe('#N/A')
  })
})

describe('a list of goals', () => {
  const list = [
    ...head,
    '年度履职目标|目标名称|主要内容|完成情况',
    '^|学位供给|新增学位3600个|新增学位3840个',
    '^|教师培训|培训4200人次|',
    ...rows,
  ]
  const goals = [
    ['学位供给新增学位3600个', '新增学位3840个'],
    ['教师培训培训4200人次', null],
  ]
  const of = (grids: readonly Grid[]) =>
    toPlain(formsOf(grids)[0]!).goals.map(({ stated, achieved }) => [stated, achieved])

  it('is a goal a row', () => {
    expect(of([sheetOfLines(list)])).toEqual(goals)
    const cells = list.map((line) => line.replace('培训4200人次|', '培训4200人次|培训4356人次').replace('^|', ''))
    expect(of(typed(cells.flatMap((line) => line.split('|')).filter((cell) => cell !== '')))[1]).toEqual([
      '教师培训培训4200人次',
      '培训4356人次',
    ])
    expect(of(typed(cells.map((line) => line.split('|').join('\t'))))[0]).toEqual(goals[0])
  })
})

describe('one table of many projects', () => {
  const table = [
    '2023年度项目绩效自评表',
    '项目名称|项目金额|<|绩效指标|<|<|<|自评|<',
    '^|预算数|执行数|一级指标|二级指标|三级指标|指标值|分值|得分',
    '免费开放|200|198|产出指标|数量指标|开放天数|≥310天|60|60',
    '^|^|^|效益指标|社会效益|服务人次|≥20万人次|40|40',
    '送戏下乡|80|80|产出指标|数量指标|演出场次|≥100场|100|100',
  ]
  const projects = (grids: readonly Grid[]) =>
    formsOf(grids)
      .map(toPlain)
      .map(({ project, tasks, indicators }) => [project, tasks[0]?.executed, indicators.length])

  it('whose columns of money stand below a group', () => {
    const found = [
      ['免费开放', '198', 2],
      ['送戏下乡', '80', 1],
    ]
    expect(projects([sheetOfLines(table)])).toEqual(found)
    const inOwnWords = table.map((line) => line.replace('|自评|<', '|打分栏|<'))
    expect(projects([sheetOfLines(inOwnWords)])).toEqual(found)
    const narrow = table.map((line) =>
      line
        .split('|')
        .filter((cell) => cell !== '<' && cell !== '^')
        .join(' | '),
    )
    expect(projects(typed(narrow.map((line) => `${line} |`)))).toEqual(found)
    expect(recognise(typed(narrow.map((line) => line.replaceAll(' | ', ' ')))).findings[0]!.message).toBe('borderless')
  })
})

describe('money in labels and in blocks that no list holds', () => {
  it('is read in lines of words and of cells', () => {
    const lines = [
      ...head,
      '部门总体资金（万元）|资金来源|全年预算数|全年执行数|分值|执行率|得分',
      '年度资金总额|320|288|10|90%|9',
      ...rows,
    ]
    const words = lines.map((line) =>
      line
        .split('|')
        .filter((cell) => cell !== '')
        .join(' '),
    )
    const form = toPlain(formsOf(typed(words))[0]!)
    expect(form.tasks).toMatchObject([{ name: '年度资金总额', executed: '288', rate: '90%', score: '9' }])
    expect([form.project, form.moneyUnit]).toEqual(['公路养护', '万元'])
    const place = words.map((line) => line.replace('资金来源', '按支出性质'))
    expect(toPlain(formsOf(typed(place))[0]!).tasks).toMatchObject([{ executed: '288' }])
    const labels = [...head, '专项资金（万元）', '年初数|120|调整数|110|支出数|99|支出率90%', ...rows]
    const cells = labels.flatMap((line) => line.split('|')).filter((cell) => cell !== '')
    expect(toPlain(formsOf(typed(cells))[0]!).tasks).toMatchObject([{ budgeted: '110', executed: '99', rate: '90%' }])
    expect(
      sheet([...head, '项目资金|资金性质|预算数|执行数|得分', '（万元）|总额|320|288|9', ...rows]).tasks,
    ).toMatchObject([{ name: '总额', executed: '288' }])
  })

  it('合计 names a row, though the column of contents stands behind it', () => {
    const lines = [
      '年度主要任务|任务名称|主要内容|预算数|执行数|执行率|分值|得分',
      '|人员经费|在职支出|2300|2291|99.6%|2.3|2.29',
      '|合计|2300|2291|99.6%|2.3|2.29',
    ]
    const tabs = ['部门整体支出绩效自评表', ...lines, ...rows].map((line) => line.replaceAll('|', '\t'))
    expect(toPlain(formsOf(typed(tabs))[0]!).tasks.map(({ row, name }) => [row, name])).toEqual([
      ['task', '人员经费'],
      ['total', '合计'],
    ])
  })
})

describe('labels that no list knows', () => {
  const header = '一级指标|二级指标|三级指标|目标值|完成值|分值|得分|备注'

  it('are no remarks where every row keeps its blanks, and no names where no line has more texts than labels', () => {
    const cells = [
      ...['项目支出绩效自评表', '项目名称', '公路养护'],
      ...header.split('|'),
      ...['成效指标', '路网畅通', '抢修次数', '≥3次', '4次', '60', '60', '|'],
      ...['应急值守', '值守天数', '365天', '365天', '30', '30', '|'],
      ...['—1—'],
      ...['巡查天数', '300天', '300天', '10', '10', '无'],
    ]
    const levels = (grids: readonly Grid[]) =>
      toPlain(formsOf(grids)[0]!).indicators.map(({ level1, level2, name, note }) => [level1, level2, name, note])
    expect(levels(typed(cells.map((cell) => (cell === '|' ? '|' : `${cell} |`))))).toEqual([
      ['成效指标', '路网畅通', '抢修次数', null],
      ['成效指标', '应急值守', '值守天数', null],
      ['成效指标', '应急值守', '巡查天数', '无'],
    ])
    const spaced = [
      '项目支出绩效自评表',
      header.replaceAll('|', ' '),
      '成效指标 路网畅通工作 抢修及时次数 ≥3次 4次 60 60',
      '应急值守工作 值守完成天数 365天 365天 40 40',
    ]
    expect(levels(typed(spaced))).toEqual([
      ['成效指标', '路网畅通工作', '抢修及时次数', null],
      ['成效指标', '应急值守工作', '值守完成天数', null],
    ])
  })
})
