/**
 * The judge: the pure rooms in a thread of their own. Scores answer at once, row by row; the checks come when typing pauses.
 * It holds its own copy of the draft and follows the same edits.
 */

import { applyAll, type Draft, editOfFix, findRow, formOf } from '../../../src/core/draft/index.ts'
import {
  evaluate,
  newEvaluationMemo,
  placeNamed,
  sayCitation,
  sayPureFinding,
} from '../../../src/core/evaluate/index.ts'
import { besideRows } from '../../../src/core/insight/index.ts'
import {
  type EditionChoice,
  type Finding,
  type Form,
  type FormPath,
  indicatorPath,
  type Lang,
  type ScoredForm,
} from '../../../src/core/model/index.ts'
import { chooseEdition, type Edition } from '../../../src/core/rulebook/index.ts'
import { scoreForm } from '../../../src/core/scoring/index.ts'
import type { Margin } from '../grid/marks.ts'
import type { Answer, FindingView, Question, Trial } from './judgement.ts'
import { marginOfRow, marginOfTask, nameAt, totalsOf, whyRow, whyTask } from './say-scores.ts'

interface Others {
  readonly years: readonly { readonly year: number; readonly form: Form }[]
  readonly projects: readonly Form[]
  readonly approved: Form | null
  readonly papers: ReadonlySet<string>
}

let draft: Draft | null = null
let trials: readonly Trial[] = []
/** Beside the form. */
let others: Others = { years: [], projects: [], approved: null, papers: new Set() }
let lang: Lang = 'zh'
let memo = newEvaluationMemo()
let margins = new Map<FormPath, Margin | null>()
let said = new WeakMap<Finding, FindingView>()
let checking: ReturnType<typeof setTimeout> | undefined
/** Checks wait until nobody has typed for so long: milliseconds. */
const pause = 140

function answer(message: Answer): void {
  postMessage(message)
}

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

function scored(present: Draft, asked: string | null = present.edition) {
  const form = formOf(present)
  const rules = rulesFor(form, asked)
  return { form, ...rules, result: scoreForm(form, rules.edition, memo.scores) }
}

let drawn = new WeakMap<object, Margin | null>()

/** Rows that the scorer took from its memory have the margin they had. */
function once<T extends object>(row: T, margin: (row: T, lang: Lang) => Margin | null): Margin | null {
  const known = drawn.get(row)
  if (known !== undefined) return known
  const made = margin(row, lang)
  drawn.set(row, made)
  return made
}

function changedMargins(result: ScoredForm): (readonly [FormPath, Margin | null])[] {
  const now = new Map<FormPath, Margin | null>([
    ...result.rows.map((row) => [row.path, once(row, marginOfRow)] as const),
    ...result.tasks.map((task) => [task.path, once(task, marginOfTask)] as const),
  ])
  const changed = [...now].filter(([path, margin]) => {
    const before = margins.get(path)
    if (before === margin && before !== undefined) return false
    return before === undefined || before?.text !== margin?.text || before?.sign !== margin?.sign
  })
  for (const path of margins.keys()) if (!now.has(path)) changed.push([path, null])
  margins = now
  return changed
}

function score(): void {
  if (draft === null) return
  const { edition, choice, result } = scored(withTrials(draft, trials))
  answer({ kind: 'scores', totals: totalsOf(result, edition, choice, lang), margins: changedMargins(result) })
}

function viewOf(finding: Finding, form: Form): FindingView {
  const known = said.get(finding)
  if (known !== undefined) return known
  const { title, text, advice } = sayPureFinding(finding, lang)
  const [first, ...others] = finding.at
  const view: FindingView = {
    key: `${finding.rule}/${finding.message}@${first.path}`,
    rule: finding.rule,
    severity: finding.severity,
    needsPerson: finding.certainty === 'review',
    title,
    text,
    advice,
    law: [...new Set(finding.law.map((citation) => sayCitation(citation, lang)))],
    path: first.path,
    also: others.map(({ path }) => path),
    where: nameAt(form, first.path, lang),
    fix: editOfFix(draft!, finding),
  }
  said.set(finding, view)
  return view
}

/** Rows that papers were put to. */
function papersOf({ indicators }: Draft): readonly FormPath[] {
  return indicators.flatMap(({ id }, index): FormPath[] => (others.papers.has(id) ? [indicatorPath(index)] : []))
}

function check(): void {
  if (draft === null) return
  const form = formOf(draft)
  const { years, projects, approved } = others
  const present = form.fiscalYear.value
  const lastYear = years.find(({ year }) => year + 1 === present)?.form
  const { value, findings } = evaluate({
    form: lastYear === undefined ? form : besideRows(form, { lastYear }),
    memo,
    beside: {
      evidence: papersOf(draft),
      ...(years.length === 0 ? {} : { years }),
      ...(projects.length === 0 ? {} : { projects }),
      ...(approved === null ? {} : { approved }),
    },
    ...(draft.edition === null ? {} : { edition: draft.edition }),
  })
  // A remedy names what stands in its cell: it is asked again each time.
  const views = findings.map((finding) => {
    const view = viewOf(finding, form)
    return finding.fix?.edit === undefined ? view : { ...view, fix: editOfFix(draft!, finding) }
  })
  answer({ kind: 'findings', findings: views, isComplete: value?.complete ?? false })
}

function judgeAgain(after: number): void {
  score()
  clearTimeout(checking)
  checking = setTimeout(check, after)
}

function why(path: FormPath): Answer & { kind: 'why' } {
  const none = { kind: 'why', id: 0, why: null } as const
  if (draft === null) return none
  const { form, edition, result } = scored(withTrials(draft, trials))
  const row = result.rows.find((each) => each.path === path)
  if (row !== undefined) return { ...none, why: whyRow(row, nameAt(form, path, lang), edition, lang) }
  const task = result.tasks.find((each) => each.path === path)
  return task === undefined ? none : { ...none, why: whyTask(task, nameAt(form, path, lang), edition, lang) }
}

function whatIf(tried: readonly Trial[], asked: string | null): ReturnType<typeof totalsOf> | null {
  if (draft === null) return null
  const { edition, choice, result } = scored(withTrials(draft, tried), asked ?? draft.edition)
  return totalsOf(result, edition, choice, lang)
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  switch (data.kind) {
    case 'open':
      draft = data.draft
      lang = data.lang
      trials = []
      memo = newEvaluationMemo()
      margins = new Map()
      said = new WeakMap()
      drawn = new WeakMap()
      judgeAgain(0)
      break
    case 'edits': {
      const applied = draft === null ? null : applyAll(draft, data.edits)
      if (applied?.ok === true) draft = applied.draft
      trials = []
      judgeAgain(pause)
      break
    }
    case 'beside': {
      const { years, projects, approved, evidence } = data.beside
      others = {
        years: years.map((one) => ({ year: one.year, form: formOf(one.draft) })),
        projects: projects.map((one) => formOf(one)),
        approved: approved === null ? null : formOf(approved),
        papers: new Set(evidence.map((place) => place.split(' ')[0]!)),
      }
      judgeAgain(pause)
      break
    }
    case 'try':
      trials = data.trials
      score()
      break
    case 'lang':
      lang = data.lang
      margins = new Map()
      said = new WeakMap()
      drawn = new WeakMap()
      judgeAgain(0)
      break
    case 'why':
      answer({ ...why(data.path), id: data.id })
      break
    case 'whatIf': {
      const totals = whatIf(data.trials, data.edition)
      if (totals !== null) answer({ kind: 'whatIf', id: data.id, totals })
      break
    }
  }
})
