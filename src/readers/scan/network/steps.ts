/** What the network says at each place of a line, as signs. */

/** Lines are as many pixels high. */
export const LINE_HEIGHT = 48

/** What the network sees at one place of a line: signs by probability, most likely first; '' is no sign. */
export interface Step {
  readonly sign: string
  readonly probability: number
  readonly others: readonly { readonly sign: string; readonly probability: number }[]
}

/** Others less likely than this are not kept. */
const LEAST_LIKELY = 0.004
const OTHERS = 4

/** Signs beside the best one; none where what is left for them all is too little for one. */
function othersOf(probabilities: Float32Array, best: number, signs: readonly string[]): Step['others'] {
  if (1 - probabilities[best]! < LEAST_LIKELY) return []
  const likely: number[] = []
  for (let sign = 0; sign < probabilities.length; sign++)
    if (probabilities[sign]! >= LEAST_LIKELY && sign !== best) likely.push(sign)
  return likely
    .map((sign) => ({ sign: signs[sign]!, probability: probabilities[sign]! }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, OTHERS)
}

/** `steps` lists of probabilities, one for each of `signs`, from `from` on. */
export function stepsOf(data: Float32Array, from: number, steps: number, signs: readonly string[]): Step[] {
  const found: Step[] = []
  const count = signs.length
  for (let step = 0; step < steps; step++) {
    const probabilities = data.subarray(from + step * count, from + (step + 1) * count)
    let best = 0
    let most = probabilities[0]!
    // Nothing can be likelier than what is left.
    for (let sign = 1; sign < count && most <= 0.5; sign++) {
      if (probabilities[sign]! <= most) continue
      best = sign
      most = probabilities[sign]!
    }
    found.push({ sign: signs[best]!, probability: most, others: othersOf(probabilities, best, signs) })
  }
  return found
}
