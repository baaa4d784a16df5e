/** Formulas as a workbook keeps them, back into text, as far as plain sums and ratios go ([MS-XLS] 2.5.198). */

import { cellName } from '../../containers/sheets/cell-names.ts'

const operators: Readonly<Record<number, string>> = { 3: '+', 4: '-', 5: '*', 6: '/' }
const functions: Readonly<Record<number, string>> = { 4: 'SUM', 5: 'AVERAGE', 27: 'ROUND' }
const MOST_TOKENS = 500

export interface FormulaText {
  /** Null where it holds more than is told here. */
  readonly text: string | null
  /** It may well give a blank text: it decides between cases or joins texts. */
  readonly mayBeBlank: boolean
}

/** `tokens` in the order in which they are worked out. */
export function formulaText(tokens: Uint8Array): FormulaText {
  const view = new DataView(tokens.buffer, tokens.byteOffset, tokens.byteLength)
  const stack: string[] = []
  const unknown = (mayBeBlank: boolean): FormulaText => ({ text: null, mayBeBlank })
  const take = (count: number): string[] => (count === 0 ? [] : stack.splice(Math.max(0, stack.length - count), count))
  const cell = (row: number, column: number) => cellName({ row, column: column & 0x3fff })
  let at = 0
  try {
    for (let count = 0; at < tokens.length; count++) {
      if (count > MOST_TOKENS) return unknown(false)
      const raw = tokens[at++]!
      // References and functions come in three classes that mean the same here.
      const token = raw >= 0x40 ? (raw & 0x1f) | 0x20 : raw
      const operator = operators[token]
      if (operator !== undefined) {
        const [one, other] = take(2)
        if (other === undefined) return unknown(false)
        stack.push(`(${one}${operator}${other})`)
      } else if (token === 0x12 || token === 0x13) stack.push(`(${token === 0x13 ? '-' : '+'}${take(1)[0] ?? ''})`)
      else if (token === 0x14) stack.push(`${take(1)[0] ?? ''}%`)
      else if (token === 0x1e) {
        stack.push(String(view.getUint16(at, true)))
        at += 2
      } else if (token === 0x1f) {
        stack.push(String(view.getFloat64(at, true)))
        at += 8
      } else if (token === 0x24) {
        stack.push(cell(view.getUint16(at, true), view.getUint16(at + 2, true)))
        at += 4
      } else if (token === 0x25) {
        const first = cell(view.getUint16(at, true), view.getUint16(at + 4, true))
        stack.push(`${first}:${cell(view.getUint16(at + 2, true), view.getUint16(at + 6, true))}`)
        at += 8
      } else if (token === 0x19) {
        const kind = tokens[at]!
        if ((kind & 0x10) !== 0) stack.push(`SUM(${take(1)[0] ?? ''})`)
        // Jumps belong to IF and CHOOSE.
        else if ((kind & 0x0e) !== 0) return unknown(true)
        at += 3
      } else if (token === 0x21 || token === 0x22) {
        const fixed = token === 0x21
        const id = view.getUint16(fixed ? at : at + 1, true) & 0x7fff
        const name = functions[id]
        if (name === undefined) return unknown(id === 1)
        stack.push(`${name}(${take(fixed ? 2 : tokens[at]! & 0x7f).join(',')})`)
        at += fixed ? 2 : 3
      } else if (token !== 0x15) return unknown(token === 0x08 || token === 0x17)
    }
  } catch (thrown) {
    // Cut short.
    if (!(thrown instanceof RangeError)) throw thrown
    return unknown(false)
  }
  return stack.length === 1 ? { text: stack[0]!, mayBeBlank: false } : unknown(false)
}
