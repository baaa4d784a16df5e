/** The formulas of a row of the calculation sheet: what `row-result.ts` works out, said to a spreadsheet. */

import { figureOf } from '../../core/rulebook/index.ts'
import { columnName } from '../../writers/xlsx/index.ts'
import { attributeWords, longestUnit, mostDigits, placesSeen, signs } from './row-result.ts'
import type { SheetRules } from './sheet-rules.ts'

/** Columns of the calculation sheet, in their order; those behind `verdict` are not shown. */
export const calculationColumns = [
  'number',
  'name',
  'weight',
  'target',
  'actual',
  'sign',
  'targetFigure',
  'targetUnit',
  'actualFigure',
  'actualUnit',
  'rate',
  'method',
  'least',
  'most',
  'printed',
  'verdict',
  'explained',
  'targetDigits',
  'actualDigits',
  'unitsFit',
  'nameSays',
  'isNamed',
  'isSatisfaction',
  'isCost',
  'word',
  'madeName',
  'madeSays',
] as const
export type CalculationColumn = (typeof calculationColumns)[number]

export function letterOf(column: CalculationColumn): string {
  return columnName(calculationColumns.indexOf(column))
}

/** Cells of the form that a row is worked out from, as formulas name them; null where the layout has no such column. */
export interface RowCells {
  readonly name: string
  readonly weight: string
  readonly attribute: string | null
  readonly unit: string | null
  readonly target: string
  readonly actual: string
  readonly score: string
  readonly note: string | null
}

/** What is known of a row when the workbook is made. */
export interface RowKnown {
  /** The name, and what it says; null for a row whose name is still to be written. */
  readonly name: { readonly text: string; readonly says: 'less' | 'more' | '?' } | null
  /** The cell with the level-1 label, where it is still to be written; else whether the row is of satisfaction. */
  readonly satisfaction: boolean | { readonly label: string }
  /** The cell with the level-2 label, where it is still to be written; else whether the row is of cost. */
  readonly cost: boolean | { readonly label: string }
}

/** Names of the workbook for lists on the hidden sheet. */
export const lists = {
  units: 'zp_units',
  names: 'zp_names',
  words: 'zp_words',
  named: 'zp_named',
  plain: 'zp_plain',
} as const

/** A text as formulas write it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function anyOf(cell: string, words: readonly string[]): string {
  return `OR(${words.map((word) => `${cell}=${quoted(word)}`).join(',')})`
}

/** Whether some item of a list stands in a text. */
function holds(list: string, text: string): string {
  return `SUMPRODUCT(--ISNUMBER(FIND(${list},${text})))>0`
}

const places = `{${Array.from({ length: placesSeen }, (_, index) => index + 1).join(',')}}`
const digits = '"0123456789."'

function digitsIn(text: string): string {
  return `SUMPRODUCT(MIN(${places}+99*ISNUMBER(FIND(MID(${text}&"#",${places},1),${digits}))))-1`
}

function figureIn(text: string, count: string): string {
  const figure = `LEFT(${text},${count})`
  const broken = [
    `LEFT(${text},1)="."`,
    `RIGHT(${figure},1)="."`,
    `LEN(${figure})-LEN(SUBSTITUTE(${figure},".",""))>1`,
    `AND(LEFT(${text},1)="0",${count}>1,MID(${text},2,1)<>".")`,
  ]
  return `IF(OR(${count}<1,${count}>${mostDigits}),"",IF(OR(${broken.join(',')}),"",VALUE(${figure})))`
}

function targetText({ attribute, unit, target }: RowCells): string {
  const own = `TRIM(${target}&"")`
  const { upward, downward, silent } = attributeWords
  const cell = `TRIM(${attribute}&"")`
  const before =
    attribute === null
      ? ''
      : `IF(AND(LEN(${cell})=1,ISNUMBER(FIND(${cell},"${signs}"))),${cell},IF(${anyOf(cell, upward)},"≥",IF(${anyOf(cell, downward)},"≤",IF(${anyOf(cell, silent)},"","?"))))&`
  const behind =
    unit === null ? '' : `&IF(${own}="","",IF(ISNUMBER(FIND(RIGHT(${own},1),${digits})),TRIM(${unit}&""),""))`
  return `${before}${own}${behind}`
}

/** Rounded once, behind a first rounding that only takes off what binary figures add. */
export function rounded(value: string, { round, decimals }: SheetRules): string {
  return `${round}(ROUND(${value},12),${decimals})`
}

interface Letters {
  readonly [column: string]: string
}

