/** Runs checks over a form: statuses with counts, findings at their places. A crashing check spoils only itself. */

import type {
  CheckStatus,
  CheckSummary,
  Citation,
  Finding,
  Form,
  FormPath,
  Indicator,
  Place,
  RecognitionEvent,
  ScoredForm,
  ScoredRow,
} from '../model/index.ts'
import { indicatorPath } from '../model/index.ts'
import { remember } from '../model/remember.ts'
import type { Edition } from '../rulebook/edition.ts'
import { documents } from '../rulebook/index.ts'
import { orderOf, placeOf } from './aids/places.ts'
import { newRecall, type Recall, recallNothing, rememberEach } from './aids/remember.ts'
import { type WordsOf, wordsIn } from './aids/telling-words.ts'
import { tiesOf } from './aids/ties.ts'
import type { Answer, Beside, Check, FormCheck, FormSubject, IndicatorCheck, Problem, TaskCheck, Tie } from './check.ts'
import { appliesAt } from './stages.ts'

export interface CheckInput {
  readonly form: Form
  readonly scored: ScoredForm
  readonly edition: Edition
  readonly events: readonly RecognitionEvent[]
  readonly beside?: Beside
}

export interface CheckRun {
  /** Sorted by place, then by the checks' order. */
  readonly findings: readonly Finding[]
  /** One for each check, in the order given. */
  readonly summaries: readonly CheckSummary[]
  /** False where a check crashed. */
  readonly complete: boolean
}

const allStatuses: readonly CheckStatus[] = ['passed', 'failed', 'review', 'notApplicable', 'blocked', 'crashed']
/** A status by its place in `allStatuses`. */
const [PASSED, FAILED, REVIEW, NOT_APPLICABLE, BLOCKED, CRASHED] = [0, 1, 2, 3, 4, 5]

/** What the indicator checks said of one row, valid as long as nothing of `key` changes. */
interface RowResult {
  readonly key: readonly [ScoredRow, FormPath, Edition, Form['kind'], string, readonly Check[], boolean]
  /** By the order of the checks over indicators: the place of the status in `allStatuses`. */
  readonly statuses: Uint8Array
  readonly found: readonly Found[]
}

/** A finding, where it stands in the form, and where its check stands among the checks. */
interface Found {
  readonly finding: Finding
  readonly order: number
  readonly rank: number
}

/** A check, its place in the list, and its law as this kind of form sees it. */
interface Line<C extends Check> {
  readonly check: C
  readonly rank: number
  readonly law: readonly Citation[]
}

/** Remembers rows between runs over one form that is being edited: an unchanged row is not checked again. */
export interface CheckMemo {
  readonly rows: WeakMap<Indicator, RowResult>
  readonly recall: Recall
  /** Ways to find words, by place. */
  readonly wordsIn: (region: string) => WordsOf
}

export function newCheckMemo(): CheckMemo {
  return { rows: new WeakMap(), recall: newRecall(), wordsIn: remember(wordsIn, 1) }
}

/** What checks over the whole form look at. */
export function formSubject(input: CheckInput, memo?: CheckMemo): FormSubject {
  const { form } = input
  let ties: readonly Tie[] | null = null
  let wordsOf: WordsOf | null = null
  const words = (): WordsOf => {
    wordsOf ??= (memo?.wordsIn ?? wordsIn)(form.region.value ?? '')
    return wordsOf
  }
  return {
    form,
    scored: input.scored,
    edition: input.edition,
    events: input.events,
    beside: input.beside ?? {},
    words,
    ties: () => {
      ties ??= tiesOf(form, words())
      return ties
    },
    recall: memo?.recall ?? recallNothing,
  }
}

const governs = new Map(documents.map((document) => [document.id, document.governs]))

/** A rule made for project forms is used on a department form by analogy, and the user sees so. */
function lawFor(law: readonly Citation[], kind: Form['kind']): readonly Citation[] {
  if (kind !== 'department') return law
  return law.map((citation) => {
    const kinds = governs.get(citation.clause.slice(0, citation.clause.indexOf('/')))
    return kinds === undefined || kinds.includes('department') ? citation : { ...citation, byAnalogy: true }
  })
}

/** Which checks look at a kind of form, and at what of it. */
interface Plan {
  /** All checks, by their rank. */
  readonly lines: readonly Line<Check>[]
  readonly overIndicators: readonly Line<IndicatorCheck>[]
  readonly overTasks: readonly Line<TaskCheck>[]
  readonly overForm: readonly Line<FormCheck>[]
  readonly notApplying: readonly Line<Check>[]
}

function makePlan(checks: readonly Check[], { kind, stage }: Pick<Form, 'kind' | 'stage'>): Plan {
  const lines = checks.map((check, rank): Line<Check> => ({ check, rank, law: lawFor(check.law, kind) }))
  const applies = ({ check }: Line<Check>): boolean => appliesAt(check.id, stage)
  const applying = lines.filter(applies)
  return {
    lines,
    overIndicators: applying.filter((line): line is Line<IndicatorCheck> => line.check.over === 'indicator'),
    overTasks: applying.filter((line): line is Line<TaskCheck> => line.check.over === 'task'),
    overForm: applying.filter((line): line is Line<FormCheck> => line.check.over === 'form'),
    notApplying: lines.filter((line) => !applies(line)),
  }
}

