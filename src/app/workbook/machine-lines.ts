/** What the hidden sheet of a workbook says, as it came back. */

import type { Grid } from '../../core/model/index.ts'
import { machineMark } from './own-sheets.ts'

export interface MachineLines {
  readonly edition: string | null
  readonly layout: string
  readonly sheet: string
  readonly hash: string
  /** Rows of the sheet (from 1) by what they hold: 'indicators[3]' → 23. Rows that were taken out are not there. */
  readonly rows: ReadonlyMap<string, number>
  /** Columns of labels, from 0. */
  readonly labels: ReadonlySet<number>
  /** Fields that held formulas. */
  readonly formulas: readonly string[]
  /** Texts of the workbook's own notes, without blanks. */
  readonly notes: ReadonlySet<string>
  readonly data: string
  /** The program that saved the workbook kept no results of formulas. */
  readonly withoutResults: boolean
}

export function isMachineSheet({ cells }: Grid): boolean {
  const [first, second] = cells
  return first?.text === 'schema' && second?.row === first.row && second.text === machineMark
}

const WHOLE = /^\d+$/

/** Null where the sheet is not whole enough to say where anything stands. */
export function machineLines(grid: Grid): MachineLines | null {
  const lines = new Map<number, string[]>()
  for (const { row, column, text } of grid.cells) {
    if (column > 3) continue
    const line = lines.get(row) ?? []
    line[column] = text
    lines.set(row, line)
  }
  const all = [...lines.values()].map(([kind = '', key = '', now = '', made = '']) => ({ kind, key, now, made }))
  const of = (kind: string) => all.filter((line) => line.kind === kind)
  const one = (kind: string) => of(kind)[0]?.key ?? ''
  const places = [...of('row'), ...of('label')]
  const withoutResults = places.every(({ now }) => !WHOLE.test(now))
  const place = ({ now, made }: { now: string; made: string }) => Number(withoutResults ? made : now)
  const known = (line: { now: string; made: string }) => WHOLE.test(withoutResults ? line.made : line.now)
  if (one('sheet') === '' || places.length === 0) return null
  return {
    edition: one('edition') === '' ? null : one('edition'),
    layout: one('layout'),
    sheet: one('sheet'),
    hash: one('hash'),
    rows: new Map(of('row').flatMap((line) => (known(line) ? [[line.key, place(line)] as const] : []))),
    labels: new Set(of('label').flatMap((line) => (known(line) ? [place(line) - 1] : []))),
    formulas: of('formula').map(({ key }) => key),
    notes: new Set(of('note').map(({ key }) => key.replace(/\s/g, ''))),
    data: of('data')
      .sort((a, b) => Number(a.key) - Number(b.key))
      .map(({ made }) => made)
      .join(''),
    withoutResults,
  }
}
