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
import { newRecall, type Recall, recallNothing } from './aids/remember.ts'
import { type WordsOf, wordsIn } from './aids/telling-words.ts'
import { tiesOf } from './aids/ties.ts'
import type { Answer, Check, FormCheck, FormSubject, IndicatorCheck, Problem, TaskCheck, Tie } from './check.ts'

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

const allStatuses: readonly CheckStatus[] = ['passed', 'failed', 'review', 'notApplicable', 'blocked', 'crashed']
const numberOf: Readonly<Record<CheckStatus, number>> = {
  passed: 0,
  failed: 1,
  review: 2,
  notApplicable: 3,
  blocked: 4,
  crashed: 5,
}

/** What the indicator checks said of one row, valid as long as nothing of `key` changes. */
interface RowResult {
  readonly key: readonly [ScoredRow, FormPath, Edition, Form['kind'], string, readonly Check[]]
  /** By the order of the checks over indicators: the status by its `numberOf`. */
  readonly statuses: Uint8Array
  readonly found: readonly Found[]
}

/** A finding, where it stands in the form, and where its check stands among the checks. */
interface Found {
  readonly finding: Finding
  readonly order: number
  readonly rank: number
}

/** A check, its place in the list, its law as this kind of form sees it, and its counts so far. */
interface Line<C extends Check> {
  readonly check: C
  readonly rank: number
  readonly law: readonly Citation[]
  readonly counts: Record<CheckStatus, number>
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
    ...input,
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
function statusOf(check: Check, findings: readonly Finding[]): CheckStatus {
  const grave = check.severity === 'info' ? findings : findings.filter((finding) => finding.severity !== 'info')
  if (grave.length === 0) return 'passed'
  return grave.some((finding) => finding.certainty === 'certain') ? 'failed' : 'review'
}

const plain = { pass: 'passed', skip: 'notApplicable', unread: 'blocked' } as const

/** Asks a check about one subject; what it finds goes to `found`. */
function ask<S>(line: Line<Check & { test(subject: S): Answer }>, subject: S, form: Form, found: Found[]): CheckStatus {
  try {
    const answer = line.check.test(subject)
    if (typeof answer === 'string') return plain[answer]
    const problems = Array.isArray(answer) ? (answer as readonly Problem[]) : [answer as Problem]
    const findings = problems.map((problem) => findingOf(line, problem, form))
    for (const finding of findings) found.push({ finding, order: orderOf(finding.at[0].path), rank: line.rank })
    return statusOf(line.check, findings)
  } catch {
    return 'crashed'
  }
}

function sameKey(a: RowResult['key'], b: RowResult['key']): boolean {
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}

/** Runs all `checks` over the form. Nothing of the input is changed. */
export function runChecks(checks: readonly Check[], input: CheckInput, memo?: CheckMemo): CheckRun {
  const { form, scored, edition } = input
  const lines = checks.map((check, rank): Line<Check> => {
    const counts = { passed: 0, failed: 0, review: 0, notApplicable: 0, blocked: 0, crashed: 0 }
    return { check, rank, law: lawFor(check.law, form.kind), counts }
  })
  const overIndicators = lines.filter((line): line is Line<IndicatorCheck> => line.check.over === 'indicator')
  const overTasks = lines.filter((line): line is Line<TaskCheck> => line.check.over === 'task')
  const overForm = lines.filter((line): line is Line<FormCheck> => line.check.over === 'form')
  const found: Found[] = []

  const columns = form.columns.indicators
  const printed = columns.join()
  const width = allStatuses.length
  const tallies = new Uint32Array(overIndicators.length * width)
  form.indicators.forEach((indicator, index) => {
    const path = indicatorPath(index)
    const row = scored.rows[index]!
    const subject = { indicator, path, scored: row, edition, columns }
    if (memo === undefined) {
      for (let at = 0; at < overIndicators.length; at++) {
        tallies[at * width + numberOf[ask(overIndicators[at]!, subject, form, found)]]!++
      }
      return
    }
    const key = [row, path, edition, form.kind, printed, checks] as const
    let result = memo.rows.get(indicator)
    if (result === undefined || !sameKey(result.key, key)) {
      const ofRow: Found[] = []
      const statuses = Uint8Array.from(overIndicators, (line) => numberOf[ask(line, subject, form, ofRow)])
      result = { key, statuses, found: ofRow }
      memo.rows.set(indicator, result)
    }
    const { statuses } = result
    for (let at = 0; at < statuses.length; at++) tallies[at * width + statuses[at]!]!++
    for (const each of result.found) found.push(each)
  })
  overIndicators.forEach(({ counts }, at) => {
    for (const status of allStatuses) counts[status] = tallies[at * width + numberOf[status]]!
  })
  form.tasks.forEach((task, index) => {
    const subject = { task, path: `tasks[${index}]`, scored: scored.tasks[index]!, edition }
    for (const line of overTasks) line.counts[ask(line, subject, form, found)]++
  })
  const whole = formSubject(input, memo)
  for (const line of overForm) line.counts[ask(line, whole, form, found)]++

  return {
    findings: found.sort((a, b) => a.order - b.order || a.rank - b.rank).map(({ finding }) => finding),
    summaries: lines.map(({ check: { id, code }, counts }) => ({ id, code, counts })),
    complete: lines.every(({ counts }) => counts.crashed === 0),
  }
}
