/** One self-contained page: no script, nothing fetched, the same bytes for the same report. */

import type { Grid, Lang, Report } from '../../core/model/index.ts'
import { drawChecks, drawResidue, drawStamp } from './appendix.ts'
import { drawCalculation } from './calculation.ts'
import { drawFindings } from './finding-list.ts'
import { drawForm } from './form-table.ts'
import { html, Markup } from './markup.ts'
import { newPage, type ReportTexts } from './page.ts'

export type { ReportTexts } from './page.ts'

import { style } from './style.ts'
import { drawSummary, sayHeading } from './summary.ts'

const sections = ['form', 'findings', 'calculation', 'checks', 'residue', 'stamp'] as const

/**
 * The report as a page: what it comes to, the official form with the findings beside their cells, the findings in words,
 * the way of every score, what was looked at. `grid` is the form printed in its layout; a finding whose field the layout
 * does not show stands in the list alone. What stands beside the form says so (`data-beside`), so that the page is read back
 * as that form and nothing else.
 */
export function writeHtml(report: Report, grid: Grid, lang: Lang, texts: ReportTexts): string {
  const page = newPage(report, grid, lang, texts)
  return html`<!DOCTYPE html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${sayHeading(page)} · ${page.words('page')}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" data-beside href="#findings">${page.words('skip')}</a>
<main>
${drawSummary(page)}
<nav aria-label="${page.words('contents')}"><ul>${sections.map((id) => html`<li><a href="#${id}">${page.words(id)}</a></li>`)}</ul></nav>
${drawForm(page)}${drawFindings(page)}${drawCalculation(page)}${drawChecks(page)}${drawResidue(page)}${drawStamp(page)}</main>
</body>
</html>
`.text
}
