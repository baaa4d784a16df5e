/**
 * The pure road from a recognised form to its result: choose the rules, score, check. The same code runs on the command
 * line, on a server and in a browser while someone types; only reading bytes and stamping the source lie outside.
 */

import type { Beside } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import { type CheckMemo, newCheckMemo, runChecks } from '../checks/runner.ts'
import type {
  CheckSummary,
  EditionChoice,
  Finding,
  Form,
  Outcome,
  Place,
  RecognitionEvent,
  Residue,
  Scalar,
  ScoredForm,
} from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { chooseEdition, editionById, incompleteEditionById } from '../rulebook/index.ts'
import { newScoreMemo, type ScoreMemo, scoreForm } from '../scoring/index.ts'
import { type EvaluateRule, evaluateRules } from './messages.ts'
import { placeNamed } from './place-named.ts'
import { findingsOnReading } from './reading.ts'

export interface Evaluation {
  readonly edition: Edition
  readonly editionChoice: EditionChoice
  readonly scored: ScoredForm
  readonly findings: readonly Finding[]
  readonly checks: readonly CheckSummary[]
  /** False where a check crashed. */
  readonly complete: boolean
}

/** Remembers unchanged rows between two evaluations of one form that is being edited. */
export interface EvaluationMemo {
  readonly scores: ScoreMemo
  readonly checks: CheckMemo
}

export function newEvaluationMemo(): EvaluationMemo {
  return { scores: newScoreMemo(), checks: newCheckMemo() }
}

export interface EvaluationInput {
  readonly form: Form
  readonly events?: readonly RecognitionEvent[]
  readonly residue?: Residue
  /** Edition id asked for; else chosen by place, kind and year. */
  readonly edition?: string
  readonly memo?: EvaluationMemo
  /** What is known beside the form: the approved targets, the written report. */
  readonly beside?: Beside
}

function finding(
  rule: EvaluateRule,
  message: string,
  data: Readonly<Record<string, Scalar>>,
  at: readonly [Place, ...Place[]],
): Finding {
  return { rule, message, data, severity: evaluateRules[rule].severity, certainty: 'review', at, law: [] }
}

function placeOf(form: Form): Place {
  const { raw, origin } = form.title.raw !== '' ? form.title : form.department
  return { path: 'form', ...(origin === undefined ? {} : { source: origin }), ...(raw === '' ? {} : { text: raw }) }
}

const assumedMessage: Readonly<Record<EditionChoice, 'earlierYear' | 'national' | 'otherKind' | null>> = {
  asked: null,
  exact: null,
  earlierYear: 'earlierYear',
  national: 'national',
  nationalEarlierYear: 'national',
  nationalOtherKind: 'otherKind',
}

function findingsOnRules(form: Form, edition: Edition, choice: EditionChoice): Finding[] {
  const found: Finding[] = []
  const at = [placeOf(form)] as const
  if (form.fiscalYear.value === null) found.push(finding('year-unknown', 'notPrinted', {}, at))
  const message = assumedMessage[choice]
  // A national edition for a form that names no place is no assumption about a place.
  // Before the self-evaluation there is no total that could be provisional.
  if (message !== null && form.stage === undefined) {
    const data = {
      place: form.region.value ?? (form.department.raw || '本地'),
      year: form.fiscalYear.value ?? '',
      edition: edition.title.zh,
    }
    found.push(finding('rules-assumed', message, data, at))
  }
  if (form.layout === null) found.push(finding('layout-unknown', 'headersOnly', {}, at))
  return found
}

function findingsOnResidue(residue: Residue | undefined): Finding[] {
  return (residue?.unread ?? []).map(({ text, source }) =>
    finding('unread-text', 'noPlace', { text: text.length > 60 ? `${text.slice(0, 60)}…` : text }, [
      { path: 'form', text, ...(source === undefined ? {} : { source }) },
    ]),
  )
}

/**
 * Scores and checks a form. `value` is null where the asked edition does not exist or refuses to score: there is then no
 * score at all, never one by other rules.
 */
export function evaluate(input: EvaluationInput): Outcome<Evaluation | null> {
  const { form, memo } = input
  if (input.edition !== undefined && editionById(input.edition) === undefined) {
    const message = incompleteEditionById(input.edition) === undefined ? 'unknown' : 'asked'
    const refused = finding('rules-incomplete', message, { edition: input.edition }, [placeOf(form)])
    return { value: null, findings: [{ ...refused, certainty: 'certain' }] }
  }
  const { edition, choice } = chooseEdition({
    ...(input.edition === undefined ? {} : { asked: input.edition }),
    place: placeNamed(form),
    kind: form.kind,
    year: form.fiscalYear.value,
    level1: new Set(form.indicators.map(({ level1Kind }) => level1Kind)),
  })
  const scored = scoreForm(form, edition, memo?.scores)
  const beside = input.beside === undefined ? {} : { beside: input.beside }
  const run = runChecks(checks, { form, scored, edition, events: input.events ?? [], ...beside }, memo?.checks)
  const findings = [
    ...findingsOnRules(form, edition, choice),
    ...findingsOnReading(input.events ?? []),
    ...run.findings,
    ...findingsOnResidue(input.residue),
  ]
  return {
    value: {
      edition,
      editionChoice: choice,
      scored,
      findings,
      checks: run.summaries,
      complete: run.complete,
    },
    findings,
  }
}
