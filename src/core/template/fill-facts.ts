/** Year, names and other labelled texts: into the blank beside, behind or below their labels. */

import type { FormPath } from '../model/index.ts'
import { type FactKind, kindOfLabel } from '../recognise/facts.ts'
import type { Draft } from '../recognise/sections.ts'
import { foldWidth, keyOf } from '../recognise/source.ts'
import { bareWord, blockLabel, goalHeader } from '../recognise/words.ts'
import { isPlaceholder } from './blanks.ts'
import type { Spot } from './board.ts'
import type { PlanBuilder, Printed } from './plan-builder.ts'

/** A label of the blank form, and where its value belongs. */
interface Place {
  readonly kind: FactKind
  readonly label: string
  readonly spot: Spot
  /** Where in the cell of the label the value stands; null where it has a cell of its own. */
  readonly within: { readonly from: number; readonly to: number } | null
}

const LABEL = /([^\s:,;\u3002]{2,20}(?:\([^)]{1,8}\))?)[^\S\n]*:/g
/** Room left to write in: blanks, lines to write on. */
const ROOM = /^[ \t\u00a0\u3000_\uff3f]*/
/** (    年度), 20  年度, XXXX年: a year to be filled in. */
const OPEN_YEAR = /(?:20)?(?:[ \u00a0\u3000_\uff3f]+|[xX×]{2,4})(?=年)|(?<=^|[(（])(?=年度?[)）])/
const YEAR = /(?:19|20)\d{2}(?=年|$)/

function labelOf(text: string): string {
  return bareWord(keyOf(text)).replace(/:$/, '')
}

export class FactFiller {
  readonly #plan: PlanBuilder
  readonly #done = new Set<string>()
  /** Values of the form that are labelled texts, by their labels. */
  readonly #facts = new Map<string, Printed>()

  constructor(plan: PlanBuilder) {
    this.#plan = plan
    plan.form.facts.forEach(({ label, text }, index) => {
      const key = labelOf(label.raw)
      if (key !== '' && !this.#facts.has(key)) this.#facts.set(key, { text: text.raw, path: `facts[${index}].text` })
    })
  }

  /** All values of the form that are still without a place are told. */
  fill(draft: Draft): void {
    const { board } = this.#plan
    const rows = [
      ...new Set([
        ...draft.titles.map(({ row }) => row),
        ...draft.facts.map(({ index }) => index),
        ...draft.notes.map(({ index }) => index),
      ]),
    ]
    for (const row of rows.sort((a, b) => a - b)) {
      const spots = board.spotsIn(row).filter((spot) => spot.row === row)
      for (const spot of spots) this.#fillYear(spot)
      spots.forEach((spot, index) => {
        for (const place of this.#placesOf(spot, spots[index + 1])) this.#fillPlace(place)
      })
    }
    this.#tellHomeless()
  }

  #fillYear(spot: Spot): void {
    const { form } = this.#plan
    const year = form.fiscalYear.value
    if (spot.key.length > 60 || !/年/.test(spot.key)) return
    const printed = YEAR.exec(spot.text)?.[0]
    if (printed !== undefined) {
      if (year !== null && printed !== String(year)) this.#plan.kept({ text: String(year), path: 'fiscalYear' }, spot)
      this.#done.add('fiscalYear')
      return
    }
    const open = OPEN_YEAR.exec(spot.text)
    if (open === null || !/年度|表/.test(spot.key) || /月/.test(spot.key)) return
    if (year !== null) this.#plan.splice(spot, open.index, open.index + open[0].length, String(year), 'fiscalYear')
    this.#done.add('fiscalYear')
  }

  #kindOf(text: string): FactKind | null {
    const known = kindOfLabel(keyOf(text))
    return known ?? (this.#facts.has(labelOf(text)) ? 'fact' : null)
  }

  #placesOf(spot: Spot, next: Spot | undefined): Place[] {
    const isOpen = (one: Spot) => one.key === '' || isPlaceholder(one.key)
    if (spot.key === '' || goalHeader(spot.key) !== null || blockLabel(spot.key) !== null) return []
    const within: Place[] = []
    for (const match of foldWidth(spot.text).matchAll(LABEL)) {
      const kind = this.#kindOf(match[1]!)
      if (kind === null) continue
      const from = match.index + match[0].length
      const room = ROOM.exec(spot.text.slice(from))![0].length
      within.push({ kind, label: labelOf(match[1]!), spot, within: { from, to: from + room } })
    }
    const last = within.at(-1)
    if (last !== undefined) {
      // 部门名称： in a cell, the blank beside it.
      const ends = spot.text.slice(last.within!.to).trim() === ''
      if (!ends || next === undefined || !isOpen(next)) return within
      return [...within.slice(0, -1), { ...last, spot: next, within: null }]
    }
    const kind = this.#kindOf(spot.text)
    if (kind === null) return []
    const label = labelOf(spot.text)
    // What stands beside a label is its value, printed or blank, unless it is a label itself.
    if (next !== undefined && (isOpen(next) || this.#kindOf(next.text) === null)) {
      return [{ kind, label, spot: next, within: null }]
    }
    const { board } = this.#plan
    const row = spot.row + spot.rowSpan
    const lower = row <= board.lastRowBeside(spot.row) ? board.spot(row, spot.column) : null
    const isBelow =
      lower !== null && isOpen(lower) && lower.columnSpan === spot.columnSpan && lower.column === spot.column
    return isBelow ? [{ kind, label, spot: lower, within: null }] : []
  }

  #valueOf({ kind, label }: Place): Printed | null {
    const { form } = this.#plan
    if (kind === 'fact') return this.#facts.get(label) ?? { text: '', path: 'form' }
    return { text: form[kind].raw, path: kind }
  }

