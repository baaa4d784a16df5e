/** From the bytes of a file to its reports: read, recognise, score, check, stamp. One report per form found. */

import { createHash } from 'node:crypto'
import { evaluate, evaluateRules } from '../core/evaluate/index.ts'
import { approvedFor } from '../core/insight/index.ts'
import type { Finding, Form, Report } from '../core/model/index.ts'
import { rulebookVersion } from '../core/rulebook/index.ts'
import type { RuleTexts } from '../core/texts/index.ts'
import { type Run, readSource, type SourceTables } from './read-source.ts'
import { recogniseSource } from './recognise-source.ts'
import { version } from './version.ts'

export interface SourceOptions {
  /** Edition id; else chosen by the place, kind and year that the form names. */
  readonly edition?: string
  /** Forms of targets that came with the budget, from another file of this name: each form is compared with its own. */
  readonly approved?: { readonly file: string; readonly forms: readonly Form[] }
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
      const own = approved === undefined ? null : approvedFor(form, approved.forms)
      if (approved !== undefined && approved.forms.length > 0 && own === null)
        findings.push(notCompared('noneFits', approved.file))
      const { value, findings: refusals } = evaluate({
        form,
        ...(own === null ? {} : { beside: { approved: own } }),
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
