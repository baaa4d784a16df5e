import { expect, it } from 'vitest'
import { editedForm } from '../../../tests/support/workbook-edited.ts'
import { readSource } from '../read-source.ts'
import { isMachineSheet } from './machine-lines.ts'
import { readWorkbook } from './read-workbook.ts'

it('is read in its own bounds where its hidden sheet names rows that no sheet has', async () => {
  const { form, bytes } = await editedForm()
  const source = await readSource(bytes, 'workbook.xlsx')
  const hidden = source.grids.find(isMachineSheet)!
  const { row } = hidden.cells.find(({ column, text }) => column === 0 && text === 'row')!
  const far = hidden.cells.map((cell) =>
    cell.row === row && cell.column >= 2 ? { ...cell, text: '99999999999' } : cell,
  )
  const grids = source.grids.map((grid) => (grid === hidden ? { ...grid, cells: far } : grid))
  const read = readWorkbook({ ...source, grids })!
  expect(read.recognised.forms[0]!.form.indicators.map(({ name }) => name.raw)).toEqual(
    form.indicators.map(({ name }) => name.raw),
  )
})