  #fillPlace(place: Place): void {
    const value = this.#valueOf(place)
    if (value === null) return
    const key = value.path === 'form' ? `label:${place.label}` : value.path
    // The year may stand in the title and behind its label.
    if (this.#done.has(key) && place.kind !== 'fiscalYear') return
    this.#done.add(key)
    const { spot, within, label } = place
    if (within === null) {
      this.#plan.put({ row: spot.row, copy: 0 }, spot.column, value, label, place.kind === 'total')
      return
    }
    if (this.#plan.tick(spot, within.to, value)) return
    const rest = spot.text.slice(within.to)
    const isFilled = rest !== '' && !/^\s/.test(rest) && within.from === within.to
    if (isFilled) {
      const printed = rest.split(/\s/)[0]!
      if (value.text !== '' && keyOf(printed) !== keyOf(value.text)) this.#plan.kept(value, spot)
      else this.#plan.shown.add(value.path)
    } else if (value.text === '') {
      this.#plan.leftBlank(label, { row: spot.row, copy: 0 }, spot.column)
    } else {
      const gap = rest.trim() === '' ? '' : '  '
      const { value: year } = this.#plan.form.fiscalYear
      // 年度：      年度 in one cell prints the word itself.
      const text = place.kind === 'fiscalYear' && /^\s*年/.test(rest) && year !== null ? String(year) : value.text
      this.#plan.splice(spot, within.from, within.to, text + gap, value.path)
    }
  }

  /** The grade or total may have been placed beside the table's total before. */
  settle(path: FormPath): void {
    this.#done.add(path)
  }

  #tellHomeless(): void {
    const { form } = this.#plan
    const tell = (name: string, path: FormPath, text: string) => {
      if (!this.#done.has(path)) this.#plan.homeless(name, { text, path })
    }
    tell('年度', 'fiscalYear', form.fiscalYear.raw)
    tell('部门名称', 'department', form.department.raw)
    tell('主管部门', 'supervisor', form.supervisor.raw)
    tell('项目名称', 'project', form.project.raw)
    tell('实施单位', 'implementer', form.implementer.raw)
    tell('总分', 'total', form.total.raw)
    tell('评价等级', 'grade', form.grade.raw)
    for (const [index, { label, text }] of form.facts.entries()) {
      tell(label.raw === '' ? '说明' : label.raw, `facts[${index}].text`, text.raw)
    }
  }
}
