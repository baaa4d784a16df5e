/** What a check is: one file, one failing state, one pure test. No check depends on another, on order, or on findings. */

import type {
  Bilingual,
  Certainty,
  Citation,
  Form,
  FormPath,
  Indicator,
  IndicatorColumn,
  Place,
  RecognitionEvent,
  Scalar,
  ScoredForm,
  ScoredRow,
  ScoredTask,
  Severity,
  Task,
} from '../model/index.ts'
import type { FormSketch } from '../recognise/sketch.ts'
import type { Edition } from '../rulebook/edition.ts'
import type { Recall } from './aids/remember.ts'
import type { WordsOf } from './aids/telling-words.ts'

export interface IndicatorSubject {
  readonly indicator: Indicator
  readonly path: FormPath
  readonly scored: ScoredRow
  readonly edition: Edition
  /** Columns that the form prints (`form.columns.indicators`): no remark can be missing where there is no column for it. */
  readonly columns: readonly IndicatorColumn[]
  /** Rows of its parts (其中…) follow: they may tell what it came to in its place. */
  readonly hasParts: boolean
}

export interface TaskSubject {
  readonly form: Form
  readonly task: Task
  readonly path: FormPath
  readonly scored: ScoredTask
  readonly edition: Edition
}

/** A task and the indicators taken as belonging to it, by words they share. */
export interface Tie {
  readonly task: FormPath
  readonly indicators: readonly { readonly path: FormPath; readonly words: readonly string[] }[]
}

/** What is known beside the form. Each part may be missing; a check that needs it then does not apply. */
export interface Beside {
  /** Targets and weights as they were approved with the budget, as a form. */
  readonly approved?: Form
  /** The text of the written self-evaluation report. */
  readonly report?: string
  /** Forms of the same unit of earlier years. */
  readonly years?: readonly { readonly year: number; readonly form: Form }[]
  /** Forms of the projects of a department, all of them. */
  readonly projects?: readonly Form[]
  /** Rows of the form (`indicators[3]`) that papers were put to; not given where papers are kept elsewhere. */
  readonly evidence?: readonly FormPath[]
}

export interface FormSubject {
  readonly form: Form
  readonly scored: ScoredForm
  readonly edition: Edition
  readonly events: readonly RecognitionEvent[]
  readonly beside: Beside
  /** Computed once, on first use. */
  readonly ties: () => readonly Tie[]
  /** Words that tell a text of this form from others; made on first use. */
  readonly words: () => WordsOf
  /** For what rests on one text alone. */
  readonly recall: Recall
}

export interface Problem {
  /** Key of the check's `messages`. */
  readonly message: string
  readonly data: Readonly<Record<string, Scalar>>
  /** First is primary. 'form' where the whole form is meant. A Place where what is meant stands in no cell of the form (a page number). */
  readonly at: readonly [FormPath | Place, ...(FormPath | Place)[]]
  /** Only downward from the check's own severity. */
  readonly severity?: Severity
  readonly certainty?: Certainty
  readonly edit?: { readonly path: FormPath; readonly raw: string }
}

/** `pass`: looked and right; `skip`: does not apply here; `unread`: could not be looked at. */
export type Answer = 'pass' | 'skip' | 'unread' | Problem | readonly [Problem, ...Problem[]]

/** A piece of a real form. Flagged: these messages at these paths, and no others. Clean: passes. */
export interface Example {
  /** Where it comes from: 'shenzhen-guangming-2021:88' (line), 'F021', or 'made'. */
  readonly from: string
  /** A part of a form, as a sketch; what is left out is empty. */
  readonly form?: FormSketch
  /** Or tab-separated text, read and recognised. */
  readonly text?: string
  readonly edition?: string
  /** What is known beside that form. */
  readonly beside?: {
    readonly approved?: FormSketch
    readonly report?: string
    readonly years?: readonly { readonly year: number; readonly form: FormSketch }[]
    readonly projects?: readonly FormSketch[]
    readonly evidence?: readonly FormPath[]
  }
  /** Empty: clean. Each 'message@path'. */
  readonly flagged: readonly string[]
}

interface CheckFacts {
  /** = file name; a noun phrase naming the failing state. */
  readonly id: string
  /** Of the catalogue: A01 … F02. */
  readonly code: string
  readonly title: { readonly passed: Bilingual; readonly failed: Bilingual }
  readonly why: Bilingual
  readonly severity: Severity
  readonly law: readonly Citation[]
  readonly messages: Readonly<Record<string, { readonly text: Bilingual; readonly advice: Bilingual }>>
  /** At least one flagged and one clean. */
  readonly examples: readonly Example[]
}

export interface IndicatorCheck extends CheckFacts {
  readonly over: 'indicator'
  /** Depends on its subject alone, so that an unchanged row is not checked again. */
  test(subject: IndicatorSubject): Answer
}

export interface TaskCheck extends CheckFacts {
  readonly over: 'task'
  test(subject: TaskSubject): Answer
}

export interface FormCheck extends CheckFacts {
  readonly over: 'form'
  test(subject: FormSubject): Answer
}

export type Check = IndicatorCheck | TaskCheck | FormCheck
