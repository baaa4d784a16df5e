/** Columns of labels that the header does not name: 产出及效果 | 指标内容 over two columns. The labels below say what they are. */

import { gather } from '../../model/gather.ts'
import { level1Of, level2Of } from '../../rulebook/index.ts'
import type { SourceRow } from '../source.ts'
import type { Header, Leaf } from './headers.ts'

/** How many cells of a column are labels of a level. */
function labelsIn(rows: readonly SourceRow[], column: number, isLabel: (key: string) => boolean): number {
  return rows.filter(({ cells }) => cells.some((cell) => cell.column === column && isLabel(cell.key))).length
}

const ENOUGH = 2

/** A misread 一级指标 is mended as a word, or said to be damaged. */
const OVER_LEVELS = /产出|效果|效益|类别|分类|内容|考核/

/** Rows that left out what is merged over them, one cell wider than the header at most: the name's header stands over two columns. */
function widened(header: Header, rows: readonly SourceRow[]): Header {
  const at = header.leaves.findIndex(({ field }) => field === 'name')
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const isLabelled =
    rows.filter(({ cells }) => cells.slice(0, 2).some(({ key }) => level2Of(key) !== null)).length >= ENOUGH
  const isNarrow = at >= 0 && header.leaves[at + 1]?.column === header.leaves[at]!.column + 1
  if (!isNarrow || widest !== header.leaves.length + 1 || !isLabelled) return header
  const leaves = gather(header.leaves, (leaf, index): Leaf[] => {
    const behind = { ...leaf, column: leaf.column + 1 }
    if (index === at) return [{ ...leaf, field: 'level2' }, behind]
    return [index > at ? behind : leaf]
  })
  return { ...header, leaves }
}

/** The header with such columns named; only where its positions come from the source. */
export function withLevelColumns(given: Header, rows: readonly SourceRow[]): Header {
  const isOpen = !given.leaves.some(({ field }) => field === 'level2') && given.positioned
  const header = isOpen ? widened(given, rows) : given
  const at = header.leaves.findIndex(({ field }) => field === 'name')
  const name = header.leaves[at]
  if (name === undefined || !header.positioned) return header
  // A column whose header is blank is the name's, too.
  const span = (header.leaves[at + 1]?.column ?? name.column + name.columnSpan) - name.column
  const has = (field: string): boolean => header.leaves.some((leaf) => leaf.field === field)
  const labelled = (column: number, isLabel: (key: string) => boolean): boolean =>
    labelsIn(rows, column, isLabel) >= ENOUGH
  const isLevel1 = (key: string): boolean => level1Of(key) !== null
  const isLevel2 = (key: string): boolean => level2Of(key) !== null
  // Labels of both levels, or of the second, may stand under the header of the names.
  const isBoth = span > 2 && !has('level1') && labelled(name.column, isLevel1) && labelled(name.column + 1, isLevel2)
  const isOne = span > 1 && labelled(name.column, isLevel2)
  // 绩效指标 over 产出指标 and the names beside it.
  const isFirst = span > 1 && at === 0 && !has('level1') && labelled(name.column, isLevel1)
  const labels = isBoth ? ['level1', 'level2'] : isFirst ? ['level1'] : isOne ? ['level2'] : []
  const under = has('level2') ? [] : labels
  const own: readonly Leaf[] =
    under.length === 0
      ? [name]
      : [
          ...under.map((field, at) => ({ ...name, field, column: name.column + at, columnSpan: 1 })),
          { ...name, column: name.column + under.length, columnSpan: span - under.length },
        ]
  const before = header.leaves.slice(0, at).map((leaf) => {
    const isUnnamed = leaf.field.startsWith('?') && OVER_LEVELS.test(leaf.cells.at(-1)!.key)
    if (isUnnamed && !has('level1') && labelled(leaf.column, isLevel1)) return { ...leaf, field: 'level1' }
    return isUnnamed && !has('level2') && labelled(leaf.column, isLevel2) ? { ...leaf, field: 'level2' } : leaf
  })
  if (under.length === 0 && before.every((leaf, index) => leaf === header.leaves[index])) return header
  return { ...header, leaves: [...before, ...own, ...header.leaves.slice(at + 1)] }
}
