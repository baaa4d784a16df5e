/** What the head of a form says of the form itself: its kind, year, people and unit of money. */

import { type Cell, emptyCell, type FormKind, type MoneyUnit, type TextCell } from '../model/index.ts'
import type { Fact, FactKind } from './facts.ts'
import { cellFrom, type Ledger } from './ledger.ts'
import type { TaskTable } from './money/tasks.ts'
import type { Draft } from './sections.ts'
import type { SourceCell } from './source.ts'
import type { WholeDocument } from './whole-document.ts'

/** The year that a text names: 2021年度 → 2021. */
export function yearIn(text: string): number | null {
  const year = /(?:19|20)\d{2}/.exec(text.normalize('NFKC'))?.[0]
  return year === undefined ? null : Number(year)
}

export function yearCell(facts: readonly Fact[], titles: readonly SourceCell[], ledger: Ledger): Cell<number> {
  const years = facts.filter(({ kind, value }) => kind === 'fiscalYear' && value !== null)
  // The same year may stand under the title and beside its label: the labelled one counts.
  const fact = years.find(({ label, value }) => label !== value) ?? years[0]
  if (fact !== undefined) {
    for (const year of years) ledger.use([year.value!])
    ledger.locate([fact.value!], 'fiscalYear')
    return ledger.as([fact.value!], yearIn)
  }
  const title = titles.find((cell) => yearIn(cell.text) !== null)
  if (title === undefined) return emptyCell
  const year = yearIn(title.text)!
  return cellFrom(title, String(year), year)
}

/** 部门整体支出 or 项目支出, as the title says, else as the head has it. */
export function kindOf(draft: Draft, facts: readonly Fact[]): FormKind {
  for (const title of draft.titles) {
    if (/整体|部门支出|单位支出/.test(title.key)) return 'department'
    if (/项目|转移支付|专项|政策/.test(title.key)) return 'project'
  }
  if (facts.some(({ kind, value }) => kind === 'project' && value !== null)) return 'project'
  return facts.some(({ kind }) => kind === 'department') ? 'department' : 'project'
}

interface Facts {
  field(kind: FactKind, path: string): TextCell
  readonly others: { readonly label: TextCell; readonly text: TextCell }[]
}

export function factFields(facts: readonly Fact[], ledger: Ledger): Facts {
  const taken = new Set<Fact>()
  const others: { label: TextCell; text: TextCell }[] = []
  return {
    field(kind, path) {
      const named = facts.filter((fact) => fact.kind === kind && !taken.has(fact))
      for (const fact of named) taken.add(fact)
      // Of 中央主管部门 and 地方主管部门 the one nearer to the form's own place.
      const filled = named.filter(({ value }) => value !== null)
      const fact = filled.find(({ label }) => !label.key.startsWith('中央')) ?? filled[0]
      for (const other of named) if (other !== fact && other.value !== null) others.push(asOther(other, ledger))
      if (fact === undefined) return emptyCell
      ledger.locate([fact.value!], path)
      return ledger.text([fact.value!])
    },
    others,
  }
}

export function asOther(fact: Fact, ledger: Ledger): { label: TextCell; text: TextCell } {
  return { label: ledger.text([fact.label]), text: fact.value === null ? emptyCell : ledger.text([fact.value]) }
}

/** 元, 万元 …, where a text names one. */
export function moneyUnitNamed(text: string): MoneyUnit | null {
  return (/(亿元|万元|千元|元)/.exec(text)?.[1] as MoneyUnit | undefined) ?? null
}

export function unitCell(facts: readonly Fact[], tables: readonly TaskTable[], ledger: Ledger): Cell<MoneyUnit> {
  const printed = tables.find((table) => table.unit !== null)?.unit ?? null
  if (printed !== null) return cellFrom(printed.cell, printed.unit, printed.unit)
  const fact = facts.find(({ kind }) => kind === 'moneyUnit')
  if (fact === undefined) return emptyCell
  return ledger.as([fact.label], moneyUnitNamed)
}

/** The year of the whole document, where the form itself names none. */
export function yearOf(own: Cell<number>, { year }: WholeDocument, ledger: Ledger): Cell<number> {
  if (own.value !== null || year === null) return own
  ledger.fromDocument('fiscalYear', year.cell, String(year.value))
  return cellFrom(year.cell, String(year.value), year.value)
}

/** The department of the whole document, where the form names nobody. */
export function departmentOf(
  own: TextCell,
  others: readonly TextCell[],
  { department }: WholeDocument,
  ledger: Ledger,
): TextCell {
  if (department === null || [own, ...others].some(({ raw }) => raw !== '')) return own
  ledger.fromDocument('department', department.cell, department.value)
  return cellFrom(department.cell, department.value, department.value)
}
