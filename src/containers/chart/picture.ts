/** A picture of a few kinds of shapes, which every format can draw as vectors. Lengths in points, y grows downwards. */

import { eastAsianWidth } from 'get-east-asian-width'

/** Colours as RRGGBB. */
export type Shape =
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill: string
      readonly stroke: string
    }
  | {
      readonly kind: 'line'
      readonly x: number
      readonly y: number
      readonly toX: number
      readonly toY: number
      readonly stroke: string
    }
  /** `x`, `y`: where the baseline begins. */
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly size: number; readonly text: string }

export interface Picture {
  readonly width: number
  readonly height: number
  /** What it shows, for who cannot see it. */
  readonly alt: string
  readonly shapes: readonly Shape[]
}

/** Two decimals: the same digits on every machine, short in every format. */
export function trimmed(length: number): string {
  return String(Math.round(length * 100) / 100)
}

/** Width of a sign in parts of the font size, as in the fonts of printed Chinese: a full square, or half of it. */
export function advanceOf(character: string): number {
  return eastAsianWidth(character.codePointAt(0)!, { ambiguousAsWide: true }) === 2 ? 1 : 0.5
}

export function textWidth(text: string, size: number): number {
  let width = 0
  for (const character of text) width += advanceOf(character)
  return width * size
}

/** At most `width` wide, with … where something was cut: the tables beside a picture say it in full. */
export function clipText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  let kept = ''
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break
    kept += character
  }
  return `${kept}…`
}
