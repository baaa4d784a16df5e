/** Whether a printed figure is written as a number, and which: in the cell's own format where it has one. */

import { numberText } from '../../containers/sheets/number-text.ts'
import { Exact } from '../../core/model/index.ts'

const FIGURE = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?)$/
/** Digits that a sheet's number holds for certain. */
const MOST_DIGITS = 15
const GENERAL = /^(?:general|通用格式|)$/i

/**
 * The value for `<v>`, or null where the text is to stand as it is. `format`: the cell's number format. A cell without one
 * takes a number where it shows the same text, or where a formula reads it (`isRead`).
 */
export function figureOf(text: string, format: string, isRead: boolean): string | null {
  const match = FIGURE.exec(text.trim())
  if (match === null) return null
  const [, sign, whole, fraction = '', percent] = match
  const digits = `${whole!.replaceAll(',', '')}${fraction}`
  // 007 is a name, not a number.
  if (digits.replace(/\D/g, '').length > MOST_DIGITS || /^0\d/.test(digits)) return null
  const exact = Exact.parse(`${sign}${digits}`)
  if (exact === null) return null
  const value = (percent === '%' ? exact.dividedBy(Exact.hundred) : exact).toString()
  if (!/^-?\d+(?:\.\d+)?$/.test(value)) return null
  if (GENERAL.test(format)) {
    if (percent === '%') return null
    return isRead || numberText(value, 'General', false).text === text.trim() ? value : null
  }
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
  // Dates, times and texts are no formats of figures.
  if (!/[0#?]/.test(bare) || /[ymdhs@]/i.test(bare)) return null
  return bare.includes('%') === (percent === '%') ? value : null
}
