/** The top of the page: who, which rules, what the total is, and what decides. */

import { type Choice, type Citation, type Evidence, type LostScores, printsPoints } from '../../core/model/index.ts'
import {
  byAnalogyWords,
  editionChoiceWords,
  evidenceWords,
  gradeWords,
  stageWords,
  tierWords,
} from '../../core/texts/index.ts'
import { html, type Markup } from './markup.ts'
import { type Page, sayBand, sayGrades, sayPoints, severities, severitySigns, severityWord } from './page.ts'
import { formKindWords } from './words.ts'

/** All clauses that the scores rest on. */
function citationsOf(page: Page): readonly Citation[] {
  const { scored } = page.report
  return [...scored.rows.flatMap((row) => row.law), ...scored.execution.law]
}

const evidenceOrder: readonly Evidence[] = [
  'read-official',
  'read-copy',
  'partly-read',
  'general-knowledge',
  'sample',
  'proposal',
]

function sayEvidence(page: Page): string {
  const citations = citationsOf(page)
  const met = new Set(citations.map((citation) => citation.evidence))
  const tags = evidenceOrder
    .filter((evidence) => met.has(evidence))
    .map((evidence) => evidenceWords[evidence][page.lang])
  if (citations.some((citation) => citation.byAnalogy === true)) tags.push(byAnalogyWords[page.lang])
  return tags.length === 0 ? '—' : tags.join(page.lang === 'zh' ? '、' : '; ')
}

function drawFacts(page: Page): Markup {
  const { form, stamp } = page.report
  const facts: (readonly [string, string])[] = [
    ...(form.department.raw === '' ? [] : [[page.words('department'), form.department.raw] as const]),
    ...(form.project.raw === '' ? [] : [[page.words('project'), form.project.raw] as const]),
    [page.words('fiscalYear'), form.fiscalYear.raw === '' ? page.words('notPrinted') : form.fiscalYear.raw],
    [
      page.words('rules'),
      `${page.texts.edition(stamp.edition)}${page.lang === 'zh' ? '（' : ' ('}${editionChoiceWords[stamp.editionChoice][page.lang]}${page.lang === 'zh' ? '）' : ')'}`,
    ],
    [page.words('ruleEvidence'), sayEvidence(page)],
  ]
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

function drawFigures(page: Page): Markup {
  const { total, grade, lost } = page.report.scored
  const printedNotes = [
    page.words('printedNote'),
    grade.printed === null ? null : page.words('printedGrade', { grade: gradeWords[grade.printed][page.lang] }),
    grade.printed === null && grade.ofPrinted !== null
      ? page.words('gradeOfPrinted', { grade: gradeWords[grade.ofPrinted][page.lang] })
      : null,
  ].filter((note) => note !== null)
  const addedNotes = [
    page.words('addedNote'),
    ...(lost === null ? [] : [page.words('addedLost', { n: lost.paths.length })]),
  ]
  const figure = (name: string, value: string, notes: readonly string[], kind: string) =>
    html`<div class="figure ${kind}"><dt>${name}</dt><dd><strong>${value}</strong>${notes.map((note) => html`<span>${note}</span>`)}</dd></div>`
  const { stage } = page.report.form
  // Forms of transfer payments state targets and results alone: any total of theirs would be ours.
  const totals = printsPoints(page.report.form)
    ? [
        figure(
          page.words('printed'),
          total.printed === null ? page.words('printedNone') : sayPoints(total.printed),
          printedNotes,
          'printed',
        ),
        figure(page.words('added'), sayPoints(total.added), addedNotes, 'added'),
        figure(
          page.words('recomputed'),
          sayBand(page, total.recomputed),
          [page.words('recomputedNote', { grades: sayGrades(page, grade.range) })],
          'recomputed',
        ),
      ]
    : [
        figure(
          page.words('printed'),
          page.words('printedNone'),
          [stage === undefined ? page.words('noPoints') : stageWords[stage][page.lang]],
          'printed',
        ),
      ]
  return html`<dl class="figures">${[
    ...totals,
    html`<div class="figure counts"><dt>${page.words('findingCount')}</dt><dd>${severities.map((severity) => {
      const count = page.report.findings.filter((finding) => finding.severity === severity).length
      return html`<a class="count ${severity}" href="${count === 0 ? '#findings' : `#findings-${severity}`}"><span class="mark ${severity}" aria-hidden="true">${severitySigns[severity]}</span> ${severityWord(page, severity)} <strong>${count}</strong></a>`
    })}</dd></div>`,
  ]}</dl>`
}

function sayChoice(page: Page, choice: Choice): string {
  const options = choice.options.map((option) =>
    page.words('option', {
      tier: tierWords[option.tier]?.[page.lang] ?? option.tier,
      total: sayBand(page, option.total),
      grades: sayGrades(page, option.grades),
    }),
  )
  return page.words('matterChoice', {
    word: choice.word,
    n: choice.rows.length,
    options: options.join(page.lang === 'zh' ? '；' : '; '),
  })
}

function sayLost(page: Page, lost: LostScores): string {
  const gaps = lost.gaps.map((gap) =>
    page.words(gap.from === 'totalRow' ? 'gapTotalRow' : 'gapTaskRows', {
      execution: sayPoints(gap.execution),
      gap: sayPoints(gap.gap),
    }),
  )
  return page.words('matterLost', { n: lost.paths.length, weight: sayPoints(lost.weight), gaps: gaps.join('') })
}

function drawMatters(page: Page): Markup {
  const { scored, complete, findings } = page.report
  const matters = [
    ...(complete ? [] : [page.words('matterIncomplete')]),
    ...scored.choices.map((choice) => sayChoice(page, choice)),
    ...(scored.lost === null ? [] : [sayLost(page, scored.lost)]),
    ...(complete && findings.every((finding) => finding.severity === 'info') ? [page.words('matterClean')] : []),
  ]
  return html`${matters.length > 0 && html`<div class="matters"><h3>${page.words('matters')}</h3><ul>${matters.map((matter) => html`<li>${matter}</li>`)}</ul></div>`}`
}

/** Name of the unit or project, the kind of form and the year: the page's heading. */
export function sayHeading(page: Page): string {
  const { form } = page.report
  const name = [form.kind === 'project' ? form.project.raw : '', form.department.raw, form.project.raw].find(
    (text) => text !== '',
  )
  const year =
    form.fiscalYear.value === null
      ? ''
      : page.lang === 'zh'
        ? `${form.fiscalYear.value}年度`
        : `, ${form.fiscalYear.value}`
  const kind = formKindWords[form.kind][page.lang]
  return page.lang === 'zh'
    ? `${name ?? page.words('untitled')}${year}${kind}`
    : `${name ?? page.words('untitled')}: ${kind}${year}`
}

export function drawSummary(page: Page): Markup {
  return html`<header class="masthead" data-beside>
<p class="kind">${page.words('page')}</p>
<h1>${sayHeading(page)}</h1>
</header>
<section id="summary" data-beside aria-labelledby="summary-title">
<h2 id="summary-title" class="unseen">${page.words('summary')}</h2>
${drawFigures(page)}
${drawMatters(page)}
${drawFacts(page)}
</section>
`
}
