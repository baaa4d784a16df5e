/**
 * Lines whose cells run together without anything between them, as previews of shared documents have them:
 * 安装坡面水标尺10≥266米≥266米10. Header words and labels are cut off by the dictionary, values by what their columns
 * hold; where two cuts are as good the reading is only likely.
 */

import { indicatorColumns, moneyColumns } from '../headers.ts'
import { cellMisfit, kindOf } from '../kinds.ts'
import { pieceOf, type SourceCell, type SourceRow } from '../source.ts'
import { withNameColumn } from '../tasks.ts'
import {
  factLabel,
  goalHeader,
  indicatorHeader,
  isHeaderWord,
  isMoneyHeaderWord,
  isTotalLabel,
  moneyRow,
} from '../words.ts'
import type { FlowItem } from './flow.ts'

/** Longer lines are prose, not rows. */
const LONGEST = 160
const LONGEST_WORD = 16
/** No form has more rows; cutting costs far more than reading. */
const MOST_ROWS = 400

/** Cuts a line into words that `isWord` knows, the longest first; null where anything is left between them. */
function cutWords(key: string, isWord: (key: string) => boolean): string[] | null {
  const words: string[] = []
  for (let at = 0; at < key.length; ) {
    let length = Math.min(LONGEST_WORD, key.length - at)
    while (length > 1 && !isWord(key.slice(at, at + length))) length--
    if (length <= 1) return null
    words.push(key.slice(at, at + length))
    at += length
  }
  return words.flatMap((word) => twoWords(word, words, isWord))
}

/** 执行率得分 is one header where 执行率 stands by itself too; else it is two. */
function twoWords(word: string, words: readonly string[], isWord: (key: string) => boolean): string[] {
  for (let at = 2; at <= word.length - 2; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    if (isWord(first) && isWord(second) && !words.includes(first) && !words.includes(second)) return [first, second]
  }
  return [word]
}

/** Header words of an indicator table that make up the whole line; 0 where it is no such line. */
export function headerWordsWithin(key: string): number {
  if (key.length > LONGEST || key.length < 8) return 0
  const words = cutWords(key, isHeaderWord)
  if (words === null) return 0
  return new Set(words.map((word) => indicatorHeader(word)).filter((field) => field !== null)).size
}

function isMoneyLine(key: string): string[] | null {
  if (key.length > LONGEST || key.length < 6) return null
  const words = cutWords(key.replace(/\((?:[万千亿]?元|[A-Z/]+)\)/g, ''), isMoneyHeaderWord)
  return words !== null && words.length >= 3 ? words : null
}

/** Where each word begins in the text itself, which may hold blanks and brackets that the words lack. */
function pieces(cell: SourceCell, words: readonly string[]): SourceCell[] {
  let from = 0
  return words.map((word, index) => {
    const at = Math.max(from, cell.text.indexOf(word[0]!, from))
    const next = words[index + 1]
    const end =
      next === undefined ? cell.text.length : Math.max(at + word.length, cell.text.indexOf(next, at + word.length))
    from = end
    return pieceOf(cell, cell.text.slice(at, end).trim(), at)
  })
}

/** '项目名称某项目', '主管部门某局实施单位某站': a label, its value, the next label. */
function cutFacts(cell: SourceCell): SourceCell[] | null {
  const { text } = cell
  const starts: { at: number; end: number }[] = []
  for (let at = 0; at < text.length; at++) {
    for (let length = Math.min(12, text.length - at); length >= 3; length--) {
      const word = text.slice(at, at + length)
      if (factLabel(word) !== null || (goalHeader(word) !== null && at === 0)) {
        starts.push({ at, end: at + length })
        at += length - 1
        break
      }
    }
    if (at === 0 && starts.length === 0) return null
  }
  return starts.flatMap(({ at, end }, index) => {
    const stop = starts[index + 1]?.at ?? text.length
    const value = text.slice(end, stop).trim()
    return value === ''
      ? [pieceOf(cell, text.slice(at, end), at)]
      : [pieceOf(cell, text.slice(at, end), at), pieceOf(cell, value, end)]
  })
}

const absence: Readonly<Record<string, number>> = { level1: 5, level2: 5, note: 10, remark: 10, block: 0 }
const CUT_DIGITS = 60
const CUT_WORDS = 150

/** What a cut between two pieces costs: inside a number or a word it is unlikely. */
function cutCost(left: string, right: string): number {
  if (left === '' || right === '') return 0
  const [before, after] = [left.at(-1)!, right[0]!]
  if (/[\d.]/.test(before) && /\d/.test(after)) return left === right ? CUT_DIGITS / 2 : CUT_DIGITS
  if (/\d/.test(before) && /[%人个元次米件户亩组场天年月日家台套]/.test(after)) return CUT_WORDS
  if (/[.,]/.test(after) || /[.,≥≤≧≦><=]/.test(before)) return 600
  const letters = /[\u4e00-\u9fff]/
  if (!letters.test(before) || !letters.test(after) || left === right) return 0
  return kindOf(left) === 'label' ? 0 : CUT_WORDS
}

