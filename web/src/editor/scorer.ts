/**
 * The scores of a form while it is typed into: the pure rooms in the page itself, so that a sign and its score are drawn
 * together. Holds its own copy of the draft and follows the same edits. One changed cell costs one row.
 */

import { applyAll, type Draft, type Edit, findRow, formOf } from '../../../src/core/draft/index.ts'
import { placeNamed } from '../../../src/core/evaluate/place-named.ts'
import type { EditionChoice, Form, FormPath, Lang, ScoredForm } from '../../../src/core/model/index.ts'
import { chooseEdition, type Edition } from '../../../src/core/rulebook/index.ts'
import { newScoreMemo, scoreAhead, scoreForm } from '../../../src/core/scoring/index.ts'
import type { Margin } from '../grid/marks.ts'
import type { Scores, Totals, Trial, WhyView } from './judgement.ts'
import { marginOfRow, marginOfTask, nameAt, totalsOf, whyRow, whyTask } from './say-scores.ts'

/** Rows that are scored ahead in one go. */
const rowsAtOnce = 40

/** The draft with cells as they would be; a cell that is not there stays out. */
function withTrials(base: Draft, tried: readonly Trial[]): Draft {
  let present = base
  for (const { row, column, to } of tried) {
    const from = findRow(present, row)?.row.cells[column] ?? ''
    const applied = applyAll(present, [{ kind: 'cell', row, column, from, to }])
    if (applied.ok) present = applied.draft
  }
  return present
}

function rulesFor(form: Form, asked: string | null): { readonly edition: Edition; readonly choice: EditionChoice } {
  return chooseEdition({
    ...(asked === null ? {} : { asked }),
    place: placeNamed(form),
    kind: form.kind,
    year: form.fiscalYear.value,
    level1: new Set(form.indicators.map(({ level1Kind }) => level1Kind)),
  })
}

interface Scored {
  readonly form: Form
  readonly edition: Edition
  readonly choice: EditionChoice
  readonly result: ScoredForm
}

export class Scorer {
  readonly #memo = newScoreMemo()
  #draft: Draft
  #lang: Lang
  #trials: readonly Trial[] = []
  #last: Scored | null = null
  #margins = new Map<FormPath, Margin | null>()

  constructor(draft: Draft, lang: Lang) {
    this.#draft = draft
    this.#lang = lang
  }

  open(draft: Draft): void {
    this.#draft = draft
    this.#trials = []
  }

  follow(edits: readonly Edit[]): void {
    const applied = applyAll(this.#draft, edits)
    if (applied.ok) this.#draft = applied.draft
    this.#trials = []
  }

  try(trials: readonly Trial[]): void {
    this.#trials = trials
  }

  /** All margins are said again with the next scores. */
  speak(lang: Lang): void {
    this.#lang = lang
    this.#margins = new Map()
    this.#last = null
  }

  /** Rows scored part by part, so that the page of a long form answers in between; then its scores cost little. */
  *ahead(): Generator<void, void, void> {
    const form = formOf(this.#draft)
    const { edition } = rulesFor(form, this.#draft.edition)
    for (let first = 0; first < form.indicators.length; first += rowsAtOnce) {
      scoreAhead(form, edition, this.#memo, first, first + rowsAtOnce)
      yield
    }
  }

  scores(): Scores {
    const before = this.#last?.result
    this.#last = this.#scored(this.#trials, null)
    const { result, edition, choice } = this.#last
    return { totals: totalsOf(result, edition, choice, this.#lang), margins: this.#changedMargins(result, before) }
  }

  why(path: FormPath): WhyView | null {
    const { form, edition, result } = this.#last ?? this.#scored(this.#trials, null)
    const row = result.rows.find((each) => each.path === path)
    const name = nameAt(form, path, this.#lang)
    if (row !== undefined) return whyRow(row, name, edition, this.#lang)
    const task = result.tasks.find((each) => each.path === path)
    return task === undefined ? null : whyTask(task, name, edition, this.#lang)
  }

  /** Cells as they would be, under the rules of the form or others. */
  whatIf(trials: readonly Trial[], edition: string | null): Totals {
    const scored = this.#scored(trials, edition)
    return totalsOf(scored.result, scored.edition, scored.choice, this.#lang)
  }

  #scored(trials: readonly Trial[], asked: string | null): Scored {
    const form = formOf(withTrials(this.#draft, trials))
    const rules = rulesFor(form, asked ?? this.#draft.edition)
    return { form, ...rules, result: scoreForm(form, rules.edition, this.#memo) }
  }

  /** Margins that are another than before, where the row is another object; null for rows that are gone. */
  #changedMargins(result: ScoredForm, before: ScoredForm | undefined): Scores['margins'] {
    const changed: (readonly [FormPath, Margin | null])[] = []
    const put = (path: FormPath, margin: Margin | null) => {
      const known = this.#margins.get(path)
      this.#margins.set(path, margin)
      if (known === undefined || known?.text !== margin?.text || known?.sign !== margin?.sign)
        changed.push([path, margin])
    }
    result.rows.forEach((row, index) => {
      if (row !== before?.rows[index]) put(row.path, marginOfRow(row, this.#lang))
    })
    result.tasks.forEach((task, index) => {
      if (task !== before?.tasks[index]) put(task.path, marginOfTask(task, this.#lang))
    })
    for (const gone of this.#gone(result)) {
      this.#margins.delete(gone)
      changed.push([gone, null])
    }
    return changed
  }

  #gone({ rows, tasks }: ScoredForm): readonly FormPath[] {
    if (this.#margins.size === rows.length + tasks.length) return []
    const here = new Set([...rows, ...tasks].map(({ path }) => path))
    return [...this.#margins.keys()].filter((path) => !here.has(path))
  }
}
