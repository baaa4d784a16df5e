/** Labels of an indicator table after rows were added: which rows share one, which are written, which stay. */

import { labelText } from '../layout/printed-text.ts'
import type { Form, Indicator, RowAt } from '../model/index.ts'
import type { Columns } from './columns.ts'
import type { Block, IndicatorRow } from './indicator-blocks.ts'
import type { PlanBuilder } from './plan-builder.ts'

/** A row of the filled table, top to bottom. */
interface FilledRow {
  readonly at: RowAt
  readonly source: IndicatorRow
  readonly block: Block
  readonly indicator: number | null
  /** Its labels are its own, not those of the block. */
  readonly isOther: boolean
}

const levels = ['level1', 'level2'] as const
type Level = (typeof levels)[number]

function isUnlabelled(block: Block): boolean {
  return block.level1 === '' && block.level2 === ''
}

/** Points are printed in labels where the form has any. */
function labelOf(indicator: Indicator, level: Level): string {
  return labelText(indicator[level], true)
}

/** What tells labels apart: rows that follow one another with the same one share a cell; null stands alone. */
function identity(row: FilledRow, level: Level, form: Form): string | null {
  const spot = level === 'level1' ? row.source.spot1 : row.source.spot2
  const indicator = row.indicator === null ? null : form.indicators[row.indicator]!
  if (row.isOther && indicator !== null) {
    const shares = level === 'level1' && labelOf(indicator, level) !== '' && row.block.level1 !== ''
    // A label of level 2 that the form lacks stands in a block of level 1 that it may have.
    if (!shares || !isSameLevel1(row, indicator))
      return `own:${labelOf(indicator, 'level1')}:${level}:${labelOf(indicator, level)}`
  } else if (isUnlabelled(row.block)) {
    return indicator === null ? null : `own:${labelOf(indicator, 'level1')}:${level}:${labelOf(indicator, level)}`
  }
  if (spot === null) return null
  if (spot.rowSpan > 1 || row.at.copy === 0) return `${spot.row}`
  const isAlone = row.block.rows.length === 1
  return isAlone ? `${spot.row}` : null
}

function isSameLevel1(row: FilledRow, indicator: Indicator): boolean {
  return row.block.level1 !== '' && labelOf(indicator, 'level1').startsWith(row.block.level1)
}

/** Writes the labels that the blank form does not print, and merges those of the rows that share one. */
export function placeLabels(
  plan: PlanBuilder,
  columns: Columns,
  rows: readonly FilledRow[],
  nameOf: (level: Level) => string,
): void {
  const { form, board } = plan
  const [top, bottom] = [rows[0]?.source.row, rows.at(-1)?.source.row]
  if (top === undefined || bottom === undefined) return
  for (const level of levels) {
    const column = columns.get(level)
    if (column === undefined) continue
    const spots = rows.map((row) => (level === 'level1' ? row.source.spot1 : row.source.spot2))
    // A label merged over both columns is none of this column alone.
    const width = spots.reduce((least, spot) => Math.min(least, spot?.columnSpan ?? 1), Number.POSITIVE_INFINITY)
    const ids = rows.map((row, index) => (spots[index]?.columnSpan === width ? identity(row, level, form) : null))
    const runs: { from: RowAt; to: RowAt }[] = []
    for (let from = 0; from < rows.length; ) {
      let to = from
      while (ids[from] !== null && ids[to + 1] === ids[from]) to++
      if (to > from) runs.push({ from: rows[from]!.at, to: rows[to]!.at })
      const row = rows[from]!
      const writes = row.indicator !== null && ids[from]?.startsWith('own:') === true
      if (writes) {
        const text = labelOf(form.indicators[row.indicator!]!, level)
        plan.putLabel(row.at, column, { text, path: `indicators[${row.indicator!}].${level}` }, nameOf(level))
      }
      from = to + 1
    }
    // Labels repeated in each row are repeated in the added ones.
    rows.forEach((row, index) => {
      if (row.at.copy === 0 || ids[index] !== null || row.isOther) return
      const spot = spots[index]
      if (spot != null && spot.text.trim() !== '' && spot.rowSpan === 1) {
        plan.putLabel(
          row.at,
          column,
          { text: spot.text, path: `indicators[${row.indicator ?? 0}].${level}` },
          nameOf(level),
        )
      }
    })
    const changes = rows.some((row, index) => row.at.copy > 0 || ids[index]?.startsWith('own:') === true)
    if (changes) {
      const last = board.spot(bottom, column)
      plan.relabel({
        column,
        columnSpan: width,
        top,
        bottom: last === null ? bottom : Math.max(bottom, last.row + last.rowSpan - 1),
        runs,
      })
    }
  }
}

export type { FilledRow }
