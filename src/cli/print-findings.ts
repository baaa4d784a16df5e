/** Findings as a good compiler prints them: what is wrong, where, in the user's own text, by which clause, how to mend it. */

import { sayCitation, sayFinding } from '../app/index.ts'
import type { Finding, Lang, Place, Severity, SourceSpan } from '../core/model/index.ts'
import { type RuleTexts, sayPlace, severityWords } from '../core/texts/index.ts'
import { clip, harmless, padStart, style, widthOf } from './terminal.ts'

const LINE_COLUMNS = 96

const colours: Readonly<Record<Severity, 'red' | 'yellow' | 'cyan'>> = { error: 'red', warning: 'yellow', info: 'cyan' }

/** The user's file as lines, where it is text; other formats show the text of the cell alone. */
export interface SourceLines {
  readonly name: string
  readonly lines: readonly string[] | null
  /** Texts of what the file's reader can say. */
  readonly rules?: Readonly<Record<string, RuleTexts>>
}

function address(name: string, source: SourceSpan | undefined): string {
  if (source === undefined) return name
  switch (source.kind) {
    case 'text':
      return `${name}:${source.line}:${source.column}`
    case 'sheet':
      return `${name}:${source.sheet}!${source.cell}`
    case 'page':
      return `${name}:${sayPlace(source, 'en')}`
    case 'table':
      return `${name}:${sayPlace(source, 'en')}`
  }
}

/** The line with the marked text and carets below it; long lines are cut around the mark. */
function excerpt(line: string, marked: string, column: number): readonly [string, string] {
  const first = marked.split('\n')[0]!.trim()
  const near = line.indexOf(first, Math.max(0, column - 1 - first.length))
  const start = first === '' ? -1 : near >= 0 ? near : line.indexOf(first)
  if (start < 0) {
    const shown = clip(harmless(line), LINE_COLUMNS)
    return [shown, '^'.repeat(Math.max(1, widthOf(shown)))]
  }
  const before = harmless(line.slice(0, start)).trimStart()
  const lead = widthOf(before) > LINE_COLUMNS / 2 ? `…${tail(before, LINE_COLUMNS / 2 - 1)}` : before
  const body = clip(harmless(first), LINE_COLUMNS - widthOf(lead))
  const after = clip(harmless(line.slice(start + first.length)), LINE_COLUMNS - widthOf(lead) - widthOf(body) + 1)
  return [`${lead}${body}${after}`.trimEnd(), `${' '.repeat(widthOf(lead))}${'^'.repeat(Math.max(1, widthOf(body)))}`]
}

function tail(text: string, columns: number): string {
  const characters = [...text]
  let width = 0
  let from = characters.length
  while (from > 0 && width + widthOf(characters[from - 1]!) <= columns) width += widthOf(characters[--from]!)
  return characters.slice(from).join('')
}

function snippet(place: Place, source: SourceLines): readonly string[] {
  const span = place.source
  const line = span?.kind === 'text' ? source.lines?.[span.line - 1] : undefined
  if (span?.kind === 'text' && line !== undefined && line.trim() !== '') {
    const gutter = String(span.line)
    const blank = ' '.repeat(gutter.length)
    const [text, mark] = excerpt(line, place.text ?? '', span.column)
    return [`${blank} |`, `${gutter} | ${text}`, `${blank} | ${mark}`]
  }
  return place.text === undefined || place.text === '' ? [] : ['  |', `  | ${clip(harmless(place.text), LINE_COLUMNS)}`]
}

interface PrintedFinding {
  readonly body: readonly string[]
  /** What is said and where, on one line. */
  readonly line: string
  readonly law: readonly string[]
  readonly advice: string | null
}

function printOne(finding: Finding, source: SourceLines, lang: Lang): PrintedFinding {
  const said = sayFinding(finding, lang, source.rules)
  const severity = style(severityWords[finding.severity][lang], [colours[finding.severity], 'bold'])
  const review = finding.certainty === 'review' ? (lang === 'zh' ? '（须人工判断）' : ' (to be judged)') : ''
  const [primary, ...others] = finding.at
  const body = [`${severity}[${finding.rule}]${review} ${harmless(said.text)}`]
  body.push(`  --> ${address(source.name, primary.source)}`)
  body.push(...snippet(primary, source))
  const own = primary.source === undefined ? '' : sayPlace(primary.source, lang)
  const rest = others
    .flatMap((place) => (place.source === undefined ? [] : [sayPlace(place.source, lang)]))
    .filter((place) => place !== own)
  if (rest.length > 0) {
    const places = [...new Set(rest)].join(lang === 'zh' ? '、' : ', ')
    body.push(`  = ${lang === 'zh' ? '另见' : 'also'} ${clip(places, LINE_COLUMNS)}`)
  }
  return {
    body,
    line: `  --> ${address(source.name, primary.source)} ${harmless(said.text)}`,
    law: finding.law.map((citation) => `  = ${lang === 'zh' ? '依据' : 'law'} ${sayCitation(citation, lang)}`),
    advice: said.advice === null ? null : `  = ${lang === 'zh' ? '改法' : 'help'} ${harmless(said.advice)}`,
  }
}

/** Of many hints of one rule, those that are shown in the user's own text. */
const HINTS_SHOWN = 2

/** Findings of one rule together; clause and remedy once where they are the same for all. */
function printGroup(findings: readonly Finding[], source: SourceLines, lang: Lang): string {
  const printed = findings.map((finding) => printOne(finding, source, lang))
  const [first] = printed
  const sameAdvice = printed.every(({ advice }) => advice === first!.advice)
  const law = [...new Set(printed.flatMap((each) => each.law))]
  // One hint shows what is meant; the same of many rows needs no more than a line each.
  const whole = sameAdvice && findings.every(({ severity }) => severity === 'info') ? HINTS_SHOWN : printed.length
  const blocks = printed
    .slice(0, whole)
    .map(({ body, advice }) => [...body, ...(sameAdvice || advice === null ? [] : [advice])].join('\n'))
  if (printed.length > whole) {
    const lines = printed.slice(whole).map(({ line }) => line)
    blocks.push(lines.join('\n'))
  }
  const shared = [...law, ...(sameAdvice && first!.advice !== null ? [first!.advice] : [])]
  const heading = findings.length > 1 && shared.length > 0 ? [countOf(findings.length, lang)] : []
  return [blocks.join('\n\n'), ...heading, ...shared].join('\n')
}

function countOf(count: number, lang: Lang): string {
  return lang === 'zh' ? `  以上${count}处：` : `  for these ${count}:`
}

const order: readonly Severity[] = ['error', 'warning', 'info']

/** All findings, errors first, those of one rule together. */
export function printFindings(findings: readonly Finding[], source: SourceLines, lang: Lang): string {
  return order
    .flatMap((severity) => {
      const groups = new Map<string, Finding[]>()
      for (const finding of findings) {
        if (finding.severity !== severity) continue
        const group = groups.get(finding.rule)
        if (group === undefined) groups.set(finding.rule, [finding])
        else group.push(finding)
      }
      return [...groups.values()].map((group) => printGroup(group, source, lang))
    })
    .join('\n\n')
}

/** '错误 12 · 警告 30 · 提示 41' */
export function countFindings(findings: readonly Finding[], lang: Lang): string {
  const counts = order.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return `${style(severityWords[severity][lang], colours[severity])} ${padStart(String(count), 1)}`
  })
  return counts.join(' · ')
}
