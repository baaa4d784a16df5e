/** Notes on the headers of the form: how its columns are filled in. */

import type { GridCell } from '../../core/model/index.ts'
import type { FormGrid } from './form-grid.ts'

const texts: Readonly<Record<string, string>> = {
  target: '指标值连同符号和单位写在一格，如 ≥60人、≤50万元、=8个、≥95%；定性指标写词，如 有效提升。符号用 ≥ ≤ = > < 。',
  actual:
    '实际完成值写法与指标值一致，单位相同，如 64人、48万元、96%；定性指标可从下拉词中选：达成预期指标等。不适用的，指标值写“不适用”。',
  weight: '只填数字。全部指标分值加预算执行分值应为100；合计不符时表头变红。',
  score:
    '灰底的得分按计分规则自动算出（见“核算与检查”表）。定性、时限等公式不能算的，请在得分格直接填写；得分不得超过分值。',
  note: '扣分、超额较多的，必须写明原因和改进措施。未写时本格变黄。',
  attribute: '从下拉中选 ≥、>、=、≤、<；定性指标选“定性”。',
}

const money: Readonly<Record<string, string>> = {
  'budgeted.total': '只填数字，单位见表头。合计行自动相加。',
  'executed.total': '只填数字。执行率、执行得分自动计算；执行数大于预算数时变红。',
}

/** The header over a column: the nearest one above the cell. */
function headerOver(grid: FormGrid, cell: GridCell | undefined): GridCell | undefined {
  if (cell === undefined) return undefined
  return grid.grid.cells
    .filter(
      ({ row, column, columnSpan, style }) =>
        style?.role === 'header' && row < cell.row && column <= cell.column && column + columnSpan > cell.column,
    )
    .at(-1)
}

export function headerNotes(grid: FormGrid): readonly { readonly cell: GridCell; readonly text: string }[] {
  const at = (path: string, text: string) => {
    const cell = headerOver(grid, grid.cell(path))
    return cell === undefined ? [] : [{ cell, text }]
  }
  return [
    ...Object.entries(texts).flatMap(([field, text]) => at(`indicators[0].${field}`, text)),
    ...Object.entries(money).flatMap(([field, text]) => at(`tasks[0].${field}`, text)),
  ]
}
