/** Drop-downs, limits and prompts of the form's sheet. */

import type { FormPath } from '../../core/model/index.ts'
import { labelNames } from '../../core/rulebook/index.ts'
import { gradeWords, level1Words } from '../../core/texts/index.ts'
import type { Validation } from '../../writers/xlsx/index.ts'
import type { CalculatedRow } from './calculation.ts'
import { rangeOf } from './form-formulas.ts'
import type { FormGrid } from './form-grid.ts'
import type { SheetRules } from './sheet-rules.ts'

const level2Names = ['数量', '质量', '时效', '成本', '经济效益', '社会效益', '生态效益', '可持续影响', '服务对象满意度']
  .map((word) => `${word}指标`)
  .filter((name) => labelNames.includes(name))

/** Name of the workbook for the words of completion. */
export const completionList = 'zp_completion'

const grades = Object.values(gradeWords).map(({ zh }) => zh)
const mostMoney = '1000000000000'

export function formValidations(
  grid: FormGrid,
  rows: readonly CalculatedRow[],
  rules: SheetRules | null,
  locked: ReadonlySet<FormPath>,
): readonly Validation[] {
  const validations: Validation[] = []
  const paths = (field: string, from = 0): readonly FormPath[] =>
    grid.form.indicators.slice(from).map((_, index) => `indicators[${from + index}].${field}`)
  const range = (field: string, from = 0) => rangeOf(grid, paths(field, from))
  const add = (cells: string | null | undefined, validation: Omit<Validation, 'cells'>) => {
    if (cells !== null && cells !== undefined && cells !== '') validations.push({ cells, ...validation })
  }
  add(range('weight'), {
    rule: { kind: 'number', least: '0', most: '100' },
    strength: 'stop',
    error: '分值须为0至100的数字。',
  })
  const byHand = paths('score').filter((path) => grid.at(path) !== undefined && !locked.has(path))
  const weight = byHand[0] === undefined ? undefined : grid.at(byHand[0].replace('score', 'weight'))
  if (weight !== undefined) {
    add(byHand.map((path) => grid.at(path)).join(' '), {
      rule: { kind: 'number', least: '0', most: weight },
      strength: 'stop',
      error: '得分须为0至本指标分值之间的数字。',
    })
  }
  const words = paths('actual').filter((_, index) => rows[index]?.takesWords !== false)
  if (rules !== null) {
    add(words.flatMap((path) => grid.at(path) ?? []).join(' '), {
      rule: { kind: 'listAt', range: completionList },
      strength: 'offer',
      prompt: { title: '实际完成值', text: '数字指标照填数字和单位；定性指标可从下拉中选词。' },
    })
  }
  add(range('attribute'), { rule: { kind: 'list', words: ['≥', '>', '=', '≤', '<', '定性'] }, strength: 'offer' })
  add(range('extra.isCore'), { rule: { kind: 'list', words: ['是', '否'] }, strength: 'offer' })
  const { indicators: own } = grid.own
  const level1Names = Object.entries(level1Words).flatMap(([kind, { zh }]) => (kind === 'other' ? [] : [zh]))
  add(range('level1', own), { rule: { kind: 'list', words: level1Names }, strength: 'offer' })
  add(range('level2', own), { rule: { kind: 'list', words: level2Names }, strength: 'offer' })
  const target = range('target')
  add(target, {
    rule: { kind: 'any' },
    strength: 'offer',
    prompt: { title: '年度指标值', text: '符号、数字、单位写在一起：≥60人、≤50万元、=8个；定性指标写词。' },
  })
  if (!locked.has('grade'))
    add(grid.at('grade'), { rule: { kind: 'list', words: grades }, strength: 'stop', error: '评级为优、良、中、差。' })
  const money = grid.form.tasks.flatMap((task, index) =>
    task.role === 'group'
      ? []
      : [
          'initialBudget',
          ...['budgeted', 'executed'].flatMap((side) =>
            ['total', 'appropriation', 'otherFunds', 'carryOver'].map((part) => `${side}.${part}`),
          ),
        ]
          .map((field) => `tasks[${index}].${field}`)
          .filter((path) => grid.at(path) !== undefined && !locked.has(path)),
  )
  add(money.map((path) => grid.at(path)).join(' '), {
    rule: { kind: 'number', least: '0', most: mostMoney },
    strength: 'warn',
    error: '金额应为不小于0的数字，单位见表头。',
  })
  return validations
}
