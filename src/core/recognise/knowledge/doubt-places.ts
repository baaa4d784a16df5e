/**
 * A form from a table that draws no lines: which cell a text is of was told by where it stands. What this leaves in doubt is put to
 * a person, cell by cell: texts whose place was not certain, and cells that the form itself shows to be out of place (a row without
 * its target, a label over rows of another block, a value of two values). Sums that come out bear places out.
 */

import { gather } from '../../model/gather.ts'
import {
  cellAt,
  type Exact,
  emptyCell,
  type Form,
  type FormPath,
  type Indicator,
  type Label,
  type RecognitionEvent,
} from '../../model/index.ts'
import { level2Of } from '../../rulebook/index.ts'
import { relationsOf } from './relations.ts'

/** In a column of which so many of four rows have a cell, every row should have one. */
const USUAL_OF_FOUR = 3

const measured = ['name', 'target', 'actual', 'weight', 'score'] as const
const levels = ['level1', 'level2'] as const

interface Row {
  readonly index: number
  readonly indicator: Indicator
}

function rowsOf(form: Form): Row[] {
  return gather(form.indicators, (indicator, index) => (indicator.role === 'scored' ? [{ index, indicator }] : []))
}

const ofLabels = { level1Points: 'level1', level2Points: 'level2' } as const

/** Members of sums and rates that come out, and the labels whose points are the sum of their rows. */
function confirmedBy(form: Form): ReadonlySet<FormPath | Label> {
  const confirmed = new Set<FormPath | Label>()
  for (const { kind, members, isPrinted, holds } of relationsOf(form)) {
    const values = members.map((path) => cellAt(form, path)!.value as Exact | null)
    if (!isPrinted || values.includes(null) || !holds(values as Exact[])) continue
    for (const path of members) confirmed.add(path)
    if (kind !== 'level1Points' && kind !== 'level2Points') continue
    const [first] = rowsOf(form).filter(({ index }) => members[0] === `indicators[${index}].weight`)
    confirmed.add(first!.indicator[ofLabels[kind]])
  }
  return confirmed
}

/** A label is one cell, however many rows stand under it. */
function cellOf(form: Form, path: FormPath): FormPath | Label {
  const [, row, level] = /^indicators\[(\d+)\]\.(level[12])$/.exec(path) ?? []
  return level === undefined ? path : form.indicators[Number(row)]![level as 'level1' | 'level2']
}

/** Labels with the rows they stand over, one after another. */
function runsOf(rows: readonly Row[], level: 'level1' | 'level2'): { readonly label: Label; readonly rows: Row[] }[] {
  const runs: { label: Label; rows: Row[] }[] = []
  for (const row of rows) {
    const label = row.indicator[level]
    if (runs.at(-1)?.label === label) runs.at(-1)!.rows.push(row)
    else runs.push({ label, rows: [row] })
  }
  return runs
}

/** Cells of indicators that cannot be where they were put. */
function doubtfulRows(rows: readonly Row[], doubt: (path: FormPath) => void): void {
  const usual = measured.filter(
    (field) => rows.filter(({ indicator }) => indicator[field].raw !== '').length * 4 >= rows.length * USUAL_OF_FOUR,
  )
  for (const { index, indicator } of rows) {
    const at = `indicators[${index}]`
    const missing = usual.filter((field) => indicator[field].raw === '')
    for (const field of missing) doubt(`${at}.${field}`)
    if (missing.includes('name') || (missing.includes('target') && missing.includes('actual')))
      for (const field of [...measured, ...levels]) doubt(`${at}.${field}`)
    for (const field of ['target', 'actual'] as const)
      if (indicator[field].value?.reason != null) doubt(`${at}.${field}`)
  }
}

/** Labels over rows of which they cannot be the label. */
function doubtfulLabels(form: Form, rows: readonly Row[], doubt: (path: FormPath) => void): void {
  const hasLevel2 = form.columns.indicators.includes('level2')
  for (const { index, indicator } of rows) {
    const at = `indicators[${index}]`
    if (indicator.level1.cell.raw === '') doubt(`${at}.level1`)
    if (!hasLevel2) continue
    const level2 = level2Of(indicator.level2.cell.raw)
    if (indicator.level2.cell.raw === '') doubt(`${at}.level2`)
    else if (level2 !== null && indicator.level1Kind !== 'other' && level2.level1 !== indicator.level1Kind)
      for (const level of levels) doubt(`${at}.${level}`)
  }
  // The rows of a block stand together.
  const runs = runsOf(rows, 'level1')
  for (const [at, run] of runs.entries()) {
    const again = runs.findIndex((other, index) => index > at && other.label.cell.raw === run.label.cell.raw)
    if (again > at) for (const one of runs.slice(at, again + 1)) doubt(`indicators[${one.rows[0]!.index}].level1`)
  }
}

/** Money rows of which a figure is missing or two stand in one cell; goals of which one side is missing. */
function doubtfulRest(form: Form, doubt: (path: FormPath) => void): void {
  form.tasks.forEach((task, index) => {
    const at = `tasks[${index}]`
    const sides = ['budgeted', 'executed'] as const
    const filled = sides.filter((side) => task[side].total.raw !== '')
    if (filled.length === 1) for (const side of sides) doubt(`${at}.${side}.total`)
    for (const side of sides) {
      for (const part of ['total', 'appropriation', 'otherFunds', 'carryOver'] as const) {
        const { raw, value } = task[side][part]
        if (value === null && /\d/.test(raw)) doubt(`${at}.${side}.${part}`)
      }
    }
    if (task.name.raw === '') doubt(`${at}.name`)
  })
  const sided = form.goals.filter(({ achieved }) => achieved.raw !== '').length
  form.goals.forEach(({ stated, achieved }, index) => {
    if (stated.raw === '') doubt(`goals[${index}].stated`)
    if (achieved.raw === '' && sided > 0) doubt(`goals[${index}].achieved`)
  })
  if (form.title.raw === '') doubt('title')
  if (form.total.raw === '' && rowsOf(form).some(({ indicator }) => indicator.score.raw !== '')) doubt('total')
}

function eventAt(form: Form, path: FormPath): RecognitionEvent {
  const { raw, origin } = cellAt(form, path) ?? emptyCell
  const place = { path, ...(origin === undefined ? {} : { source: origin }), ...(raw === '' ? {} : { text: raw }) }
  return { kind: 'reading-open', at: [place], data: { text: raw, candidates: raw, guess: raw, by: 'place' } }
}

/** Events for the cells that a person must look at. `doubtful`: fields of cells whose place was not certain. */
export function doubtPlaces(form: Form, doubtful: ReadonlySet<FormPath>): readonly RecognitionEvent[] {
  const rows = rowsOf(form)
  const confirmed = confirmedBy(form)
  const asked = new Map<FormPath | Label, FormPath>()
  const doubt = (path: FormPath): void => {
    const cell = cellOf(form, path)
    if (!asked.has(cell)) asked.set(cell, path)
  }
  for (const path of doubtful) if (!confirmed.has(cellOf(form, path))) doubt(path)
  doubtfulRows(rows, doubt)
  doubtfulLabels(form, rows, doubt)
  doubtfulRest(form, doubt)
  return [...asked.values()].map((path) => eventAt(form, path))
}
