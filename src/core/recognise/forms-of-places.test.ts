/**
 * Forms typed after the habits of places (townships, courts, hospitals, funds of several kinds), in every arrival. What each says as a sheet is
 * kept beside it and was judged by eye; each arrival must say the same, but for those listed.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { arrivals } from '../../../tests/support/arrivals.ts'
import { sheetOfLines } from '../../../tests/support/sheet-of-lines.ts'
import { readText } from '../../readers/text/index.ts'
import type { Grid } from '../model/index.ts'
import { recognise, toPlain } from './index.ts'

const folder = new URL('../../../tests/support/forms-of-places/', import.meta.url)
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace('.txt', ''))

const linesOf = (name: string): string[] =>
  readFileSync(new URL(`${name}.txt`, folder), 'utf8')
    .trimEnd()
    .split('\n')

function textGrids(text: string): readonly Grid[] {
  return readText(new TextEncoder().encode(text), 'form.txt').value
}

/** A cell a line, what a merge covers left out and blank cells kept. */
function cellsWithBlanks(lines: readonly string[]): string {
  const cells = lines.flatMap((line) => line.split('|').filter((cell) => cell !== '<' && cell !== '^'))
  return cells.map((cell) => (cell === '' ? '|' : `${cell} |`)).join('\n')
}

/** What the forms say, blanks and widths of signs aside: where blanks part the words of a line, none are kept. */
function said(grids: readonly Grid[]): unknown {
  const forms = recognise(grids).forms.map(({ form }) => toPlain(form))
  return JSON.parse(
    JSON.stringify(forms, (_, value) =>
      typeof value === 'string' ? value.normalize('NFKC').replace(/\s/g, '') : value,
    ),
  )
}

const cellsAlone = ['cellPerLine', 'cellPerParagraph', 'paragraphsOnly']

/** Arrivals that say something else than the sheet, or are refused; strictly: one that comes to say the same must go from here. */
const unlike: Readonly<Record<string, readonly string[]>> = {
  // Labels in the middle of blocks of two or four rows, in words that no list knows.
  'approval-columns': ['tabsMiddle'],
  'goal-per-task': ['tabsMiddle'],
  'grouped-actual': ['tabsMiddle'],
  'header-repeated': ['tabsMiddle'],
  'two-scores': ['tabsMiddle'],
  'weighted-scores': ['tabsMiddle'],
  'points-before-targets': ['tabsMiddle', ...cellsAlone, 'spaced'],
  // Blanks gone, a label of the place behind the row before may be its remark.
  court: cellsAlone,
  'dept-province-points': ['tabsMiddle', ...cellsAlone],
  // IO for 10 is a text among the points; words broken by blanks have no borders.
  'ocr-slips': ['tabsNarrow', 'pipesAbsent', ...cellsAlone, 'spaced', 'cellsWithBlanks'],
  // A list of goals by years has no headings that words alone tell; blank amounts at the end of a row of money are gone.
  'goals-by-year': ['tabsNarrow', 'pipesAbsent', ...cellsAlone, 'spaced', 'cellsWithBlanks'],
  // Between figures that stand alone a cell a line shows no row.
  'budget-alone': ['tabsNarrow', ...cellsAlone, 'spaced', 'cellsWithBlanks'],
  'dimensions-of-targets': ['tabsMiddle'],
  'goal-over-table': ['tabsMiddle'],
  'money-by-structure': ['tabsMiddle'],
  'rates-without-points': ['cellsWithBlanks'],
  'approved-and-changed': [...cellsAlone, 'spaced', 'cellsWithBlanks'],
  'adjusted-by-stroke': ['tabsMiddle', ...cellsAlone, 'spaced', 'cellsWithBlanks'],
  'sum-last': [...cellsAlone, 'spaced', 'cellsWithBlanks'],
  // 预算执行 over 预算执行率 twice: which of three labels is gone no list says.
  'money-by-tier': [...cellsAlone, 'spaced', 'cellsWithBlanks'],
  'numbered-blocks': ['spaced', 'cellsWithBlanks'],
  // Names of tasks beside what became of them: without borders one is the other.
  'tasks-done-and-paid': ['tabsMiddle', 'tabsNarrow', 'pipesAbsent', ...cellsAlone, 'spaced', 'cellsWithBlanks'],
  // Refused, for want of borders.
  'dimension-headers': [...cellsAlone, 'spaced', 'cellsWithBlanks'],
  'names-under-block': ['tabsNarrow', 'pipesAbsent', ...cellsAlone, 'spaced', 'cellsWithBlanks'],
  'policy-funds-nospan': ['tabsMiddle', 'tabsNarrow', ...cellsAlone, 'spaced', 'cellsWithBlanks'],
  'brief-headers': [...cellsAlone, 'spaced', 'cellsWithBlanks'],
  'quarter-monitor-like': [...cellsAlone, 'spaced', 'cellsWithBlanks'],
}

describe.each(names)('%s', (name) => {
  const lines = linesOf(name)
  const sheet = sheetOfLines(lines)

  it('says as a sheet what is kept beside it', () => {
    const kept = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
    expect(recognise([sheet]).forms.map(({ form }) => toPlain(form))).toEqual(kept)
  })

  it('says the same in every arrival', () => {
    const texts = { ...arrivals, cellsWithBlanks: () => cellsWithBlanks(lines) }
    const truth = JSON.stringify(said([sheet]))
    const others = Object.entries(texts).flatMap(([arrival, make]) =>
      JSON.stringify(said(textGrids(make(sheet)))) === truth ? [] : [arrival],
    )
    expect(others).toEqual(unlike[name] ?? [])
  })
})
