/** The fill-in workbook: the official form with live formulas, for people without the web application. Same form, same bytes. */

import { createHash } from 'node:crypto'
import { layoutOf } from '../../core/layout/index.ts'
import type { Form, ScoredRow } from '../../core/model/index.ts'
import { type Edition, rulebookVersion } from '../../core/rulebook/index.ts'
import { scoreForm } from '../../core/scoring/index.ts'
import { type BookSheet, sheetNameOf, writeBook } from '../../writers/xlsx/index.ts'
import { version } from '../version.ts'
import { calculate } from './calculation.ts'
import { calculationSheet, firstCalculatedRow } from './calculation-sheet.ts'
import { formGrid } from './form-grid.ts'
import { formSheet } from './form-sheet.ts'
import { guideSheet } from './guide-sheet.ts'
import { machineSheet } from './machine-sheet.ts'
import { packForm } from './packed-form.ts'
import { sheetRules } from './sheet-rules.ts'

export interface WorkbookOptions {
  readonly edition: Edition
  /** Layout id; the form's own where left out. */
  readonly layout?: string
  /** The form is a blank one: what stands empty is to be worked out. */
  readonly blank?: boolean
  /** Scores of the form by that edition, where they are known already. */
  readonly scored?: readonly ScoredRow[]
}

/** Bytes of the workbook (xlsx). */
export function buildWorkbook(form: Form, options: WorkbookOptions): Uint8Array {
  const { edition, blank = false } = options
  const layout = layoutOf(form, options.layout)
  const title = form.title.raw === '' ? layout.title.zh : form.title.raw
  const grid = formGrid(form, layout, sheetNameOf(title))
  const rules = sheetRules(edition)
  const scored = options.scored ?? scoreForm(form, edition).rows
  const rows = rules === null ? null : calculate(grid, rules, scored, firstCalculatedRow(grid))
  // Without columns for target, actual, weight and score there is nothing to work out.
  const live = rows === null ? null : rules
  const main = formSheet(grid, live, rows ?? [], blank)
  const json = packForm(form)
  const machine = machineSheet(
    grid,
    live,
    {
      app: version,
      rulebook: rulebookVersion,
      edition: edition.id,
      layout: layout.id,
      hash: createHash('sha256').update(json).digest('hex'),
    },
    main,
    json,
  )
  const sheets: readonly BookSheet[] = [
    main.sheet,
    ...(rows === null || live === null ? [] : [calculationSheet(grid, live, rows, main.scores)]),
    guideSheet(title, live),
    machine.sheet,
  ]
  return writeBook({ title, sheets, names: machine.names })
}
