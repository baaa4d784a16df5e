/** Columns, colours and clipping on a terminal where Chinese characters are two columns wide. */

import { styleText } from 'node:util'
import { eastAsianWidth } from 'get-east-asian-width'

const ZERO_WIDTH = /\p{Mark}|\p{Cf}/u

/** Columns a text takes up; combining marks and format characters take none. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    // Nearly all that a form prints: no table need be asked.
    if (code >= 0x4e00 && code <= 0x9fff) width += 2
    else if (code >= 0x20 && code < 0x7f) width++
    else if (!ZERO_WIDTH.test(character)) width += eastAsianWidth(code)
  }
  return width
}

/** Control and bidirectional characters made visible, so that a file cannot draw on the terminal. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    character === '\t' || character === '\n' ? ' ' : `\\u{${character.codePointAt(0)!.toString(16)}}`,
  )
}

/** At most `columns` wide, with … where something was cut. */
export function clip(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let clipped = ''
  let width = 0
  for (const character of text) {
    const next = widthOf(character)
    if (width + next > columns - 1) break
    clipped += character
    width += next
  }
  return `${clipped}…`
}

/** At most `columns` wide, its end kept: what tells one path from another. */
export function clipStart(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let kept = ''
  let width = 0
  for (const character of [...text].reverse()) {
    const next = widthOf(character)
    if (width + next > columns - 1) break
    kept = character + kept
    width += next
  }
  return `…${kept}`
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)))
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - widthOf(text))) + text
}

type Style = Parameters<typeof styleText>[0]

const coloured = process.stdout.isTTY === true && process.env.NO_COLOR === undefined

/** Colour only on a terminal, and never the only sign. */
export function style(text: string, as: Style): string {
  return coloured ? styleText(as, text) : text
}

/** Rows of cells in aligned columns; `right` names the columns of figures. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => (right.includes(column) ? padStart : padEnd)(cell, widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
