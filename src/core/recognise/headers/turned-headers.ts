/** Headers of two rows and more without merges, where the levels stand below: one row in the order of the columns. */

import { gather } from '../../model/gather.ts'
import type { SourceCell, SourceRow } from '../source.ts'
import { blockLabel, indicatorHeader } from '../words.ts'
import { briefHeader } from './leaf-fields.ts'

/** 年度目标 and 目标 head targets, 完成 results, beside columns that say so themselves. */
function fieldOf(key: string): string | null {
  return indicatorHeader(key) ?? briefHeader(key) ?? (/^年度目标$/.test(key) ? 'target' : null)
}

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
  const upper = above.cells.map(({ key }, at) => (at === 0 && blockLabel(key) !== null ? null : fieldOf(key)))
  if (levels.length < 2 || levels.some((cell, at) => cell !== words[at]) || upper.some(isLevel)) return null
  const named: ReadonlySet<string | null> = new Set(words.map(({ key }) => indicatorHeader(key)))
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

/** 主管部门复核 over 完成值 and 得分. */
export const REVIEW = /复核|核查|抽查|复评/

/** Where the words of a row come twice at its end: 完成值 得分 完成值 得分; null where they do not. */
function twiceAtEnd(cells: readonly SourceCell[]): number | null {
  for (let count = 2; count * 2 <= cells.length; count++) {
    const from = cells.length - count * 2
    const isTwice = cells.slice(from, from + count).every(({ key }, at) => key === cells[from + count + at]!.key)
    if (isTwice && cells.slice(from).every(({ key }) => indicatorHeader(key) !== null)) return from
  }
  return null
}

/**
 * 单位自评 and 主管部门复核 over 完成值 and 得分 each, without merges: the words stand in the places of the two above them, the second time as those of
 * the review.
 */
export function withReview(rows: readonly SourceRow[]): readonly SourceRow[] {
  const cells = gather(rows, (row) => row.cells)
  const from = rows.length > 2 ? null : twiceAtEnd(cells)
  const at = cells.findIndex(({ key }) => REVIEW.test(key))
  if (from === null || at < 1 || at >= from) return rows
  const own = cells.slice(from)
  const middle = own.length / 2
  const parts = own.map((cell, index) => (index < middle ? cell : { ...cell, key: `复核${cell.key}` }))
  const order = [...cells.slice(0, at - 1), ...parts, ...cells.slice(at + 1, from)]
  const placed: SourceCell[] = []
  for (const cell of order) placed.push({ ...cell, column: Math.max(cell.column, (placed.at(-1)?.column ?? -1) + 1) })
  return [{ ...rows[0]!, cells: placed, width: Math.max(rows[0]!.width, placed.at(-1)!.column + 1) }]
}
