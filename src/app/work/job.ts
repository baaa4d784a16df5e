/** One file's work, as it is handed to a worker: what to do with which bytes, and what comes back. */

import { approvedFor } from '../../core/insight/index.ts'
import type { Finding, Form, FormStage } from '../../core/model/index.ts'
import { type CheckedSource, checkSource, hashOf, type OtherForms } from '../check-source.ts'
import type { FileResult } from '../many/file-result.ts'
import type { PictureAsked } from '../page-picture.ts'
import type { PrintAnswer, PrintOrder } from '../print/print-checked.ts'
import { type ReadForms, readForms } from '../read-forms.ts'
import type { Run } from '../read-source.ts'
import { applyWhatIf, type WhatIf, type WhatIfRefused } from '../what-if.ts'
import { stoppedFinding } from './messages.ts'

export interface JobOptions {
  /** Edition id; else chosen by the place, kind and year that the form names. */
  readonly edition?: string
  /** Changes to the form before it is judged. */
  readonly set?: readonly WhatIf[]
  /** What to print; only for that task. */
  readonly print?: PrintOrder
  /** Which page, and what of it; only for that task. */
  readonly picture?: PictureAsked
  /** A file of targets that were approved with the budget. */
  readonly approved?: OtherFile
  /** Files of earlier years. */
  readonly history?: readonly OtherFile[]
  /** Files of a department's projects. */
  readonly projects?: readonly OtherFile[]
  /** Begin a self-evaluation from the targets, and print that. */
  readonly draft?: { readonly layout: string; readonly monitoring?: OtherFile }
}

/** A file beside the one that the work is on. */
export interface OtherFile {
  readonly bytes: Uint8Array
  readonly name: string
}

export interface Job {
  readonly bytes: Uint8Array
  readonly name: string
  readonly options: JobOptions
}

/** What comes back from each kind of work. */
export interface Answers {
  /** The reports of a file. */
  readonly check: CheckedSource
  /** Its forms, not judged. */
  readonly read: ReadForms
  /** What a table of many files says of it. */
  readonly summarise: FileResult
  /** That, and its reports as JSON texts. */
  readonly report: { readonly result: FileResult; readonly reports: readonly string[] }
  /** What was printed of it. */
  readonly print: PrintAnswer
  /** A page as PNG; null where there is none. */
  readonly picture: { readonly png: Uint8Array | null }
}

export type Task = keyof Answers

/** Changes that name no cell, or several. */
export type RefusedChange = WhatIfRefused

/** Work that was given up. */
export interface Stopped {
  readonly why: 'time' | 'memory' | 'crashed'
  /** The limits it ran under. */
  readonly milliseconds: number
  readonly megabytes: number
  /** What the program said when it failed. */
  readonly detail: string
}

/** Carried out of the work, since a form is changed in the middle of it. */
export class ChangeRefused extends Error {
  readonly refused: RefusedChange

  constructor(refused: RefusedChange) {
    super(refused.problem)
    this.refused = refused
  }
}

function changer(set: readonly WhatIf[]): (form: Form) => Form {
  return (form) => {
    const result = applyWhatIf(form, set)
    if (result.form === null) throw new ChangeRefused(result)
    return result.form
  }
}

/** Does the work in this process. Throws `ChangeRefused`, what `run` throws, and faults of the program. */
export async function doJob<T extends Task>(task: T, job: Job, run?: Run): Promise<Answers[T]>
export async function doJob(task: Task, job: Job, run?: Run): Promise<Answers[Task]> {
  const { bytes, name, options } = job
  if (task === 'read') return readForms(bytes, name, run)
  if (task === 'picture') {
    if (options.picture === undefined) throw new Error('no page was named')
    const { pagePicture } = await import('../page-picture.ts')
    return { png: await pagePicture(bytes, options.picture) }
  }
  const { approved, draft } = options
  if (task === 'print' && draft !== undefined) return printDraft(job, draft, run)
  const checked = await checkSource(bytes, name, {
    ...(options.edition === undefined ? {} : { edition: options.edition }),
    ...(options.set === undefined ? {} : { change: changer(options.set) }),
    ...(approved === undefined
      ? {}
      : { approved: { file: approved.name, forms: await formsOf(approved, ['targets'], run) } }),
    ...(options.history === undefined ? {} : { history: await otherForms(options.history, run) }),
    ...(options.projects === undefined ? {} : { projects: await otherForms(options.projects, run) }),
    ...(run === undefined ? {} : { run }),
  })
  switch (task) {
    case 'check':
      return checked
    case 'summarise':
      return summary(checked)
    case 'report': {
      const reports = checked.reports.map((report) => JSON.stringify(report, null, 2))
      return { result: await summary(checked), reports }
    }
    case 'print': {
      if (options.print === undefined) throw new Error('nothing to print was named')
      const { printChecked } = await import('../print/print-checked.ts')
      return printChecked(checked, bytes, options.print)
    }
  }
}

