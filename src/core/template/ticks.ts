/** Boxes of a blank form to be ticked: □优 □良. */

import { gather } from '../model/gather.ts'
import { tickLabel, tickOptions } from '../recognise/ticks.ts'

export const TICK = '☑'

/**
 * Where the boxes stand that say `value` when they are ticked; null where `printed` offers no such boxes, or not all of what is
 * to be said, or has a tick already. `value` is a word (优), or has boxes itself.
 */
export function boxesToTick(printed: string, value: string): readonly number[] | null {
  const options = tickOptions(printed)
  if (options.length === 0 || options.some(({ ticked }) => ticked)) return null
  const said = tickOptions(value)
  const wanted = said.length === 0 ? [tickLabel(value)] : gather(said, ({ ticked, label }) => (ticked ? [label] : []))
  const hits = wanted.map((label) => options.find((option) => option.label === label && label !== ''))
  if (hits.length === 0 || hits.includes(undefined)) return null
  return hits.map((hit) => hit!.at)
}
