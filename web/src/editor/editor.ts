/** One form in the editor: its document, where one stands in the grid, and what the judge says of it. */

import { useSyncExternalStore } from 'react'
import { cellAtPath, type Edit, pathOf } from '../../../src/core/draft/index.ts'
import type { FormPath, Lang, Severity } from '../../../src/core/model/index.ts'
import type { RowAct } from '../grid/commands.ts'
import { GridState } from '../grid/grid-state.ts'
import { type CellMark, type Margin, Marks, type RowMarks } from '../grid/marks.ts'
import { selectionAt } from '../grid/selection.ts'
import type { CellView, Entity, SheetIndex, SheetView } from '../grid/sheet-view.ts'
import type { FormDocument } from './form-document.ts'
import type { Judge } from './judge.ts'
import type { BesideDrafts, FindingView, Totals, Trial } from './judgement.ts'

export interface Judged {
  readonly totals: Totals | null
  readonly findings: readonly FindingView[]
  /** False until the checks have answered, or where one of them crashed. */
  readonly isComplete: boolean
  /** What is being typed in the active cell; null while nothing is. */
  readonly trying: string | null
}

const heavier: readonly Severity[] = ['info', 'warning', 'error']

/** Milliseconds: the text that was typed and its score are painted first. */
const marksAfter = 40

/** `indicators[3].score` → `indicators[3]`. */
export function rowPathOf(path: FormPath): FormPath {
  return /^\w+\[\d+\]/.exec(path)?.[0] ?? path
}

export class Editor {
  readonly document: FormDocument
  readonly grid: GridState
  readonly marks = new Marks()
  judge: Judge | null = null
  #judged: Judged = { totals: null, findings: [], isComplete: false, trying: null }
  readonly #margins = new Map<FormPath, Margin | null>()
  readonly #listeners = new Set<() => void>()
  #lang: Lang
  #comments: ReadonlySet<FormPath> = new Set()
  #changed: ReadonlySet<FormPath> = new Set()
  #beside: ReadonlyMap<FormPath, string> = new Map()
  #besideDrafts: BesideDrafts | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Rows whose margin has moved and is not drawn yet. */
  readonly #moved = new Set<FormPath>()
  #moves: ReturnType<typeof setTimeout> | undefined
  /** What is being typed: shown with its score, so that a key is drawn once. */
  #tried: string | null = null
  #marked: SheetIndex | null = null

