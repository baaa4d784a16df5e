/** Rows of a blank indicator table under their labels, and which of these blocks an indicator belongs to. */

import type { Indicator } from '../model/index.ts'
import { keyOf } from '../recognise/source.ts'
import { bareWord } from '../recognise/words.ts'
import { level1Of, level2Of } from '../rulebook/index.ts'
import type { BlankRow } from './allocate.ts'
import { isPlaceholder } from './blanks.ts'
import type { Board, Spot } from './board.ts'
import type { Columns } from './columns.ts'
import type { Region } from './region.ts'

export interface IndicatorRow extends BlankRow {
  /** The cells of its labels; null where the table has no such column. */
  readonly spot1: Spot | null
  readonly spot2: Spot | null
}

/** Rows that follow one another under the same labels; '' where none is printed. */
export interface Block {
  readonly rows: IndicatorRow[]
  readonly level1: string
  readonly level2: string
}

/** For matching: the label of the taxonomy, without points and numbering. */
export function labelKey(text: string): string {
  const key = keyOf(text)
  if (key === '' || isPlaceholder(key)) return ''
  const name = level1Of(key)?.name ?? level2Of(key)?.name ?? bareWord(key)
  return name.replace(/指标$/, '')
}

/** Names of indicators are compared without marks and numbering. */
export function nameKey(text: string): string {
  const key = keyOf(text)
  return isPlaceholder(key) ? '' : key.replace(/^[★*☆●]+/, '').replace(/^(?:指标)?\d{1,2}[:.、]/, '')
}

export function blocksOf(board: Board, region: Region, columns: Columns): Block[] {
  const blocks: Block[] = []
  const column = (field: string) => columns.get(field)
  const [at1, at2, atName] = [column('level1'), column('level2'), column('name')]
  let [level1, level2] = ['', '']
  for (let row = region.first; row <= region.last; row++) {
    const nameSpot = board.spot(row, atName ?? at2 ?? at1 ?? 0)
    // A row under a name merged downwards is part of the row above.
    if (nameSpot === null || board.isHidden(row) || (atName !== undefined && nameSpot.row !== row)) continue
    const spot1 = at1 === undefined ? null : board.spot(row, at1)
    const spot2 = at2 === undefined ? null : board.spot(row, at2)
    const own1 = spot1 === null ? '' : labelKey(spot1.text)
    const own2 = spot2 === null || spot2 === spot1 ? '' : labelKey(spot2.text)
    // A label stands in the first of its rows where it is not merged.
    if (own1 !== '' && own1 !== level1) level2 = ''
    if (own1 !== '') level1 = own1
    if (own2 !== '') level2 = own2
    const last = blocks.at(-1)
    const made: IndicatorRow = { row, name: atName === undefined ? '' : nameKey(nameSpot.text), spot1, spot2 }
    if (last !== undefined && last.level1 === level1 && last.level2 === level2) last.rows.push(made)
    else blocks.push({ rows: [made], level1, level2 })
  }
  return blocks
}

const SATISFACTION = /满意/

function isLike(a: string, b: string): boolean {
  return a === b || (SATISFACTION.test(a) && SATISFACTION.test(b))
}

/** The block for an indicator, and whether its labels are those of the block. `null` where the table has no row at all. */
export function blockFor(
  blocks: readonly Block[],
  indicator: Indicator,
): { readonly block: Block; readonly fits: boolean } | null {
  const level1 = labelKey(indicator.level1.cell.raw)
  const level2 = labelKey(indicator.level2.cell.raw)
  const isSame1 = (block: Block) => block.level1 === '' || level1 === '' || isLike(block.level1, level1)
  const exact = blocks.find((block) => block.level2 !== '' && isSame1(block) && isLike(block.level2, level2))
  // 效益指标 over 满意度指标 is 满意度指标 over 服务对象满意度指标 of other places.
  const other = exact ?? blocks.find((block) => block.level2 !== '' && level2 !== '' && isLike(block.level2, level2))
  const first =
    other ?? blocks.find((block) => block.level2 === '' && block.level1 !== '' && isLike(block.level1, level1))
  const found = first ?? blocks.find((block) => block.level1 === '' && block.level2 === '')
  if (found !== undefined) return { block: found, fits: true }
  const near = blocks.findLast((block) => isLike(block.level1, level1)) ?? blocks.at(-1)
  return near === undefined ? null : { block: near, fits: false }
}
