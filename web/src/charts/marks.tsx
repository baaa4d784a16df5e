/** The marks of a drawing as links: one place in the order of Tab, arrows move between them, what a mark says stands below the drawing. */

import { type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode, useCallback } from 'react'
import { useOpen } from './house-link.tsx'

interface MarkProps {
  readonly label: string
  readonly href?: string | undefined
  readonly isFirst: boolean
  readonly children: ReactNode
}

/** What it stands for is said whole in `label`; its shape is drawn by `children`. */
export function Mark({ label, href, isFirst, children }: MarkProps) {
  const open = useOpen()
  const shared = {
    'data-mark': label,
    'aria-label': label,
    tabIndex: isFirst ? 0 : -1,
    className: 'mark',
  }
  if (href === undefined) {
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: reached by arrows to be read, as a picture of its own
      <g role="img" {...shared}>
        {children}
      </g>
    )
  }
  return (
    <a href={href} onClick={(event) => open(event, href)} {...shared}>
      {children}
    </a>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Handlers for the drawing that holds the marks; `tell` hears what the mark under focus or pointer stands for. */
export function useMarks(tell: (label: string) => void) {
  const onKeyDown = useCallback((event: KeyboardEvent<SVGSVGElement>) => {
    const all = [...event.currentTarget.querySelectorAll<SVGElement>('[data-mark]')]
    const here = all.indexOf((event.target as Element).closest('[data-mark]') as SVGElement)
    const ends = { Home: 0, End: all.length - 1 }[event.key]
    const step = steps[event.key]
    if (here < 0 || (step === undefined && ends === undefined)) return
    event.preventDefault()
    const next = all[ends ?? Math.min(all.length - 1, Math.max(0, here + step!))]!
    for (const mark of all) mark.setAttribute('tabindex', mark === next ? '0' : '-1')
    next.focus()
  }, [])
  const hear = useCallback(
    (event: FocusEvent<SVGSVGElement> | MouseEvent<SVGSVGElement>) => {
      const mark = (event.target as Element).closest('[data-mark]')
      tell(mark?.getAttribute('data-mark') ?? '')
    },
    [tell],
  )
  return { onKeyDown, onFocus: hear, onMouseOver: hear }
}
