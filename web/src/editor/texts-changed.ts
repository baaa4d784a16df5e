/** Which printed cells an edit changes, where it changes their texts alone: of a long form one cell is then written, and nothing laid out. */

import { type Draft, type Edit, findRow, pathOf } from '../../../src/core/draft/index.ts'
import { cellAt, type Form, type FormPath } from '../../../src/core/model/index.ts'
import type { SheetView } from '../grid/sheet-view.ts'

/** Labels are merged over rows; 指标性质 and 度量单位 are part of the target. Their edits lay the form out. */
const shaping = /^(level[12](Points)?|attribute|unit)$/

/** What a row is, which tells how and where it is printed. */
function roleAt(form: Form, block: 'indicators' | 'tasks' | 'goals', index: number): string {
  return block === 'goals' ? '' : (form[block][index]?.role ?? '')
}

/**
 * The texts by place; null where the form must be laid out again: other edits than of cells, labels, heads, a row that
 * becomes another kind of row, a cell that prints something other than its own text.
 */
export function textsChanged(
  before: { readonly form: Form; readonly sheet: SheetView },
  after: { readonly draft: Draft; readonly form: Form },
  edits: readonly Edit[],
): ReadonlyMap<FormPath, string> | null {
  const texts = new Map<FormPath, string>()
  for (const edit of edits) {
    if (edit.kind !== 'cell' || shaping.test(edit.column)) return null
    const found = findRow(after.draft, edit.row)
    const path = pathOf(after.draft, edit)
    if (found === undefined || path === null) return null
    const { block, index } = found
    if (block === null || block === 'facts') return null
    if (roleAt(before.form, block, index) !== roleAt(after.form, block, index)) return null
    const shown = before.sheet.ofPath(path)
    const own = cellAt(after.form, path)?.raw
    if (shown === null || own === undefined || shown.text !== cellAt(before.form, path)?.raw) return null
    texts.set(path, own)
  }
  return texts
}
