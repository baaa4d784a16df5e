/** The findings in words: grouped by severity and check; what is wrong, where, by which clause, how to mend it. */

import type { Place, Severity } from '../../core/model/index.ts'
import { sayPath } from '../../core/texts/index.ts'
import { html, joined, type Markup } from './markup.ts'
import {
  drawCitations,
  elementId,
  type Numbered,
  type Page,
  saySource,
  severities,
  severitySigns,
  severityWord,
  shownAt,
} from './page.ts'

/** Places beyond these are counted, not listed: the sum over a hundred rows names its block, not each row. */
const listedPlaces = 12
const quotedLength = 120

function groupByRule(findings: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const groups = new Map<string, Numbered[]>()
  for (const numbered of findings) {
    const group = groups.get(numbered.finding.rule)
    if (group === undefined) groups.set(numbered.finding.rule, [numbered])
    else group.push(numbered)
  }
  return [...groups.values()]
}

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const signs = [...line]
  return signs.length > quotedLength ? `${signs.slice(0, quotedLength).join('')}…` : line
}

function drawPlace(page: Page, place: Place, number: number): Markup {
  const source = saySource(page, place)
  const path = sayPath(page.report.form, place.path, page.lang)
  const cell = shownAt(page.shown, place.path)
  const mark = cell === null ? undefined : page.marks.get(cell)?.find((one) => one.number === number)
  const where = source === null ? path : `${source} · ${path}`
  return html`<li>${cell === null ? where : html`<a href="#${mark?.id ?? elementId('at', cell)}">${where}</a>`}${
    place.text !== undefined && place.text !== '' && html`<q class="cited">${quote(place.text)}</q>`
  }</li>`
}

function drawPlaces(page: Page, numbered: Numbered): Markup {
  const { at } = numbered.finding
  const rest = at.length - listedPlaces
  return html`<ul class="places">${at.slice(0, listedPlaces).map((place) => drawPlace(page, place, numbered.number))}${
    rest > 0 && html`<li>${page.words('otherPlaces', { n: rest })}</li>`
  }</ul>`
}

function lawKey(numbered: Numbered): string {
  return numbered.finding.law
    .map((citation) => `${citation.clause} ${citation.evidence} ${citation.byAnalogy ?? ''}`)
    .join('\n')
}

/** What all findings of a check share is said once, above them. */
function drawGroup(page: Page, group: readonly Numbered[], severity: Severity): Markup {
  const said = group.map((numbered) => page.texts.finding(numbered.finding))
  const title = said[0]!.title
  const check = page.texts.check(group[0]!.finding.rule)
  const oneLaw = new Set(group.map(lawKey)).size === 1
  const oneAdvice = group.length > 1 && new Set(said.map((one) => one.advice)).size === 1
  const law = (numbered: Numbered) =>
    numbered.finding.law.length > 0 &&
    html`<p class="law"><b>${page.words('law')}</b> ${drawCitations(page, numbered.finding.law)}</p>`
  const advice = (text: string | null) =>
    text !== null && html`<p class="advice"><b>${page.words('advice')}</b> ${text}</p>`
  return html`<section class="group ${severity}">
<h4>${title} <span class="rule">${check !== null && `${check.code} `}${group[0]!.finding.rule}</span></h4>
${oneLaw && law(group[0]!)}${oneAdvice && advice(said[0]!.advice)}
<ul class="list">${group.map(
    (
      numbered,
      index,
    ) => html`<li id="f${numbered.number}"><p class="said"><span class="mark ${severity}"><span aria-hidden="true">${severitySigns[severity]}</span>${numbered.number}</span> ${said[index]!.text}${
      numbered.finding.certainty === 'review' && html` <span class="tag person">${page.words('review')}</span>`
    }</p>
${drawPlaces(page, numbered)}${!oneAdvice && advice(said[index]!.advice)}${!oneLaw && law(numbered)}</li>
`,
  )}</ul>
</section>
`
}

export function drawFindings(page: Page): Markup {
  const bySeverity = severities.map((severity) => ({
    severity,
    findings: page.findings.filter((numbered) => numbered.finding.severity === severity),
  }))
  return html`<section id="findings" data-beside aria-labelledby="findings-title">
<h2 id="findings-title">${page.words('findings')}</h2>
${page.findings.length === 0 && html`<p>${page.words('noFindings')}</p>`}${joined(
  bySeverity
    .filter(({ findings }) => findings.length > 0)
    .map(
      ({ severity, findings }) => html`<h3 id="findings-${severity}">${page.words('severityHeading', {
        severity: severityWord(page, severity),
        n: findings.length,
      })}</h3>
${groupByRule(findings).map((group) => drawGroup(page, group, severity))}`,
    ),
  '',
)}</section>
`
}
