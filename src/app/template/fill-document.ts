/** A form written into a blank document. */

import { finding } from '../../containers/findings.ts'
import type { CellEdit, Form, Grid, SourceSpan } from '../../core/model/index.ts'
import { planFill } from '../../core/template/index.ts'
import { DocumentEdit } from '../../editors/docx/document-edit.ts'
import type { Filled } from './fill-template.ts'

function isElsewhere({ row, column, source }: Grid['cells'][number]): boolean {
  return source?.kind === 'table' && (source.row !== row + 1 || source.column !== column + 1)
}

/** `grids`: the document as it was read. Throws CannotEdit. */
export function fillDocument(form: Form, bytes: Uint8Array, name: string, grids: readonly Grid[]): Filled | null {
  const document = DocumentEdit.open(bytes)
  if (!(document instanceof DocumentEdit)) return null
  const sources = grids.map(({ cells }) => cells.find(({ source }) => source !== undefined)?.source)
  const lineOf = (grid: number, row: number): number | null => {
    const source = grids[grid]?.cells.find((cell) => cell.row === row)?.source
    return source?.kind === 'text' ? source.line : null
  }
  const sourceAt = (grid: number, row: number, column: number): SourceSpan | undefined => {
    const source = sources[grid]
    if (source?.kind === 'table') return { kind: 'table', table: source.table, row: row + 1, column: column + 1 }
    const line = lineOf(grid, row)
    return line === null ? undefined : { kind: 'text', line, column: 1 }
  }
  // Rows and columns of such a grid are not those of one table of the document.
  if (grids.some(({ cells }) => cells.some(isElsewhere))) {
    const refused = finding('edit/not-possible', 'innerTables', 'error', { name })
    return { content: null, edits: [], formulas: [], findings: [refused], sourceAt }
  }
  const { edits, findings, formulas } = planFill(form, [grids], name, sourceAt)
  for (const edit of edits) {
    const source = sources[edit.grid]
    if (source?.kind === 'table') {
      document.editTable(source.table, edit)
      continue
    }
    const lines = new Map<number, CellEdit[]>()
    for (const cell of edit.cells) {
      const line = lineOf(edit.grid, cell.row)
      if (line !== null) lines.set(line, [...(lines.get(line) ?? []), cell])
    }
    for (const [line, cells] of lines) document.editParagraph(line, cells)
  }
  return { content: edits.length === 0 ? null : document.bytes(), edits, formulas, findings, sourceAt }
}
