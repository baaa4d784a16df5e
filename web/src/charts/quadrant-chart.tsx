/** Two figures of each form against one another, the plane cut in four: spent much and reached much, and so on. */

import type { ReactNode } from 'react'
import { Chart } from './chart.tsx'
import type { ChartTable } from './chart-data.ts'
import { Mark } from './marks.tsx'
import type { DrawingSize } from './use-size.ts'

export interface Point {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly label: string
  readonly href?: string | undefined
  /** Stands out: a full square in place of a ring. */
  readonly isMarked: boolean
}

export interface Axis {
  readonly name: string
  readonly from: number
  readonly to: number
  /** Where the plane is cut. */
  readonly cut: number
}

interface QuadrantChartProps {
  readonly title: string
  readonly says: ReactNode
  readonly table: ChartTable
  readonly points: readonly Point[]
  readonly x: Axis
  readonly y: Axis
  /** Names of the four parts: upper left, upper right, lower left, lower right. */
  readonly parts: readonly [string, string, string, string]
  readonly legend?: ReactNode
}

function QuadrantDrawing({
  points,
  x,
  y,
  parts,
  size,
}: Omit<QuadrantChartProps, 'title' | 'says' | 'table'> & { size: DrawingSize }) {
  const { width, text } = size
  const height = heightOf(size)
  const [left, right, top, bottom] = [text * 3.2, width - text, text * 1.6, height - text * 2.6]
  const xOf = (value: number) => left + ((right - left) * (value - x.from)) / (x.to - x.from || 1)
  const yOf = (value: number) => bottom - ((bottom - top) * (value - y.from)) / (y.to - y.from || 1)
  const corners = [
    [left + 4, top + text * 1.2, 'start'],
    [right - 4, top + text * 1.2, 'end'],
    [left + 4, bottom - text * 0.6, 'start'],
    [right - 4, bottom - text * 0.6, 'end'],
  ] as const
  return (
    <>
      <g>
        <rect className="plane" x={left} y={top} width={right - left} height={bottom - top} />
        <line className="rule" x1={xOf(x.cut)} x2={xOf(x.cut)} y1={top} y2={bottom} />
        <line className="rule" x1={left} x2={right} y1={yOf(y.cut)} y2={yOf(y.cut)} />
        {corners.map(([at, down, anchor], index) => (
          <text key={`${anchor} ${down}`} x={at} y={down} textAnchor={anchor} className="soft">
            {parts[index]}
          </text>
        ))}
        <text x={left} y={text} className="soft">
          {y.name}
        </text>
        <text x={right} y={height - 2} textAnchor="end" className="soft">
          {x.name}
        </text>
        {[x.from, x.cut, x.to].map((value) => (
          <text key={value} x={xOf(value)} y={bottom + text * 1.2} textAnchor="middle" className="soft">
            {value}
          </text>
        ))}
        {[y.from, y.cut, y.to].map((value) => (
          <text key={value} x={left - 6} y={yOf(value) + text / 3} textAnchor="end" className="soft">
            {value}
          </text>
        ))}
      </g>
      {points.map(({ key, label, href, isMarked, ...at }, index) => {
        const [px, py] = [xOf(Math.min(x.to, Math.max(x.from, at.x))), yOf(Math.min(y.to, Math.max(y.from, at.y)))]
        return (
          <Mark key={key} label={label} href={href} isFirst={index === 0}>
            {isMarked ? (
              <rect className="fill-alarm" x={px - 5} y={py - 5} width={10} height={10} />
            ) : (
              <circle className="fill-open" cx={px} cy={py} r={5} />
            )}
            <circle className="hit" cx={px} cy={py} r={12} />
          </Mark>
        )
      })}
    </>
  )
}

function heightOf({ width, text }: DrawingSize): number {
  return Math.min(text * 28, Math.max(text * 18, width * 0.6))
}

export function QuadrantChart({ title, says, table, legend, ...drawing }: QuadrantChartProps) {
  return (
    <Chart
      title={title}
      says={says}
      table={table}
      legend={legend}
      height={heightOf}
      draw={(size) => <QuadrantDrawing {...drawing} size={size} />}
    />
  )
}
