/** What a table of many files keeps of one: small, plain data, the same for the same bytes under any name. */

import type {
  Band,
  Bilingual,
  EditionChoice,
  Exact,
  Extent,
  Finding,
  FormKind,
  Grade,
  Scalar,
  Severity,
} from '../../core/model/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'
import { catalogue } from '../catalogue.ts'
import type { CheckedSource } from '../check-source.ts'

type Report = CheckedSource['reports'][number]

/** How often a rule spoke. */
export interface RuleCount {
  readonly rule: string
  readonly severity: Severity
  readonly count: number
}

/** One form. Figures are exact texts ("96.62"), null where the form prints none. */
export interface FormResult {
  readonly kind: FormKind
  readonly title: string
  readonly department: string
  readonly project: string
  readonly year: number | null
  /** Where in its file it stands. */
  readonly extent: Extent | null
  readonly edition: string
  readonly editionChoice: EditionChoice
  readonly printed: string | null
  readonly added: string
  readonly recomputed: { readonly min: string; readonly max: string }
  readonly grades: readonly Grade[]
  readonly errors: number
  readonly warnings: number
  readonly notes: number
  /** Texts that stand behind no field, and scores that are lost. */
  readonly unread: number
  /** False where a check crashed. */
  readonly complete: boolean
  /** Rules that spoke as errors or warnings. */
  readonly said: readonly RuleCount[]
}

/** Why a file gave no form: the rule's message, its placeholders not yet filled. */
export interface Trouble {
  readonly rule: string
  readonly text: Bilingual
  readonly data: Readonly<Record<string, Scalar>>
}

export interface FileResult {
  /** SHA-256 of the bytes, hex. */
  readonly hash: string
  /** Reader that took the file. */
  readonly format: string
  readonly forms: readonly FormResult[]
  /** Of rules that only the file's reader knows, by rule. */
  readonly titles: Readonly<Record<string, Bilingual>>
  /** Null where the file holds a form. */
  readonly trouble: Trouble | null
  /** Given up for time or memory: worth another try. */
  readonly stopped?: true
}

/** Longer texts are cut: a row of a table must stay small whatever a file holds. */
const LONGEST_TEXT = 200

/** One line, without the blanks of line breaks between Chinese characters. */
function oneLine(text: string): string {
  const line = text
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT - 1)}…` : line
}

function textsOf(rule: string, own: Readonly<Record<string, RuleTexts>>): RuleTexts | undefined {
  return own[rule] ?? catalogue.get(rule)
}

export function troubleOf(finding: Finding, own: Readonly<Record<string, RuleTexts>> = {}): Trouble {
  const text = textsOf(finding.rule, own)?.messages[finding.message]?.text
  const id = `${finding.rule}/${finding.message}`
  const data = Object.entries(finding.data).map(
    ([key, value]) => [key, typeof value === 'string' ? oneLine(value) : value] as const,
  )
  return { rule: finding.rule, text: text ?? { zh: id, en: id }, data: Object.fromEntries(data) }
}

function countRules(findings: readonly Finding[]): RuleCount[] {
  const counts = new Map<string, RuleCount>()
  for (const { rule, severity } of findings) {
    if (severity === 'info') continue
    const key = `${severity} ${rule}`
    counts.set(key, { rule, severity, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))
}

function count(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length
}

function figures(band: Band): FormResult['recomputed'] {
  return { min: band.min.toString(), max: band.max.toString() }
}

function figure(value: Exact | null): string | null {
  return value === null ? null : value.toString()
}

/** `ofFile`: what is said of the file as a whole; its first form carries it. */
function formResult(report: Report, ofFile: readonly Finding[]): FormResult {
  const { form, scored, stamp } = report
  const findings = [...ofFile, ...report.findings]
  return {
    kind: form.kind,
    title: oneLine(form.title.raw),
    department: oneLine(form.department.raw || form.implementer.raw || form.supervisor.raw),
    project: oneLine(form.project.raw),
    year: form.fiscalYear.value,
    extent: report.extent ?? null,
    edition: stamp.edition,
    editionChoice: stamp.editionChoice,
    printed: figure(scored.total.printed),
    added: scored.total.added.toString(),
    recomputed: figures(scored.total.recomputed),
    grades: scored.grade.range,
    errors: count(findings, 'error'),
    warnings: count(findings, 'warning'),
    notes: count(findings, 'info'),
    unread: report.residue.unread.length + (scored.lost?.paths.length ?? 0),
    complete: report.complete,
    said: countRules(findings),
  }
}

export function fileResult(checked: CheckedSource): FileResult {
  const { hash, format, findings, rules } = checked
  const forms = checked.reports.map((report, index) => formResult(report, index === 0 ? findings : []))
  const worst = findings.find(({ severity }) => severity === 'error') ?? findings[0]
  const spoke = new Set(findings.map(({ rule }) => rule))
  const titles = Object.entries(rules).flatMap(([rule, texts]) =>
    spoke.has(rule) && !catalogue.has(rule) ? [[rule, texts.title] as const] : [],
  )
  return {
    hash,
    format,
    forms,
    titles: Object.fromEntries(titles),
    trouble: forms.length > 0 || worst === undefined ? null : troubleOf(worst, rules),
  }
}