/** Points of a method, `lower` or upper end, not rounded. */
function points(
  method: 'positive' | 'reverse' | 'equal' | 'bands',
  c: Letters,
  rules: SheetRules,
  lower: boolean,
): string {
  const { edition } = rules
  const [w, t, a] = [c.weight!, c.targetFigure!, c.actualFigure!]
  const { effect, threshold, thresholdExcluded, amount } = edition.overAchievement
  const full = (): string => {
    if (threshold === undefined || effect === 'none' || effect === 'reason') return w
    const reached = `AND(${t}>0,ROUND(${a}*100,8)${thresholdExcluded === true ? '>' : '>='}ROUND(${t}*${figureOf(threshold)},8))`
    if (effect === 'byHand') return lower ? `IF(${reached},0,${w})` : w
    if (amount === undefined) return w
    const off = effect === 'deductFlat' ? `${figureOf(amount)}` : `${w}*${figureOf(amount)}/100`
    return `IF(${reached},${w}-MIN(${off},${w}),${w})`
  }
  const proportion = (): string => {
    const { passThreshold } = edition.positive
    const share = `IF(${a}=0,0,${w}*${a}/${t})`
    return passThreshold === undefined
      ? share
      : `IF(ROUND(${a}*100,8)<ROUND(${t}*${figureOf(passThreshold)},8),0,${share})`
  }
  switch (method) {
    case 'positive':
      return `IF(AND(${a}>=${t},NOT(AND(${c.sign}=">",${a}=0))),${full()},${proportion()})`
    case 'reverse': {
      const { method: way } = edition.reverse
      const missed =
        way === 'allOrNothing' ? '0' : way === 'ratio' ? `${w}*${t}/${a}` : `MAX(0,${w}*(2*${t}-${a})/${t})`
      return `IF(${a}<=${t},${w},IF(${t}=0,0,${missed}))`
    }
    case 'equal': {
      const { method: way } = edition.equal
      const missed =
        way === 'strict'
          ? lower
            ? '0'
            : w
          : way === 'floor'
            ? `IF(${t}=0,0,IF(${a}>${t},${full()},${proportion()}))`
            : `IF(${t}=0,0,MAX(0,${w}*(${t}-ABS(${a}-${t}))/${t}))`
      return `IF(${a}=${t},${w},${missed})`
    }
    case 'bands': {
      const percent = `IF(AND(${c.targetUnit}="",${a}<=1),${a}*100,${a})`
      const steps = edition.satisfaction.steps ?? []
      return steps.reduceRight(
        (below, { from, share }) => `IF(${percent}>=${figureOf(from)},${w}*${figureOf(share)}/100,${below})`,
        '0',
      )
    }
  }
}

function bound(c: Letters, rules: SheetRules, lower: boolean): string {
  const { overAchievement, equal } = rules.edition
  // Words alone have two ends, unless a person may set the score of figures too.
  if (!lower && overAchievement.effect !== 'byHand' && equal.method !== 'strict') {
    const most = `IF(${c.word}>0,INDEX(${lists.words},${c.word},3),${rules.sameWord.most})`
    return `IF(${c.method}="按词定档",${rounded(`${c.weight}*${most}/100`, rules)},${c.least})`
  }
  const side = lower ? 'least' : 'most'
  const share = `IF(${c.word}>0,INDEX(${lists.words},${c.word},${lower ? 2 : 3}),${rules.sameWord[side]})`
  const of = (method: Parameters<typeof points>[0]) => rounded(points(method, c, rules, lower), rules)
  const banded = rules.edition.satisfaction.method === 'steps' ? `IF(${c.method}="满意度分档",${of('bands')},` : ''
  const word = `IF(${c.method}="按词定档",${rounded(`${c.weight}*${share}/100`, rules)},"")`
  return `IF(${c.method}="正向",${of('positive')},IF(${c.method}="反向",${of('reverse')},IF(${c.method}="等于",${of('equal')},${banded}${word}${banded === '' ? '' : ')'})))`
}

function method(c: Letters, rules: SheetRules): string {
  const direction = [
    `IF(AND(${c.nameSays}="?",${c.actualUnit}=""),"手填",IF(OR(${c.sign}="≥",${c.sign}=">"),"正向",`,
    `IF(OR(${c.sign}="≤",${c.sign}="<"),"反向",`,
    `IF(${c.nameSays}="?","手填",IF(${c.nameSays}="less","反向",IF(${c.isCost},"手填",IF(${c.sign}="=","等于",IF(${c.targetFigure}=0,"反向","正向"))))))))`,
  ].join('')
  const banded =
    rules.edition.satisfaction.method === 'steps'
      ? `IF(AND(${c.isSatisfaction},${direction}="正向"),IF(OR(${c.targetUnit}="",AND(${c.targetUnit}="%",${c.actualFigure}<=100)),"满意度分档","手填"),${direction})`
      : direction
  const plain = `AND(${c.target}<>"",NOT(${holds(lists.plain, c.target!)}),NOT(ISNUMBER(MATCH(${c.target},INDEX(${lists.words},0,1),0))))`
  const worded = `IF(AND(${plain},OR(${c.word}>0,EXACT(${c.target},${c.actual}))),"按词定档","手填")`
  const measured = `IF(AND(ISNUMBER(${c.targetFigure}),ISNUMBER(${c.actualFigure}),${c.unitsFit}),${banded},${worded})`
  return `IF(${c.weight}="","",IF(${c.target}="不适用","不适用",IF(${c.isNamed},"手填",${measured})))`
}

