/** The form as a table: a real one, with merged cells as printed, which is read aloud, searched and printed as it stands. */

import { type CSSProperties, memo, type RefObject, useMemo } from 'react'
import { type Say, useSay } from '../texts/index.ts'
import { type CellMark, type Marks, useCellMarks, useMargin } from './marks.ts'
import { cellsDrawn, headsDrawn, type RowWindow } from './row-window.ts'
import type { CellView, RowView, SheetView } from './sheet-view.ts'

interface SheetTableProps {
  readonly sheet: SheetView
  readonly marks: Marks
  readonly label: string
  readonly tableRef: RefObject<HTMLTableElement | null>
  /** Null: all rows are drawn. */
  readonly rows: RowWindow | null
}

/** Labels over more rows than this follow the eye. */
const tall = 3

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

/** Sums, rates, points: never broken in the middle. */
const FIGURE = /^[-+−]?\d[\d,]*(\.\d+)?%?$/
/** Letters that fit the whole width of a narrow sheet in large text. */
const narrowestEms = 53
const paddingEms = 0.3

/** How a figure is drawn where its column is too narrow for it: closer to the lines, and smaller where that is not enough. */
function fitOf({ text, column, columnSpan }: CellView, shares: readonly number[]): CSSProperties | undefined {
  const share = shares.slice(column, column + columnSpan).reduce((sum, each) => sum + each, 0)
  const signs = [...text].reduce(
    (sum, sign) => sum + (sign === '.' || sign === ',' ? 0.3 : sign === '%' ? 0.95 : 0.57),
    0,
  )
  const needed = signs + paddingEms
  if (needed + paddingEms <= share * narrowestEms) return undefined
  return {
    paddingInline: `${paddingEms / 2}em`,
    fontSize: `min(1em, calc(var(--sheet-width) * ${(share / needed).toFixed(5)}))`,
  }
}

function classOf({ style, path, rowSpan }: CellView, isFigure: boolean, mark: CellMark | undefined): string {
  const names = [`is-${style.role}`, `to-${style.align ?? 'left'}`]
  if (isFigure) names.push('is-figure')
  if (style.bold === true) names.push('is-bold')
  if (path === null) names.push('is-fixed')
  if (rowSpan > tall) names.push('is-tall')
  if (mark?.severity !== undefined) names.push(`has-${mark.severity}`)
  if (mark?.isDoubtful === true) names.push('is-doubtful')
  if (mark?.isPending === true) names.push('is-pending')
  if (mark?.hasComment === true) names.push('has-comment')
  if (mark?.isChanged === true) names.push('is-changed')
  return names.join(' ')
}

interface CellProps {
  readonly cell: CellView
  readonly mark: CellMark | undefined
  readonly say: Say
  /** Widths of the columns as parts of the sheet's. */
  readonly shares: readonly number[]
}

function Cell({ cell, mark, say, shares }: CellProps) {
  const words = wordsOf(mark, say)
  const isFigure = FIGURE.test(cell.text)
  const fit = isFigure ? fitOf(cell, shares) : undefined
  const common = {
    id: `cell-${cell.row}-${cell.column}`,
    'data-column': cell.column,
    className: classOf(cell, isFigure, mark),
    ...(fit === undefined ? {} : { style: fit }),
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    ...(cell.columnSpan > 1 ? { colSpan: cell.columnSpan } : {}),
  }
  const shown = (
    <>
      {cell.rowSpan > tall ? <span className="floating">{cell.text}</span> : cell.text}
      {mark?.beside !== undefined && <span className="cell-beside">{mark.beside}</span>}
      {words !== '' && (
        <span className="unseen" lang={say('lang.code')}>
          {' '}
          ({words})
        </span>
      )}
    </>
  )
  return cell.style.role === 'header' ? (
    <th {...common} scope="col">
      {shown}
    </th>
  ) : (
    <td {...common}>{shown}</td>
  )
}

const signs = { equal: '✓', inside: '≈', outside: '✗', open: '?', lost: '○', none: '' } as const

