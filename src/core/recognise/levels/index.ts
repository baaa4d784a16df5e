/** Gives every row of an indicator table its level-1 and level-2 label. */

import { gather } from '../../model/gather.ts'
import { emptyLabel, type Label, type Level1 } from '../../model/index.ts'
import { level1Of, level2Of } from '../../rulebook/index.ts'
import { readNumber } from '../../values/index.ts'
import { cellFrom, type Ledger } from '../ledger.ts'
import { keyOf } from '../source.ts'
import type { TableRow } from '../table.ts'
import { type LabelColumn, type LabelEntry, readLabels } from './labels.ts'
import { assignBoth, keepInLevel1, type Owners, stopAtLevel1 } from './owners.ts'

export interface RowLevels {
  readonly level1: Label
  readonly level1Kind: Level1
  readonly level2: Label
}

function columnOf(rows: readonly TableRow[], field: 'level1' | 'level2'): LabelColumn {
  const column = readLabels(
    gather(rows, (row, index) => (row.fields.get(field) ?? []).map((cell) => ({ row: index, cell }))),
  )
  // Points of the blocks may have a column of their own.
  const labels = column.labels.map((label): LabelEntry => {
    const cell = rows[label.row]!.fields.get(`${field}Points`)?.[0]
    if (cell === undefined || label.points !== '' || !/^\d+(?:\.\d+)?(?:分|%)?$/.test(cell.key)) return label
    return { ...label, points: cell.key.replace(/[分%]$/, ''), pointsCell: cell }
  })
  return { ...column, labels }
}

function settle(column: LabelColumn, rows: readonly TableRow[], ledger: Ledger): void {
  ledger.ignore('pageNumber', column.pageNumbers)
  ledger.ignore('label', column.blockLabels)
  for (const cell of column.pageNumbers) ledger.event('page-number', [cell], { text: cell.text })
  for (const { cell, name } of column.cut) ledger.event('label-repaired', [cell], { text: cell.text, takenFor: name })
  for (const { cell, takenFor } of column.mended) {
    ledger.use([cell])
    ledger.event('word-mended', [cell], { text: cell.text, takenFor })
  }
  for (const label of column.labels) {
    if (label.cells.length > 1) {
      ledger.event('label-repaired', label.cells, {
        text: label.cells.map((cell) => cell.text).join(' + '),
        takenFor: label.name,
      })
    }
  }
  for (const { cell, takenFor, row } of column.unreadable) {
    ledger.ignore('label', [cell])
    ledger.event('label-unreadable', [cell], { text: cell.text, takenFor, row: rows[row]!.row.index + 1 })
  }
}

function makeLabel(entry: LabelEntry, ledger: Ledger): Label {
  ledger.use(entry.cells)
  if (entry.pointsCell !== null) ledger.use([entry.pointsCell])
  const cell = cellFrom(entry.cells[0]!, entry.name, entry.name === '' ? null : entry.name)
  if (entry.points === '') return { cell, points: emptyLabel.points }
  return { cell, points: cellFrom(entry.pointsCell ?? {}, entry.points, readNumber(entry.points).value) }
}

function insideEvents(column: LabelColumn, owners: Owners, rows: readonly TableRow[], ledger: Ledger): void {
  const from = new Map<number, number>()
  const to = new Map<number, number>()
  owners.owner.forEach((label, row) => {
    if (!from.has(label)) from.set(label, row)
    to.set(label, row)
  })
  column.labels.forEach((label, index) => {
    const start = from.get(index) ?? label.row
    if (start >= label.row) return
    ledger.event('label-inside-block', label.cells, {
      label: label.name,
      from: rows[start]!.row.index + 1,
      to: rows[to.get(index)!]!.row.index + 1,
    })
  })
}

export function readLevels(rows: readonly TableRow[], ledger: Ledger): RowLevels[] {
  const first = columnOf(rows, 'level1')
  const second = columnOf(rows, 'level2')
  settle(first, rows, ledger)
  settle(second, rows, ledger)
  const assigned = assignBoth(first, second, rows)
  const owner1 = assigned.first.owner
  const inMiddle = assigned.style === 'middle' ? keepInLevel1(assigned, first, second) : null
  const owner2 = inMiddle === null ? stopAtLevel1(assigned, second.labels) : inMiddle.owner
  if (inMiddle !== null) {
    insideEvents(first, assigned.first, rows, ledger)
    insideEvents(second, inMiddle, rows, ledger)
  }
  const made1 = first.labels.map((label) => makeLabel(label, ledger))
  const made2 = second.labels.map((label) => makeLabel(label, ledger))
  const kinds1 = made1.map((label) => level1Of(keyOf(label.cell.raw))?.kind)
  const kinds2 = made2.map((label) => level2Of(keyOf(label.cell.raw))?.level1)
  return rows.map((_, row) => {
    const level2 = made2[owner2[row]!] ?? emptyLabel
    const own = owner1[row]!
    // The label of another block, further down, says nothing of a row whose own label was lost.
    const isOthers = own >= 0 && first.labels[own]!.row > row && contradicts(kinds1[own], kinds2[owner2[row]!])
    const level1 = isOthers ? emptyLabel : (made1[own] ?? emptyLabel)
    const kind = level1.cell.raw === '' ? kinds2[owner2[row]!] : kinds1[own]
    return { level1, level1Kind: kind ?? 'other', level2 }
  })
}

/** 满意度指标 over a block of 数量指标, or 产出指标 over one of 社会效益指标. */
function contradicts(level1: Level1 | undefined, level2: Level1 | undefined): boolean {
  const isOf = (kind: Level1 | undefined): boolean => kind === 'output' || kind === 'benefit' || kind === 'satisfaction'
  return isOf(level1) && isOf(level2) && level1 !== level2 && !(level1 === 'benefit' && level2 === 'satisfaction')
}
