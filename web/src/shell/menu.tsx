/** A button with a menu: arrows move in it, Escape closes it and gives the focus back. */

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

export interface MenuItem {
  readonly label: string
  readonly keys?: string
  readonly onChoose: () => void
  readonly disabled?: boolean
  readonly checked?: boolean
  /** A line above it. */
  readonly begins?: boolean
}

interface MenuListProps {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly onClose: (refocus: boolean) => void
  readonly className?: string
  readonly at?: { readonly x: number; readonly y: number }
}

export function MenuList({ label, items, onClose, className = '', at }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it opened is where it stays
  useEffect(() => {
    const box = list.current?.getBoundingClientRect()
    if (at !== undefined && box !== undefined && list.current !== null) {
      // A menu at the pointer stays on the screen.
      list.current.style.left = `${Math.max(0, Math.min(at.x, window.innerWidth - box.width - 4))}px`
      list.current.style.top = `${Math.max(0, Math.min(at.y, window.innerHeight - box.height - 4))}px`
    }
    list.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus()
    const outside = (event: Event) => {
      if (!(event.target instanceof Node) || list.current?.contains(event.target)) return
      // Its own button closes it itself.
      if (event.target instanceof Element && event.target.closest('.holds-menu') === list.current?.parentElement) return
      onClose(false)
    }
    document.addEventListener('pointerdown', outside, true)
    return () => document.removeEventListener('pointerdown', outside, true)
  }, [onClose])

  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])]
    const here = all.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: here + 1, ArrowUp: here - 1 + all.length, Home: 0, End: all.length - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      all[to % all.length]?.focus()
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      onClose(true)
    }
    event.stopPropagation()
  }

  return (
    <div
      ref={list}
      className={`menu ${className}`}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
      style={at === undefined ? undefined : { position: 'fixed', left: at.x, top: at.y }}
    >
      {items.map(({ label: text, keys, onChoose, disabled = false, checked, begins = false }) => (
        <div key={text} role="none">
          {begins && <hr />}
          <button
            type="button"
            role={checked === undefined ? 'menuitem' : 'menuitemradio'}
            {...(checked === undefined ? {} : { 'aria-checked': checked })}
            disabled={disabled}
            onClick={() => {
              onClose(true)
              onChoose()
            }}
          >
            <span>
              {checked !== undefined && <span aria-hidden="true">{checked ? '● ' : '○ '}</span>}
              {text}
            </span>
            {keys !== undefined && <kbd>{keys}</kbd>}
          </button>
        </div>
      ))}
    </div>
  )
}

interface MenuButtonProps {
  readonly label: string
  readonly shown: ReactNode
  readonly items: readonly MenuItem[]
  readonly quiet?: boolean
  readonly atEnd?: boolean
}

export function MenuButton({ label, shown, items, quiet = true, atEnd = false }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div className="holds-menu">
      <button
        ref={button}
        type="button"
        className={quiet ? 'button quiet' : 'button'}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!isOpen)}
      >
        {shown}
      </button>
      {isOpen && (
        <MenuList
          label={label}
          items={items}
          className={atEnd ? 'at-end' : ''}
          onClose={(refocus) => {
            setOpen(false)
            if (refocus) button.current?.focus()
          }}
        />
      )}
    </div>
  )
}
