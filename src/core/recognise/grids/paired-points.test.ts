/** Points and score in one column: every arrival has them in two. The facts are made up. */

import { describe, expect, it } from 'vitest'
import { sheetOfLines } from '../../../../tests/support/sheet-of-lines.ts'
import { readText } from '../../../readers/text/index.ts'
import { recognise, toPlain } from '../index.ts'

const cellsOf = (line: string): string[] => line.split('|').filter((cell) => cell !== '<')

const bare = (points: string | null): string | null => points?.replace(/分$/, '') ?? null

function rowsOf(form: ReturnType<typeof recognise>['forms'][number]) {
  const plain = toPlain(form.form)
  return {
    rows: plain.indicators.map(({ name, target, actual, weight, score, note }) => [
      name,
      target,
      actual,
      bare(weight),
      bare(score),
      note,
    ]),
    money: form.form.tasks.map(({ weight, rate, score }) => [bare(weight.raw), rate.raw, bare(score.raw)]),
    total: bare(plain.total),
  }
}

const read = (text: string) => recognise(readText(new TextEncoder().encode(text), 'form.txt').value)

const lines = (head: string, pair: (points: string, score: string) => string): string[] => [
  '项目支出绩效自评表',
  '（2024年度）',
  '项目名称|桥梁检测|主管部门|白石县交通运输局',
  `项目资金（万元）||全年预算数|全年执行数|执行率|${head}`,
  `|年度资金总额|80|76|95%|${pair('10', '9.5')}`,
  `一级指标|二级指标|三级指标|年度指标值|实际完成值|${head}|偏差原因分析及改进措施`,
  `产出指标|数量指标|检测桥梁数量|≥42座|42座|${pair('30', '30')}|无`,
  `|质量指标|检测报告合格率|≥98%|96%|${pair('30', '28.5')}|两份报告返工，已加强复核`,
  `效益指标|社会效益指标|排查隐患数量|≥6处|7处|${pair('20', '20')}|无`,
  `满意度指标|服务对象满意度指标|群众满意度|≥90%|93%|${pair('10', '10')}|无`,
  `总分|||||${pair('100', '98')}|`,
]

const rows = [
  ['检测桥梁数量', '≥42座', '42座', '30', '30', '无'],
  ['检测报告合格率', '≥98%', '96%', '30', '28.5', '两份报告返工，已加强复核'],
  ['排查隐患数量', '≥6处', '7处', '20', '20', '无'],
  ['群众满意度', '≥90%', '93%', '10', '10', '无'],
]
const whole = { rows, money: [['10', '95%', '9.5']], total: '98' }

const spellings: readonly (readonly [head: string, pair: (points: string, score: string) => string])[] = [
  ['分值/得分', (points, score) => `${points}/${score}`],
  ['分值（得分）', (points, score) => `${points}（${score}）`],
  ['分值、自评得分', (points, score) => `${points}分 / ${score}分`],
  ['分值得分', (points, score) => `${points}、${score}`],
]

describe('points and score in one column', () => {
  it('are two columns of a sheet, however they are written', () => {
    for (const [head, pair] of spellings) {
      const [form] = recognise([sheetOfLines(lines(head, pair))]).forms
      expect(rowsOf(form!), head).toEqual(whole)
    }
  })

  it('are two in pipes, tabs, blanks and a line for each cell', () => {
    const [head, pair] = spellings[0]!
    const form = lines(head, pair)
    const pipes = form.map((line) => cellsOf(line).join(' | ')).join('\n')
    const gone = form.map((line) => cellsOf(line.replace(/^\|/, '')).join(' | ')).join('\n')
    const tabs = form.map((line) => cellsOf(line).join('\t')).join('\n')
    const spaced = form
      .map((line) =>
        cellsOf(line)
          .filter((cell) => cell !== '')
          .join(' '),
      )
      .join('\n')
    const cells = form
      .flatMap(cellsOf)
      .map((cell) => (cell === '' ? '|' : `${cell} |`))
      .join('\n')
    for (const text of [pipes, gone, tabs, spaced, cells]) expect(rowsOf(read(text).forms[0]!), text).toEqual(whole)
  })

  it('a figure alone is the points', () => {
    const form = lines('分值/得分', (points, score) => (points === '20' ? '20' : `${points}/${score}`))
    const alone = { ...whole, rows: rows.map((row) => (row[3] === '20' ? [...row.slice(0, 4), null, '无'] : row)) }
    const pipes = form.map((line) => cellsOf(line).join(' | ')).join('\n')
    expect(rowsOf(recognise([sheetOfLines(form)]).forms[0]!)).toEqual(alone)
    expect(rowsOf(read(pipes).forms[0]!)).toEqual(alone)
  })

  it('two such columns, merged cells and cells without a place in a file', () => {
    const wide = [
      '项目支出绩效自评表|<|<|<|<|<|<|<|<',
      '项目资金（万元）|<|全年预算数|全年执行数|分值/得分|执行率|<|<|<',
      '^|年度资金总额|80|76|10/9.5|95%|<|<|<',
      '一级指标|二级指标|三级指标|年度指标值|<|实际完成值|分值/得分|<|偏差原因',
      '产出指标|数量指标|检测桥梁数量|≥42座|<|42座|60/60|<|无',
      '满意度指标|服务对象满意度指标|群众满意度|≥90%|<|93%|30/30|<|无',
      '总分|<|<|<|<|<|100/99.5|<|',
    ]
    const grid = sheetOfLines(wide)
    const bare = { ...grid, cells: grid.cells.map(({ source: _, ...cell }) => cell) }
    for (const one of [grid, bare]) {
      expect(rowsOf(recognise([one]).forms[0]!)).toEqual({
        rows: [
          ['检测桥梁数量', '≥42座', '42座', '60', '60', '无'],
          ['群众满意度', '≥90%', '93%', '30', '30', '无'],
        ],
        money: [['10', '95%', '9.5']],
        total: '99.5',
      })
    }
  })

  it('rows of text without such a pair stay as they are', () => {
    const text = [
      '项目支出绩效自评表 | 2024年度',
      '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值/得分 | 偏差原因',
      '产出指标 | 数量指标 | 检测桥梁数量 | ≥42座 | 42座 | 60/60 | 无',
      '效益指标 | 社会效益指标 | 排查隐患',
      '满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 93% | 40/40 | 无',
      '总分 | 100/100',
    ].join('\n')
    const found = rowsOf(read(text).forms[0]!)
    expect(found.rows.map((row) => [row[0], row[3], row[4]])).toEqual([
      ['检测桥梁数量', '60', '60'],
      ['排查隐患', null, null],
      ['群众满意度', '40', '40'],
    ])
    expect(found.total).toBe('100')
    // A header of pairs over figures that are none is one column.
    const none = read(text.replaceAll('/60', '').replaceAll('/40', '').replace('100/100', '100')).forms[0]!
    expect(none.form.indicators.every(({ score }) => score.raw === '')).toBe(true)
  })
})
