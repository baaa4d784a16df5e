/** The end of the page: what each check looked at, what became of every text of the source, and the stamp. */

import type { CheckStatus, Residue } from '../../core/model/index.ts'
import { sayPlace, statusWords } from '../../core/texts/index.ts'
import { html, type Markup } from './markup.ts'
import type { Page } from './page.ts'
import { drawTable } from './table.ts'
import { ignoredWords } from './words.ts'

const statuses: readonly CheckStatus[] = ['passed', 'failed', 'review', 'notApplicable', 'blocked', 'crashed']

export function drawChecks(page: Page): Markup {
  return html`<section id="checks" data-beside aria-labelledby="checks-title">
<h2 id="checks-title">${page.words('checks')}</h2>
<p class="hint">${page.words('checksHint')}</p>
${drawTable(
  page.words('checksCaption'),
  [page.words('check'), page.words('code'), ...statuses.map((status) => statusWords[status][page.lang])],
  page.report.checks.map((summary) => [
    page.texts.check(summary.id)?.title ?? summary.id,
    summary.code,
    ...statuses.map((status) => (summary.counts[status] === 0 ? '—' : String(summary.counts[status]))),
  ]),
)}</section>
`
}

function drawTexts(page: Page, texts: Residue['unread'] | Residue['ignored'], label: string): Markup {
  return html`<details${texts.length > 0 && texts.length < 12 && html` open`}><summary>${label}</summary><ul class="inside">${texts.map(
    (one) =>
      html`<li>${one.source !== undefined && `${sayPlace(one.source, page.lang)} · `}<q class="cited">${one.text.replace(/\s+/g, ' ').trim()}</q>${
        'reason' in one && ` ${ignoredWords[one.reason]?.[page.lang] ?? one.reason}`
      }</li>`,
  )}</ul></details>
`
}

export function drawResidue(page: Page): Markup {
  const { used, ignored, unread } = page.report.residue
  return html`<section id="residue" data-beside aria-labelledby="residue-title">
<h2 id="residue-title">${page.words('residue')}</h2>
<p>${page.words('used', { n: used })}${unread.length === 0 && ` ${page.words('allUsed')}`}</p>
${unread.length > 0 && drawTexts(page, unread, page.words('unread', { n: unread.length }))}${
  ignored.length > 0 && drawTexts(page, ignored, page.words('ignored', { n: ignored.length }))
}</section>
`
}

export function drawStamp(page: Page): Markup {
  const { stamp } = page.report
  const facts: readonly (readonly [string, string])[] = [
    [page.words('app'), stamp.app],
    [page.words('rulebook'), stamp.rulebook],
    [page.words('edition'), `${page.texts.edition(stamp.edition)} · ${stamp.edition}`],
    [
      page.words('layout'),
      stamp.layout === null ? page.words('layoutNone') : `${page.texts.layout(stamp.layout)} · ${stamp.layout}`,
    ],
    [page.words('source'), stamp.sourceName],
    [page.words('hash'), stamp.sourceHash],
  ]
  return html`<section id="stamp" data-beside aria-labelledby="stamp-title">
<h2 id="stamp-title">${page.words('stamp')}</h2>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</section>
`
}
