/** A cell that is typed into is written into the sheet as laying the whole form out again would have it. */

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readForms } from '../../src/app/index.ts'
import { applyAll, type Draft, draftOf, type Edit, formOf } from '../../src/core/draft/index.ts'
import { layOutForm, layoutOf } from '../../src/core/layout/index.ts'
import { textsChanged } from '../../web/src/editor/texts-changed.ts'
import { sheetOf, withTexts } from '../../web/src/grid/sheet-view.ts'
import { sampleFile } from './support/editor-page.ts'

function drawn(draft: Draft) {
  const form = formOf(draft)
  return { draft, form, sheet: sheetOf(layOutForm(form, layoutOf(form))) }
}

async function sample() {
  const { recognitions } = await readForms(readFileSync(sampleFile), 'form.txt')
  let last = 0
  return drawn(draftOf(recognitions[0]!.form, () => `r${++last}`))
}

test('each cell of the sample, changed, stands as in a form that is laid out anew', async () => {
  const before = await sample()
  const { draft } = before
  const kinds = { written: 0, laidOut: 0 }
  for (const block of ['tasks', 'goals', 'indicators', 'facts'] as const) {
    for (const row of draft[block].slice(0, 4)) {
      for (const column of Object.keys(row.cells)) {
        const from = row.cells[column] ?? ''
        for (const to of ['', '7', '合计', `${from}改`]) {
          const edit: Edit = { kind: 'cell', row: row.id, column, from, to }
          const applied = applyAll(draft, [edit])
          if (!applied.ok || from === to) continue
          const after = drawn(applied.draft)
          const texts = textsChanged(before, after, [edit])
          kinds[texts === null ? 'laidOut' : 'written']++
          if (texts === null) continue
          const patched = withTexts(before.sheet, texts)
          expect(patched.rows.map(({ cells }) => cells)).toEqual(after.sheet.rows.map(({ cells }) => cells))
          const [path] = [...texts.keys()]
          const cell = patched.ofPath(path!)!
          expect(patched.at(cell.row, cell.column)).toBe(cell)
          expect(cell.text).toBe(texts.get(path!))
        }
      }
    }
  }
  expect(kinds.written).toBeGreaterThan(80)
  expect(kinds.laidOut).toBeGreaterThan(5)
})

test('rows that were not typed into stay the same objects; rows, labels and heads lay the form out', async () => {
  const before = await sample()
  const [row] = before.draft.indicators
  const score: Edit = { kind: 'cell', row: row!.id, column: 'score', from: row!.cells.score ?? '', to: '0.11' }
  const applied = applyAll(before.draft, [score])
  if (!applied.ok) throw new Error('not applied')
  const texts = textsChanged(before, { draft: applied.draft, form: formOf(applied.draft) }, [score])!
  const sheet = withTexts(before.sheet, texts)
  expect(sheet.rows.filter((each, at) => each !== before.sheet.rows[at])).toHaveLength(1)
  expect(sheet.index).toBe(before.sheet.index)
  const label: Edit = { kind: 'cell', row: row!.id, column: 'level1', from: row!.cells.level1 ?? '', to: '产出' }
  const gone: Edit = { kind: 'delete', block: 'indicators', after: null, row: row! }
  for (const edit of [label, gone]) {
    const other = applyAll(before.draft, [edit])
    if (!other.ok) throw new Error('not applied')
    expect(textsChanged(before, { draft: other.draft, form: formOf(other.draft) }, [edit])).toBeNull()
  }
})
