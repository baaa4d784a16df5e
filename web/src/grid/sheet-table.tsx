/** The form as a table: a real one, with merged cells as printed, which is read aloud, searched and printed as it stands. */

import { memo, type RefObject } from 'react'
import { type Say, useSay } from '../texts/index.ts'
import { type CellMark, type Marks, useRowMarks } from './marks.ts'
import type { CellView, RowView, SheetView } from './sheet-view.ts'

interface SheetTableProps {
  readonly sheet: SheetView
  readonly marks: Marks
  readonly label: string
  readonly tableRef: RefObject<HTMLTableElement | null>
}

function wordsOf(mark: CellMark | undefined, say: Say): string {
  if (mark === undefined) return ''
  const words: string[] = []
  if (mark.severity !== undefined) words.push(say(`severity.${mark.severity}`))
  if (mark.isDoubtful === true) words.push(say('cell.doubtful'))
  if (mark.hasComment === true) words.push(say('cell.comment'))
  if (mark.isPending === true) words.push(say('cell.pending'))
  if (mark.isChanged === true) words.push(say('cell.changed'))
  return words.join(', ')
}

function classOf({ style, path }: CellView, mark: CellMark | undefined): string {
  const names = [`is-${style.role}`, `to-${style.align ?? 'left'}`]
  if (style.bold === true) names.push('is-bold')
  if (path === null) names.push('is-fixed')
  if (mark?.severity !== undefined) names.push(`has-${mark.severity}`)
  if (mark?.isDoubtful === true) names.push('is-doubtful')
  if (mark?.isPending === true) names.push('is-pending')
  if (mark?.hasComment === true) names.push('has-comment')
  if (mark?.isChanged === true) names.push('is-changed')
  return names.join(' ')
}

function Cell({ cell, mark, say }: { cell: CellView; mark: CellMark | undefined; say: Say }) {
  const words = wordsOf(mark, say)
  const common = {
    id: `cell-${cell.row}-${cell.column}`,
    'data-column': cell.column,
    className: classOf(cell, mark),
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    ...(cell.columnSpan > 1 ? { colSpan: cell.columnSpan } : {}),
  }
  const shown = (
    <>
      {cell.text}
      {words !== '' && <span className="unseen"> ({words})</span>}
    </>
  )
  return cell.style.role === 'header' ? (
    <th {...common} scope="col">
      {shown}
    </th>
  ) : (
    <td {...common} role="gridcell">
      {shown}
    </td>
  )
}

const signs = { equal: '✓', inside: '≈', outside: '✗', open: '?', lost: '○', none: '' } as const

const Row = memo(function Row({ row, marks, say }: { row: RowView; marks: Marks; say: Say }) {
  const { cells, margin } = useRowMarks(marks, row.index)
  return (
    <tr data-heads={row.heads ?? undefined}>
      <th className="number" scope="row" data-column={-1}>
        {row.entity === null ? (
          <span className="unseen">{row.index + 1}</span>
        ) : (
          row.entity.index + 1
        )}
      </th>
      {row.cells.map((cell) => (
        <Cell key={cell.column} cell={cell} mark={cell.path === null ? undefined : cells.get(cell.path)} say={say} />
      ))}
      {row.heads === null ? (
        <td className="margin" role="gridcell" data-column={-2}>
          <div className={`margin-box sign-${margin?.sign ?? 'none'}`} title={margin?.title}>
            {margin !== null && margin.text !== '' && (
              <>
                <span>{margin.text}</span>
                <span aria-hidden="true">{signs[margin.sign]}</span>
                <span className="unseen">{margin.title}</span>
              </>
            )}
          </div>
        </td>
      ) : (
        <th className="margin" scope="col" data-column={-2}>
          {say('grid.recomputed')}
        </th>
      )}
    </tr>
  )
})

export const SheetTable = memo(function SheetTable({ sheet, marks, label, tableRef }: SheetTableProps) {
  const say = useSay()
  const whole = sheet.widths.reduce((sum, width) => sum + width, 0)
  return (
    <table
      ref={tableRef}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid
      role="grid"
      className="sheet-table"
      aria-label={label}
      aria-multiselectable="true"
    >
      <colgroup>
        <col className="number" />
        {sheet.widths.map((width, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
          <col key={at} style={{ width: `calc(var(--sheet-width) * ${(width / whole).toFixed(5)})` }} />
        ))}
        <col className="margin" />
      </colgroup>
      <tbody>
        {sheet.rows.map((row) => (
          <Row key={row.index} row={row} marks={marks} say={say} />
        ))}
      </tbody>
    </table>
  )
})
