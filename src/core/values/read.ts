/** Text and the cells beside it → Reading. */

import type { Reading, Value } from '../model/index.ts'
import { remember } from '../model/remember.ts'
import { applyContext, type ValueContext } from './context.ts'
import { fold } from './fold.ts'
import { parse } from './parser.ts'
import { repairsOf } from './repairs.ts'

/** A cell of a target or an actual longer than this is no value; it stays raw. */
const LONGEST = 1000

/** What stands in a text whatever stands beside it: `100%` and `是` are written in every form. */
const parsed = remember((text) => {
  const folded = fold(text)
  const { value, reason } = parse(folded)
  return { folded, value, reason }
})

/**
 * What a target or an actual says. Never throws, takes time linear in the length. `value` null with a `reason` means that
 * it could not be read; an empty text has both null. Repairs are offered, never applied.
 */
export function readValue(text: string, context: ValueContext = {}): Reading {
  if (text.length > LONGEST) return { raw: text, value: null, reason: 'too-long', repairs: [] }
  const { folded, value: plain, reason } = parsed(text)
  const finish = (value: Value): Value => applyContext(value, context)
  const value = plain === null ? null : finish(plain)
  const repairs = context.typed === true ? [] : repairsOf(folded, { value, reason }, finish)
  return { raw: text, value, reason, repairs }
}
