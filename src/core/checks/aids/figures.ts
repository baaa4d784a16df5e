/** Figures of the form as checks speak of them. */

import type { Band, Exact, Form, FormPath, Indicator, NumberCell } from '../../model/index.ts'

/** A figure as text: at least `decimals` places, more where it has more, four where it has no end. */
export function sayFigure(value: Exact, decimals = 2): string {
  const shown = value.equals(value.round(decimals)) ? value.toFixed(decimals) : value.toString()
  return shown.includes('/') ? value.toFixed(4) : shown
}

/** '15.00' or '14.98—15.02': the border figures, to `decimals` places. */
export function sayRange({ min, max }: Band, decimals = 2): string {
  const [from, to] = [min.toFixed(decimals), max.toFixed(decimals)]
  return from === to ? from : `${from}—${to}`
}

/** Something is printed that could not be read as a number. */
export function isUnreadCell(cell: NumberCell): boolean {
  return cell.raw !== '' && cell.value === null
}

const BEFORE_NUMBER = 'indicators['.length

/** 12 of the row path 'indicators[12]'. */
export function rowNumber(path: FormPath): number {
  let number = 0
  for (let at = BEFORE_NUMBER; at < path.length - 1; at++) number = number * 10 + path.charCodeAt(at) - 48
  return number
}

/** The indicator of a row path. */
export function indicatorAt(form: Form, path: FormPath): Indicator {
  return form.indicators[rowNumber(path)]!
}

/** The first few of many, joined, and how many there are in all. */
export function sayList(items: readonly string[], most = 6): string {
  return items.length <= most ? items.join('、') : `${items.slice(0, most).join('、')}… (${items.length})`
}
