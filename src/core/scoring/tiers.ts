/** Windows of the qualitative tiers, in points of one row. */

import { type Band, type Bilingual, type Completion, Exact } from '../model/index.ts'
import type { Edition, Parameter, Tier } from '../rulebook/edition.ts'
import { figureOf } from '../rulebook/index.ts'
import { bandOf } from './rounding.ts'

export const tierWords: Readonly<Record<Tier, Bilingual>> = {
  top: { zh: '达成档', en: 'top tier' },
  middle: { zh: '部分达成档', en: 'middle tier' },
  bottom: { zh: '未达成档', en: 'bottom tier' },
}

/** The word of each step on the scale of completion, for speaking of all its spellings at once. */
export const completionWords: Readonly<Record<Completion, Bilingual>> = {
  full: { zh: '达成', en: 'met' },
  basic: { zh: '基本达成', en: 'basically met' },
  partial: { zh: '部分达成', en: 'partly met' },
  none: { zh: '未达成', en: 'not met' },
}

/** The lower border belongs to the tier, the upper one to the tier above, except that the top tier holds the full weight. */
export function tierBand(edition: Edition, tier: Tier, weight: Exact): Band {
  const window = edition.graded.windows.find((candidate) => candidate.tier === tier)!
  const share = (percent: Parameter) => weight.times(figureOf(percent)).dividedBy(Exact.hundred)
  return bandOf(share(window.from), share(window.to), tier === 'top' ? undefined : true)
}

/** The smallest band that holds them all, given from the top tier downward. */
export function hull(bands: readonly [Band, ...Band[]]): Band {
  const [first] = bands
  return bandOf(Exact.min(first.min, ...bands.map(({ min }) => min)), first.max, first.maxExcluded)
}
