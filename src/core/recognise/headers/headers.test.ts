/** One table under many headers: whatever they say and however they are stacked, its rows say the same. */

import { describe, expect, it } from 'vitest'
import { sheetOfLines } from '../../../../tests/support/sheet-of-lines.ts'
import { recognise } from '../index.ts'

/** What stands in the rows below a column. */
const values = {
  target: ['≥100人', '≥95%', '≥80%', '≥90%'],
  actual: ['120人', '96%', '85%', '93%'],
  weight: ['30', '20', '30', '10'],
  score: ['30', '20', '30', '10'],
  note: ['', '', '', ''],
  sign: ['≥', '≥', '≥', '≥'],
  figure: ['100', '95', '80', '90'],
  unit: ['人', '%', '%', '%'],
  rule: ['按比例得分', '按比例得分', '按比例得分', '按比例得分'],
  source: ['培训记录', '培训记录', '培训记录', '培训记录'],
  rate: ['120%', '101%', '106%', '103%'],
  half: ['60人', '96%', '85%', '93%'],
  yes: ['是', '是', '是', '是'],
} as const

type Column = keyof typeof values

const labels = [
  '产出指标|数量指标|培训人数',
  '^|质量指标|培训合格率',
  '效益指标|社会效益|知晓率',
  '满意度指标|服务对象满意度|学员满意度',
]

function formUnder(header: readonly string[], columns: readonly Column[]) {
  const rows = labels.map((label, row) => [label, ...columns.map((column) => values[column][row]!)].join('|'))
  const width = columns.length + 3
  const lines = ['2023年度项目支出绩效自评表', `项目名称|技能培训${'|<'.repeat(width - 2)}`, ...header, ...rows]
  const [found, ...others] = recognise([sheetOfLines(lines)]).forms
  expect(others).toEqual([])
  return found!.form
}

const levels = '一级指标|二级指标|三级指标'
/** Header rows, and what stands below their columns behind the names. */
const headers: readonly (readonly [readonly string[], readonly Column[]])[] = [
  // Nothing but the levels in the lower row.
  [
    ['指标|<|<|评分标准|目标值|完成值|分值|得分|原因', `${levels}|^|^|^|^|^|^`],
    ['rule', 'target', 'actual', 'weight', 'score', 'note'],
  ],
  [
    ['绩效指标|<|<|指标性质|指标值|度量单位|实际完成值|偏差原因分析及改进措施', `${levels}|^|^|^|^|^`],
    ['sign', 'figure', 'unit', 'actual', 'note'],
  ],
  [
    ['绩效指标|<|<|年度指标值|实际完成值', `${levels}|^|^`],
    ['target', 'actual'],
  ],
  // Nothing but the levels in the upper row, beside groups.
  [
    ['一级指标|二级指标|三级指标|绩效目标|<|自评情况|<|偏差分析', '^|^|^|目标值|分值|完成值|得分|^'],
    ['target', 'weight', 'actual', 'score', 'note'],
  ],
  [
    ['考核指标|<|<|考核标准|<|自评结果|<|备注', `${levels}|目标值|分值|实际值|得分|^`],
    ['target', 'weight', 'actual', 'score', 'note'],
  ],
  [
    ['指标体系|<|<|目标|<|完成|<|说明', `${levels}|年初|调整后|完成值|得分|^`],
    ['target', 'target', 'actual', 'score', 'note'],
  ],
  [
    ['一级指标|二级指标|三级指标|年度指标值|全年完成情况|<|<|分值|得分', '^|^|^|^|完成值|偏差度|是否完成|^|^'],
    ['target', 'actual', 'rate', 'yes', 'weight', 'score'],
  ],
  // One header over the labels and the names.
  [['指标名称|<|<|设定值|完成值|分值|得分|差异原因'], ['target', 'actual', 'weight', 'score', 'note']],
  [['指标类别|指标分类|具体指标|预期值|实际值|满分|得分|未完成原因'], ['target', 'actual', 'weight', 'score', 'note']],
  // What holds a known word is none where another is that word.
  [
    [`${levels}|指标值类型|指标值|计量单位|权重|完成值|得分|完成率`],
    ['sign', 'figure', 'unit', 'weight', 'actual', 'score', 'rate'],
  ],
  // Words that no list holds.
  [[`${levels}|预期绩效|实际绩效|分值|得分|偏差原因`], ['target', 'actual', 'weight', 'score', 'note']],
  [
    [`${levels}|评分规则|年初目标|全年完成|标准分|自评分|佐证材料`],
    ['rule', 'target', 'actual', 'weight', 'score', 'source'],
  ],
  [
    [`${levels}|指标目标|指标完成|指标权重|指标得分|未达标原因及整改措施`],
    ['target', 'actual', 'weight', 'score', 'note'],
  ],
  // Levels in words that stand for either, or too short to stand alone.
  [['维度|分类|指标|指标值|完成值|分值|得分'], ['target', 'actual', 'weight', 'score']],
  [['指标类型|指标分类|指标名称|目标值|权重|完成值|自评得分'], ['target', 'weight', 'actual', 'score']],
  // Why a target was missed, in many words.
  [
    [`${levels}|指标值|完成值|分值|得分|未完成原因分析及拟采取的改进措施`],
    ['target', 'actual', 'weight', 'score', 'note'],
  ],
  [[`${levels}|评价标准|目标|实际|分数|得分`], ['rule', 'target', 'actual', 'weight', 'score']],
  [[`${levels}|年度指标值|半年完成值|全年完成值|分值|得分`], ['target', 'half', 'actual', 'weight', 'score']],
]

describe.each(headers)('below %s', (header, columns) => {
  it('the rows say what they say', () => {
    const { indicators } = formUnder(header, columns)
    const isSplit = columns.includes('sign')
    const has = (column: Column): boolean => columns.includes(column)
    expect(
      indicators.map(({ level1, level2, name, target, weight, actual, score }) =>
        [level1.cell, level2.cell, name, target, weight, actual, score].map(({ raw }) => raw),
      ),
    ).toEqual(
      ['产出指标', '产出指标', '效益指标', '满意度指标'].map((level1, row) => {
        const [, level2, name] = labels[row]!.split('|')
        const target = isSplit ? `≥ ${values.figure[row]} ${values.unit[row]}` : values.target[row]
        return [
          level1,
          level2,
          name,
          target,
          has('weight') ? values.weight[row] : '',
          values.actual[row],
          has('score') ? values.score[row] : '',
        ]
      }),
    )
  })
})

describe('columns that no word tells', () => {
  it('stay what they are where two speak of the same, and lose nothing', () => {
    const [row] = formUnder(
      [`${levels}|预期绩效|预期成效|完成情况|分值|得分`],
      ['target', 'half', 'actual', 'weight', 'score'],
    ).indicators
    expect([row!.target.raw, row!.extra.预期绩效?.raw, row!.extra.预期成效?.raw]).toEqual(['', '≥100人', '60人'])
  })

  it('are told as taken by their place', () => {
    const lines = [
      '项目支出绩效自评表',
      `${levels}|指标目标|指标完成|分值|得分`,
      '产出指标|数量指标|培训人数|≥100人|120人|30|30',
    ]
    const [found] = recognise([sheetOfLines(lines)]).forms
    expect(found!.events.map(({ kind }) => kind)).toContain('word-mended')
  })
})
