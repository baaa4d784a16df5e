/** What is said where a file holds no form: why nothing could be read. */

import { gather } from '../model/gather.ts'
import type { Finding } from '../model/index.ts'
import { holdsGluedHeader } from './arrivals/glued.ts'
import { firstHeadlessRow } from './arrivals/headless-rows.ts'
import { hasLostItsBorders, tornHeader } from './arrivals/index.ts'
import { recogniseRules } from './messages.ts'
import type { OtherTable } from './others.ts'
import type { SourceCell, SourceRow } from './source.ts'

function said(message: string, data: Finding['data'], cell: SourceCell | undefined): Finding {
  const rule = 'recognise/no-form'
  const text = cell === undefined ? {} : { text: cell.text }
  const source = cell?.source === undefined ? {} : { source: cell.source }
  const at = { path: 'form', ...text, ...source } as const
  return { rule, message, data, severity: recogniseRules[rule].severity, certainty: 'certain', at: [at], law: [] }
}

/**
 * The reason that says most. `valueless`: the header of a table without any value; `loosened`: the title of a score sheet without
 * borders.
 */
export function noForm(
  rows: readonly SourceRow[],
  tables: readonly OtherTable[],
  valueless: SourceRow | undefined,
  loosened: SourceCell | undefined,
): Finding {
  const [first] = valueless?.cells ?? []
  if (valueless !== undefined && first !== undefined) {
    const text = valueless.cells.map((cell) => cell.text).join(' | ')
    return said('valueless', { text: text.slice(0, 60) }, first)
  }
  const targets = tables.find(({ kind }) => kind === 'targets')
  if (targets !== undefined) {
    return { ...said('targetsOnly', { title: targets.title }, undefined), at: [targets.at] }
  }
  const named = (cells: readonly SourceCell[]) => cells.find(({ key }) => /表$/.test(key)) ?? cells[0]
  const opening = loosened ?? (hasLostItsBorders(rows) ? named(gather(rows, ({ cells }) => cells)) : undefined)
  if (opening !== undefined) return said('borderless', { text: opening.text.slice(0, 40) }, opening)
  const torn = tornHeader(rows)
  if (torn.length > 0)
    return said(
      'torn',
      {
        words: torn
          .map(({ text }) => text)
          .join('、')
          .slice(0, 60),
      },
      torn[0],
    )
  const glued = gather(rows, ({ cells }) => cells).find(({ key }) => holdsGluedHeader(key))
  if (glued !== undefined) {
    const from = Math.max(0, glued.text.search(/三级指标|指标名称/))
    return said('glued', { text: `${glued.text.slice(from, from + 40)}…` }, glued)
  }
  const rest = firstHeadlessRow(rows)
  if (rest !== null) {
    const text = rest.cells.map((cell) => cell.text).join(' | ')
    return said('continued', { text: text.slice(0, 60) }, rest.cells[0])
  }
  const row = rows.find(({ cells }) => cells.length >= 2)
  if (row === undefined) return said('none', {}, undefined)
  const header = row.cells.map((cell) => cell.text).join(' | ')
  return said('otherTable', { header: header.slice(0, 60) }, row.cells[0])
}
