/** One form as a sheet, in lines of blanks, and a line for each cell: whichever way it arrives, it is the same form. The facts are made up. */

import { describe, expect, it } from 'vitest'
import { sheetOfLines } from '../../../tests/support/sheet-of-lines.ts'
import { readText } from '../../readers/text/index.ts'
import { type PlainForm, recognise, toPlain } from './index.ts'

const cellsOf = (line: string): string[] => line.split('|').filter((cell) => cell !== '' && cell !== '<')

/** By words, blanks gone; and a line for each cell, blanks kept. */
function texts(lines: readonly string[]): readonly string[] {
  const spaced = lines.map((line) => cellsOf(line).join(' ')).join('\n')
  const cells = lines.flatMap((line) => line.split('|').filter((cell) => cell !== '<'))
  return [spaced, cells.map((cell) => (cell === '' ? '|' : `${cell} |`)).join('\n')]
}

function formsOf(lines: readonly string[]): readonly PlainForm[] {
  const sheet = recognise([sheetOfLines(lines)]).forms
  const read = texts(lines).map((text) => recognise(readText(new TextEncoder().encode(text), 'form.txt').value).forms)
  return [sheet, ...read].map(([first]) => toPlain(first!.form))
}

const rowOf = ({ level1, level2, name, target, actual, weight, score }: PlainForm['indicators'][number]) => [
  level1,
  level2,
  name,
  target?.replace(/ /g, '') ?? null,
  actual,
  weight,
  score,
]

const head = ['2024年度项目支出绩效自评表', '项目名称|公路养护', '主管部门|白石县交通运输局']
const header = '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因及改进措施'
const money = [
  '项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分',
  '|年度资金总额|500|520|494|10|95%|9.5',
]
const rows = [
  header,
  '产出指标|数量指标|养护里程|≥310公里|310公里|50|50|无',
  '满意度指标|服务对象满意度指标|群众满意度|≥90%|93%|20|20|无',
]

