/**
 * 资金管理情况 | 情况说明 | 分值 | 得分 | 存在问题和改进措施, between the money and the goals, as forms of Henan have it: the use of the money
 * is scored too. Its rows become those of a table of indicators, with the label of the block as their first level.
 */

import { gather } from '../../model/gather.ts'
import { kindOf } from '../kinds.ts'
import { keyOf, type SourceCell, type SourceRow } from '../source.ts'
import { bareWord } from '../words.ts'

const BLOCK = /^资金(?:使用)?管理(?:情况)?$/
const ITEM =
  /^(?:资金|预算)?(?:安排科学性|分配科学性|下达及时性|拨付合规性|使用规范性|执行准确性|预算绩效管理情况|支出责任履行情况)$/
const LEAST = 2

const keys = {
  level1: keyOf('一级指标'),
  name: keyOf('三级指标'),
  actual: keyOf('实际完成值'),
  note: keyOf('偏差原因'),
}

function isHeader({ cells }: SourceRow): boolean {
  const [first] = cells
  if (first === undefined || !first.key.startsWith('资金') || !BLOCK.test(bareWord(first.key))) return false
  const words = cells.map(({ key }) => bareWord(key))
  return ['情况说明', '分值', '得分'].every((word) => words.includes(word))
}

/** 安排科学性 | 依据充分 | 5 | 5 | 无: the name, what is said of it, its two figures, the remark; null for any other row. */
function partsOf({ cells }: SourceRow): readonly (SourceCell | undefined)[] | null {
  const own = cells.filter(({ key }) => !BLOCK.test(bareWord(key)))
  const at = own.findIndex(({ key }) => kindOf(key) === 'number')
  if (at < 1 || at > 2 || own.length > at + 3 || !ITEM.test(bareWord(own[0]!.key))) return null
  return [own[0], at === 2 ? own[1] : undefined, own[at], own[at + 1], own[at + 2]]
}

function rowOf(row: SourceRow, cells: readonly (SourceCell | undefined)[]): SourceRow {
  const placed = gather(cells, (cell, column) =>
    cell === undefined ? [] : [{ ...cell, column, columnSpan: 1, rowSpan: 1 }],
  )
  return { ...row, cells: placed, width: cells.length, blanks: [] }
}

/** The rows, each such block as a table of indicators. */
export function managementRows(rows: readonly SourceRow[]): readonly SourceRow[] {
  const at = rows.findIndex(isHeader)
  if (at < 0) return rows
  const items: (readonly (SourceCell | undefined)[])[] = []
  for (const row of rows.slice(at + 1)) {
    const parts = partsOf(row)
    if (parts === null) break
    items.push(parts)
  }
  if (items.length < LEAST) return rows
  const { cells } = rows[at]!
  const [block] = cells
  const head = (word: string): SourceCell | undefined => cells.find(({ key }) => bareWord(key) === word)
  const header = rowOf(rows[at]!, [
    { ...block!, key: keys.level1 },
    { ...block!, key: keys.name },
    { ...head('情况说明')!, key: keys.actual },
    head('分值'),
    head('得分'),
    { ...cells.at(-1)!, key: keys.note },
  ])
  const below = items.map((parts, index): SourceRow => {
    const row = rowOf(rows[at + 1 + index]!, [index === 0 ? block : undefined, ...parts])
    return { ...row, item: true }
  })
  return [...rows.slice(0, at), header, ...below, ...rows.slice(at + 1 + items.length)]
}
