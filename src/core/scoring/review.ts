/** What is left of a row after a reviewer's deductions. The reviewer names them; the edition gives their shares. */

import { type Band, type Bilingual, Exact, type Indicator, type ScoredRow, type Step } from '../model/index.ts'
import type { Edition, ReviewDeduction } from '../rulebook/edition.ts'
import { figureOf } from '../rulebook/index.ts'
import { roundBand, sayBand } from './rounding.ts'

export interface ReviewedRow {
  /** Rounded; null where the row has no score of its own. */
  readonly band: Band | null
  readonly steps: readonly Step[]
  /** Named, but unknown to the edition or not for such a row: nothing was taken for it. */
  readonly refused: readonly { readonly id: string; readonly why: Bilingual }[]
}

function fits({ level1, level2 }: ReviewDeduction, indicator: Indicator): boolean {
  if (level1 !== undefined && level1 !== indicator.level1Kind) return false
  const label = indicator.level2.cell.raw.replace(/\s/g, '')
  return level2?.some((word) => label.startsWith(word)) ?? true
}

const unknown = { zh: '本规则没有这项扣减', en: 'these rules know no such deduction' }
const elsewhere = { zh: '这项扣减不适用于本指标', en: 'this deduction is not for such an indicator' }

/**
 * One deduction takes its share of the weight. How several combine no text says: from all shares of the weight together to
 * each share of what the others left.
 */
function takenFrom(score: Band, weight: Exact, deductions: readonly ReviewDeduction[]): Band {
  const shares = deductions.map(({ share }) => figureOf(share).dividedBy(Exact.hundred))
  const left = shares.reduce((rest, share) => rest.times(Exact.one.minus(share)), Exact.one)
  return {
    min: Exact.max(Exact.zero, score.min.minus(weight.times(Exact.sum(shares)))),
    max: score.max.times(left),
  }
}

/** A row scored by the edition, and the ids of the deductions that the reviewer names. */
export function reviewRow(
  scored: ScoredRow,
  indicator: Indicator,
  named: readonly string[],
  edition: Edition,
): ReviewedRow {
  const deductions: ReviewDeduction[] = []
  const refused: { id: string; why: Bilingual }[] = []
  for (const id of new Set(named)) {
    const deduction = edition.review?.find((one) => one.id === id)
    if (deduction === undefined) refused.push({ id, why: unknown })
    else if (fits(deduction, indicator)) deductions.push(deduction)
    else refused.push({ id, why: elsewhere })
  }
  const { exact, weight } = scored
  if (exact === null || weight === null) return { band: null, steps: [], refused }
  const band = takenFrom(exact, weight, deductions)
  const said = sayBand(band, edition)
  const titles = (lang: 'zh' | 'en') =>
    deductions.map(({ title, share }) => `${title[lang]} −${share.value}%`).join('; ')
  const step: Step = {
    say: { zh: `复核扣减：${titles('zh')}；复核得分 = ${said.zh}`, en: `review: ${titles('en')}; score = ${said.en}` },
    inputs: [],
    result: `${band.min}–${band.max}`,
    law: deductions.map(({ share }) => share.law),
  }
  return { band: roundBand(band, edition), steps: deductions.length === 0 ? [] : [step], refused }
}
