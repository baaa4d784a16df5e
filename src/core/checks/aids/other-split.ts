/** How a form parts its points over the level-1 blocks, beside what the rules give. */

import { gather } from '../../model/gather.ts'
import { Exact, type Level1 } from '../../model/index.ts'
import type { FormSubject, Problem } from '../check.ts'
import { sayFigure } from './figures.ts'
import { editionBlocks } from './level1-points.ts'
import { addsUpToFull } from './level1-sums.ts'
import { missingDimensions } from './missing-dimensions.ts'

/** The split against the edition's, where labels say it, or where the form adds up by another. */
export function otherSplitProblems(subject: FormSubject): readonly Problem[] {
  const { form, scored, edition } = subject
  const addsUp = addsUpToFull(subject)
  return gather(editionBlocks(scored, edition), ({ blocks, points }) => {
    const name = blocks.map((block) => block.name).join('、')
    const labelled = blocks.every((block) => block.weight.printed !== null)
    const held = Exact.sum(blocks.map((block) => (labelled ? block.weight.printed! : block.weight.added)))
    if (held.equals(points) || !(labelled || addsUp)) return []
    const data = { block: name, added: sayFigure(held), points: sayFigure(points) }
    // The split of forms of another kind, taken by analogy, says nothing of a form that adds up by its own.
    if (addsUp && edition.kind !== form.kind) return []
    if (addsUp && isOfMissing(subject, blocks[0].level1Kind, held.minus(points))) return []
    const message = addsUp ? 'otherSplit' : 'otherLabel'
    return [{ message, data, at: [`${blocks[0].rows[0]!}.level1`], severity: 'warning', certainty: 'review' }]
  })
}

/** A dimension without a row that counts, or just its points elsewhere: dimension-missing names it. */
function isOfMissing({ form, edition }: FormSubject, kind: Level1, above: Exact): boolean {
  const rows = form.indicators.filter((indicator) => indicator.role === 'scored')
  const missing = missingDimensions(rows, edition) ?? []
  const points = Exact.sum(missing.map((block) => Exact.of(block.points.value)))
  return above.equals(points) || missing.some(({ kinds }) => kinds.includes(kind))
}
