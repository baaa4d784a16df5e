/** A line for each unit: bars, or marks on a scale, with the span that the rules give drawn behind them. */

import type { ReactNode } from 'react'
import { Chart } from './chart.tsx'
import type { ChartTable } from './chart-data.ts'
import { Mark } from './marks.tsx'
import { cutText, type DrawingSize, textWidth } from './use-size.ts'

/** Shapes that tell series apart without colour. */
export type Shape = 'dot' | 'ring' | 'triangle' | 'cross' | 'bar'

export interface RowMark {
  readonly shape: Shape
  readonly value: number
}

export interface Row {
  readonly key: string
  readonly name: string
  readonly label: string
  readonly href?: string | undefined
  readonly marks: readonly RowMark[]
  readonly span?: readonly [number, number] | undefined
  /** At the end of the line. */
  readonly figure?: string
}

interface RowsChartProps {
  readonly title: string
  readonly says: ReactNode
  readonly table: ChartTable
  readonly rows: readonly Row[]
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
  readonly unit?: string
  readonly legend?: ReactNode
}

export function ShapeMark({ shape, x, y, size }: { shape: Shape; x: number; y: number; size: number }) {
  const r = size
  switch (shape) {
    case 'dot':
      return <circle className="fill-main" cx={x} cy={y} r={r} />
    case 'ring':
      return <circle className="fill-open" cx={x} cy={y} r={r} />
    case 'triangle':
      return <path className="fill-open" d={`M${x} ${y - r * 1.2}L${x + r * 1.2} ${y + r}H${x - r * 1.2}Z`} />
    case 'cross':
      return (
        <path className="axis-cross" d={`M${x - r} ${y - r}L${x + r} ${y + r}M${x + r} ${y - r}L${x - r} ${y + r}`} />
      )
    case 'bar':
      return null
  }
}

/** A shape as it stands in a legend. */
export function ShapeSign({ shape }: { shape: Shape | 'span' | 'line' | 'square' }) {
  return (
    <svg className="chart-sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {shape === 'span' ? (
        <rect className="fill-soft" x="0" y="4" width="16" height="8" />
      ) : shape === 'line' ? (
        <line className="line" x1="0" x2="16" y1="8" y2="8" />
      ) : shape === 'square' ? (
        <rect className="fill-alarm" x="3" y="3" width="10" height="10" />
      ) : (
        <ShapeMark shape={shape} x={8} y={8} size={5} />
      )}
    </svg>
  )
}

function RowsDrawing({
  rows,
  from,
  to,
  ticks,
  unit = '',
  size,
}: Omit<RowsChartProps, 'title' | 'says' | 'table'> & { size: DrawingSize }) {
  const { width, text } = size
  const line = text * 1.75
  const names = Math.min(width * 0.38, Math.max(...rows.map(({ name }) => textWidth(name, text))) + 8)
  const ends = Math.max(0, ...rows.map(({ figure = '' }) => textWidth(figure, text))) + 10
  const [left, right] = [names + text, width - ends - text / 2]
  const xOf = (value: number) => left + (right - left) * Math.min(1, Math.max(0, (value - from) / (to - from || 1)))
  const bottom = rows.length * line + 4
  const isShortOfRoom = (right - left) / ticks.length < text * 2.6
  return (
    <>
      {ticks.map((tick, at) => (
        <g key={tick}>
          <line className="axis" x1={xOf(tick)} x2={xOf(tick)} y1={0} y2={bottom} />
          {(!isShortOfRoom || at % 2 === 0) && (
            <text x={xOf(tick)} y={bottom + text * 1.2} textAnchor="middle" className="soft">
              {tick}
              {unit}
            </text>
          )}
        </g>
      ))}
      {rows.map(({ key, name, label, href, marks, span, figure }, at) => {
        const y = at * line + line / 2
        return (
          <g key={key}>
            <Mark label={label} href={href} isFirst={at === 0}>
              <rect className="hit" x={0} y={at * line} width={width} height={line} />
              {span !== undefined && (
                <rect
                  className="fill-soft"
                  x={xOf(span[0])}
                  y={y - text * 0.4}
                  width={Math.max(2, xOf(span[1]) - xOf(span[0]))}
                  height={text * 0.8}
                />
              )}
              {marks.map(({ shape, value }) =>
                shape === 'bar' ? (
                  <rect
                    key={shape}
                    className="fill-soft"
                    x={left}
                    y={y - text * 0.45}
                    width={Math.max(0, xOf(value) - left)}
                    height={text * 0.9}
                  />
                ) : (
                  <ShapeMark key={`${shape} ${value}`} shape={shape} x={xOf(value)} y={y} size={text * 0.36} />
                ),
              )}
            </Mark>
            <text x={names} y={y + text * 0.35} textAnchor="end">
              {cutText(name, text, names)}
            </text>
            {figure !== undefined && (
              <text x={width} y={y + text * 0.35} textAnchor="end">
                {figure}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}

export function RowsChart({ title, says, table, legend, ...drawing }: RowsChartProps) {
  return (
    <Chart
      title={title}
      says={says}
      table={table}
      legend={legend}
      height={({ text }) => drawing.rows.length * text * 1.75 + text * 2}
      draw={(size) => <RowsDrawing {...drawing} size={size} />}
    />
  )
}
