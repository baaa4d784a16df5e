/** A chart with all that belongs to it: its title, what it says in a sentence, the drawing, its table, csv and pictures. */

import { type ReactNode, useId, useRef, useState } from 'react'
import './charts.css'
import { MenuButton } from '../shell/menu.tsx'
import { type ChartTable, csvOf } from './chart-data.ts'
import { useChartSay } from './chart-texts.ts'
import { HouseLink } from './house-link.tsx'
import { useMarks } from './marks.tsx'
import { pngOf, saveFile, svgText } from './picture.ts'
import { type DrawingSize, useSize } from './use-size.ts'

interface ChartProps {
  readonly title: string
  /** What the drawing shows, in one or two plain sentences with the figures: for eyes, for ears, for paper. */
  readonly says: ReactNode
  readonly table: ChartTable
  /** How high it is drawn at a size. */
  readonly height: (size: DrawingSize) => number
  readonly draw: (size: DrawingSize) => ReactNode
  /** What shapes and fills mean. */
  readonly legend?: ReactNode
}

/** Rows that a page shows below a chart; all of them are in the csv. */
const shown = 400

export function Chart({ title, says, table, height, draw, legend }: ChartProps) {
  const say = useChartSay()
  const id = useId()
  const [box, size] = useSize()
  const drawing = useRef<SVGSVGElement>(null)
  const [told, setTold] = useState('')
  const marks = useMarks(setTold)
  const name = title.replace(/[\\/:*?"<>|]/g, ' ')
  const svg = () => svgText(drawing.current!, title)
  const tall = height(size)
  return (
    <figure className="chart card" aria-labelledby={`${id}-title`}>
      <header className="section-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {table.rows.length > 0 && (
          <MenuButton
            label={`${say('chart.save')}：${title}`}
            shown={say('chart.save')}
            atEnd
            items={[
              {
                label: say('chart.csv'),
                onChoose: () => saveFile(`${name}.csv`, new Blob([csvOf(table)], { type: 'text/csv' })),
              },
              {
                label: say('chart.svg'),
                onChoose: () => saveFile(`${name}.svg`, new Blob([svg()], { type: 'image/svg+xml' })),
              },
              {
                label: say('chart.png'),
                onChoose: () => void pngOf(svg()).then((picture) => saveFile(`${name}.png`, picture)),
              },
            ]}
          />
        )}
      </header>
      <div id={`${id}-says`} className="chart-says">
        {says}
      </div>
      {table.rows.length === 0 ? (
        <p className="soft">{say('chart.none')}</p>
      ) : (
        <>
          <div ref={box} className="chart-box">
            {size.width > 0 && (
              // biome-ignore lint/a11y/useSemanticElements: a drawing holds no fieldset
              <svg
                ref={drawing}
                viewBox={`0 0 ${size.width} ${tall}`}
                width={size.width}
                height={tall}
                role="group"
                aria-labelledby={`${id}-title`}
                aria-describedby={`${id}-says`}
                {...marks}
              >
                {draw(size)}
              </svg>
            )}
          </div>
          {legend !== undefined && <div className="chart-legend">{legend}</div>}
          <p className="chart-told soft" aria-hidden="true">
            {told}
          </p>
          <details className="chart-table">
            <summary>{say('chart.table')}</summary>
            <ChartTableView title={title} table={table} />
          </details>
        </>
      )}
    </figure>
  )
}

export function ChartTableView({ title, table }: { title: string; table: ChartTable }) {
  const say = useChartSay()
  const { columns, rows } = table
  return (
    // A wide table is scrolled with the keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached without a mouse
    <section className="wide-table" aria-label={title} tabIndex={0}>
      <table className="data">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" className={column.isNumber === true ? 'number' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(({ key, cells, href }) => (
            <tr key={key}>
              {cells.map((text, at) => (
                <td
                  // The cells of a row are as many as the columns and never change places.
                  key={columns[at]!.title}
                  className={columns[at]!.isNumber === true ? 'number' : undefined}
                >
                  {at === 0 && href !== undefined ? <HouseLink href={href}>{text}</HouseLink> : text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && <p className="soft">{say('chart.more', { n: rows.length - shown })}</p>}
    </section>
  )
}
