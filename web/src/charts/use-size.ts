/** How wide a drawing may be, and how large the reader's text is: drawings are made to that measure, so that words in them stay readable. */

import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

export interface DrawingSize {
  readonly width: number
  /** Of the text, in pixels. */
  readonly text: number
}

export function useSize(): readonly [RefObject<HTMLDivElement | null>, DrawingSize] {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<DrawingSize>({ width: 0, text: 13 })
  useLayoutEffect(() => {
    const measure = () => {
      const width = Math.floor(box.current?.clientWidth ?? 0)
      const text = Number.parseFloat(getComputedStyle(box.current ?? document.body).fontSize)
      setSize((before) => (before.width === width && before.text === text ? before : { width, text }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    if (box.current !== null) observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return [box, size]
}

/** How wide a text is when drawn: Chinese signs are square, others about half. */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const sign of text) width += sign.charCodeAt(0) > 0xff ? size : size * 0.58
  return width
}

/** Cut to a width, with … where something is missing. */
export function cutText(text: string, size: number, most: number): string {
  if (textWidth(text, size) <= most) return text
  let cut = ''
  for (const sign of text) {
    if (textWidth(`${cut}${sign}…`, size) > most) break
    cut += sign
  }
  return `${cut}…`
}
