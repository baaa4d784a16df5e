/** Lists that people keep in spreadsheets, as rows of named cells: the first row that has all the names is the header. */

import { type GridCell, rowsOf } from '../../core/model/index.ts'
import { readSource } from '../read-source.ts'
import { runWithin } from '../work/time-limit.ts'
import { Problem } from './problem.ts'

export const sheetBytes = 5 * 1024 * 1024
const MILLISECONDS = 10_000

/** A row of such a list: its cells by name, and its number in the file, from 1, as a spreadsheet counts. */
export type SheetRow<N extends string> = Readonly<Record<N, string>> & { readonly line: number }

export interface SheetAsked {
  readonly region?: string
  /** Only looked at where false. */
  readonly take: boolean
}

/** The number of a row in the user's own file. */
function lineOf(cells: readonly GridCell[], row: number): number {
  const source = cells.find((cell) => cell.source !== undefined)?.source
  if (source?.kind === 'text') return source.line
  if (source?.kind === 'sheet') return Number(/\d+$/.exec(source.cell)?.[0] ?? row + 1)
  return row + 1
}

/** `names`: what a column may be called, by what it is; those of `optional` may be missing. Throws `unreadable`, `too-large`. */
export async function sheetRows<N extends string>(
  file: { readonly bytes: Uint8Array; readonly name: string },
  names: Readonly<Record<N, readonly string[]>>,
  optional: readonly NoInfer<N>[] = [],
): Promise<readonly SheetRow<N>[]> {
  if (file.bytes.length > sheetBytes) throw new Problem('too-large')
  const { grids, findings } = await readSource(file.bytes, file.name, runWithin(MILLISECONDS))
  const wanted = Object.keys(names) as N[]
  for (const grid of grids) {
    const rows = rowsOf(grid)
    for (const [index, header] of rows.entries()) {
      const columns = new Map<N, number>()
      for (const { text, column } of header) {
        const name = wanted.find((one) => names[one].includes(text.replace(/\s+/g, '')))
        if (name !== undefined && !columns.has(name)) columns.set(name, column)
      }
      if (!wanted.every((name) => columns.has(name) || optional.includes(name))) continue
      return rows.slice(index + 1).flatMap((cells, below) => {
        if (cells.every(({ text }) => text.trim() === '')) return []
        const at = (name: N) => cells.find(({ column }) => column === columns.get(name))?.text.trim() ?? ''
        const texts = Object.fromEntries(wanted.map((name) => [name, at(name)])) as Record<N, string>
        return [{ ...texts, line: lineOf(cells, index + 1 + below) }]
      })
    }
  }
  throw new Problem('unreadable', { detail: wanted.map((name) => names[name][0]).join('、'), findings })
}
