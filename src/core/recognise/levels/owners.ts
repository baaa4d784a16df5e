/** Which label of a column each row of the table belongs to: by where labels stand, by points, and by what rows speak of. */

import { gather } from '../../model/gather.ts'
import type { Level1 } from '../../model/index.ts'
import { level1Of, level2Of } from '../../rulebook/index.ts'
import { keyOf } from '../source.ts'
import type { TableRow } from '../table.ts'
import { type BorderLabel, bordersAround, bordersBelow, canBeCentred } from './borders.ts'
import { classesOfRow, classOfLabel, endAlike, fitOf, type IndicatorClass } from './indicator-class.ts'
import type { LabelColumn, LabelEntry } from './labels.ts'

function keyOfField(row: TableRow, field: string): string {
  const cells = row.fields.get(field)
  if (cells === undefined) return ''
  return cells.length === 1 ? cells[0]!.key : cells.map((cell) => cell.key).join('')
}

/** Weights have at most a few decimals: whole hundredths are exact enough to compare a block with its printed sum. */
function toHundredths(text: string): number {
  const match = /(\d+)(?:\.(\d{1,2}))?/.exec(text.normalize('NFKC').replace(/,/g, ''))
  return match === null ? 0 : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

export interface Owners {
  /** Index of the label of each row; -1 where there is none. */
  readonly owner: readonly number[]
  readonly cost: number
}

type Misfit = (label: LabelEntry, row: number) => number

interface Column {
  readonly labels: readonly LabelEntry[]
  readonly misfit: Misfit
  readonly pull: number
  readonly cuts: readonly number[]
  readonly starts: ReadonlySet<number> | null
}

/** `top`: labels stand in the first row of their block (or merges say the rows); `middle`: anywhere inside it. */
function assign(
  column: Column,
  rowCount: number,
  weights: readonly (number | null)[],
  style: 'top' | 'middle',
): Owners {
  const { labels } = column
  const owner = new Array<number>(rowCount).fill(-1)
  if (labels.length === 0) return { owner, cost: 0 }
  const merged = labels.some((label) => label.rowSpan > 1)
  const border: BorderLabel[] = labels.map((label) => ({
    row: label.row,
    misfit: (row) => column.misfit(label, row),
    points: label.points === '' ? null : toHundredths(label.points),
  }))
  const options = { rowCount, weights, pull: column.pull, starts: column.starts, cuts: column.cuts }
  // Merges leave no choice, so that nobody asks what they cost.
  const { starts, cost } = merged
    ? { starts: labels.map(({ row }, index) => (index === 0 ? 0 : row)), cost: 0 }
    : style === 'top'
      ? bordersBelow(border, options)
      : bordersAround(border, options)
  // Rows above the first merged label have none; a label in the middle of its block owns the rows above it too.
  const first = merged || style === 'top' ? labels[0]!.row : 0
  for (let index = 0; index < labels.length; index++) {
    owner.fill(index, index === 0 ? first : starts[index]!, starts[index + 1] ?? rowCount)
  }
  return { owner, cost }
}

/** Speaks for a new block: the first row of each run of one level-2 label. */
function runStarts(owner: readonly number[]): Set<number> {
  return new Set(gather(owner, (label, row) => (row === 0 || owner[row - 1] !== label ? [row] : [])))
}

const PULL2 = 30
const PULL1 = 2
/** What a border between two rows whose names end alike costs. */
const CUT = 80

export interface Assigned {
  readonly first: Owners
  readonly second: Owners
  readonly style: 'top' | 'middle'
}

/**
 * Merged cells are left out of the rows below them: rows with a level-1 label are wider than those that begin with a
 * level-2 label, those wider than rows that begin with a name, and each kind has one width.
 */
function leavesOutMerged(rows: readonly TableRow[]): boolean {
  const widths = [new Set<number>(), new Set<number>(), new Set<number>()] as const
  for (const { row, fields } of rows) {
    const depth = fields.has('level1') ? 0 : fields.has('level2') ? 1 : 2
    widths[depth].add(row.width - (fields.get('block')?.length ?? 0))
  }
  const [first, second, rest] = widths.map((kind) => (kind.size === 1 ? [...kind][0]! : null))
  if (first == null || second == null || first <= second) return false
  // Every block may have one row, so that none begins with a name.
  return rest == null ? widths[2].size === 0 : second > rest
}

/** Both columns in the style that costs less: fill-down tables have a label in the very first row of each column. */
export function assignBoth(first: LabelColumn, second: LabelColumn, rows: readonly TableRow[]): Assigned {
  const weights = rows.map((row) => (row.fields.has('weight') ? toHundredthsOrNull(keyOfField(row, 'weight')) : null))
  const names = rows.map((row) => keyOfField(row, 'name'))
  const targets = rows.map((row) => keyOfField(row, 'target'))
  const classes: (readonly IndicatorClass[])[] = []
  const classesAt = (row: number): readonly IndicatorClass[] => {
    classes[row] ??= classesOfRow(names[row]!, targets[row]!)
    return classes[row]
  }
  const absent = rows.map((_, row) => /^(?:不适用|无此项)$/.test(names[row]! || targets[row]!))
  const labelled = new Set(second.labels.map((label) => label.row))
  const cuts = names.map((name, row) => (row > 0 && !labelled.has(row) && endAlike(names[row - 1]!, name) ? CUT : 0))
  const classOf = new Map<LabelEntry, IndicatorClass | null>(
    second.labels.map((label) => [label, classOfLabel(keyOf(label.name))]),
  )
  const known2 = second.labels.map((label) => level2Of(keyOf(label.name)))
  const kind1 = new Map(first.labels.map((label) => [label, level1Of(keyOf(label.name))?.kind ?? null]))
  const misfit2: Misfit = (label, row) => {
    // 不适用 is said of a whole block: its label stands in that row alone.
    if (absent[label.row]) return row === label.row ? 0 : 300
    if (absent[row]) return 300
    return fitOf(classesAt(row), classOf.get(label) ?? null)
  }
  const inStyle = (style: 'top' | 'middle'): Assigned => {
    const column2: Column = { labels: second.labels, misfit: misfit2, pull: PULL2, cuts, starts: null }
    const owners2 = assign(column2, rows.length, weights, style)
    const kinds = owners2.owner.map((label) => (label < 0 ? null : known2[label]!))
    const misfit1: Misfit = (label, row) => {
      const kind = kind1.get(label) ?? null
      const expected = kinds[row]?.level1 ?? null
      if (kind === null) return 100
      if (expected === null) return classFits(kind, classesAt(row))
      if (kind === expected) return 0
      const tolerable =
        (kind === 'cost' && /成本/.test(kinds[row]!.name)) || (kind === 'benefit' && expected === 'satisfaction')
      return tolerable ? 80 : 300
    }
    const starts = style === 'middle' && second.labels.length > 0 ? runStarts(owners2.owner) : null
    const column1: Column = { labels: first.labels, misfit: misfit1, pull: PULL1, cuts: [], starts }
    return { first: assign(column1, rows.length, weights, style), second: owners2, style }
  }
  const top = inStyle('top')
  const beginsAtTop = [first, second].every(({ labels }) => labels.length === 0 || labels[0]!.row === 0)
  const merged = [first, second].some(({ labels }) => labels.some((label) => label.rowSpan > 1))
  const isOffCentre = [first, second].some(({ labels }) => !canBeCentred(labels, rows.length))
  if (merged || (beginsAtTop && (isOffCentre || leavesOutMerged(rows)))) return top
  const middle = inStyle('middle')
  const margin = 100 + rows.length * 10
  return beginsAtTop && top.first.cost + top.second.cost <= middle.first.cost + middle.second.cost + margin
    ? top
    : middle
}

/** A level-2 label filled down stops where the next level-1 block begins without one of its own. */
export function stopAtLevel1({ first, second }: Assigned, labels: readonly LabelEntry[]): number[] {
  const own = new Set(labels.map((label) => label.row))
  const owner = [...second.owner]
  let stopped = false
  for (let row = 0; row < owner.length; row++) {
    if (own.has(row)) stopped = false
    else if (row > 0 && first.owner[row] !== first.owner[row - 1]) stopped = true
    if (stopped) owner[row] = -1
  }
  return owner
}

/** A level-2 label stands in one level-1 block: a row above it that prints a level-1 label of its own is none of its rows. */
export function keepInLevel1({ first, second }: Assigned, column1: LabelColumn, column2: LabelColumn): Owners {
  const own = new Set(column1.labels.map((label) => label.row))
  const owner = second.owner.map((label, row) => {
    const at = column2.labels[label]?.row ?? row
    return row < at && own.has(row) && own.has(at) && first.owner[row] !== first.owner[at] ? -1 : label
  })
  return { ...second, owner }
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
