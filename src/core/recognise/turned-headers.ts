/** Headers of two rows and more without merges, where the levels stand below: one row in the order of the columns. */

import type { SourceCell, SourceRow } from './source.ts'
import { blockLabel, indicatorHeader } from './words.ts'

/** 一级指标, 二级指标 or the name. */
export function isLevel(field: string | null): boolean {
  return field === 'level1' || field === 'level2' || field === 'name'
}

/**
 * 评价指标 指标说明 评分标准 自评分 over 一级指标 二级指标 三级指标 分值, or with 名称 and 权重 under each level: without merges the upper
 * words other than the label of the block head columns behind the levels.
 */
export function turned(rows: readonly SourceRow[]): readonly SourceRow[] {
  const [above, levels, pairs] = rows
  if (above === undefined || levels === undefined) return rows
  if (pairs === undefined) return underGroups(above, levels) ?? rows
  const isPaired = pairs.cells.filter(({ key }) => key === '名称').length >= 2
  if (!isPaired || !levels.cells.every(({ key }) => isLevel(indicatorHeader(key)))) return rows
  const behind = above.cells.filter(({ key }) => blockLabel(key) === null)
  return [{ ...levels, cells: [...levels.cells, ...behind], width: above.width }, pairs]
}

/**
 * Two header rows as one, the levels being named in the lower: 绩效指标 heads them, 年度指标值 or a word that nobody knows heads what stands
 * behind them below, and the upper words that the lower row does not name again head columns. Null where the levels stand above.
 */
function underGroups(above: SourceRow, below: SourceRow): readonly SourceRow[] | null {
  const words = below.cells.filter(({ key }) => blockLabel(key) === null)
  const levels = words.filter(({ key }) => isLevel(indicatorHeader(key)))
  const upper = above.cells.map(({ key }, at) => (at === 0 && blockLabel(key) !== null ? null : indicatorHeader(key)))
  if (levels.length < 2 || levels.some((cell, at) => cell !== words[at]) || upper.some(isLevel)) return null
  const named = new Set(words.map(({ key }) => indicatorHeader(key)))
  let parts = words.slice(levels.length)
  const order = [...levels]
  above.cells.forEach(({ key }, at) => {
    const heads = upper[at] !== null && !named.has(upper[at]!)
    if (heads) order.push(above.cells[at]!)
    else if (at > 0 || blockLabel(key) !== 'indicators') parts = parts.filter((cell) => order.push(cell) === 0)
  })
  order.splice(levels.length, 0, ...parts)
  const cells: SourceCell[] = []
  // The words above may have lost the width of what stands left of them.
  for (const cell of order) cells.push({ ...cell, column: Math.max(cell.column, (cells.at(-1)?.column ?? -1) + 1) })
  const width = Math.max(above.width, below.width, cells.at(-1)!.column + 1)
  return [{ ...below, cells, width }]
}
