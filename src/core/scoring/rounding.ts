/** Rounding happens once, at the end of a row, by the edition's policy. */

import type { Band, Bilingual, Exact, RoundingMode } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'

/** Decimals of a score. */
export function decimalsOf(edition: Edition): number {
  return Number(edition.rounding.decimals.value)
}

export function roundScore(value: Exact, edition: Edition): Exact {
  return value.round(decimalsOf(edition), edition.rounding.mode)
}

/** A band whose upper end may be left out. */
export function bandOf(min: Exact, max: Exact, maxExcluded: true | undefined): Band {
  return maxExcluded ? { min, max, maxExcluded } : { min, max }
}

export function roundBand(band: Band, edition: Edition): Band {
  const min = roundScore(band.min, edition)
  const max = band.max === band.min ? min : roundScore(band.max, edition)
  return bandOf(min, max, band.maxExcluded)
}

const modeWords: Readonly<Record<RoundingMode, Bilingual>> = {
  halfUp: { zh: '四舍五入', en: 'rounded half up' },
  halfEven: { zh: '四舍六入五成双', en: 'rounded half to even' },
  down: { zh: '舍去尾数', en: 'cut off' },
  up: { zh: '进位', en: 'rounded up' },
}

/** '4.9821…': enough places to see how it rounds, with a mark where more follow. */
function shownExact(value: Exact, edition: Edition): string {
  const decimals = decimalsOf(edition)
  const places = decimals + decimals
  const cut = value.toFixed(places, 'down')
  return value.equals(value.round(places)) ? value.toString() : `${cut}…`
}

/** '4.9821… → 4.98(四舍五入,保留2位小数)'; '5.00' where nothing is rounded. */
export function sayRounded(value: Exact, edition: Edition): Bilingual {
  const decimals = decimalsOf(edition)
  const rounded = roundScore(value, edition)
  if (rounded.equals(value)) {
    const exact = value.toFixed(decimals)
    return { zh: exact, en: exact }
  }
  const said = `${shownExact(value, edition)} → ${rounded.toFixed(decimals)}`
  const mode = modeWords[edition.rounding.mode]
  return { zh: `${said}(${mode.zh}，保留${decimals}位小数)`, en: `${said} (${mode.en}, ${decimals} decimals)` }
}

/** '8.00 至 10.00' or '5.00'. */
export function sayBand(band: Band, edition: Edition): Bilingual {
  const decimals = decimalsOf(edition)
  const { min, max } = roundBand(band, edition)
  if (min.equals(max)) return { zh: min.toFixed(decimals), en: min.toFixed(decimals) }
  const except = band.maxExcluded ? { zh: '（不含）', en: ' (excluded)' } : { zh: '', en: '' }
  return {
    zh: `${min.toFixed(decimals)} 至 ${max.toFixed(decimals)}${except.zh}`,
    en: `${min.toFixed(decimals)} to ${max.toFixed(decimals)}${except.en}`,
  }
}
