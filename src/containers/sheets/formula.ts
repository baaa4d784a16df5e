/**
 * Formulas that carry no saved result, worked out where they are plain sums and ratios: + - * / %, SUM, ROUND, AVERAGE,
 * over cells of the same sheet. Anything else, and anything that rests on a text, has no result here: it is never guessed.
 */

import { Exact } from '../../core/model/index.ts'
import { type CellAddress, cellName, LAST_COLUMN, LAST_ROW, type Range, readCellName } from './cell-names.ts'
import type { SheetCell } from './content.ts'
import { readDecimal, shortest } from './decimal.ts'

export interface OpenFormula extends CellAddress {
  /** Without the equals sign. */
  readonly formula: string
}

/** '=100%' typed as a target is stored as a formula: what it shows, where no format of its own says otherwise; else null. */
export function percentShown(formula: string, format: string): string | null {
  return format === 'General' && /^\s*\d+(?:\.\d+)?%\s*$/.test(formula) ? formula.trim() : null
}

/** '=10人' written by a program as a formula: nothing that a sheet could work out, and so a text as it stands; else null. */
export function textTyped(formula: string): string | null {
  const isText = /^\s*\d[\d,]*(?:\.\d+)?%?\s*\p{Script=Han}[\p{Script=Han}\d()\uff08\uff09/\u00b7%]*\s*$/u.test(formula)
  return isText && formula.length <= LONGEST_TEXT ? `=${formula.trim()}` : null
}

const LONGEST_TEXT = 100