const plansOf = rememberEach((_checks: readonly Check[]) => new Map<string, Plan>())

/** The same for all forms of one kind and stage. */
function planFor(checks: readonly Check[], form: Form): Plan {
  const plans = plansOf(checks)
  const key = `${form.kind} ${form.stage ?? ''}`
  let plan = plans.get(key)
  if (plan === undefined) {
    plan = makePlan(checks, form)
    plans.set(key, plan)
  }
  return plan
}

/** A check names a path; a Place it hands over from an event of the recogniser stays as it is. */
function asPlace(form: Form, where: FormPath | Place): Place {
  return typeof where === 'string' ? placeOf(form, where) : where
}

function findingOf({ check, law }: Line<Check>, problem: Problem, form: Form): Finding {
  const message = check.messages[problem.message]
  if (message === undefined) throw new Error(`${check.id} has no message '${problem.message}'`)
  const [first, ...others] = problem.at
  return {
    rule: check.id,
    message: problem.message,
    data: problem.data,
    severity: problem.severity ?? check.severity,
    certainty: problem.certainty ?? 'certain',
    at: [asPlace(form, first), ...others.map((where) => asPlace(form, where))],
    law,
    fix: { advice: message.advice, ...(problem.edit === undefined ? {} : { edit: problem.edit }) },
  }
}

/** A check of graver severity that leaves only hints has passed. */
function statusOf(check: Check, findings: readonly Finding[]): number {
  const grave = check.severity === 'info' ? findings : findings.filter((finding) => finding.severity !== 'info')
  if (grave.length === 0) return PASSED
  return grave.some((finding) => finding.certainty === 'certain') ? FAILED : REVIEW
}

/** Asks a check about one subject: the place of its status in `allStatuses`. What it finds goes to `found`. */
function ask<S>(line: Line<Check & { test(subject: S): Answer }>, subject: S, form: Form, found: Found[]): number {
  try {
    const answer = line.check.test(subject)
    if (answer === 'pass') return PASSED
    if (answer === 'skip') return NOT_APPLICABLE
    if (answer === 'unread') return BLOCKED
    const problems = Array.isArray(answer) ? (answer as readonly Problem[]) : [answer as Problem]
    const findings = problems.map((problem) => findingOf(line, problem, form))
    for (const finding of findings) found.push({ finding, order: orderOf(finding.at[0].path), rank: line.rank })
    return statusOf(line.check, findings)
  } catch {
    return CRASHED
  }
}

function sameKey(a: RowResult['key'], b: RowResult['key']): boolean {
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}

/** Runs all `checks` over the form. Nothing of the input is changed. */
export function runChecks(checks: readonly Check[], input: CheckInput, memo?: CheckMemo): CheckRun {
  const { form, scored, edition } = input
  const { lines, overIndicators, overTasks, overForm, notApplying } = planFor(checks, form)
  const found: Found[] = []
  /** How often each check, by its rank, came to each status. */
  const tallies = new Uint32Array(lines.length * allStatuses.length)
  const count = ({ rank }: Line<Check>, status: number): void => {
    tallies[rank * allStatuses.length + status]!++
  }

  for (const line of notApplying) count(line, NOT_APPLICABLE)

  const columns = form.columns.indicators
  const printed = `${form.stage ?? ''} ${columns.join()}`
  form.indicators.forEach((indicator, index) => {
    const path = indicatorPath(index)
    const row = scored.rows[index]!
    const hasParts = form.indicators[index + 1]?.role === 'part'
    const subject = { indicator, path, scored: row, edition, columns, hasParts }
    if (memo === undefined) {
      for (let at = 0; at < overIndicators.length; at++) {
        const line = overIndicators[at]!
        count(line, ask(line, subject, form, found))
      }
      return
    }
    const key = [row, path, edition, form.kind, printed, checks, hasParts] as const
    let result = memo.rows.get(indicator)
    if (result === undefined || !sameKey(result.key, key)) {
      const ofRow: Found[] = []
      const statuses = Uint8Array.from(overIndicators, (line) => ask(line, subject, form, ofRow))
      result = { key, statuses, found: ofRow }
      memo.rows.set(indicator, result)
    }
    const { statuses } = result
    for (let at = 0; at < statuses.length; at++) count(overIndicators[at]!, statuses[at]!)
    for (const each of result.found) found.push(each)
  })
  form.tasks.forEach((task, index) => {
    const subject = { form, task, path: `tasks[${index}]`, scored: scored.tasks[index]!, edition }
    for (const line of overTasks) count(line, ask(line, subject, form, found))
  })
  const whole = formSubject(input, memo)
  for (const line of overForm) count(line, ask(line, whole, form, found))

  const countsOf = ({ rank }: Line<Check>): CheckSummary['counts'] => {
    const [passed, failed, review, notApplicable, blocked, crashed] = tallies.subarray(rank * allStatuses.length)
    return {
      passed: passed!,
      failed: failed!,
      review: review!,
      notApplicable: notApplicable!,
      blocked: blocked!,
      crashed: crashed!,
    }
  }
  return {
    findings: found.sort((a, b) => a.order - b.order || a.rank - b.rank).map(({ finding }) => finding),
    summaries: lines.map((line) => ({ id: line.check.id, code: line.check.code, counts: countsOf(line) })),
    complete: lines.every(({ rank }) => tallies[rank * allStatuses.length + CRASHED] === 0),
  }
}
