/** Things to choose from, each with its box. */

import type { CSSProperties, ReactNode } from 'react'

interface CheckListProps {
  readonly items: readonly { readonly id: string; readonly shown: ReactNode; readonly style?: CSSProperties }[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
  /** What stands there where nothing can be chosen. */
  readonly none?: string
}

export function CheckList({ items, chosen, onChange, none }: CheckListProps) {
  return (
    <div className="picked">
      {items.length === 0 && none !== undefined && <p className="soft">{none}</p>}
      {items.map(({ id, shown, style }) => (
        <label key={id} {...(style === undefined ? {} : { style })}>
          <input
            type="checkbox"
            checked={chosen.has(id)}
            onChange={(event) => {
              const next = new Set(chosen)
              if (event.target.checked) next.add(id)
              else next.delete(id)
              onChange(next)
            }}
          />
          {shown}
        </label>
      ))}
    </div>
  )
}
