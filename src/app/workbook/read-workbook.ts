/** A fill-in workbook that comes back: the form on its sheet, with what only the hidden sheet knows. */

import { createHash } from 'node:crypto'
import type { Finding, Form, FormPath, Grid } from '../../core/model/index.ts'
import { type Recognised, recognise } from '../../core/recognise/index.ts'
import { layoutById } from '../../core/rulebook/index.ts'
import type { SourceTables } from '../read-source.ts'
import { fillResults } from './fill-results.ts'
import { isMachineSheet, type MachineLines, machineLines } from './machine-lines.ts'
import { mergeForms } from './merge-forms.ts'
import { calculationName, guideName } from './own-sheets.ts'
import { type Unpacked, unpackForm } from './packed-form.ts'
import { withoutRows } from './without-rows.ts'

export interface ReadWorkbook {
  readonly recognised: Recognised
  /** What is left to say of the file. */
  readonly findings: readonly Finding[]
}

/** Rows of the indicators that hold nothing but their labels, counted from 0. */
function emptyRows(grid: Grid, { rows, labels }: MachineLines): ReadonlySet<number> {
  const places = [...rows].flatMap(([path, row]) => (path.startsWith('indicators') ? [row - 1] : []))
  const [first, last] = [Math.min(...places), Math.max(...places)]
  const written = new Set<number>()
  const side = labels.size === 0 ? 1 : Math.min(...labels)
  for (const { row, rowSpan, column, text } of grid.cells) {
    // What stands over several rows is a label: of the level, or of the whole block at its side.
    const isLabel = labels.has(column) || (rowSpan > 1 && column < side)
    if (text.trim() !== '' && !isLabel) written.add(row)
  }
  const empty = new Set<number>()
  // The lines of the machine may be spoiled: no row lies outside the sheet.
  const end = Math.min(last, grid.rowCount - 1)
  for (let row = Math.max(first, 0); row <= end; row++) if (!written.has(row)) empty.add(row)
  return empty
}

/** A sheet of the workbook that is not the form. */
function isOwnSheet(name: string | undefined): boolean {
  return name === calculationName || name === guideName
}

/** Findings about the workbook's own sheets and notes say nothing to anybody. */
function findingsLeft(
  findings: readonly Finding[],
  machine: MachineLines,
  machineName: string | undefined,
): readonly Finding[] {
  return findings.flatMap((finding): Finding[] => {
    const { sheet } = finding.data
    if (typeof sheet === 'string' && (isOwnSheet(sheet) || sheet === machineName)) return []
    if (machine.withoutResults && finding.rule.endsWith('/formula-without-value')) return []
    if (!finding.rule.endsWith('/comment')) return [finding]
    const [first, ...rest] = finding.at.filter(({ text }) => !machine.notes.has((text ?? '').replace(/\s/g, '')))
    return first === undefined ? [] : [{ ...finding, at: [first, ...rest] }]
  })
}

function oldForm({ data, hash }: MachineLines): Unpacked | null {
  if (createHash('sha256').update(data).digest('hex') !== hash) return null
  return unpackForm(data)
}

/** Paths of the form as it is now, for the fields that held formulas when the workbook was made. */
function pathsNow(machine: MachineLines, form: Form): readonly FormPath[] {
  const oldByRow = new Map([...machine.rows].map(([path, row]) => [row, path]))
  const now = new Map<string, string>()
  const note = (block: string, index: number, cells: readonly { readonly origin?: unknown }[]) => {
    for (const { origin } of cells) {
      const cell = (origin as { readonly cell?: string } | undefined)?.cell
      const old = cell === undefined ? undefined : oldByRow.get(Number(/\d+$/.exec(cell)?.[0]))
      if (old === undefined) continue
      now.set(old, `${block}[${index}]`)
      return
    }
  }
  for (const [index, row] of form.indicators.entries()) note('indicators', index, [row.name, row.target, row.weight])
  for (const [index, task] of form.tasks.entries())
    note('tasks', index, [task.name, task.budgeted.total, task.executed.total])
  return machine.formulas.flatMap((path) => {
    const row = /^\w+\[\d+\]/.exec(path)?.[0]
    if (row === undefined) return [path]
    const place = now.get(row)
    return place === undefined ? [] : [place + path.slice(row.length)]
  })
}

/** Null where the source is no such workbook. Without its hidden data the sheet is read as any other form. */
export function readWorkbook(source: SourceTables): ReadWorkbook | null {
  const hidden = source.grids.find(isMachineSheet)
  const machine = hidden === undefined ? null : machineLines(hidden)
  if (hidden === undefined || machine === null) return null
  const sheets = source.grids.filter((grid) => grid !== hidden && !isOwnSheet(grid.name))
  const sheet = sheets.find(({ name }) => name === machine.sheet) ?? sheets[0]
  const findings = findingsLeft(source.findings, machine, hidden.name)
  if (sheet === undefined) return { recognised: recognise([]), findings }
  const recognised = recognise([
    withoutRows(sheet, emptyRows(sheet, machine)),
    // Whatever else was put into the workbook is read as it would be elsewhere.
    ...sheets.filter((grid) => grid !== sheet),
  ])
  const layout = layoutById(machine.layout)
  const old = oldForm(machine)
  const [first, ...rest] = recognised.forms
  if (first === undefined || layout === undefined) return { recognised, findings }
  const byRow = new Map([...machine.rows].map(([path, row]) => [row, path]))
  const whole = machine.withoutResults
    ? fillResults(first.form, pathsNow(machine, first.form), machine.edition)
    : first.form
  const form = old === null ? whole : mergeForms(whole, old, layout, (row) => byRow.get(row))
  return { recognised: { ...recognised, forms: [{ ...first, form }, ...rest] }, findings }
}
