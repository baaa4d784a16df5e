/** Labels and values in the head and foot of a form. */

import { gather } from '../model/gather.ts'
import type { FactField } from '../rulebook/layout.ts'
import type { Ledger } from './ledger.ts'
import { moneyUnitIn } from './money/tasks.ts'
import { isLabelledAmount } from './row-kinds.ts'
import { foldWidth, keyOf, type SourceCell, type SourceRow } from './source.ts'
import {
  bareWord,
  blockLabel,
  factLabel,
  goalHeader,
  isGradeLabel,
  isMoneyUnitLabel,
  isOtherFactLabel,
  isTotalLabel,
} from './words.ts'

export type FactKind = Exclude<FactField, 'fact'> | 'fact' | 'total' | 'grade' | 'moneyUnit'

export interface Fact {
  readonly kind: FactKind
  readonly label: SourceCell
  /** Null where nothing is filled in. */
  readonly value: SourceCell | null
}

/** What a label of the head or foot names; null where it is none. */
export function kindOfLabel(key: string): FactKind | null {
  if (bareWord(key).length > 24) return null
  // 单位 alone is that of the money.
  if (/^单位[(](?:盖章|公章|签章)[)]$/.test(key)) return 'department'
  const field = factLabel(key)
  if (field !== null) return field
  if (isGradeLabel(key)) return 'grade'
  if (isTotalLabel(key)) return 'total'
  return isOtherFactLabel(key) || /^(?:说明|备注|其他说明|补充说明)$/.test(key) ? 'fact' : null
}

/** A cell's piece as a cell of its own, where label and value share one. */
export function partOf(cell: SourceCell, from: number, to: number): SourceCell {
  const text = cell.text.slice(from, to).trim()
  const lead = cell.text.slice(from, to).length - cell.text.slice(from, to).trimStart().length
  const source =
    cell.source?.kind === 'text'
      ? { ...cell.source, column: cell.source.column + from + lead, length: text.length }
      : cell.source
  return { ...cell, text, key: keyOf(text), ...(source === undefined ? {} : { source }) }
}

/** Where the seal goes: nothing is filled in. */
const STAMP = /^[(](?:盖章|公章|签章|签字|签名)[)]$/

const COLON = /[:\uff1a]/

/** (2021年度) and 单位:万元 in one line under the title, with what else stands there. */
const YEAR_WITHIN = /(?:^|[\s(])((?:19|20)\d{2})\s*年度?(?=[\s)]|$)/
const UNIT_WITHIN = /(?:金额)?单位\s*:\s*(?:亿|万|千)?元/

/** What such a line says of the year and of the unit of money; of a form's head only. */
function yearAndUnit(cell: SourceCell): Fact[] {
  if (cell.key.length > 60) return []
  const text = foldWidth(cell.text)
  const unit = UNIT_WITHIN.exec(text)
  if (unit === null) return []
  const unitCell = partOf(cell, unit.index, unit.index + unit[0].length)
  const found: Fact[] = [{ kind: 'moneyUnit', label: unitCell, value: unitCell }]
  const year = YEAR_WITHIN.exec(text.slice(0, unit.index))
  if (year !== null) {
    const from = text.indexOf(year[1]!, year.index)
    const yearCell = partOf(cell, from, from + 4)
    found.push({ kind: 'fiscalYear', label: yearCell, value: yearCell })
  }
  return found
}

/** '部门名称:某局 主管部门:某局' in one cell: each known label opens a pair. */
function pairsWithin(cell: SourceCell): Fact[] {
  const starts: { at: number; end: number; kind: FactKind }[] = []
  for (const match of foldWidth(cell.text).matchAll(/([^\s:,;\u3002]{2,20}(?:\([^)]{1,8}\))?)\s*:/g)) {
    const kind = kindOfLabel(keyOf(match[1]!))
    if (kind !== null) starts.push({ at: match.index, end: match.index + match[0].length, kind })
  }
  // 单位:万元 and (2021年度) behind the last value are no part of it.
  const tail = cell.text.search(/\s[(\uff08]?(?:19|20)\d{2}\s*年度?|\s(?:金额)?单位\s*[:\uff1a]/)
  return starts.map(({ at, end, kind }, index) => {
    const next = starts[index + 1]?.at ?? cell.text.length
    const value = partOf(cell, end, tail >= end && tail < next ? tail : next)
    return { kind, label: partOf(cell, at, end - 1), value: value.text === '' || STAMP.test(value.key) ? null : value }
  })
}

/** A year by itself: four bare figures may as well be an amount, unless they are all that the row has. */
const YEAR_ALONE =
  /^(?:[(]?(?:19|20)\d{2}年\d{1,2}(?:月)?[-—~至]\d{1,2}月(?:底|份)?[)]?|[(](?:19|20)\d{2}年?度?[)]?|(?:19|20)\d{2}年度?[)]?)$/
const BARE_YEAR = /^(?:19|20)\d{2}$/

/** 单位 beside the name of an office is no unit of money. */
const OFFICE =
  /[\u4e00-\u9fff]{2}(?:局|委|办|厅|部|处|科|所|站|队|院|校|会|馆|中心|政府|公司|学|园|社|团|台|室|法院|检察院)(?:[(]?本级[)]?|机关)?$/

function isText(cell: SourceCell | undefined): boolean {
  return cell !== undefined && kindOfLabel(cell.key) === null && blockLabel(cell.key) === null
}

