/** Upright columns side by side: how often each score stands, what costs most points; a line of the running share where asked for. */

import type { ReactNode } from 'react'
import { Chart } from './chart.tsx'
import type { ChartTable } from './chart-data.ts'
import { Mark } from './marks.tsx'
import { cutText, type DrawingSize, textWidth } from './use-size.ts'

export interface Column {
  readonly key: string
  /** Below the column. */
  readonly name: string
  /** Its height; figures are shown by `figure`. */
  readonly value: number
  readonly figure: string
  /** What the column stands for, whole. */
  readonly label: string
  readonly href?: string | undefined
  /** Stands out: drawn full, the others hatched. */
  readonly isMarked?: boolean
  /** Running share of the whole, 0 to 100. */
  readonly running?: number
}

interface ColumnsChartProps {
  readonly title: string
  readonly says: ReactNode
  readonly table: ChartTable
  readonly columns: readonly Column[]
  readonly legend?: ReactNode
}

function ColumnsDrawing({ columns, size }: { columns: readonly Column[]; size: DrawingSize }) {
  const { width, text } = size
  const hasLine = columns.some(({ running }) => running !== undefined)
  const right = hasLine ? text * 3 : 4
  const top = text * 1.6
  const bottom = heightOf(size) - text * 2
  const step = (width - 4 - right) / columns.length
  const most = Math.max(...columns.map(({ value }) => value), 0) || 1
  const thick = Math.min(step * 0.72, text * 5)
  const middle = (at: number) => 4 + step * (at + 0.5)
  const yOf = (value: number, all: number) => bottom - (bottom - top) * (value / all)
  // Where names do not fit side by side every other is left out; the table has all.
  const widest = Math.max(...columns.map(({ name }) => Math.min(textWidth(name, text), text * 6)))
  const every = Math.max(1, Math.ceil((widest + 6) / step))
  return (
    <>
      <line className="axis strong" x1={4} x2={width - right} y1={bottom} y2={bottom} />
      {columns.map(({ key, name, value, figure, label, href, isMarked = false }, at) => (
        <g key={key}>
          <Mark label={label} href={href} isFirst={at === 0}>
            <rect
              className={isMarked ? 'fill-main' : 'fill-soft'}
              x={middle(at) - thick / 2}
              y={yOf(value, most)}
              width={thick}
              height={Math.max(0, bottom - yOf(value, most))}
            />
            <rect className="hit" x={middle(at) - step / 2} y={top} width={step} height={bottom - top} />
          </Mark>
          {value > 0 && (step > text * 2.2 || at % every === 0) && (
            <text x={middle(at)} y={yOf(value, most) - 4} textAnchor="middle">
              {figure}
            </text>
          )}
          {at % every === 0 && (
            <text x={middle(at)} y={bottom + text * 1.3} textAnchor="middle" className="soft">
              {cutText(name, text, Math.max(step * every - 4, text * 2))}
            </text>
          )}
        </g>
      ))}
      {hasLine && (
        <g>
          <polyline
            className="line"
            points={columns.map(({ running = 0 }, at) => `${middle(at)},${yOf(running, 100)}`).join(' ')}
          />
          {[0, 50, 80, 100].map((share) => (
            <text key={share} x={width - right + 6} y={yOf(share, 100) + text / 3} className="soft">
              {share}%
            </text>
          ))}
          <line className="rule" x1={4} x2={width - right} y1={yOf(80, 100)} y2={yOf(80, 100)} />
        </g>
      )}
    </>
  )
}

function heightOf({ text }: DrawingSize): number {
  return text * 18
}

export function ColumnsChart({ columns, ...rest }: ColumnsChartProps) {
  return <Chart {...rest} height={heightOf} draw={(size) => <ColumnsDrawing columns={columns} size={size} />} />
}