describe('a form is the same in every arrival', () => {
  it('the management of the money is scored beside the indicators', () => {
    const lines = [
      ...head,
      ...money,
      '资金管理||情况说明|分值|得分|存在问题和改进措施',
      '|安排科学性|依据充分|4|4|无',
      '|拨付合规性|按合同拨付|6|6|无',
      '|使用规范性|专款专用|10|9|台账不全，下一步完善',
      '年度目标|年初设定目标|全年目标实际完成情况',
      '|养护公路310公里|完成养护310公里',
      ...rows,
      '总分|||||100|98.5|',
    ]
    for (const form of formsOf(lines)) {
      expect(form.indicators.map(rowOf)).toEqual([
        ['资金管理', null, '安排科学性', null, '依据充分', '4', '4'],
        ['资金管理', null, '拨付合规性', null, '按合同拨付', '6', '6'],
        ['资金管理', null, '使用规范性', null, '专款专用', '10', '9'],
        ['产出指标', '数量指标', '养护里程', '≥310公里', '310公里', '50', '50'],
        ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '93%', '20', '20'],
      ])
      expect(form.indicators[2]!.note).toBe('台账不全，下一步完善')
      expect([form.goals.length, form.total]).toEqual([1, '98.5'])
    }
  })

  it('with texts alone the management of the money is no table', () => {
    const block = ['资金管理||情况说明|存在问题和改进措施', '|分配科学性|按因素分配|无', '|下达及时性|30日内下达|无']
    const one = ['资金管理||情况说明|分值|得分|存在问题和改进措施', '|安排科学性|依据充分|4|4|无']
    const title = '资金管理||情况说明|分值|得分|存在问题和改进措施'
    const second = '|拨付合规性|按合同拨付|6|6|无'
    const wide = [title, '|安排科学性|依据充分|已论证|4|4|无', second]
    const long = [title, '|安排科学性|依据充分|4|4|无|无', second]
    const other = [title, '|预算编制|依据充分|4|4|无', second]
    for (const lines of [wide, long, other]) {
      expect(formsOf([...head, ...money, ...lines, ...rows])[0]!.indicators).toHaveLength(2)
    }
    const unsaid = [title, '|安排科学性||4|4|无', second]
    expect(formsOf([...head, ...money, ...unsaid, ...rows])[0]!.indicators[0]).toMatchObject({
      actual: null,
      score: '4',
    })
    for (const lines of [block, one]) {
      for (const form of formsOf([...head, ...money, ...lines, ...rows])) expect(form.indicators).toHaveLength(2)
    }
  })

  it('评价指标 and what stands beside it, over the levels and their points', () => {
    const lines = [
      '2023年部门整体支出绩效自评表',
      '评价指标||||指标说明|评分标准|自评分数|自评说明',
      '一级指标|二级指标|三级指标|分值(%)||||',
      '履职效能|整体效能|产出指标完成情况|25|反映完成情况|按完成率计分|24.5|有1项未完成',
      '||部门预算资金支出率|10|支出进度|按支出率计分|9.6|支出率96%',
      '管理效率|预算编制|事前绩效评估|35|评估开展情况|符合得满分|35|已开展',
      '|预算执行|预算编制约束性|20|调剂情况|合规得满分|20|调剂率5.2%',
      '|运行成本|公用经费控制率|10|控制情况|按标准得满分|10|98.2%',
      '合计|||100|||99.1|',
    ]
    for (const form of formsOf(lines)) {
      expect(form.indicators.map(rowOf)).toEqual([
        ['履职效能', '整体效能', '产出指标完成情况', null, null, '25', '24.5'],
        ['履职效能', '整体效能', '部门预算资金支出率', null, null, '10', '9.6'],
        ['管理效率', '预算编制', '事前绩效评估', null, null, '35', '35'],
        ['管理效率', '预算执行', '预算编制约束性', null, null, '20', '20'],
        ['管理效率', '运行成本', '公用经费控制率', null, null, '10', '10'],
      ])
      expect([form.total, form.tasks.length]).toEqual(['99.1', 0])
    }
  })

  it('a sign in a cell of its own below 年度指标值, a count a month, and the scores of those above', () => {
    const lines = [
      ...head,
      '一级指标|二级指标|三级指标|年度指标值|<|实际完成值|分值|得分|偏差原因及改进措施',
      '产出指标|数量指标|巡检次数|≥|48次|50次|20|20|无',
      '|质量指标|在线率|≥|95%|97.3%|30|30|无',
      '|时效指标|发放完成时间|定性|2023年12月底前|2023年12月20日|10|10|无',
      '效益指标|社会效益指标|巡查|=|12次|12次|30|30|无',
      '自评得分||||||100|90|',
      '部门评分||||||100|89|',
      '说明|无',
    ]
    for (const form of formsOf(lines)) {
      expect(form.indicators.map(rowOf)).toEqual([
        ['产出指标', '数量指标', '巡检次数', '≥48次', '50次', '20', '20'],
        ['产出指标', '质量指标', '在线率', '≥95%', '97.3%', '30', '30'],
        ['产出指标', '时效指标', '发放完成时间', '定性2023年12月底前', '2023年12月20日', '10', '10'],
        ['效益指标', '社会效益指标', '巡查', '=12次', '12次', '30', '30'],
      ])
      expect(form.total).toBe('90')
    }
    const counted = [...head, header, '产出指标|数量指标|巡检次数|每月不少于4次|每月4次|50|50|无', rows[2]!]
    for (const form of formsOf(counted))
      expect(form.indicators[0]).toMatchObject({ name: '巡检次数', target: '每月不少于4次' })
  })

  it('tasks without amounts behind the goals, and a block with points in words that no list holds', () => {
    const lines = [
      '2023年度部门整体绩效自评表',
      '部门名称|白石市林业局',
      ...money,
      '年度履职目标|年初设定目标|全年实际完成情况',
      '|造林1万亩|造林1.1万亩',
      '年度主要任务|任务名称|主要内容|完成情况',
      '|国土绿化|造林绿化|已完成',
      '|森林防火|防火巡护|已完成',
      header,
      '产出(50分)|工作计划(50分)|造林任务完成率|≥100%|110%|50|50|无',
      rows[2]!,
    ]
    for (const form of formsOf(lines)) {
      expect(form.goals.map(({ stated, achieved }) => [stated, achieved])).toEqual([['造林1万亩', '造林1.1万亩']])
      expect(form.tasks.map(({ name }) => name)).toEqual(['年度资金总额'])
      expect(form.indicators[0]).toMatchObject({ level2: '工作计划', name: '造林任务完成率' })
    }
    const brief = lines.map((line) =>
      line.replace(/任务名称.*/, '任务名称|完成情况').replace(/造林绿化.|防火巡护./, ''),
    )
    for (const form of formsOf(brief)) expect(form.goals).toHaveLength(1)
  })

  it('labels in the first row of their blocks, points beside 财政拨款 alone, and who filled it in behind the total', () => {
    const lines = [
      '2022年度项目支出绩效自评表',
      '项目支出名称|基本公共卫生服务',
      '主管部门|白石县卫生健康局',
      '项目资金（万元）|资金来源|年初预算数|全年预算数|全年执行数|分值|执行率|得分',
      '|财政拨款|2860|2910|2910|10|100%|10',
      '|其中：上级资金|1980|2030|2030|—|—|—',
      '|其他资金|0|0|0|—|—|—',
      header,
      '产出指标|数量指标|疫苗接种率|≥90%|98.2%|10|10|无',
      '||健康管理率|≥85%|93%|10|10|无',
      '||眼保健覆盖率|≥90%|91%|10|10|无',
      '||规范服务率|≥62%|66.1%|10|10|无',
      '|质量指标|规范管理率|≥62%|63%|5|5|无',
      '|时效指标|拨付及时率|100%|100%|5|5|无',
      '效益指标|社会效益指标|居民健康素养|不断提高|不断提高|30|30|无',
      '满意度指标|服务对象满意度指标|居民满意度|≥90%|93%|10|10|无',
      '总分|||||100|100|',
      '填表人：某甲  填报日期：2023年2月',
    ]
    for (const form of formsOf(lines)) {
      expect(form.indicators.map(({ level2 }) => level2)).toEqual([
        ...new Array(4).fill('数量指标'),
        '质量指标',
        '时效指标',
        '社会效益指标',
        '服务对象满意度指标',
      ])
      expect([form.project, form.total, form.tasks.find(({ row }) => row === 'total')?.score]).toEqual([
        '基本公共卫生服务',
        '100',
        '10',
      ])
    }
    // 其他资金 that is more than nothing stands beside 财政拨款.
    const other = lines.map((line) => line.replace('其他资金|0|0|0', '其他资金|90|90|90'))
    const [sheet] = formsOf(other)
    expect(sheet!.tasks.map(({ row }) => row)).toEqual(['source', 'source', 'source'])
  })

  it('a blank form on lines of blanks is none, though its foot follows the last label', () => {
    const text = [
      '某县财政支出项目绩效目标申报表',
      '项目名称 主管部门 主管部门 编码 项目负责人 联系电话',
      '项目概况 项目立项情况',
      '项目绩效目标 长期目标 年度目标',
      '年度绩效指标 一级指标 二级指标 指标内容 指标值 备注 产出指标 数量指标 质量指标 效益指标 社会效益指标 满意度指标 具体指标 …… 其他说明的问题 填报人: 单位负责人: 填报日期:',
    ].join('\n')
    expect(recognise(readText(new TextEncoder().encode(text), 'form.txt').value).forms).toEqual([])
  })

  it('rows that only the labels of their blocks name are none: the names ran together with the values', () => {
    const text =
      '项目绩效目标表(2021年度)填报单位(盖章):某镇人民政府 项目名称镇域基础设施主管部门某镇项目绩效目标长期目标年度目标改善设施,搞好提质全面完成改造年度绩效指标一级指标二级指标指标内容指标值备注产出指标数量指标88100质量指标88100时效指标88100成本指标88100…效益指标经济效益指标88100社会效益指标68100可持续影响指标20100社会公众或服务对象满意度指标88100'
    const { forms, findings } = recognise(readText(new TextEncoder().encode(text), 'form.txt').value)
    expect([forms.length, findings[0]!.message]).toEqual([0, 'valueless'])
  })

  it('a table of money in one cell, where every row has a figure for each of its words', () => {
    const flat = (text: string) => [...head, `项目资金（万元）|${text}`, ...rows, '总分|||||100|99.5|']
    const table = '全年预算数 全年执行数 分值 执行率 得分年度资金总额：120 114 10 95% 9.5其中：财政拨款 120 114 - 95% -'
    const [sheet] = formsOf(flat(table))
    expect(sheet!.tasks.map(({ row, budgeted, executed, score }) => [row, budgeted, executed, score])).toEqual([
      ['total', '120', '114', '9.5'],
      ['source', '120', '114', '-'],
    ])
    // Alone in its row.
    const alone = recognise([sheetOfLines([...head, table, ...rows])]).forms[0]!
    expect(toPlain(alone.form).tasks).toHaveLength(2)
    // A figure short, a label of another block, a column more: which figure is whose is open, so that the cell stays as it is.
    for (const lines of [
      flat(table.replace(' 9.5', '')),
      flat('预算数 执行数 得分'),
      [...head, `绩效目标|${table}`, ...rows],
      [...head, `项目资金（万元）|${table}|无`, ...rows],
    ]) {
      expect(formsOf(lines)[0]!.tasks).toEqual([])
    }
  })

  it('goals behind 项目基本情况, and names with numbers', () => {
    const lines = [
      '部门预算项目支出绩效自评表（2024年度）',
      '项目名称|应急物资储备',
      '实施单位（盖章）|白石县应急管理局本级',
      '项目基本情况|1.项目年度目标完成情况||项目年度目标|||年度目标完成情况|',
      '|||储备应急物资|||已采购帐篷200顶|',
      '|2.项目实施内容及过程概述||按计划采购||||',
      header,
      '产出指标|数量指标|1.门诊人次|≥42万人次|43.6万人次|50|50|无',
      '效益指标|社会效益指标|2.CMI值|≥1.05|1.08|30|30|无',
    ]
    for (const form of formsOf(lines)) {
      expect(form.goals.map(({ stated, achieved }) => [stated, achieved])).toEqual([
        ['储备应急物资', '已采购帐篷200顶'],
      ])
      expect(form.indicators.map(({ name }) => name)).toEqual(['1.门诊人次', '2.CMI值'])
    }
  })

  it('the office that signs, in the line over the head', () => {
    const [sheet] = formsOf(['2024年度项目支出绩效自评表', '单位（盖章）：某州人民医院|金额单位：元', ...rows])
    expect(
      recognise([sheetOfLines(['2024年度项目支出绩效自评表', '单位（盖章）：某州人民医院|金额单位：元', ...rows])])
        .forms[0]!.form.department.raw,
    ).toBe('某州人民医院')
    expect(sheet!.moneyUnit).toBe('元')
  })

  it('资金管理 as a block of the second level, 过程指标 as one of the first', () => {
    const lines = [
      ...head,
      ...money,
      header,
      '过程|资金管理|预算完成率|≥95%|98%|10|10|无',
      '|组织实施|制度健全性|健全|健全|10|10|无',
      '过程指标|业务管理|评审公正|是|是|10|10|无',
      rows[1]!,
    ]
    for (const form of formsOf(lines)) {
      expect(form.indicators.map(({ level1, level2, name }) => [level1, level2, name]).slice(0, 2)).toEqual([
        ['过程', '资金管理', '预算完成率'],
        ['过程', '组织实施', '制度健全性'],
      ])
      expect(form.indicators.map(({ level1 }) => level1)).toEqual(['过程', '过程', '过程指标', '产出指标'])
    }
  })
})
