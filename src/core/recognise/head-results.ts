/** The total and the grade where the head of a form prints them: 自评得分:96.4, 评价等级:优. */

import { type Cell, emptyCell, type Grade, type NumberCell } from '../model/index.ts'
import type { Fact } from './facts.ts'
import type { Ledger } from './ledger.ts'
import { gradeOf } from './sketch.ts'

export function factNumber(facts: readonly Fact[], ledger: Ledger): NumberCell {
  const fact = facts.find(({ kind, value }) => kind === 'total' && value !== null)
  if (fact === undefined) return emptyCell
  ledger.locate([fact.value!], 'total')
  return ledger.as([fact.value!], (text) => ledger.numberOf(text.replace(/分$/, '')))
}

export function factGrade(facts: readonly Fact[], ledger: Ledger): Cell<Grade> {
  const fact = facts.find(({ kind, value }) => kind === 'grade' && value !== null)
  if (fact === undefined) return emptyCell
  ledger.locate([fact.value!], 'grade')
  return ledger.as([fact.value!], (text) => gradeOf(text))
}
