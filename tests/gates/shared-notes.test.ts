/** One remark in a cell merged over several rows is told of each row that lost points, and is no copy. */

import { expect, it } from 'vitest'
import { evaluate } from '../../src/core/evaluate/index.ts'
import { recognise } from '../../src/core/recognise/index.ts'
import { sheetOfLines } from '../support/sheet-of-lines.ts'

function rulesOn(second: string): readonly string[] {
  const { form, events, residue } = recognise([
    sheetOfLines([
      '2022年度项目支出绩效自评表',
      '项目名称|<|河道治理工程',
      '一级指标|二级指标|三级指标|目标值|完成值|分值|得分|偏差原因分析及改进措施',
      '产出指标|数量指标|治理河道长度|≥12.5公里|10.8公里|20|17.28|汛期影响施工，部分标段顺延，计划次年5月底前完工。',
      `^|时效指标|工程按期完成率|≥100%|86.4%|10|8.64|${second}`,
      '效益指标|社会效益指标|保护耕地面积|≥1.2万亩|1.2万亩|60|60|',
      '满意度指标|服务对象满意度指标|群众满意度|≥90%|93%|10|10|',
      '总分|<|<|<|<|100|95.92|',
    ]),
  ]).forms[0]!
  const { findings } = evaluate({ form, events, residue }).value!
  return findings.map(({ rule }) => rule).filter((rule) => ['note-copied', 'deduction-unexplained'].includes(rule))
}

it('a merged remark explains the rows it covers, and is no copy', () => {
  expect(rulesOn('^')).toEqual([])
  expect(rulesOn('')).toEqual(['deduction-unexplained'])
  expect(rulesOn('汛期影响施工，部分标段顺延，计划次年5月底前完工。')).toEqual(['note-copied'])
})
