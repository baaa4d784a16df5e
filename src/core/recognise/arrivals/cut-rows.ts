/** One line of cells that run together, cut to rows and their cells at the least cost. */

import { kindOf } from '../kinds.ts'
import { cellMisfit } from '../misfit.ts'

/** What a column costs that a row has no cell for. */
const absence: Readonly<Record<string, number>> = { level1: 5, level2: 5, note: 10, remark: 10, block: 0 }
/** Points and rates stand in the row of the total alone. */
const moneyAbsence: Readonly<Record<string, number>> = { ...absence, weight: 40, rate: 30, score: 30 }
const ABSENT = 110
/** What it costs more for a row behind another to begin without its name. */
const NAMELESS = 150
const CUT_DIGITS = 60
const CUT_WORDS = 150
/** What speaks for a target and a result in the same words. */
const TWIN = 100

const isHan = (sign: string): boolean => /[\u4e00-\u9fff]/.test(sign)

/** 高高, 显著提升显著提升 at the end of a line or before its points: what was aimed at and what came of it. */
const TWIN_WORDS = /^(?:(\p{Script=Han}{1,8})\1|(\p{Script=Han}{2,8})\2\d[\d.]*)$/u

/** A target and a result in the same words; of two rows nothing speaks for them. */
function areTwins(left: string, right: string): boolean {
  return left === right && left.length > 1 && /\p{Script=Han}/u.test(left)
}

/** 无没有轮换: no result, and why. */
function isNone(text: string, rest: string): boolean {
  return text === '无' && /^(?:没有|未|因|由于)/.test(rest)
}

/** What a cut between two pieces costs: inside a number or a word it is unlikely. `rest` is the line from the right piece on. */
function cutCost(left: string, right: string, rest: string): number {
  if (left === '') return 0
  if (areTwins(left, right)) return -TWIN
  const [before, after] = [left.at(-1)!, right[0]!]
  if (/[\d.]/.test(before) && /\d/.test(after)) {
    // 10 is hardly ever a 1 and a 0.
    return left === right ? CUT_DIGITS / 2 : right === '0' || right === '0%' ? CUT_WORDS : CUT_DIGITS
  }
  if (/\d/.test(before) && (/^(?:%|[万亿]元)/.test(right) || kindOf(after) === 'unit')) return CUT_WORDS
  if (/[.,、;)]/.test(after) || (/[万亿]/.test(before) && after === '元') || /[.,≥≤≧≦><=]/.test(before)) return 600
  if (!isHan(before) || !isHan(after) || left === right || kindOf(left) === 'label' || isNone(left, rest)) return 0
  return TWIN_WORDS.test(rest) ? CUT_DIGITS / 2 : CUT_WORDS
}

/** A number that starts with a nought, ends with a point or is thousands of percent was cut in the wrong place. */
function shapeCost(text: string): number {
  if (/^\d{4,}(?:\.\d+)?%$/.test(text)) return 80
  if (text.split('(').length !== text.split(')').length) return 200
  return /^0\d/.test(text) || /^\.|\.$/.test(text) ? 300 : 0
}

/** 12.512.5: two figures in one, too. */
const FIGURE = /\d%|[≥≤=]\d|(\d\p{Script=Han}{1,2})\1|\d\.\d+\.\d/u
/** 100%100%, 0起市民满意度调查: two figures, a figure with its unit and then a name. */
const TWO_CELLS = /%\d|\d.{0,2}?\p{Script=Han}{4,}/u

/** 达到5亿元5亿元: a figure with its unit, and another; 2021年12月 is one. */
const TWO_AMOUNTS = /\d(?:[万亿]?元|[个人次场件户项公里吨台套])\d/u

/** 1000万元1000万元: a target and its result. */
const TWINS = /^(.{2,})\1$/u

/** 抢救档案100卷 before 100卷: the figure behind the name is the target. */
const MEASURED = /\d\p{Script=Han}{1,3}$/u

/** 数量 of 数量指标 is half a label; names and remarks hold no figures of a row, results no name of the next row. */
function wordCost(key: string, at: number, end: number, field: string): number {
  const text = key.slice(at, end)
  if (field === 'name') {
    const lead = /^.{2,9}?指标/.exec(text)
    const label = lead !== null && kindOf(lead[0]) === 'label' ? 200 : 0
    const measured = MEASURED.test(text) && /^[\d≥≤=]/.test(key.slice(end, end + 1)) ? 200 : 0
    return label + measured + (/\d%?$/.test(text) ? 150 : 0) + (FIGURE.test(text) ? 250 : 0)
  }
  if (field === 'note') return FIGURE.test(text) || /\d$/.test(text) ? 250 : 0
  const isValue = field === 'target' || field === 'actual'
  if (isValue && (TWO_CELLS.test(text) || TWINS.test(text) || TWO_AMOUNTS.test(text))) return 250
  if (kindOf(text) !== 'label') return 0
  for (let more = 1; more <= 4; more++) if (kindOf(key.slice(at, end + more)) === 'label') return 250
  return 0
}

