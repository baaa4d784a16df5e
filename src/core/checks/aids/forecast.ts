/** What a monitoring form expects of the year, against the target. */

import type { Indicator, TextCell, Verdict } from '../../model/index.ts'
import { compareValues, readValue } from '../../values/index.ts'
import { saidIn } from './notes.ts'

/** Whether the expected result reaches the target; null where nothing is expected, or the row is not scored. */
export function forecastVerdict({ role, name, attribute, unit, target, extra }: Indicator): Verdict | null {
  const raw = extra.forecast?.raw ?? ''
  if (role !== 'scored' || raw === '' || target.value === null) return null
  const context = {
    ...(name.raw === '' ? {} : { name: name.raw }),
    ...(attribute.raw === '' ? {} : { attribute: attribute.raw }),
    ...(unit.raw === '' ? {} : { unit: unit.raw }),
  }
  return compareValues(target.value, readValue(raw, context), context).verdict
}

const NO = /^(?:否|×|✗|✘|x|□|0)$/i

/** A tick, or a word, in a column of its own. */
export function isMarked(cell: TextCell | undefined): boolean {
  const said = cell === undefined ? '' : saidIn(cell)
  return said !== '' && !NO.test(said)
}