  constructor(document: FormDocument, lang: Lang) {
    this.document = document
    this.#lang = lang
    this.grid = new GridState(document.snapshot().sheet)
    document.onEdits = (edits) => this.judge?.follow(edits)
    document.onReplaced = (draft) => this.judge?.open(draft, this.#lang)
    document.subscribe(() => this.#markSoon())
    this.goToFirst()
  }

  /** Wakes the judge; the form can be read and typed into without it. */
  async start(): Promise<void> {
    const { Judge } = await import('./judge.ts')
    this.judge = new Judge(this.document.snapshot().draft, this.#lang, {
      onScores: ({ totals, margins }) => {
        for (const [path, margin] of margins) {
          this.#margins.set(path, margin)
          this.#moved.add(path)
        }
        this.#moves ??= setTimeout(() => this.#moveMargins(), marksAfter)
        this.#show({ totals, trying: this.#tried })
      },
      onFindings: ({ findings, isComplete }) => {
        this.#show({ findings, isComplete })
        this.#mark()
      },
    })
    if (this.#besideDrafts !== null) this.judge.lay(this.#besideDrafts)
  }

  #moveMargins(): void {
    this.#moves = undefined
    for (const path of this.#moved) {
      const row = this.#rowOfEntity(path)
      if (row !== null) this.marks.setMargin(row, this.#margins.get(path) ?? null)
    }
    this.#moved.clear()
  }

  /** What the desk knows beside the form; the checks that compare with it wake up. */
  layBeside(beside: BesideDrafts): void {
    this.#besideDrafts = beside
    this.judge?.lay(beside)
  }

  stop(): void {
    clearTimeout(this.#timer)
    clearTimeout(this.#moves)
    this.judge?.close()
    this.judge = null
  }

  speak(lang: Lang): void {
    if (lang === this.#lang) return
    this.#lang = lang
    this.judge?.speak(lang)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly judged = (): Judged => this.#judged

  #show(change: Partial<Judged>): void {
    this.#judged = { ...this.#judged, ...change }
    for (const listener of this.#listeners) listener()
  }

  /** Cells that people have said something about, cells that changed since the reader last saw them, and what stands beside a cell. */
  point(
    comments: ReadonlySet<FormPath>,
    changed: ReadonlySet<FormPath>,
    beside: ReadonlyMap<FormPath, string> = new Map(),
  ): void {
    this.#comments = comments
    this.#changed = changed
    this.#beside = beside
    this.#mark()
  }

  try(cell: CellView, text: string): void {
    this.#tried = text
    if (this.judge === null) this.#show({ trying: text })
    else this.judge.try(this.trialsOf(cell, text))
  }

  stopTrying(): void {
    if (this.#tried === null) return
    this.#tried = null
    this.#showNothingTried()
  }

  #showNothingTried(): void {
    if (this.judge === null) this.#show({ trying: null })
    else this.judge.try([])
  }

  trialsOf(cell: CellView, text: string): readonly Trial[] {
    const { draft } = this.document.snapshot()
    const address = cell.path === null ? null : cellAtPath(draft, cell.path)
    return address === null ? [] : [{ ...address, to: text }]
  }

  /** Applies what a person did; gives what stood against it, in words. What was tried is what is taken: the judge is asked once. */
  change(edits: readonly Edit[]): string | null {
    const wasTrying = this.#tried !== null
    const before = this.document.snapshot().draft
    this.#tried = null
    const conflict = this.document.change(edits)
    const isTaken = this.judge !== null && this.document.snapshot().draft !== before
    if (wasTrying && !isTaken) this.#showNothingTried()
    return conflict === null ? null : conflict.text[this.#lang]
  }

  /** The cell of the sheet that shows a place, or the one nearest to it: the name of its row. */
  cellOf(path: FormPath): CellView | null {
    const { sheet } = this.document.snapshot()
    const row = rowPathOf(path)
    return (
      sheet.ofPath(path) ??
      sheet.ofPath(`${path}.text`) ??
      sheet.ofPath(`${path}.total`) ??
      sheet.ofPath(`${row}.name`) ??
      sheet.ofPath(`${row}.stated`) ??
      null
    )
  }

  goTo(path: FormPath): void {
    const cell = this.cellOf(path)
    if (cell !== null) this.grid.select(selectionAt(cell.row, cell.column))
  }

  /** Goes on in rows that were put in (their first empty cell) or moved (where one stood in them). */
  goOn({ from, to, from: { block } }: { readonly from: Entity; readonly to: Entity }, act: RowAct): void {
    const { sheet } = this.document.snapshot()
    const rows = entityRows(sheet)
    const first = rows.get(`${block}[${from.index}]`)
    const last = rows.get(`${block}[${to.index}]`)
    if (first === undefined || last === undefined) return
    const { anchor, reach } = this.grid.selection
    // The rows are there before they are drawn.
    this.grid.show(sheet)
    if (act === 'moveUp' || act === 'moveDown') {
      const isUpward = reach.row < anchor.row
      const [begins, ends] = isUpward ? [last, first] : [first, last]
      this.grid.select({ anchor: { ...anchor, row: begins }, reach: { ...reach, row: ends } })
      return
    }
    const cells = sheet.rows[first]!.cells.filter(({ path }) => path?.startsWith(`${block}[${from.index}]`) === true)
    const cell = cells.find(({ text }) => text === '') ?? cells[0]
    if (cell !== undefined) this.grid.select(selectionAt(first, cell.column))
  }

  /** Where a clerk begins: the first cell of the form that can be written, below its title. */
  goToFirst(): void {
    const { sheet } = this.document.snapshot()
    const cells = sheet.rows.flatMap((row) => row.cells)
    const first = cells.find(({ path, style }) => path !== null && style.role !== 'title')
    if (first !== undefined) this.grid.select(selectionAt(first.row, first.column))
  }

  #rowOfEntity(path: FormPath): number | null {
    return entityRows(this.document.snapshot().sheet).get(path) ?? null
  }

  /** Marks may come a moment after the text; where rows have moved they move at once. */
  #markSoon(): void {
    const { index } = this.document.snapshot().sheet
    if (index !== this.#marked) {
      this.#mark()
      return
    }
    this.#timer ??= setTimeout(() => this.#mark(), marksAfter)
  }

  #mark(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#marked = this.document.snapshot().sheet.index
    const { sheet, draft, form, pending } = this.document.snapshot()
    const rows = new Map<number, { cells: Map<FormPath, CellMark>; margin: Margin | null }>()
    const at = (row: number) => {
      const known = rows.get(row) ?? { cells: new Map<FormPath, CellMark>(), margin: null }
      rows.set(row, known)
      return known
    }
    const add = (path: FormPath, mark: CellMark) => {
      const cell = this.cellOf(path)
      if (cell?.path == null) return
      const { cells } = at(cell.row)
      cells.set(cell.path, { ...cells.get(cell.path), ...mark })
    }
    for (const severity of heavier) {
      for (const finding of this.#judged.findings) {
        // Hints about the whole form mark no cell.
        if (finding.severity === severity && finding.path !== 'form') add(finding.path, { severity })
      }
    }
    form.indicators.forEach(({ target, actual }, index) => {
      if (target.raw !== '' && target.value?.value == null) add(`indicators[${index}].target`, { isDoubtful: true })
      if (actual.raw !== '' && actual.value?.value == null) add(`indicators[${index}].actual`, { isDoubtful: true })
    })
    for (const key of pending) {
      const [row = '', column = ''] = key.split(' ')
      const path = pathOf(draft, { row, column })
      if (path !== null) add(path, { isPending: true })
    }
    for (const path of this.#comments) add(path, { hasComment: true })
    for (const path of this.#changed) add(path, { isChanged: true })
    for (const [path, text] of this.#beside) add(path, { beside: text })
    for (const [path, row] of entityRows(sheet)) {
      const margin = this.#margins.get(path) ?? null
      if (margin !== null) at(row).margin = margin
    }
    this.marks.replace(rows satisfies ReadonlyMap<number, RowMarks>)
  }
}

/** What the judge says now; draws again when it says something else. */
export function useJudged(editor: Editor): Judged {
  return useSyncExternalStore(editor.subscribe, editor.judged)
}

const known = new WeakMap<SheetIndex, ReadonlyMap<FormPath, number>>()

/** Rows of the sheet by the row of the form that they show. */
function entityRows(sheet: SheetView): ReadonlyMap<FormPath, number> {
  const before = known.get(sheet.index)
  if (before !== undefined) return before
  const rows = new Map<FormPath, number>()
  for (const { index, entity } of sheet.rows) {
    if (entity !== null) rows.set(`${entity.block}[${entity.index}]`, index)
  }
  known.set(sheet.index, rows)
  return rows
}
