/** What every part of the page draws from: the report, its findings numbered, and where each of them is marked. */

import {
  type Band,
  type Citation,
  Exact,
  type Finding,
  type FormPath,
  type Grade,
  type Grid,
  type Lang,
  type Place,
  type Report,
  type Severity,
} from '../../core/model/index.ts'
import { byAnalogyWords, evidenceWords, gradeWords, sayPlace, severityWords } from '../../core/texts/index.ts'
import { html, joined, type Markup } from './markup.ts'
import { say, type Word } from './words.ts'

/** The texts that come from the rules' own files, in the language of the page. */
export interface ReportTexts {
  finding(finding: Finding): { readonly title: string; readonly text: string; readonly advice: string | null }
  /** Number of the document and what the clause says in short, without the evidence tag. */
  clause(citation: Citation): string
  /** Code and title of a check; null for findings that come from no check. */
  check(id: string): { readonly code: string; readonly title: string } | null
  /** Name of a scoring rule. */
  method(id: string): string
  edition(id: string): string
  /** Name of a layout. */
  layout(id: string): string
}

/** How a severity looks without colour: its sign, beside its number and the kind of its border. */
export const severitySigns: Readonly<Record<Severity, string>> = { error: '✕', warning: '△', info: '○' }
export const severities: readonly Severity[] = ['error', 'warning', 'info']

export interface Numbered {
  readonly number: number
  readonly finding: Finding
}

export interface Mark extends Numbered {
  /** Id of the mark's element, so that the finding can lead back to it. */
  readonly id: string
}

export interface Page {
  readonly report: Report
  readonly grid: Grid
  readonly lang: Lang
  readonly texts: ReportTexts
  /** Gravest first, then by check, in the order they were found. */
  readonly findings: readonly Numbered[]
  /** Marks by the path of the grid cell they stand in. */
  readonly marks: ReadonlyMap<FormPath, readonly Mark[]>
  /** Paths that the grid shows. */
  readonly shown: ReadonlySet<FormPath>
  /** Cells of the grid that a finding names without being marked there: they carry an id to be led to. */
  readonly named: ReadonlySet<FormPath>
  readonly words: (word: Word, data?: Readonly<Record<string, string | number>>) => string
}

/** A finding that names more places than this is marked at its first place only: a sum over all rows is not the fault of each. */
const markedPlaces = 4

export function elementId(prefix: string, path: FormPath): string {
  return `${prefix}-${path.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '')}`
}

/** The cell of the grid that shows a path, or stands nearest to what it means: the merged label above, the name of the row. */
export function shownAt(shown: ReadonlySet<FormPath>, path: FormPath): FormPath | null {
  if (shown.has(path)) return path
  const row = /^(indicators|tasks|goals)\[(\d+)\](?:\.(.+))?$/.exec(path)
  if (row === null) return path === 'form' && shown.has('title') ? 'title' : null
  const [, block, index, field] = row
  if (field === 'level1' || field === 'level2') {
    for (let above = Number(index) - 1; above >= 0; above--) {
      const label = `${block}[${above}].${field}`
      if (shown.has(label)) return label
    }
  }
  const name = `${block}[${index}].${block === 'goals' ? 'stated' : 'name'}`
  return shown.has(name) ? name : null
}

function numberFindings(report: Report, texts: ReportTexts): readonly Numbered[] {
  const order = (finding: Finding) => texts.check(finding.rule)?.code ?? ''
  return report.findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => {
      const bySeverity = severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity)
      if (bySeverity !== 0) return bySeverity
      const [codeA, codeB] = [order(a.finding), order(b.finding)]
      if (codeA !== codeB) return codeA < codeB ? -1 : 1
      if (a.finding.rule !== b.finding.rule) return a.finding.rule < b.finding.rule ? -1 : 1
      return a.index - b.index
    })
    .map(({ finding }, index) => ({ number: index + 1, finding }))
}

function placeMarks(
  findings: readonly Numbered[],
  shown: ReadonlySet<FormPath>,
): ReadonlyMap<FormPath, readonly Mark[]> {
  const marks = new Map<FormPath, Mark[]>()
  for (const numbered of findings) {
    const places = numbered.finding.at.length > markedPlaces ? numbered.finding.at.slice(0, 1) : numbered.finding.at
    const cells = new Set(places.map((place) => shownAt(shown, place.path)))
    let count = 0
    for (const cell of cells) {
      if (cell === null) continue
      count++
      const mark = { ...numbered, id: `m${numbered.number}${count === 1 ? '' : `-${count}`}` }
      const there = marks.get(cell)
      if (there === undefined) marks.set(cell, [mark])
      else there.push(mark)
    }
  }
  return marks
}

export function newPage(report: Report, grid: Grid, lang: Lang, texts: ReportTexts): Page {
  const findings = numberFindings(report, texts)
  const shown: ReadonlySet<FormPath> = new Set(
    grid.cells.flatMap((cell) => (cell.path === undefined ? [] : [cell.path])),
  )
  return {
    report,
    grid,
    lang,
    texts,
    findings,
    shown,
    named: new Set(
      report.findings.flatMap((finding) =>
        finding.at.map((place) => shownAt(shown, place.path)).filter((path) => path !== null),
      ),
    ),
    marks: placeMarks(findings, shown),
    words: (word, data) => say(lang, word, data),
  }
}

/** Two decimals where that is exact, else all there are. */
export function sayPoints(value: Exact): string {
  return value.round(2).equals(value)
    ? value.toFixed(2)
    : value.round(6).equals(value)
      ? value.toString()
      : `≈${value.toFixed(6)}`
}

/** A figure of a step: fractions are printed as decimals, everything else as it is. */
export function sayFigure(text: string): string {
  return /^-?\d+\/\d+$/.test(text) ? sayPoints(Exact.of(text)) : text
}

export function sayBand(page: Page, band: Band): string {
  if (band.min.equals(band.max)) return sayPoints(band.min)
  const ends = `${sayPoints(band.min)}–${sayPoints(band.max)}`
  return band.maxExcluded === true ? page.words('belowOnly', { band: ends }) : ends
}

export function sayGrades(page: Page, grades: readonly Grade[]): string {
  return grades.map((grade) => gradeWords[grade][page.lang]).join(page.words('gradeOr'))
}

/** The clause with its evidence in words, so that nobody takes a proposal for law. */
export function drawCitation(page: Page, citation: Citation): Markup {
  const tags = [evidenceWords[citation.evidence][page.lang]]
  if (citation.byAnalogy === true) tags.push(byAnalogyWords[page.lang])
  return html`${page.texts.clause(citation)} <span class="tags">${joined(
    tags.map((tag) => html`<span class="tag">${tag}</span>`),
    ' ',
  )}</span>`
}

export function drawCitations(page: Page, law: readonly Citation[]): Markup {
  return html`${joined(
    law.map((citation) => drawCitation(page, citation)),
    page.lang === 'zh' ? '；' : '; ',
  )}`
}

/** Where a finding stands: in the user's own file and in the form. */
export function saySource(page: Page, place: Place): string | null {
  return place.source === undefined ? null : sayPlace(place.source, page.lang)
}

export function severityWord(page: Page, severity: Severity): string {
  return severityWords[severity][page.lang]
}