/** 单位:万元 in a cell of its own, behind the name of the office. */
function isUnit(cell: SourceCell | undefined): boolean {
  return cell !== undefined && cell.key.length <= 10 && moneyUnitIn(cell) !== null
}

const HAN = /[\u4e00-\u9fff]{2}/

/** 五、存在问题和建议 | … below the tables: a heading with its text beside it. */
const ASKS =
  /^(?:[一二三四五六七八九十\d]{1,2}[、.])?[\u4e00-\u9fff、]{2,20}(?:原因|措施|问题|建议|说明|情况|结论|意见|计划|打算|经验|做法|成效|应用|签字|签章|电话|日期|时间)(?:[(][^)]{1,12}[)])?:?$/

function asksBelow({ cells: [label, text, ...others] }: SourceRow): boolean {
  return label !== undefined && text !== undefined && others.length === 0 && ASKS.test(label.key)
}

/** Facts of one row. Cells it could not explain stay unsettled, and so end as unread. */
function readRow(row: SourceRow, head: boolean, ledger: Ledger): Fact[] {
  const facts: Fact[] = []
  const { cells } = row
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index]!
    const unit = moneyUnitIn(cell)
    const within = COLON.test(cell.text) ? pairsWithin(cell) : []
    if (head && COLON.test(cell.text)) {
      const found = yearAndUnit(cell)
      for (const fact of found) facts.push(fact)
      if (found.length > 0 && within.length === 0) {
        ledger.use([cell])
        continue
      }
    }
    if (within.length > 0) {
      const last = within.at(-1)!
      const next = cells[index + 1]
      for (const fact of within) facts.push(fact)
      ledger.use([cell])
      if (last.value === null && next !== undefined && kindOfLabel(next.key) === null && !COLON.test(next.text)) {
        facts[facts.length - 1] = { ...last, value: next }
        index++
      }
      continue
    }
    if (isLabelledAmount(cell.key)) {
      const colon = Math.max(cell.text.lastIndexOf(':'), cell.text.lastIndexOf('\uff1a'))
      const own = partOf(cell, colon + 1, cell.text.length)
      const next = cells[index + 1]
      // 计划完成日期: | 2022-12-31: a label that the rulebook does not know, with its value beside it.
      const beside = head && own.text === '' && next !== undefined && !COLON.test(next.text) && isText(next)
      const value = beside ? next : own
      facts.push({ kind: 'fact', label: partOf(cell, 0, colon), value: value.text === '' ? null : value })
      ledger.use([cell])
      if (beside) index++
      continue
    }
    if (head && unit === null && OFFICE.test(cell.key) && isUnit(cells[index + 1])) {
      facts.push({ kind: 'department', label: cell, value: cell })
      continue
    }
    if (unit !== null && cell.key.length <= 10) {
      facts.push({ kind: 'moneyUnit', label: cell, value: cell })
      ledger.use([cell])
      continue
    }
    if (YEAR_ALONE.test(cell.key) || (cells.length === 1 && BARE_YEAR.test(cell.key))) {
      facts.push({ kind: 'fiscalYear', label: cell, value: cell })
      ledger.use([cell])
      continue
    }
    const next = cells[index + 1]
    if (next !== undefined && isMoneyUnitLabel(cell.key) && /^(?:亿|万|千)?元$/.test(next.key)) {
      facts.push({ kind: 'moneyUnit', label: next, value: next })
      ledger.ignore('label', [cell])
      ledger.use([next])
      index++
      continue
    }
    const kind =
      next !== undefined && cell.key === '单位' && OFFICE.test(next.key)
        ? 'department'
        : cell.key === '名称' && /项目$/.test(cells[index - 1]?.key ?? '')
          ? 'project'
          : kindOfLabel(cell.key)
    if (kind !== null) {
      const filled = next !== undefined && kindOfLabel(next.key) === null && goalHeader(next.key) === null
      facts.push({ kind, label: cell, value: filled ? next : null })
      ledger.ignore('label', [cell])
      if (filled) index++
      // 分配科学性 | 情况说明 | 存在问题: what stands further right belongs to the same label.
      while (filled && kind === 'fact' && !head && isText(cells[index + 1])) {
        facts.push({ kind, label: cell, value: cells[++index]! })
      }
    } else if (blockLabel(cell.key) !== null || next?.key === '名称') ledger.ignore('label', [cell])
    else if (
      next !== undefined &&
      HAN.test(cell.key) &&
      (head ? cell.key.length <= 16 : asksBelow(row)) &&
      kindOfLabel(next.key) === null
    ) {
      // A label the rulebook does not know, with its value beside it.
      facts.push({ kind: 'fact', label: cell, value: next })
      index++
    }
  }
  return facts
}

/** `isHead`: the row stands above the first table of the form. */
export function readFacts(rows: readonly SourceRow[], isHead: (row: SourceRow) => boolean, ledger: Ledger): Fact[] {
  return gather(rows, (row) => readRow(row, isHead(row), ledger))
}

/** 预算单位 in the head of a form of a whole department, where nothing else names it. */
export function withOwnDepartment(facts: readonly Fact[]): readonly Fact[] {
  if (facts.some(({ kind, value }) => kind === 'department' && value !== null)) return facts
  return facts.map((fact) => (/^预算单位/.test(fact.label.key) ? { ...fact, kind: 'department' } : fact))
}
