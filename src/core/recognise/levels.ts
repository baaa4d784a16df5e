/** Gives every row of an indicator table its level-1 and level-2 label. */

import type { Label, Level1 } from '../model/index.ts'
import { emptyLabel } from '../model/index.ts'
import { level1Of, level2Of } from '../rulebook/index.ts'
import { readNumber } from '../values/index.ts'
import { type BorderLabel, bordersAround, bordersBelow } from './borders.ts'
import { classesOfRow, classOfLabel, endAlike, fitOf, type IndicatorClass } from './indicator-class.ts'
import { type LabelColumn, type LabelEntry, readLabels } from './labels.ts'
import { type Ledger, originOf } from './ledger.ts'
import type { TableRow } from './table.ts'

export interface RowLevels {
  readonly level1: Label
  readonly level1Kind: Level1
  readonly level2: Label
}

function keyOfField(row: TableRow, field: string): string {
  return (row.fields.get(field) ?? []).map((cell) => cell.key).join('')
}

/** Weights have at most a few decimals: whole hundredths are exact enough to compare a block with its printed sum. */
function toHundredths(text: string): number {
  const match = /(\d+)(?:\.(\d{1,2}))?/.exec(text.normalize('NFKC').replace(/,/g, ''))
  return match === null ? 0 : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

function columnOf(rows: readonly TableRow[], field: string): LabelColumn {
  return readLabels(rows.flatMap((row, index) => (row.fields.get(field) ?? []).map((cell) => ({ row: index, cell }))))
}

/** The label of each row, or -1: by true merges; fill down from each label; or around labels in the middle. */
function assign(
  labels: readonly LabelEntry[],
  rowCount: number,
  misfit: (label: LabelEntry, row: number) => number,
  weights: readonly (number | null)[],
  starts: ReadonlySet<number> | null,
  pull: number,
  cuts: readonly number[],
): { readonly owner: readonly number[]; readonly inside: boolean } {
  if (labels.length === 0) return { owner: new Array<number>(rowCount).fill(-1), inside: false }
  if (labels.some((label) => label.rowSpan > 1)) return { owner: bySpan(labels, rowCount), inside: false }
  const border: BorderLabel[] = labels.map((label) => ({
    row: label.row,
    misfit: (row) => misfit(label, row),
    points: label.points === '' ? null : toHundredths(label.points),
  }))
  const options = { rowCount, pull, weights, starts, cuts }
  const below = bordersBelow(border, options)
  const around = bordersAround(border, options)
  // A label in the very first row is where fill-down tables have it; in the middle it stands there only for short blocks.
  const top =
    labels[0]!.row === 0 && (labels.length > 1 || rowCount > 0) && below.cost <= around.cost + rowCount * 25 + 100
  const { starts: firstRows } = top ? below : around
  const owner = new Array<number>(rowCount).fill(labels.length - 1)
  for (let index = 0; index < labels.length; index++) {
    owner.fill(index, firstRows[index]!, firstRows[index + 1] ?? rowCount)
  }
  return { owner, inside: !top }
}

/** Merged cells say their rows; a row under no merge of its own carries on with the label above. */
function bySpan(labels: readonly LabelEntry[], rowCount: number): number[] {
  const owner = new Array<number>(rowCount).fill(-1)
  labels.forEach((label, index) => {
    owner.fill(index, label.row, rowCount)
  })
  return owner
}

function settle(column: LabelColumn, rows: readonly TableRow[], ledger: Ledger): void {
  ledger.ignore('pageNumber', ...column.pageNumbers)
  ledger.ignore('label', ...column.blockLabels)
  for (const cell of column.pageNumbers) ledger.event('page-number', [cell], { text: cell.text })
  for (const { cell, name } of column.cut) ledger.event('label-repaired', [cell], { text: cell.text, takenFor: name })
  for (const label of column.labels) {
    if (label.cells.length > 1) {
      ledger.event('label-repaired', label.cells, {
        text: label.cells.map((cell) => cell.text).join(' + '),
        takenFor: label.name,
      })
    }
  }
  for (const { cell, takenFor, row } of column.unreadable) {
    ledger.ignore('label', cell)
    ledger.event('label-unreadable', [cell], { text: cell.text, takenFor, row: rows[row]!.row.index + 1 })
  }
}

function makeLabel(entry: LabelEntry, ledger: Ledger): Label {
  ledger.use(...entry.cells)
  const cell = { ...originOf(entry.cells[0]!), raw: entry.name, value: entry.name }
  if (entry.points === '') return { cell, points: emptyLabel.points }
  const origin = entry.pointsCell === null ? {} : originOf(entry.pointsCell)
  return { cell, points: { ...origin, raw: entry.points, value: readNumber(entry.points).value } }
}

/** Speaks for a new block: the first row of each run of one level-2 label. */
function runStarts(owner: readonly number[]): Set<number> {
  return new Set(owner.flatMap((label, row) => (row === 0 || owner[row - 1] !== label ? [row] : [])))
}

const PULL2 = 30
const PULL1 = 2
/** What a border between two rows whose names end alike costs. */
const CUT = 80

export function readLevels(rows: readonly TableRow[], ledger: Ledger): RowLevels[] {
  const first = columnOf(rows, 'level1')
  const second = columnOf(rows, 'level2')
  settle(first, rows, ledger)
  settle(second, rows, ledger)
  const weights = rows.map((row) => (row.fields.has('weight') ? toHundredthsOrNull(keyOfField(row, 'weight')) : null))
  const classes = rows.map((row) => classesOfRow(keyOfField(row, 'name'), keyOfField(row, 'target')))
  const absent = rows.map((row) => /^(?:不适用|无此项)$/.test(keyOfField(row, 'name') || keyOfField(row, 'target')))
  const names = rows.map((row) => keyOfField(row, 'name'))
  const cuts = names.map((name, row) => (row > 0 && endAlike(names[row - 1]!, name) ? CUT : 0))
  const labelClass = new Map<LabelEntry, IndicatorClass | null>(
    second.labels.map((label) => [label, classOfLabel(label.name)]),
  )
  const fit2 = (label: LabelEntry, row: number): number => {
    // 不适用 is said of a whole block: its label stands in that row alone.
    if (absent[label.row]) return row === label.row ? 0 : 300
    if (absent[row]) return 300
    return fitOf(classes[row]!, labelClass.get(label) ?? null)
  }
  const levels2 = assign(second.labels, rows.length, fit2, weights, null, PULL2, cuts)
  const owner2 = [...levels2.owner]
  const kindOfRow = owner2.map((label) => (label < 0 ? null : level2Of(second.labels[label]!.name)))
  const fit1 = (label: LabelEntry, row: number): number => {
    const kind = level1Of(label.name)?.kind ?? null
    const expected = kindOfRow[row]?.level1 ?? null
    if (kind === null || expected === null) return kind === null ? 100 : classFits(kind, classes[row]!)
    if (kind === expected) return 0
    return (kind === 'cost' && /成本/.test(kindOfRow[row]!.name)) || (kind === 'benefit' && expected === 'satisfaction')
      ? 80
      : 300
  }
  const starts = levels2.inside ? runStarts(owner2) : null
  const levels1 = assign(first.labels, rows.length, fit1, weights, starts, PULL1, [])
  // A level-2 label filled down stops where the next level-1 block begins.
  if (!levels2.inside && !levels1.inside) {
    for (const start of runStarts(levels1.owner)) {
      if (start === 0 || second.labels.some((label) => label.row === start)) continue
      for (let row = start; row < rows.length && !second.labels.some((label) => label.row === row); row++) {
        if (levels1.owner[row] !== levels1.owner[start]) break
        owner2[row] = -1
      }
    }
  }
  for (const [column, levels] of [
    [first, levels1],
    [second, levels2],
  ] as const) {
    if (!levels.inside) continue
    column.labels.forEach((label, index) => {
      const from = levels.owner.indexOf(index)
      if (from < label.row) {
        ledger.event('label-inside-block', label.cells, {
          label: label.name,
          from: rows[from]!.row.index + 1,
          to: rows[levels.owner.lastIndexOf(index)]!.row.index + 1,
        })
      }
    })
  }
  const made1 = first.labels.map((label) => makeLabel(label, ledger))
  const made2 = second.labels.map((label) => makeLabel(label, ledger))
  return rows.map((_, row) => {
    const level1 = made1[levels1.owner[row]!] ?? emptyLabel
    const level2 = made2[owner2[row]!] ?? emptyLabel
    const kind =
      level1Of(level1.cell.raw)?.kind ?? (level1.cell.raw === '' ? level2Of(level2.cell.raw)?.level1 : undefined)
    return { level1, level1Kind: kind ?? 'other', level2 }
  })
}

function toHundredthsOrNull(key: string): number | null {
  return /\d/.test(key) ? toHundredths(key) : null
}

const benefitClasses: ReadonlySet<IndicatorClass> = new Set(['economic', 'social', 'ecological', 'lasting'])

/** Without a level-2 label a row's own words tell which level-1 block it is in. */
function classFits(kind: Level1, row: readonly IndicatorClass[]): number {
  if (row.length === 0) return 100
  const isSatisfaction = row.includes('satisfaction')
  if (kind === 'satisfaction') return isSatisfaction ? 0 : 300
  if (isSatisfaction) return kind === 'benefit' ? 120 : 300
  if (kind === 'cost') return row.includes('cost') ? 0 : 200
  const isBenefit = row.some((one) => benefitClasses.has(one))
  if (kind === 'benefit') return isBenefit ? 0 : 120
  if (kind === 'output') return isBenefit ? 180 : 50
  return 100
}
