/** 优良中差: a border belongs to the upper grade. */

import type { Band, Exact, Grade } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { figureOf } from '../rulebook/index.ts'

type Border = Edition['grades'][number]

function reaches(score: Exact, { from }: Border): boolean {
  return from === null || score.atLeast(figureOf(from))
}

/** The grade of a total; null where the edition has none for it. */
export function gradeOf(score: Exact, { grades }: Edition): Grade | null {
  return grades.find((border) => reaches(score, border))?.grade ?? null
}

/** Whether some total in the band reaches the border: the upper end of the band may be left out of it. */
function someReach({ min, max, maxExcluded }: Band, border: Border): boolean {
  if (reaches(min, border)) return true
  const atTheEnd = border.from !== null && max.equals(figureOf(border.from))
  return reaches(max, border) && !(maxExcluded && atTheEnd)
}

/** All grades that a total in the band can have, the best first. */
export function gradesOf(band: Band, { grades }: Edition): readonly Grade[] {
  const reachable = grades.filter((border) => someReach(band, border))
  const surest = reachable.findIndex((border) => reaches(band.min, border))
  return (surest < 0 ? reachable : reachable.slice(0, surest + 1)).map(({ grade }) => grade)
}
