/** Tabs beside the form, as the pattern for tabs has them: arrows change, Tab goes in. */

import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useSay } from '../texts/index.ts'
import './side-panel.css'

export interface SideTab {
  readonly id: string
  readonly label: string
  readonly content: ReactNode
}

interface SidePanelProps {
  readonly tabs: readonly SideTab[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

export function SidePanel({ tabs, chosen, onChoose }: SidePanelProps) {
  const say = useSay()
  const list = useRef<HTMLDivElement>(null)
  const shown = tabs.find(({ id }) => id === chosen) ?? tabs[0]!
  const onKeyDown = (event: KeyboardEvent) => {
    const here = tabs.indexOf(shown)
    if (event.key === 'F6') {
      event.preventDefault()
      document.querySelector<HTMLElement>('.cell-input')?.focus({ preventScroll: true })
      return
    }
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined || !(event.target instanceof Element) || event.target.role !== 'tab') return
    event.preventDefault()
    const next = tabs[(here + step + tabs.length) % tabs.length]!
    onChoose(next.id)
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus()
  }
  return (
    <aside className="side-panel" aria-label={say('panel.label')} onKeyDown={onKeyDown}>
      <div ref={list} className="tabs" role="tablist" aria-label={say('panel.label')}>
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === shown.id}
            aria-controls="side-content"
            tabIndex={id === shown.id ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {label}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div id="side-content" className="side-content" role="tabpanel" tabIndex={0} aria-labelledby={`tab-${shown.id}`}>
        {shown.content}
      </div>
    </aside>
  )
}
