/** 计算过程: how every point comes about; printed, added and recomputed stand apart. */

import { type Citation, Exact, type LostScores, type ScoredRow, type Step } from '../../core/model/index.ts'
import { agreementWords, sayPath, tierWords } from '../../core/texts/index.ts'
import { html, joined, type Markup, type Piece } from './markup.ts'
import { drawCitations, elementId, type Page, sayBand, sayFigure, sayGrades, sayPoints } from './page.ts'
import { drawTable, orDash } from './table.ts'

function drawSteps(page: Page, steps: readonly Step[]): Markup {
  return html`${
    steps.length > 0 &&
    html`<ol class="steps">${steps.map(
      (step) => html`<li><p class="formula">${step.say[page.lang]}</p>
${
  step.inputs.length > 0 &&
  html`<p class="inputs"><b>${page.words('inputs')}</b> ${joined(
    step.inputs.map(
      (input) =>
        html`<span>${input.symbol[page.lang]} = <span class="figure-text">${sayFigure(input.value)}</span></span>`,
    ),
    page.lang === 'zh' ? '，' : ', ',
  )}</p>`
}
<p><b>${page.words('result')}</b> <span class="figure-text">${sayFigure(step.result)}</span></p>
${drawLaw(page, step.law)}</li>
`,
    )}</ol>`
  }`
}

function sayPercent(ratio: Exact): string {
  return `${ratio.times(Exact.hundred).toFixed(2)}%`
}

/** What a step has cited already is not cited again below it. */
function uncited(steps: readonly Step[], law: readonly Citation[]): readonly Citation[] {
  const cited = new Set(steps.flatMap((step) => step.law.map((citation) => citation.clause)))
  return law.filter((citation) => !cited.has(citation.clause))
}

function drawLaw(page: Page, law: readonly Citation[]): Piece {
  return law.length > 0 && html`<p class="law"><b>${page.words('law')}</b> ${drawCitations(page, law)}</p>`
}

function drawRow(page: Page, row: ScoredRow): Markup {
  const id = elementId('calc', row.path)
  const indicator = /^indicators\[(\d+)\]$/.exec(row.path)
  const name =
    indicator === null
      ? sayPath(page.report.form, row.path, page.lang)
      : (page.report.form.indicators[Number(indicator[1])]?.name.raw ?? '')
  const summary = page.words('rowSummary', {
    weight: orDash(row.weight, sayPoints),
    printed: orDash(row.printed, sayPoints),
    recomputed: row.recomputed === null ? '—' : sayBand(page, row.recomputed),
  })
  const facts: (readonly [string, string])[] = [
    [page.words('method'), row.rule === null ? page.words('noRule') : page.texts.method(row.rule)],
    ...(row.achievement === null ? [] : [[page.words('achievement'), sayPercent(row.achievement)] as const]),
    ...(row.exact === null ? [] : [[page.words('beforeRounding'), sayBand(page, row.exact)] as const]),
  ]
  return html`<details id="${id}" class="row ${row.agreement}"><summary><span class="name">${name}</span> <span class="sum">${summary}</span> <span class="tag ${row.agreement}">${agreementWords[row.agreement][page.lang]}</span></summary>
<div class="inside"><dl class="facts">${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
${drawSteps(page, row.steps)}
${
  row.because.length > 0 &&
  html`<p><b>${page.words('because')}</b> ${joined(
    row.because.map((reason) => reason[page.lang]),
    page.lang === 'zh' ? '；' : '; ',
  )}</p>`
}
${row.readings.length > 0 && html`<ul class="readings">${row.readings.map((reading) => html`<li>${page.words('reading', { word: reading.word })}: ${tierWords[reading.tier]?.[page.lang] ?? reading.tier} → ${sayBand(page, reading.band)}</li>`)}</ul>`}
${drawLaw(page, uncited(row.steps, row.law))}</div></details>
`
}

