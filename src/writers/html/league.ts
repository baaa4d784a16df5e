/** The league page: many forms ranked, what is wrong most often, and what each rule says. No script, nothing fetched. */

import type { Lang, Severity } from '../../core/model/index.ts'
import { html, Markup, type Piece } from './markup.ts'
import { severitySigns } from './page.ts'
import { style } from './style.ts'

export interface LeagueFigure {
  readonly label: string
  readonly value: string
  readonly note: string
}

/** Columns of a table; `number` ones are aligned right. */
export interface LeagueColumn {
  readonly title: string
  readonly number: boolean
}

export interface LeagueTable {
  readonly caption: string
  readonly columns: readonly LeagueColumn[]
  readonly rows: readonly (readonly string[])[]
}

export interface LeagueRule {
  readonly id: string
  readonly severity: Severity
  readonly title: string
  /** Catalogue code, where it is a check. */
  readonly code: string | null
  readonly counts: readonly string[]
  readonly why: string | null
  readonly law: readonly string[]
  readonly advice: readonly string[]
}

export interface League {
  readonly lang: Lang
  readonly title: string
  readonly kind: string
  /** Where all files stand. */
  readonly folder: string | null
  /** What the page must say before anything else: that the check was broken off. */
  readonly warning: string | null
  readonly figures: readonly LeagueFigure[]
  readonly ranking: LeagueTable
  readonly rankingHint: string
  /** Headings: ranking, rules, rule texts, files not read. */
  readonly headings: { readonly ranking: string; readonly rules: string; readonly texts: string; readonly rest: string }
  readonly ruleColumns: readonly [severity: string, rule: string, ...counts: string[]]
  readonly severityWords: Readonly<Record<Severity, string>>
  readonly words: { readonly why: string; readonly law: string; readonly advice: string; readonly none: string }
  readonly rules: readonly LeagueRule[]
  /** Files without a form; null where there are none. */
  readonly rest: LeagueTable | null
  readonly stamp: string
}

const ownStyle = `
.figures{margin-bottom:1.2rem}
.group h3{margin:0 0 .4rem}
.group ul{margin:.1rem 0 .5rem}
.league td,.league th,.league thead th.words{text-align:left;vertical-align:top}
.league thead .number,.league .number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.league thead th{position:sticky;top:0}
.league tbody tr:nth-child(even){background:var(--head)}
.league td:first-child{white-space:nowrap}
.alert{border:3px double var(--red);padding:.8rem 1.2rem;background:var(--wash-error)}
@media print{.league{font-size:8pt}.league thead th{position:static}}
`

function anchor(rule: LeagueRule): string {
  return `rule-${rule.severity}-${rule.id.replace(/[^A-Za-z0-9]+/g, '-')}`
}

function drawTable({ caption, columns, rows }: LeagueTable): Markup {
  const kind = (index: number) => (columns[index]?.number ? 'number' : 'words')
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table class="plain league">
<caption class="unseen">${caption}</caption>
<thead><tr>${columns.map(({ title }, index) => html`<th scope="col" class="${kind(index)}">${title}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map((text, index) => html`<td class="${kind(index)}">${text}</td>`)}</tr>\n`)}</tbody>
</table></div>`
}

function drawFigures(figures: readonly LeagueFigure[]): Markup {
  return html`<dl class="figures">${figures.map(
    ({ label, value, note }) =>
      html`<div class="figure"><dt>${label}</dt><dd><strong>${value}</strong><span>${note}</span></dd></div>`,
  )}</dl>`
}

function drawRuleList({ rules, ruleColumns, severityWords, headings }: League): Markup {
  const [severity, rule, ...counts] = ruleColumns
  return html`<div class="wide" tabindex="0" role="region" aria-label="${headings.rules}"><table class="plain league">
<caption class="unseen">${headings.rules}</caption>
<thead><tr><th scope="col" class="words">${severity}</th><th scope="col" class="words">${rule}</th>${counts.map((text) => html`<th scope="col" class="number">${text}</th>`)}</tr></thead>
<tbody>
${rules.map(
  (each) =>
    html`<tr><td><span class="mark ${each.severity}">${severitySigns[each.severity]} ${severityWords[each.severity]}</span></td><td><a href="#${anchor(each)}">${each.title}</a></td>${each.counts.map((text) => html`<td class="number">${text}</td>`)}</tr>\n`,
)}</tbody>
</table></div>`
}

function drawList(title: string, texts: readonly string[], kind: string): Piece {
  return texts.length === 0
    ? null
    : html`<p class="${kind}"><b>${title}</b></p><ul class="${kind}">${texts.map((text) => html`<li>${text}</li>`)}</ul>`
}

function drawRule(rule: LeagueRule, { words, severityWords }: League): Markup {
  return html`<article class="group ${rule.severity}" id="${anchor(rule)}"><h3><span class="mark ${rule.severity}">${severitySigns[rule.severity]} ${severityWords[rule.severity]}</span> ${rule.title}<span class="rule">${rule.code === null ? '' : `${rule.code} `}${rule.id}</span></h3>
${rule.why === null ? null : html`<p><b>${words.why}</b>${rule.why}</p>`}${drawList(words.law, rule.law, 'law')}${drawList(words.advice, rule.advice, 'advice')}</article>
`
}

export function writeLeague(league: League): string {
  const { lang, title, kind, warning, headings, rules, rest, words } = league
  return html`<!DOCTYPE html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Markup(style + ownStyle)}</style>
</head>
<body>
<main>
<header class="masthead"><p class="kind">${kind}</p><h1>${title}</h1></header>
${warning === null ? null : html`<p class="alert">${warning}</p>\n`}${drawFigures(league.figures)}
${
  league.folder === null
    ? null
    : html`<p class="hint">${league.folder}</p>
`
}<section id="ranking"><h2>${headings.ranking}</h2><p class="hint">${league.rankingHint}</p>${league.ranking.rows.length === 0 ? html`<p>${words.none}</p>` : drawTable(league.ranking)}</section>
<section id="rules"><h2>${headings.rules}</h2>${rules.length === 0 ? html`<p>${words.none}</p>` : drawRuleList(league)}</section>
${rules.length === 0 ? null : html`<section id="texts"><h2>${headings.texts}</h2>${rules.map((rule) => drawRule(rule, league))}</section>\n`}${rest === null ? null : html`<section id="rest"><h2>${headings.rest}</h2>${drawTable(rest)}</section>\n`}<footer><p class="hint">${league.stamp}</p></footer>
</main>
</body>
</html>
`.text
}
