/** Text and the cells beside it → Reading. */

import type { Reading, Value } from '../model/index.ts'
import { applyContext, type ValueContext } from './context.ts'
import { fold } from './fold.ts'
import { parse } from './parser.ts'
import { repairsOf } from './repairs.ts'

/** A cell of a target or an actual longer than this is no value; it stays raw. */
const LONGEST = 1000

/**
 * What a target or an actual says. Never throws, takes time linear in the length. `value` null with a `reason` means that
 * it could not be read; an empty text has both null. Repairs are offered, never applied.
 */
export function readValue(text: string, context: ValueContext = {}): Reading {
  if (text.length > LONGEST) return { raw: text, value: null, reason: 'too-long', repairs: [] }
  const folded = fold(text)
  const parsed = parse(folded)
  const finish = (value: Value): Value => applyContext(value, context)
  const value = parsed.value === null ? null : finish(parsed.value)
  const repairs = context.typed === true ? [] : repairsOf(folded, { value, reason: parsed.reason }, finish)
  return { raw: text, value, reason: parsed.reason, repairs }
}
