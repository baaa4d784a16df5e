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
import type { Edition } from '../rulebook/edition.ts'
import { documents } from '../rulebook/index.ts'
import type { Answer, Check, FormCheck, IndicatorCheck, Problem, TaskCheck } from './check.ts'
import { orderOf, placeOf } from './places.ts'
import { tiesOf } from './ties.ts'

export interface CheckInput {
  readonly form: Form
  readonly scored: ScoredForm
  readonly edition: Edition
  readonly events: readonly RecognitionEvent[]
}

export interface CheckRun {
  /** Sorted by place, then by the checks' order. */
  readonly findings: readonly Finding[]
  /** One for each check, in the order given. */
  readonly summaries: readonly CheckSummary[]
  /** False where a check crashed. */
  readonly complete: boolean
}

/** What the indicator checks said of one row, valid as long as nothing of `key` changes. */
interface RowResult {
  readonly key: readonly [ScoredRow, FormPath, Edition, Form['kind'], string, readonly Check[]]
  readonly outcomes: readonly Outcome[]
}

interface Outcome {
  readonly status: CheckStatus
  readonly findings: readonly Finding[]
}

/** Remembers rows between runs over one form that is being edited: an unchanged row is not checked again. */
export interface CheckMemo {
  readonly rows: WeakMap<Indicator, RowResult>
}

export function newCheckMemo(): CheckMemo {
  return { rows: new WeakMap() }
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

/** A check names a path; a Place it hands over from an event of the recogniser stays as it is. */
function asPlace(form: Form, where: FormPath | Place): Place {
  return typeof where === 'string' ? placeOf(form, where) : where
}

function findingOf(check: Check, problem: Problem, form: Form): Finding {
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
    law: lawFor(check.law, form.kind),
    fix: { advice: message.advice, ...(problem.edit === undefined ? {} : { edit: problem.edit }) },
  }
}

/** A check of graver severity that leaves only hints has passed. */
function statusOf(check: Check, findings: readonly Finding[]): CheckStatus {
  const grave = check.severity === 'info' ? findings : findings.filter((finding) => finding.severity !== 'info')
  if (grave.length === 0) return 'passed'
  return grave.some((finding) => finding.certainty === 'certain') ? 'failed' : 'review'
}

const plain: Readonly<Record<'pass' | 'skip' | 'unread', Outcome>> = {
  pass: { status: 'passed', findings: [] },
  skip: { status: 'notApplicable', findings: [] },
  unread: { status: 'blocked', findings: [] },
}
const crashed: Outcome = { status: 'crashed', findings: [] }

function outcomeOf(check: Check, form: Form, test: () => Answer): Outcome {
  try {
    const answer = test()
    if (typeof answer === 'string') return plain[answer]
    const problems = Array.isArray(answer) ? (answer as readonly Problem[]) : [answer as Problem]
    const findings = problems.map((problem) => findingOf(check, problem, form))
    return { status: statusOf(check, findings), findings }
  } catch {
    return crashed
  }
}

function sameKey(a: RowResult['key'], b: RowResult['key']): boolean {
  return a.every((part, index) => part === b[index])
}

/** Runs all `checks` over the form. Nothing of the input is changed. */
export function runChecks(checks: readonly Check[], input: CheckInput, memo: CheckMemo = newCheckMemo()): CheckRun {
  const { form, scored, edition, events } = input
  const outcomes = new Map<Check, Outcome[]>(checks.map((check) => [check, []]))
  const overIndicators = checks.filter((check): check is IndicatorCheck => check.over === 'indicator')
  const overTasks = checks.filter((check): check is TaskCheck => check.over === 'task')
  const overForm = checks.filter((check): check is FormCheck => check.over === 'form')

  const columns = form.columns.indicators
  form.indicators.forEach((indicator, index) => {
    const path = `indicators[${index}]`
    const row = scored.rows[index]!
    const key = [row, path, edition, form.kind, columns.join(), checks] as const
    const known = memo.rows.get(indicator)
    const subject = { indicator, path, scored: row, edition, columns }
    const result =
      known !== undefined && sameKey(known.key, key)
        ? known
        : { key, outcomes: overIndicators.map((check) => outcomeOf(check, form, () => check.test(subject))) }
    memo.rows.set(indicator, result)
    overIndicators.forEach((check, position) => {
      outcomes.get(check)!.push(result.outcomes[position]!)
    })
  })
  form.tasks.forEach((task, index) => {
    const subject = { task, path: `tasks[${index}]`, scored: scored.tasks[index]!, edition }
    for (const check of overTasks) outcomes.get(check)!.push(outcomeOf(check, form, () => check.test(subject)))
  })
  let ties: ReturnType<typeof tiesOf> | null = null
  const whole = {
    form,
    scored,
    edition,
    events,
    ties: () => {
      ties ??= tiesOf(form)
      return ties
    },
  }
  for (const check of overForm) outcomes.get(check)!.push(outcomeOf(check, form, () => check.test(whole)))

  const summaries = checks.map((check) => summaryOf(check, outcomes.get(check)!))
  return {
    findings: sortByPlace(checks.flatMap((check) => outcomes.get(check)!.flatMap((outcome) => outcome.findings))),
    summaries,
    complete: summaries.every((summary) => summary.counts.crashed === 0),
  }
}

function summaryOf(check: Check, outcomes: readonly Outcome[]): CheckSummary {
  const counts = { passed: 0, failed: 0, review: 0, notApplicable: 0, blocked: 0, crashed: 0 }
  for (const outcome of outcomes) counts[outcome.status]++
  return { id: check.id, code: check.code, counts }
}

/** The sort is stable: findings of one row stay in the order of the checks. */
function sortByPlace(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding) => ({ finding, order: orderOf(finding.at[0].path) }))
    .sort((a, b) => a.order - b.order)
    .map(({ finding }) => finding)
}