function lettersOf(row: number): Letters {
  return Object.fromEntries(calculationColumns.map((column) => [column, `$${letterOf(column)}${row}`]))
}

function isUnder(word: string, known: boolean | { readonly label: string }): string {
  return typeof known === 'boolean' ? String(known).toUpperCase() : `ISNUMBER(FIND("${word}",${known.label}&""))`
}

/** Formulas that take a row from the form, without the sign =. */
export function takenFormulas(cells: RowCells, { satisfaction, cost }: RowKnown) {
  return {
    name: `${cells.name}&""`,
    weight: `IF(ISNUMBER(${cells.weight}),${cells.weight},"")`,
    target: targetText(cells),
    actual: `TRIM(${cells.actual}&"")`,
    printed: `IF(ISNUMBER(${cells.score}),${cells.score},"")`,
    explained: cells.note === null ? 'TRUE' : `TRIM(${cells.note}&"")<>""`,
    isSatisfaction: isUnder('满意', satisfaction),
    isCost: isUnder('成本', cost),
  } as const
}

/** Formulas that work out the row with this number (from 1) from its own cells: those of other rows are the same, moved along. */
export function workedFormulas(row: number, rules: SheetRules, hasNotes: boolean) {
  const c = lettersOf(row)
  const rest = `MID(${c.target},LEN(${c.sign})+1,60)`
  const doubtful = `IF(${holds(lists.names, c.name!)},"?","more")`
  const bare = ['"', '“', '”', '‘', '’', '「', '」', '『', '』', '*', ' '].reduce(
    (text, sign) => `SUBSTITUTE(${text},${quoted(sign)},"")`,
    c.name!,
  )
  return {
    sign: `IF(${c.target}="","",IFERROR(MID("≥≤=<>=<>",FIND(LEFT(${c.target},1),"${signs}"),1),""))`,
    targetDigits: digitsIn(rest),
    targetFigure: figureIn(rest, c.targetDigits!),
    targetUnit: `IF(${c.targetFigure}="","",MID(${rest},${c.targetDigits}+1,60))`,
    actualDigits: digitsIn(c.actual!),
    actualFigure: figureIn(c.actual!, c.actualDigits!),
    actualUnit: `IF(${c.actualFigure}="","",MID(${c.actual},${c.actualDigits}+1,60))`,
    unitsFit: `AND(LEN(${c.targetUnit})<=${longestUnit},NOT(${holds(lists.units, c.targetUnit!)}),OR(EXACT(${c.targetUnit},${c.actualUnit}),AND(${c.actualUnit}="",NOT(ISNUMBER(FIND(LEFT(${c.targetUnit},1),"万千亿百"))),OR(${c.targetUnit}<>"%",${c.actualFigure}>1,${c.actualFigure}=0))))`,
    nameSays: `IF(AND(${c.madeName}<>"",${c.name}=${c.madeName}),${c.madeSays},${doubtful})`,
    isNamed: rules.named.length === 0 ? 'FALSE' : holds(lists.named, bare),
    word: `IFERROR(MATCH(${c.actual},INDEX(${lists.words},0,1),0),0)`,
    method: method(c, rules),
    rate: `IF(${anyOf(c.method!, ['正向', '反向', '等于', '满意度分档'])},IF(${c.targetFigure}=0,"",ROUND(${c.actualFigure}/${c.targetFigure},4)),"")`,
    least: bound(c, rules, true),
    most: bound(c, rules, false),
    verdict: verdict(c, hasNotes, rules),
  } as const
}

/** What is to be said of a row, the most pressing first. */
function verdict(c: Letters, hasNotes: boolean, { edition }: SheetRules): string {
  const score = c.printed
  const reason = hasNotes ? `NOT(${c.explained})` : 'FALSE'
  const over = `AND(ISNUMBER(${c.rate}),OR(${c.method}="正向",${c.method}="等于",${c.method}="满意度分档"),N(${c.rate})*100>=${figureOf(edition.reasons.overReason)})`
  return [
    `IF(${c.weight}="",IF(${c.target}="不适用","不适用",IF(OR(${c.name}<>"",${c.target}<>""),"未填分值","")),`,
    `IF(${c.method}="不适用",IF(ISNUMBER(${score}),"不适用而有得分","不适用"),`,
    `IF(${c.actual}="","未填完成值",`,
    `IF(NOT(ISNUMBER(${score})),"须手填得分",`,
    `IF(${score}>${c.weight},"得分超过分值",`,
    `IF(AND(ISNUMBER(${c.least}),OR(${score}<${c.least},${score}>${c.most})),"与规则不符",`,
    `IF(AND(${score}<${c.weight},${reason}),"扣分未写原因",`,
    `IF(AND(${over},${reason}),"超额未写原因",`,
    `IF(ISNUMBER(${c.least}),IF(${c.least}=${c.most},"一致","在区间内"),"人工评定")))))))))`,
  ].join('')
}
