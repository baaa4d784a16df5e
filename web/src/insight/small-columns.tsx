/** A small drawing of a few figures, of fixed size, so that it prints as it stands on the screen. */

import { useId } from 'react'

interface SmallColumnsProps {
  readonly title: string
  readonly columns: readonly { readonly name: string; readonly value: number }[]
}

const [width, height] = [220, 142]

/** Signs of a name that fit below a column: longer ones run over two lines. */
const fitting = 4

function linesOf(name: string, columns: number): readonly string[] {
  if (columns <= 3 || name.length <= fitting) return [name]
  const half = Math.ceil(name.length / 2)
  return [name.slice(0, half), name.slice(half)]
}

export function SmallColumns({ title, columns }: SmallColumnsProps) {
  const id = useId()
  const most = Math.max(...columns.map(({ value }) => value), 0) || 1
  const step = width / Math.max(1, columns.length)
  const tall = height - 54
  return (
    <figure className="small-columns" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${title}：${columns.map(({ name, value }) => `${name} ${value}`).join('，')}`}
      >
        {columns.map(({ name, value }, at) => {
          const [x, drawn] = [at * step + step / 2, (tall * value) / most]
          return (
            <g key={name}>
              <rect
                x={x - Math.min(18, step * 0.36)}
                y={18 + tall - drawn}
                width={Math.min(36, step * 0.72)}
                height={drawn}
              />
              <text x={x} y={13 + tall - drawn} textAnchor="middle">
                {value}
              </text>
              {linesOf(name, columns.length).map((line, row) => (
                <text key={line} x={x} y={height - 21 + row * 13} textAnchor="middle">
                  {line}
                </text>
              ))}
            </g>
          )
        })}
        <line x1="0" x2={width} y1={18 + tall} y2={18 + tall} />
      </svg>
    </figure>
  )
}