function longestOf(field: string): number {
  if (field === 'name' || field === 'note' || field === 'scoringRule' || field === 'explanation') return 60
  return field === 'weight' || field === 'score' ? 6 : 24
}

/** Between two Chinese characters a cell ends only behind a label, before a word that says how good it is, or beside its twin. */
function mayCut(key: string, at: number, end: number): boolean {
  if (end === key.length || !isHan(key[end - 1]!) || !isHan(key[end]!)) return true
  const text = key.slice(at, end)
  return (
    kindOf(text) === 'label' ||
    isNone(text, key.slice(end)) ||
    key.startsWith(text, end) ||
    key.endsWith(text, at) ||
    kindOf(key.slice(end, end + 4)) === 'word' ||
    TWIN_WORDS.test(key.slice(end)) ||
    /^.{2,9}?指标/.test(key.slice(end))
  )
}

/** The line up to a place, its last piece in a given column. */
interface State {
  readonly cost: number
  readonly column: number
  readonly text: string
  readonly begins: boolean
  readonly from: State | null
}

/**
 * The texts of each row's cells, in order, over the columns `fields`; a row behind the first has no labels of levels. Time
 * is length × longest cell × columns².
 */
export function cutRows(key: string, fields: readonly string[]): readonly (readonly string[])[] {
  const absent = fields.includes('executed.total') ? moneyAbsence : absence
  const skipped = [0]
  for (const field of fields) skipped.push(skipped.at(-1)! + (absent[field] ?? ABSENT))
  const between = (from: number, to: number): number => skipped[to]! - skipped[from]!
  const own = fields.findIndex((field) => field !== 'block' && field !== 'level1' && field !== 'level2')
  const named = fields.includes('name') ? fields.indexOf('name') : fields.length
  const start: State = { cost: 0, column: -1, text: '', begins: true, from: null }
  // By the place in the line, then by column.
  const best: (State | undefined)[][] = Array.from({ length: key.length + 1 }, () => [])
  for (let at = 0; at < key.length; at++) {
    const states = at === 0 ? [start] : best[at]!.filter((state) => state !== undefined)
    if (states.length === 0) continue
    const rest = key.slice(at)
    for (let end = at + 1; end <= key.length && end - at <= 60; end++) {
      if (!mayCut(key, at, end)) continue
      const text = key.slice(at, end)
      const shape = shapeCost(text)
      const cuts = states.map((state) => state.cost + shape + cutCost(state.text, text, rest))
      fields.forEach((field, column) => {
        if (text.length > longestOf(field)) return
        const misfit = cellMisfit(text, field) + wordCost(key, at, end, field)
        states.forEach((state, index) => {
          const same = column > state.column ? between(state.column + 1, column) : Number.POSITIVE_INFINITY
          const next =
            state.column >= 0 && column >= own
              ? between(state.column + 1, fields.length) +
                between(own, column) +
                (column > named ? NAMELESS : 0) +
                (areTwins(state.text, text) ? TWIN : 0)
              : Number.POSITIVE_INFINITY
          const cost = cuts[index]! + misfit + Math.min(same, next)
          const held = best[end]![column]
          if (cost < (held?.cost ?? Number.POSITIVE_INFINITY)) {
            best[end]![column] = { cost, column, text, begins: next < same || state.column < 0, from: state }
          }
        })
      })
    }
  }
  return trace(best[key.length]!, (column) => between(column + 1, fields.length))
}

function trace(ends: readonly (State | undefined)[], restOf: (column: number) => number): string[][] {
  let last: State | null = null
  for (const state of ends) {
    if (state === undefined) continue
    if (last === null || state.cost + restOf(state.column) < last.cost + restOf(last.column)) last = state
  }
  const rows: string[][] = [[]]
  for (let state = last; state !== null && state.column >= 0; state = state.from) {
    rows[0]!.unshift(state.text)
    if (state.begins && state.from !== null && state.from.column >= 0) rows.unshift([])
  }
  return rows
}
