/** Scores in words: bands, totals, the way of one score. */

import { sayCitation } from '../../../src/core/evaluate/say-clauses.ts'
import type { EditionChoice } from '../../../src/core/model/index.ts'
import {
  type Band,
  type Citation,
  Exact,
  type Form,
  type Grade,
  type Lang,
  type ScoredForm,
  type ScoredRow,
  type ScoredTask,
  type Step,
} from '../../../src/core/model/index.ts'
import type { Edition } from '../../../src/core/rulebook/index.ts'
import { scoringRules } from '../../../src/core/scoring/index.ts'
import { agreementWords, editionChoiceWords, gradeWords, tierWords } from '../../../src/core/texts/index.ts'
import type { Margin } from '../grid/marks.ts'
import type { StepView, Totals, WhyView } from './judgement.ts'

/** Two decimals where that is exact, else all there are. */
export function sayPoints(value: Exact): string {
  if (value.round(2).equals(value)) return value.toFixed(2)
  return value.round(6).equals(value) ? value.toString() : `≈${value.toFixed(6)}`
}

export function sayBand({ min, max }: Band): string {
  return min.equals(max) ? sayPoints(min) : `${sayPoints(min)}–${sayPoints(max)}`
}

function sayFigure(text: string): string {
  return /^-?\d+\/\d+$/.test(text) ? sayPoints(Exact.of(text)) : text
}

function sayGrades(grades: readonly Grade[], lang: Lang): string {
  return grades.map((grade) => gradeWords[grade][lang]).join(lang === 'zh' ? '或' : ' or ')
}

export function totalsOf(scored: ScoredForm, edition: Edition, choice: EditionChoice, lang: Lang): Totals {
  const { printed, added, recomputed, weights } = scored.total
  return {
    printed: printed === null ? null : sayPoints(printed),
    printedGrade: scored.grade.ofPrinted === null ? null : gradeWords[scored.grade.ofPrinted][lang],
    added: sayPoints(added),
    lost: scored.lost?.paths.length ?? 0,
    recomputed: sayBand(recomputed),
    grades: sayGrades(scored.grade.range, lang),
    weights: sayPoints(weights),
    edition: edition.title[lang],
    editionChoice: editionChoiceWords[choice][lang],
  }
}

const signOf: Readonly<Record<ScoredRow['agreement'], Margin['sign']>> = {
  equal: 'equal',
  inside: 'inside',
  outside: 'outside',
  depends: 'open',
  judge: 'open',
  lost: 'lost',
  none: 'none',
}

export function marginOfRow(row: ScoredRow, lang: Lang): Margin | null {
  if (row.recomputed === null || row.agreement === 'none') return null
  const text = sayBand(row.recomputed)
  const title = `${lang === 'zh' ? '按规则重算' : 'recomputed'} ${text}: ${agreementWords[row.agreement][lang]}`
  return { text, sign: signOf[row.agreement], title }
}

export function marginOfTask({ score }: ScoredTask, lang: Lang): Margin | null {
  if (score.recomputed === null) return null
  const sign = score.printed === null ? 'lost' : score.printed.equals(score.recomputed) ? 'equal' : 'outside'
  const text = sayPoints(score.recomputed)
  const word = agreementWords[sign][lang]
  return { text, sign, title: `${lang === 'zh' ? '按规则重算' : 'recomputed'} ${text}: ${word}` }
}

function sayLaw(law: readonly Citation[], lang: Lang): string[] {
  return [...new Set(law.map((citation) => sayCitation(citation, lang)))]
}

function sayStep({ say, inputs, result, law }: Step, lang: Lang): StepView {
  return {
    say: say[lang],
    inputs: inputs.map(({ symbol, value }) => ({ symbol: symbol[lang], value: sayFigure(value) })),
    result: sayFigure(result),
    law: sayLaw(law, lang),
  }
}

const roundingWords = {
  halfUp: { zh: '四舍五入', en: 'half up' },
  halfEven: { zh: '四舍六入五成双', en: 'half to even' },
  up: { zh: '只入不舍', en: 'always up' },
  down: { zh: '只舍不入', en: 'always down' },
} as const

function sayRounding({ rounding }: Edition, lang: Lang): string {
  const { decimals, mode } = rounding
  const word = roundingWords[mode][lang]
  return lang === 'zh' ? `保留${decimals.value}位小数，${word}` : `${decimals.value} decimals, ${word}`
}

const noRule = { zh: '无分值，不计分', en: 'no weight, not scored' } as const

/** How the score of an indicator comes about. */
export function whyRow(row: ScoredRow, name: string, edition: Edition, lang: Lang): WhyView {
  const cited = new Set(row.steps.flatMap(({ law }) => law.map(({ clause }) => clause)))
  const rule = scoringRules.find(({ id }) => id === row.rule)
  return {
    path: row.path,
    name,
    rule: rule?.title[lang] ?? noRule[lang],
    weight: row.weight === null ? null : sayPoints(row.weight),
    printed: row.printed === null ? null : sayPoints(row.printed),
    recomputed: row.recomputed === null ? null : sayBand(row.recomputed),
    beforeRounding: row.exact === null ? null : sayBand(row.exact),
    agreement: agreementWords[row.agreement][lang],
    sign: signOf[row.agreement],
    achievement: row.achievement === null ? null : `${row.achievement.times(Exact.hundred).toFixed(2)}%`,
    steps: row.steps.map((step) => sayStep(step, lang)),
    because: row.because.map((reason) => reason[lang]),
    readings: row.readings.map(({ word, tier, band }) => ({
      word,
      tier: tierWords[tier]?.[lang] ?? tier,
      band: sayBand(band),
    })),
    law: sayLaw(
      row.law.filter(({ clause }) => !cited.has(clause)),
      lang,
    ),
    rounding: sayRounding(edition, lang),
  }
}

/** How weight, rate and score of a task come about. */
export function whyTask(task: ScoredTask, name: string, edition: Edition, lang: Lang): WhyView {
  const { weight, score } = task
  const margin = marginOfTask(task, lang)
  return {
    path: task.path,
    name,
    rule: lang === 'zh' ? '预算执行率' : 'execution rate',
    weight: weight.printed === null ? null : sayPoints(weight.printed),
    printed: score.printed === null ? null : sayPoints(score.printed),
    recomputed: score.recomputed === null ? null : sayPoints(score.recomputed),
    beforeRounding: score.exact === null ? null : sayPoints(score.exact),
    agreement: margin === null ? '' : agreementWords[margin.sign === 'open' ? 'judge' : margin.sign][lang],
    sign: margin?.sign ?? 'none',
    achievement: null,
    steps: task.steps.map((step) => sayStep(step, lang)),
    because: [],
    readings: [],
    law: [],
    rounding: sayRounding(edition, lang),
  }
}

/** The name by which a person knows the row or part of the form at a place. */
export function nameAt(form: Form, path: string, lang: Lang): string {
  const [, block, index] = /^(indicators|tasks|goals)\[(\d+)\]/.exec(path) ?? []
  const at = Number(index)
  if (block === 'indicators') return form.indicators[at]?.name.raw ?? ''
  if (block === 'tasks') return form.tasks[at]?.name.raw ?? ''
  if (block === 'goals') return lang === 'zh' ? `年度目标 ${at + 1}` : `goal ${at + 1}`
  return lang === 'zh' ? '全表' : 'whole form'
}