/** The recomputed score beside the printed one. The box keeps its size and style, so that what moves in it lays out nothing else. */
function MarginBox({ marks, row }: { marks: Marks; row: number }) {
  const margin = useMargin(marks, row)
  return (
    <div className="margin-box" title={margin?.title}>
      {margin !== null && margin.text !== '' && (
        <div className={`margin-line sign-${margin.sign}`}>
          <span>{margin.text}</span>
          <span aria-hidden="true">{signs[margin.sign]}</span>
          <span className="unseen">{margin.title}</span>
        </div>
      )}
    </div>
  )
}

const Row = memo(function Row({
  row,
  marks,
  say,
  isFirstHead,
  drawn,
  shares,
}: {
  row: RowView
  shares: readonly number[]
  /** The cells of the row where they are not its own: at the edges of what is drawn. */
  drawn: readonly CellView[] | null
  marks: Marks
  say: Say
  isFirstHead: boolean
}) {
  const cells = useCellMarks(marks, row.index)
  return (
    <tr data-row={row.index} aria-rowindex={row.index + 1} data-heads={row.heads ?? undefined}>
      <th className="number" scope="row" data-column={-1}>
        {row.entity === null ? <span className="unseen">{row.index + 1}</span> : row.entity.index + 1}
      </th>
      {(drawn ?? row.cells).map((cell) => (
        <Cell
          key={cell.column}
          cell={cell}
          mark={cell.path === null ? undefined : cells.get(cell.path)}
          say={say}
          shares={shares}
        />
      ))}
      {row.heads === null || !isFirstHead ? (
        <td className={row.heads === null ? 'margin' : 'margin is-header'} data-column={-2}>
          <MarginBox marks={marks} row={row.index} />
        </td>
      ) : (
        <th className="margin" scope="col" data-column={-2}>
          {say('grid.recomputed')}
        </th>
      )}
    </tr>
  )
})

function Room({ height, columns }: { height: number; columns: number }) {
  return height < 1 ? null : (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: room for rows that are not drawn; nothing in it takes the focus
    <tr className="room" aria-hidden="true">
      <td colSpan={columns + 2} style={{ height }} />
    </tr>
  )
}

export const SheetTable = memo(function SheetTable({ sheet, marks, label, tableRef, rows }: SheetTableProps) {
  const say = useSay()
  const { widths } = sheet
  const shares = useMemo(() => {
    const whole = widths.reduce((sum, width) => sum + width, 0)
    return widths.map((width) => width / whole)
  }, [widths])
  const from = rows?.from ?? 0
  const to = Math.min(rows?.to ?? sheet.rows.length, sheet.rows.length)
  const draw = (row: RowView) => {
    const ofWindow = (window: RowWindow) =>
      row.index >= from ? cellsDrawn(sheet, row.index, from, to) : headsDrawn(sheet, row.index, window.heads)
    const cells = rows === null ? row.cells : ofWindow(rows)
    return (
      <Row
        key={row.index}
        row={row}
        marks={marks}
        say={say}
        isFirstHead={row.heads !== null && sheet.rows[row.index - 1]?.heads !== row.heads}
        drawn={cells === row.cells ? null : cells}
        shares={shares}
      />
    )
  }
  return (
    <table
      ref={tableRef}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid
      role="grid"
      className="sheet-table"
      // The form is Chinese whatever the page speaks.
      lang="zh-CN"
      aria-label={label}
      aria-multiselectable="true"
      aria-rowcount={sheet.rows.length}
    >
      <colgroup>
        <col className="number" />
        {shares.map((share, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
          <col key={at} style={{ width: `calc(var(--sheet-width) * ${share.toFixed(5)})` }} />
        ))}
        <col className="margin" />
      </colgroup>
      <tbody>
        {rows?.heads.map((index) => draw(sheet.rows[index]!))}
        {rows !== null && <Room height={rows.above} columns={sheet.columnCount} />}
        {sheet.rows.slice(from, to).map(draw)}
        {rows !== null && <Room height={rows.below} columns={sheet.columnCount} />}
      </tbody>
    </table>
  )
})
