/** A low execution rate may cap the total, whatever the indicators earn. */

import { type Band, Exact } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { figureOf } from '../rulebook/index.ts'

/** The most that a total may be at this rate (percent); null where nothing caps it. */
export function capFor(rate: Exact, { caps }: Edition): Exact | null {
  const cap = caps.find(({ below }) => rate.lessThan(figureOf(below)))
  return cap === undefined ? null : figureOf(cap.total)
}

function capAt(band: Band, cap: Exact): Band {
  return band.max.atMost(cap) ? band : { min: Exact.min(band.min, cap), max: cap }
}

/** The total under its cap. Where the rate is unknown the lowest cap may hold, or none. */
export function capTotal(band: Band, rate: Exact | null, edition: Edition): Band {
  if (rate !== null) {
    const cap = capFor(rate, edition)
    return cap === null ? band : capAt(band, cap)
  }
  const [lowest] = edition.caps
  return lowest === undefined ? band : { ...band, min: Exact.min(band.min, figureOf(lowest.total)) }
}
