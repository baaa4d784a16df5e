/** From the bytes of a file to its reports: read, recognise, score, check, stamp. One report per form found. */

import { createHash } from 'node:crypto'
import { type Beside, evaluate, evaluateRules } from '../core/evaluate/index.ts'
import { approvedFor, besideRows, earlierFormsOf, projectFormsOf } from '../core/insight/index.ts'
import type { Finding, Form, Report } from '../core/model/index.ts'
import { rulebookVersion } from '../core/rulebook/index.ts'
import type { RuleTexts } from '../core/texts/index.ts'
import { type Run, readSource, type SourceTables } from './read-source.ts'
import { recogniseSource } from './recognise-source.ts'
import { version } from './version.ts'

/** Forms of files beside the one that is checked. */
export interface OtherForms {
  readonly files: readonly string[]
  readonly forms: readonly Form[]
}

export interface SourceOptions {
  /** Edition id; else chosen by the place, kind and year that the form names. */
  readonly edition?: string
  /** Forms of targets that came with the budget, from another file of this name: each form is compared with its own. */
  readonly approved?: { readonly file: string; readonly forms: readonly Form[] }
  /** Forms of earlier years from other files of these names: each form is held against its own. */
  readonly history?: OtherForms
  /** Forms of a department's projects, from other files of these names. */
  readonly projects?: OtherForms
  /** Changes to the form before it is judged, for what-if. */
  readonly change?: (form: Form) => Form
  /** Carries out the work on the file, so that it can be given a time limit. */
  readonly run?: Run
}

export interface CheckedSource {
  readonly name: string
  /** SHA-256 of the bytes, hex. */
  readonly hash: string
  /** Reader that took the file. */
  readonly format: string
  /** One per form, in the order of the file. */
  readonly reports: readonly Report[]
  /** About the file as a whole: what could not be read, rules that refuse to score. */
  readonly findings: readonly Finding[]
  /** Texts of what its reader can say. */
  readonly rules: Readonly<Record<string, RuleTexts>>
}

/** Never throws for what a file holds: a file without a form gives no report and at least one finding. */
export async function checkSource(
  bytes: Uint8Array,
  name: string,
  options: SourceOptions = {},
): Promise<CheckedSource> {
  const { run = (work) => work() } = options
  const hash = hashOf(bytes)
  const source = await readSource(bytes, name, run)
  const { reports, findings } = run(() => judge(source, hash, name, options))
  return { name, hash, format: source.format, reports, findings, rules: source.rules }
}

/** SHA-256 in hex: what a file is known by, whatever its name. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Said of the file: approved targets were given, and could not be laid beside the form. */
function notCompared(message: 'noForm' | 'noneFits', file: string): Finding {
  const rule = 'approved-targets'
  const { severity } = evaluateRules[rule]
  return { rule, message, data: { file }, severity, certainty: 'certain', at: [{ path: 'form' }], law: [] }
}

/** Said of the file: other forms were given, and none belongs beside the form. */
function noneBeside(message: 'noYear' | 'noProject', files: readonly string[]): Finding {
  const rule = 'forms-beside'
  const { severity } = evaluateRules[rule]
  const data = { files: files.join('、') }
  return { rule, message, data, severity, certainty: 'certain', at: [{ path: 'form' }], law: [] }
}

/** What is known beside a form, and what was given and is not. */
function besideOf(
  form: Form,
  { approved, history, projects }: SourceOptions,
): { readonly beside: Beside; readonly findings: readonly Finding[] } {
  const own = approved === undefined ? null : approvedFor(form, approved.forms)
  const years = history === undefined ? [] : earlierFormsOf(form, history.forms)
  const below = projects === undefined ? [] : projectFormsOf(form, projects.forms)
  return {
    beside: {
      ...(own === null ? {} : { approved: own }),
      ...(years.length === 0 ? {} : { years }),
      ...(below.length === 0 ? {} : { projects: below }),
    },
    findings: [
      ...(approved !== undefined && approved.forms.length > 0 && own === null
        ? [notCompared('noneFits', approved.file)]
        : []),
      ...(history !== undefined && years.length === 0 ? [noneBeside('noYear', history.files)] : []),
      ...(projects !== undefined && below.length === 0 ? [noneBeside('noProject', projects.files)] : []),
    ],
  }
}

/** Last year's results beside the rows, as where the form prints them itself. */
function seenBeside(form: Form, { years = [] }: Beside): Form {
  const present = form.fiscalYear.value
  const last = present === null ? undefined : years.find(({ year }) => year === present - 1)
  return last === undefined ? form : besideRows(form, { lastYear: last.form })
}

function judge(
  source: SourceTables,
  hash: string,
  name: string,
  options: SourceOptions,
): Pick<CheckedSource, 'reports' | 'findings'> {
  const read = recogniseSource(source)
  const findings: Finding[] = [...(read ?? source).findings]
  const reports: Report[] = []
  if (read !== null) {
    const { recognised } = read
    findings.push(...recognised.findings)
    const { approved } = options
    if (approved !== undefined && approved.forms.length === 0) findings.push(notCompared('noForm', approved.file))
    for (const { form: recognisedForm, events, residue, extent } of recognised.forms) {
      const form = options.change?.(recognisedForm) ?? recognisedForm
      const { beside, findings: said } = besideOf(form, options)
      findings.push(...said)
      const { value, findings: refusals } = evaluate({
        form: seenBeside(form, beside),
        beside,
        events,
        residue,
        ...(options.edition === undefined ? {} : { edition: options.edition }),
      })
      if (value === null) {
        findings.push(...refusals)
        continue
      }
      reports.push({
        schema: 1,
        stamp: {
          app: version,
          rulebook: rulebookVersion,
          edition: value.edition.id,
          editionChoice: value.editionChoice,
          layout: form.layout,
          sourceHash: hash,
          sourceName: name,
        },
        form,
        ...(extent === undefined ? {} : { extent }),
        scored: value.scored,
        findings: value.findings,
        checks: value.checks,
        residue,
        complete: value.complete,
      })
    }
  }
  return { reports, findings }
}