/** The forms of these stages that another file holds. */
async function formsOf({ bytes, name }: OtherFile, stages: readonly FormStage[], run?: Run): Promise<readonly Form[]> {
  const { recognitions } = await readForms(bytes, name, run)
  return recognitions.flatMap(({ form }) => (form.stage !== undefined && stages.includes(form.stage) ? [form] : []))
}

/** The self-evaluations that other files hold. */
async function otherForms(files: readonly OtherFile[], run?: Run): Promise<OtherForms> {
  const forms: Form[] = []
  for (const { bytes, name } of files) {
    const { recognitions } = await readForms(bytes, name, run)
    forms.push(...recognitions.flatMap(({ form }) => (form.stage === undefined ? [form] : [])))
  }
  return { files: files.map(({ name }) => name), forms }
}

/** The self-evaluations begun from the targets of a file, printed; refused as a whole where one of them is. */
async function printDraft(
  { bytes, name, options }: Job,
  { layout, monitoring }: NonNullable<JobOptions['draft']>,
  run?: Run,
): Promise<PrintAnswer> {
  const { edition, print } = options
  if (print === undefined) throw new Error('nothing to print was named')
  const [{ draftFromTargets, draftRules }, { printChecked }] = await Promise.all([
    import('../draft-from-targets.ts'),
    import('../print/print-checked.ts'),
  ])
  const monitored = monitoring === undefined ? [] : await formsOf(monitoring, ['monitoring'], run)
  const findings: Finding[] = []
  const change = (targets: Form): Form => {
    const beside = approvedFor(targets, monitored)
    const begun = draftFromTargets(targets, {
      layout,
      ...(edition === undefined ? {} : { edition }),
      ...(beside === null ? {} : { monitoring: beside }),
    })
    findings.push(...begun.findings)
    return begun.form ?? targets
  }
  const checked = await checkSource(bytes, name, {
    ...(edition === undefined ? {} : { edition }),
    change,
    ...(run === undefined ? {} : { run }),
  })
  const isRefused = findings.some(({ severity }) => severity === 'error')
  if (isRefused) return { forms: checked.reports.length, files: [], findings, rules: draftRules }
  const answer = await printChecked(checked, bytes, print)
  return { ...answer, findings: [...findings, ...answer.findings], rules: { ...answer.rules, ...draftRules } }
}

/** Loaded only where a table is asked for. */
async function summary(checked: CheckedSource): Promise<FileResult> {
  const { fileResult } = await import('../many/file-result.ts')
  return fileResult(checked)
}

/** The answer for work that was given up. */
export async function stoppedAnswer<T extends Task>(task: T, job: Job, stopped: Stopped): Promise<Answers[T]>
export async function stoppedAnswer(task: Task, job: Job, stopped: Stopped): Promise<Answers[Task]> {
  const findings = [stoppedFinding(stopped, job.name)]
  if (task === 'read') return { recognitions: [], findings, rules: {} }
  if (task === 'picture') return { png: null }
  if (task === 'print') return { forms: 0, files: [], findings, rules: {}, stopped: true }
  const checked = { name: job.name, hash: hashOf(job.bytes), format: '', reports: [], findings, rules: {} }
  if (task === 'check') return checked
  const result: FileResult = { ...(await summary(checked)), stopped: true }
  return task === 'summarise' ? result : { result, reports: [] }
}