/** A number that starts with a nought, ends with a point or is thousands of percent was cut in the wrong place. */
function shapeCost(text: string): number {
  if (/^\d{4,}%$/.test(text)) return 80
  return /^0\d/.test(text) || /^\.|\.$/.test(text) ? 300 : 0
}

/** 数量 of 数量指标 is half a label; a name does not begin with a whole one, and ends before the figures. */
function labelCost(key: string, at: number, end: number, field: string): number {
  const text = key.slice(at, end)
  if (field === 'name') {
    const lead = /^.{2,9}?指标/.exec(text)
    return (lead !== null && kindOf(lead[0]) === 'label' ? 200 : 0) + (/\d%?$/.test(text) ? 150 : 0)
  }
  if (kindOf(text) !== 'label') return 0
  for (let more = 1; more <= 4; more++) if (kindOf(key.slice(at, end + more)) === 'label') return 250
  return 0
}

function longestOf(field: string): number {
  if (field === 'name' || field === 'note' || field === 'scoringRule' || field === 'explanation') return 60
  return field === 'weight' || field === 'score' ? 6 : 24
}

/** Between two Chinese characters a cell ends only behind a label, before a word that says how good it is, or between twins. */
function mayCut(key: string, at: number, end: number): boolean {
  if (!/[\u4e00-\u9fff]/.test(key[end - 1]!) || !/[\u4e00-\u9fff]/.test(key[end]!)) return true
  const text = key.slice(at, end)
  return (
    kindOf(text) === 'label' ||
    key.startsWith(text, end) ||
    kindOf(key.slice(end, end + 4)) === 'word' ||
    /^.{2,9}?指标/.test(key.slice(end))
  )
}

/** The pieces of one line over the columns `fields`, at the least cost; time is length² × columns. */
function cutRow(key: string, fields: readonly string[]): { readonly text: string; readonly at: number }[] {
  interface State {
    readonly cost: number
    readonly at: number
    readonly text: string
    readonly from: State | null
  }
  const start: State = { cost: 0, at: 0, text: '', from: null }
  // states[p]: the best way to have used the text up to p, column after column.
  let states = new Map<number, State>([[0, start]])
  for (const field of fields) {
    const skip = absence[field] ?? 110
    const next = new Map<number, State>()
    const offer = (state: State, at: number): void => {
      const held = next.get(at)
      if (held === undefined || state.cost < held.cost) next.set(at, state)
    }
    for (const [at, state] of states) {
      offer({ ...state, cost: state.cost + skip }, at)
      for (let end = at + 1; end <= key.length && end - at <= longestOf(field); end++) {
        if (end < key.length && !mayCut(key, at, end)) continue
        const text = key.slice(at, end)
        const cost =
          state.cost +
          cellMisfit(text, field) +
          cutCost(state.text, text) +
          shapeCost(text) +
          labelCost(key, at, end, field)
        offer({ cost, at, text, from: state.text === '' && state.from === null ? null : state }, end)
      }
    }
    states = next
  }
  const found: { text: string; at: number }[] = []
  for (let state = states.get(key.length) ?? null; state !== null && state.text !== ''; state = state.from) {
    found.unshift({ text: state.text, at: state.at })
  }
  return found
}

function asRow(cells: readonly SourceCell[]): SourceRow {
  return {
    index: cells[0]!.row,
    grid: 0,
    cells: cells.map((cell, column) => ({ ...cell, column })),
    width: cells.length,
    blanks: [],
  }
}

/** Items of glued lines: each line's pieces, its first marked as beginning a line. */
export function cutGlued(lines: readonly SourceCell[]): FlowItem[] {
  const items: FlowItem[] = []
  let fields: readonly string[] | null = null
  let rows = 0
  const add = (cells: readonly SourceCell[]): void => {
    cells.forEach((cell, index) => {
      items.push({ cell, lineStart: index === 0 })
    })
  }
  for (const line of lines) {
    const money = isMoneyLine(line.key)
    const words = headerWordsWithin(line.key) >= 3 ? cutWords(line.key, isHeaderWord) : money
    if (words !== null) {
      const cells = pieces(line, words)
      const header = (words === money ? moneyColumns : indicatorColumns)([asRow(cells)])
      fields = (words === money ? withNameColumn(header) : header).leaves
        .map((leaf) => leaf.field)
        .filter((field) => field !== 'block')
      add(cells)
      continue
    }
    const total = /^(.{2,6}?)(\d[\d.]*)(.*)$/.exec(line.key)
    if (total !== null && isTotalLabel(total[1]!) && moneyRow(total[1]!) === null) {
      add(
        pieces(
          line,
          [total[1]!, total[2]!, total[3]!].filter((text) => text !== ''),
        ),
      )
    } else if (fields === null || line.key.length > LONGEST) add(cutFacts(line) ?? [line])
    else if (/^\d{1,3}[、.]?$/.test(line.key)) continue
    else if (++rows > MOST_ROWS) add([line])
    else {
      const cut = cutRow(line.key, fields)
      add(
        cut.length > 1
          ? pieces(
              line,
              cut.map(({ text }) => text),
            )
          : [line],
      )
    }
  }
  return items
}
