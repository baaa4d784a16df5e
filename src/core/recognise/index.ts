/** Grids → forms: by header words, never by position alone. What could not be read is accounted for. */

import type { Finding, Grid, Recognition, Residue } from '../model/index.ts'
import { restoreRows } from './arrivals/index.ts'
import { buildForm } from './form.ts'
import { recogniseRules } from './messages.ts'
import { sortRows } from './sections.ts'
import { type SourceRow, sourceRows } from './source.ts'

export { pathsNamed, withCell } from './edit.ts'
export { recogniseRules } from './messages.ts'
export * from './plain.ts'
export { type FormSketch, formFromSketch, type IndicatorSketch, numberCell, type TaskSketch } from './sketch.ts'

/** A form has indicators; without any header of them the file holds something else. */
function isForm(recognition: Recognition): boolean {
  return recognition.form.indicators.length > 0
}

function noForm(rows: readonly SourceRow[]): Finding {
  const rule = 'recognise/no-form'
  const row = rows.find(({ cells }) => cells.length >= 2)
  const place = row?.cells[0]
  return {
    rule,
    message: row === undefined ? 'none' : 'otherTable',
    data:
      row === undefined
        ? {}
        : {
            header: row.cells
              .map((cell) => cell.text)
              .join(' | ')
              .slice(0, 60),
          },
    severity: recogniseRules[rule].severity,
    certainty: 'certain',
    at: [
      {
        path: 'form',
        ...(place === undefined ? {} : { text: place.text }),
        ...(place?.source === undefined ? {} : { source: place.source }),
      },
    ],
    law: [],
  }
}

function byGrid(rows: readonly SourceRow[]): SourceRow[][] {
  const grids: SourceRow[][] = []
  for (const row of rows) {
    if (grids.at(-1)?.[0]?.grid === row.grid) grids.at(-1)!.push(row)
    else grids.push([row])
  }
  return grids
}

/** Rows that can be read in another way are told, never settled in silence. */
function ambiguities({ events }: Recognition): Finding[] {
  const rule = 'recognise/ambiguous-row'
  const { severity } = recogniseRules[rule]
  return events.flatMap((event): Finding[] =>
    event.kind === 'cells-ambiguous'
      ? [{ rule, message: 'other', data: event.data, severity, certainty: 'review', at: event.at, law: [] }]
      : [],
  )
}

type Unread = Residue['unread'][number]

function withUnread(recognition: Recognition, unread: readonly Unread[]): Recognition {
  if (unread.length === 0) return recognition
  const { residue } = recognition
  return { ...recognition, residue: { ...residue, unread: [...residue.unread, ...unread] } }
}

/** All forms of the grids, in order; a finding instead where there is none. Never throws; time is linear in the cells. */
export function recognise(grids: readonly Grid[]): {
  forms: readonly Recognition[]
  findings: readonly Finding[]
} {
  const rows = byGrid(sourceRows(grids)).flatMap(restoreRows)
  const forms: Recognition[] = []
  // What stands before a form without being one belongs to that form's residue; behind the last, to the last.
  let loose: Unread[] = []
  for (const draft of sortRows(rows)) {
    const recognition = buildForm(draft)
    if (isForm(recognition)) {
      forms.push(withUnread(recognition, loose))
      loose = []
      continue
    }
    for (const row of draft.rows) {
      for (const { text, source } of row.cells.flatMap((cell) => cell.joined ?? [cell])) {
        loose.push({ text, ...(source === undefined ? {} : { source }) })
      }
    }
  }
  const last = forms.pop()
  if (last === undefined) return { forms: [], findings: [noForm(rows)] }
  const all = [...forms, withUnread(last, loose)]
  return { forms: all, findings: all.flatMap(ambiguities) }
}
