/**
 * A table of money that stands in one cell, its words and figures parted by blanks: 全年预算数 全年执行数 分值 执行率 得分 年度资金总额:120 114 10
 * 95% 9.5. Where each of its rows has a figure for every word of the header it is a table again; else the cell stays as it is.
 */

import { gather } from '../../model/gather.ts'
import { keyOf, pieceOf, type SourceCell, type SourceRow } from '../source.ts'
import { blockLabel, isMoneyHeaderWord, moneyRow } from '../words.ts'

const LONGEST = 1000
const LEAST_WORDS = 3
const HOLDS = /执行[数率].*得分|预算数.*执行数/s
/** A figure, a dash for none, or a word. */
const TOKEN = /[\d,]+(?:\.\d+)?%?(?=[^\d.%]|$)|[-—–/](?=\s|$)|[^\d\s—–-][^\d\s]*/gu
const FIGURE = /^(?:[\d,]+(?:\.\d+)?%?|[-—–/])$/

interface Token {
  readonly text: string
  readonly at: number
}

/** 得分年度资金总额: a line break between Han signs is closed up: the header word and the name behind it. */
function parted({ text, at }: Token): readonly Token[] {
  for (let length = text.length - 1; length >= 2; length--) {
    const [word, name] = [text.slice(0, length), text.slice(length)]
    if (isMoneyHeaderWord(keyOf(word)) && moneyRow(keyOf(name)) !== null) {
      return [
        { text: word, at },
        { text: name, at: at + length },
      ]
    }
  }
  return [{ text, at }]
}

/** The words of the header, then each row with its name first; null where the text is no such table. */
function tableIn(text: string): readonly (readonly Token[])[] | null {
  const tokens = gather([...text.matchAll(TOKEN)], ({ 0: word, index: at }) => parted({ text: word, at }))
  const from = tokens.findIndex(({ text: word }) => !isMoneyHeaderWord(keyOf(word)) || moneyRow(keyOf(word)) !== null)
  const header = tokens.slice(0, Math.max(0, from))
  const rows: Token[][] = []
  for (const token of tokens.slice(header.length)) {
    if (FIGURE.test(token.text)) rows.at(-1)?.push(token)
    else rows.push([token])
  }
  const isWhole = rows.every((row) => row.length === header.length + 1 && moneyRow(keyOf(row[0]!.text)) !== null)
  return header.length >= LEAST_WORDS && rows.length > 0 && isWhole ? [header, ...rows] : null
}

function rowsOf(row: SourceRow): readonly SourceRow[] {
  const at = row.cells.findIndex(({ key }) => key.length > 16 && key.length <= LONGEST && HOLDS.test(key))
  const cell = row.cells[at]
  if (cell === undefined || at > 1 || row.cells.length > at + 1) return [row]
  const label = row.cells[0] === cell ? undefined : row.cells[0]
  if (label !== undefined && blockLabel(label.key) !== 'tasks') return [row]
  const table = tableIn(cell.text)
  if (table === null) return [row]
  return table.map((tokens, index) => {
    const pieces = tokens.map((token, column): SourceCell => {
      const piece = pieceOf(cell, token.text, token.at)
      return { ...piece, column: column + (index === 0 ? 2 : 1), columnSpan: 1, rowSpan: 1 }
    })
    const own = label === undefined || index > 0 ? [] : [{ ...label, column: 0, columnSpan: 1, rowSpan: 1 }]
    return { ...row, cells: [...own, ...pieces], width: table[0]!.length + 2, blanks: [] }
  })
}

/** The rows, each table of money that one cell holds as rows of its own. */
export function flatMoney(rows: readonly SourceRow[]): readonly SourceRow[] {
  const parts = rows.map((row) => (row.cells.length > 2 ? [row] : rowsOf(row)))
  return parts.every((part) => part.length === 1) ? rows : parts.flat()
}
