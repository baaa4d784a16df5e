/** What the points of a block say of a weight that cannot be used. */

import { boundAddend } from '../../arithmetic/index.ts'
import { Exact, type Form, type FormPath } from '../../model/index.ts'
import type { Problem } from '../check.ts'
import { indicatorAt, sayFigure, sayRange } from './figures.ts'
import { weightRows } from './weights.ts'

/** Rows of `paths` that must carry a weight and show none that can be used: unreadable, or blank beside a score. */
function lostWeights(form: Form, paths: readonly FormPath[]): readonly FormPath[] {
  return paths.filter((path) => {
    const { role, weight, score } = indicatorAt(form, path)
    return role === 'scored' && weight.value === null && (weight.raw !== '' || score.value !== null)
  })
}

/** One problem 'lost' for each such weight, where the block leaves a value for it. */
export function lostWeightProblems(
  form: Form,
  block: string,
  paths: readonly FormPath[],
  points: Exact,
): readonly Problem[] {
  const known = weightRows(form, paths).map((row) => row.value)
  const lost = lostWeights(form, paths)
  const band = lost.length === 0 ? null : boundAddend(points, known, lost.length)
  if (band === null) return []
  return lost.map((path) => {
    const { name, weight } = indicatorAt(form, path)
    const data = { block, name: name.raw, raw: weight.raw === '' ? '（空）' : `“${weight.raw}”` }
    const sums = { points: sayFigure(points), added: sayFigure(Exact.sum(known)), band: sayRange(band) }
    return {
      message: 'lost',
      data: { ...data, ...sums },
      at: [`${path}.weight`],
      severity: 'warning',
      certainty: 'review',
    }
  })
}