function drawTasks(page: Page): Markup {
  const { tasks } = page.report.scored
  const pair = (values: { readonly printed: Exact | null; readonly recomputed: Exact | null }) => [
    orDash(values.printed, sayPoints),
    orDash(values.recomputed, sayPoints),
  ]
  const both = (word: 'weight' | 'rate' | 'score') => [
    `${page.words(word)} · ${page.words('asPrinted')}`,
    `${page.words(word)} · ${page.words('asRecomputed')}`,
  ]
  return html`${
    tasks.length > 0 &&
    drawTable(
      page.words('tasksCaption'),
      [page.words('task'), ...both('weight'), ...both('rate'), ...both('score')],
      tasks.map((task) => {
        const index = Number(/\d+/.exec(task.path)?.[0] ?? -1)
        return [
          page.report.form.tasks[index]?.name.raw ?? sayPath(page.report.form, task.path, page.lang),
          ...pair(task.weight),
          ...pair(task.rate),
          ...pair(task.score),
        ]
      }),
    )
  }`
}

function drawBlocks(page: Page): Markup {
  const { blocks } = page.report.scored
  return html`${
    blocks.length > 0 &&
    drawTable(
      page.words('blocksCaption'),
      (
        ['block', 'weightPrinted', 'weightEdition', 'weightAdded', 'scoreAdded', 'lostCount', 'asRecomputed'] as const
      ).map((word) => page.words(word)),
      blocks.map((block) => [
        block.level === 1 ? html`<b>${block.name}</b>` : html`<span class="inner">${block.name}</span>`,
        orDash(block.weight.printed, sayPoints),
        orDash(block.weight.edition, sayPoints),
        sayPoints(block.weight.added),
        sayPoints(block.score.added),
        block.score.lost === 0
          ? '—'
          : page.words('lostCell', { n: block.score.lost, weight: sayPoints(block.score.lostWeight) }),
        sayBand(page, block.score.recomputed),
      ]),
    )
  }`
}

function drawLost(page: Page, lost: LostScores): Markup {
  return drawTable(
    page.words('lostCaption'),
    [page.words('indicators'), page.words('range')],
    lost.bounds.map((bound) => [
      sayPath(page.report.form, bound.path.replace(/\.score$/, ''), page.lang),
      bound.band === null ? page.words('impossible') : sayBand(page, bound.band),
    ]),
  )
}

function drawChoices(page: Page): Markup {
  return html`${page.report.scored.choices.map((choice) =>
    drawTable(
      page.words('choiceCaption', { word: choice.word }),
      [page.words('tier'), page.words('totalThen'), page.words('gradeThen')],
      choice.options.map((option) => [
        tierWords[option.tier]?.[page.lang] ?? option.tier,
        sayBand(page, option.total),
        sayGrades(page, option.grades),
      ]),
    ),
  )}`
}

export function drawCalculation(page: Page): Markup {
  const { scored } = page.report
  return html`<section id="calculation" data-beside aria-labelledby="calculation-title">
<h2 id="calculation-title">${page.words('calculation')}</h2>
<p class="hint">${page.words('calculationHint')}</p>
<h3>${page.words('total')}</h3>
${drawSteps(page, scored.total.steps)}
${drawBlocks(page)}
${drawChoices(page)}
${scored.lost !== null && drawLost(page, scored.lost)}
<h3>${page.words('execution')}</h3>
${drawSteps(page, scored.execution.steps)}
${
  scored.execution.because.length > 0 &&
  html`<p><b>${page.words('because')}</b> ${joined(
    scored.execution.because.map((reason) => reason[page.lang]),
    page.lang === 'zh' ? '；' : '; ',
  )}</p>`
}
${drawLaw(page, uncited(scored.execution.steps, scored.execution.law))}
${drawTasks(page)}
<h3>${page.words('indicators')}</h3>
<div class="rows">${scored.rows.filter((row) => row.weight !== null).map((row) => drawRow(page, row))}</div>
</section>
`
}
