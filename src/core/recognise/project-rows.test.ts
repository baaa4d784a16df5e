/** One table for many projects: each is a form of its own, wherever borders say which rows are whose. */

import { describe, expect, it } from 'vitest'
import { readForms } from '../../../tests/support/check-form.ts'
import { sheetOfLines } from '../../../tests/support/sheet-of-lines.ts'
import { recognise, toPlain } from './index.ts'

const lines = [
  '部门预算项目支出绩效目标表（2023年度）',
  '单位名称|项目名称|预算数|年度目标|一级指标|二级指标|三级指标|指标性质|指标方向|指标值|度量单位|权重',
  '云溪县图书馆|馆舍维护|30.00|馆舍安全|产出指标|数量指标|维护面积|正向|大于等于|2000|平方米|50',
  '|||设备完好||质量指标|完好率|正向|等于|100|%|40',
  '|图书购置|50.00|购置图书|产出指标|数量指标|购置册数|正向|大于等于|9000|册|60',
  '||||满意度指标|服务对象满意度指标|读者满意度|定性||提升||30',
]

function plain(forms: ReturnType<typeof recognise>['forms']) {
  return forms.map(({ form }) => {
    const { project, department, fiscalYear, goals, tasks, indicators } = toPlain(form)
    return {
      head: [department, project, fiscalYear],
      goals: goals.map(({ stated }) => stated),
      money: tasks.map(({ name, budgeted }) => [name, budgeted]),
      rows: indicators.map(({ level1, level2, name, target, weight }) => [level1, level2, name, target, weight]),
    }
  })
}

const expected = [
  {
    head: ['云溪县图书馆', '馆舍维护', '2023'],
    goals: ['馆舍安全设备完好'],
    money: [['预算数', '30.00']],
    rows: [
      ['产出指标', '数量指标', '维护面积', '大于等于 2000 平方米', '50'],
      ['产出指标', '质量指标', '完好率', '等于 100 %', '40'],
    ],
  },
  {
    head: ['云溪县图书馆', '图书购置', '2023'],
    goals: ['购置图书'],
    money: [['预算数', '50.00']],
    rows: [
      ['产出指标', '数量指标', '购置册数', '大于等于 9000 册', '60'],
      ['满意度指标', '服务对象满意度指标', '读者满意度', '定性 提升', '30'],
    ],
  },
]

describe('one table of many projects', () => {
  it('is a form for each of them', () => {
    const { forms } = recognise([sheetOfLines(lines)])
    expect(plain(forms)).toEqual(expected)
    expect(forms.flatMap(({ residue }) => residue.unread)).toEqual([])
    // Which way is better stands beside the sign.
    expect(forms[0]!.form.indicators[0]!.extra.指标性质?.raw).toBe('正向')
  })

  it('with its columns above the levels, a name filled down, and a note below', () => {
    const { forms } = recognise([
      sheetOfLines([
        '项目名称|预算数|绩效指标||||',
        '||一级指标|二级指标|三级指标|指标值|权重',
        '馆舍维护|30|产出指标|数量指标|维护面积|≥2000平方米|50',
        '馆舍维护||产出指标|质量指标|完好率|100%|40',
        '图书购置|50|产出指标|数量指标|购置册数|≥9000册|60',
        '注：预算数以批复为准。||||||',
      ]),
    ])
    expect(plain(forms).map(({ head, rows }) => [head[1], rows.length])).toEqual([
      ['馆舍维护', 2],
      ['图书购置', 1],
    ])
  })

  it('in rows that leave merged cells out', () => {
    const { forms } = readForms(
      [
        lines[0]!,
        `${lines[1]} |`,
        `${lines[2]} |`,
        '质量指标|完好率|正向|等于|100|%|40 |',
        '图书购置|50.00|购置图书|产出指标|数量指标|购置册数|正向|大于等于|9000|册|60 |',
        '满意度指标|服务对象满意度指标|读者满意度|定性| |提升| |30 |',
      ]
        .join('\n')
        .replaceAll('|', ' | '),
    )
    expect(plain(forms).map(({ head, money }) => [head, money])).toEqual(
      expected.map(({ head, money }) => [head, money]),
    )
    expect(plain(forms).map(({ rows }) => rows.length)).toEqual([2, 2])
  })

  it('is refused with its reason where the borders are gone', () => {
    const spaced = lines.map((line) =>
      line
        .split('|')
        .filter((cell) => cell !== '')
        .join(' '),
    )
    const { forms, findings } = readForms(spaced.join('\n'))
    expect(forms).toEqual([])
    expect(findings[0]).toMatchObject({ rule: 'recognise/no-form', message: 'borderless' })
  })

  it('is none where no project stands below', () => {
    const { forms } = recognise([
      sheetOfLines([
        '项目名称|年度目标|一级指标|二级指标|三级指标|指标值',
        '||产出指标|数量指标|维护面积|≥2000平方米',
        '|||质量指标|完好率|≥95%',
      ]),
    ])
    expect(forms).toHaveLength(1)
  })
})