const TOKEN = /\s*(?:(\d+(?:\.\d*)?|\.\d+)|(\$?[A-Z]{1,3}\$?\d{1,7})(?![A-Z\d(!])|([A-Z]+)\s*(?=\()|([-+*/%(),:]))/giy
const LONGEST = 2000
/** Formulas that rest on formulas. */
const DEEPEST = 64
/** Cells looked at for all formulas of a sheet. */
const MOST_CELLS = 5_000_000
/** Formulas worked out for a sheet; the others are told as having no result. */
const MOST_FORMULAS = 50_000
/** Decimals of a ratio; a sheet shows 15 digits at most. */
const DECIMALS = 17

type Piece =
  | { readonly kind: 'number' | 'cell' | 'name'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }

function piecesOf(formula: string): Piece[] | null {
  if (formula.length > LONGEST) return null
  const pieces: Piece[] = []
  TOKEN.lastIndex = 0
  const text = formula.trim()
  while (TOKEN.lastIndex < text.length) {
    const [, number, cell, name, sign] = TOKEN.exec(text) ?? []
    if (number !== undefined) pieces.push({ kind: 'number', text: number })
    else if (cell !== undefined) pieces.push({ kind: 'cell', text: cell.replaceAll('$', '') })
    else if (name !== undefined) pieces.push({ kind: 'name', text: name.toUpperCase() })
    else if (sign !== undefined) pieces.push({ kind: 'sign', text: sign })
    else return null
  }
  return pieces
}

/** No result: thrown inside this file only. */
class NoResult extends Error {}

class Sheet {
  readonly #cells = new Map<number, SheetCell>()
  readonly #open = new Map<number, string>()
  readonly #results = new Map<number, Exact | 'busy' | 'none'>()
  #looked = 0
  #depth = 0

  constructor(cells: readonly SheetCell[], open: readonly OpenFormula[]) {
    for (const cell of cells) this.#cells.set(keyOf(cell), cell)
    for (const formula of open) this.#open.set(keyOf(formula), formula.formula)
  }

  /** The figure of a cell; null where it is blank. */
  #figure(key: number): Exact | null {
    if (++this.#looked > MOST_CELLS) throw new NoResult()
    if (this.#open.has(key)) return this.result(key)
    const cell = this.#cells.get(key)
    if (cell === undefined) return null
    const decimal = cell.figure === undefined ? null : readDecimal(cell.figure)
    const figure = decimal === null ? null : Exact.parse(shortest(decimal))
    if (figure === null) throw new NoResult()
    return figure
  }

  #figuresIn(range: Range): Exact[] {
    const area = (range.bottom - range.top + 1) * (range.right - range.left + 1)
    const figures: Exact[] = []
    const take = (key: number) => {
      const figure = this.#figure(key)
      if (figure !== null) figures.push(figure)
    }
    if (area > this.#cells.size + this.#open.size) {
      this.#looked += this.#cells.size
      for (const keys of [this.#cells.keys(), this.#open.keys()]) {
        for (const key of keys) {
          const { row, column } = addressOf(key)
          if (row >= range.top && row <= range.bottom && column >= range.left && column <= range.right) take(key)
        }
      }
      return figures
    }
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) take(keyOf({ row, column }))
    }
    return figures
  }

  result(key: number): Exact {
    const known = this.#results.get(key)
    if (known === 'busy' || known === 'none' || this.#depth >= DEEPEST) throw new NoResult()
    if (known !== undefined) return known
    this.#results.set(key, 'busy')
    this.#depth++
    try {
      const result = this.#evaluate(this.#open.get(key)!)
      this.#results.set(key, result)
      return result
    } catch (thrown) {
      this.#results.set(key, 'none')
      throw thrown
    } finally {
      this.#depth--
    }
  }

  #evaluate(formula: string): Exact {
    const pieces = piecesOf(formula)
    if (pieces === null) throw new NoResult()
    let at = 0
    let depth = 0
    const sign = (...signs: readonly string[]) => {
      const piece = pieces[at]
      if (piece?.kind !== 'sign' || !signs.includes(piece.text)) return null
      at++
      return piece.text
    }
    const need = (text: string) => {
      if (sign(text) === null) throw new NoResult()
    }
    const divide = (one: Exact, other: Exact) => {
      if (other.isZero) throw new NoResult()
      return one.dividedBy(other)
    }
    const sum = (): Exact => {
      if (++depth > DEEPEST) throw new NoResult()
      let value = product()
      for (let next = sign('+', '-'); next !== null; next = sign('+', '-')) {
        value = next === '+' ? value.plus(product()) : value.minus(product())
      }
      depth--
      return value
    }
    const product = (): Exact => {
      let value = factor()
      for (let next = sign('*', '/'); next !== null; next = sign('*', '/')) {
        value = next === '*' ? value.times(factor()) : divide(value, factor())
      }
      return value
    }
    const factor = (): Exact => {
      let minus = false
      for (let next = sign('+', '-'); next !== null; next = sign('+', '-')) if (next === '-') minus = !minus
      let value = primary()
      while (sign('%') !== null) value = value.dividedBy(Exact.hundred)
      return minus ? value.negated() : value
    }
    /** The figures of one argument: a range, or one value. */
    const argument = (): Exact[] => {
      const piece = pieces[at]
      const next = pieces[at + 1]
      if (piece?.kind === 'cell' && (next === undefined || (next.kind === 'sign' && /[:,)]/.test(next.text)))) {
        const first = addressNamed(piece.text)
        at++
        const last = sign(':') === null ? first : addressNamed(pieces[at++]?.text ?? '')
        return this.#figuresIn({
          top: Math.min(first.row, last.row),
          left: Math.min(first.column, last.column),
          bottom: Math.max(first.row, last.row),
          right: Math.max(first.column, last.column),
        })
      }
      return [sum()]
    }
    const call = (name: string): Exact => {
      need('(')
      if (name === 'ROUND') {
        const value = sum()
        need(',')
        const places = Number(sum().toString())
        need(')')
        if (!Number.isInteger(places) || places < 0 || places > DECIMALS) throw new NoResult()
        return value.round(places)
      }
      if (name !== 'SUM' && name !== 'AVERAGE') throw new NoResult()
      const figures = argument()
      while (sign(',') !== null) for (const figure of argument()) figures.push(figure)
      need(')')
      const total = Exact.sum(figures)
      return name === 'SUM' ? total : divide(total, Exact.of(figures.length))
    }
    const primary = (): Exact => {
      const piece = pieces[at++]
      if (piece?.kind === 'number') return Exact.parse(piece.text.replace(/^\./, '0.').replace(/\.$/, '')) ?? Exact.zero
      if (piece?.kind === 'cell') return this.#figure(keyOf(addressNamed(piece.text))) ?? Exact.zero
      if (piece?.kind === 'name') return call(piece.text)
      if (piece?.text !== '(') throw new NoResult()
      const value = sum()
      need(')')
      return value
    }
    const value = sum()
    if (at < pieces.length) throw new NoResult()
    return value
  }
}

function keyOf({ row, column }: CellAddress): number {
  return row * (LAST_COLUMN + 1) + column
}

function addressOf(key: number): CellAddress {
  return { row: Math.floor(key / (LAST_COLUMN + 1)), column: key % (LAST_COLUMN + 1) }
}

function addressNamed(name: string): CellAddress {
  const address = readCellName(name)
  if (address === null || address.row > LAST_ROW) throw new NoResult()
  return address
}

/** Results as decimals, by the name of the cell; a formula that is not worked out has none. */
export function resultsOf(cells: readonly SheetCell[], open: readonly OpenFormula[]): ReadonlyMap<string, string> {
  const results = new Map<string, string>()
  if (open.length === 0) return results
  const sheet = new Sheet(cells, open)
  for (const formula of open.slice(0, MOST_FORMULAS)) {
    try {
      results.set(cellName(formula), sheet.result(keyOf(formula)).toFixed(DECIMALS))
    } catch (thrown) {
      if (!(thrown instanceof NoResult)) throw thrown
    }
  }
  return results
}
