/** How a target or an actual was understood, in parts: ≥ · 60 · 人. */

import type { Operator, Reading, Value } from '../../../src/core/model/index.ts'
import { printValue } from '../../../src/core/values/index.ts'
import type { TextKey } from '../texts/index.ts'

export interface Understood {
  /** What kind of value it is. */
  readonly kind: TextKey
  readonly parts: readonly string[]
  /** Readings that a person may take instead. */
  readonly repairs: readonly string[]
}

const signs: Readonly<Record<Operator, string>> = {
  atLeast: '≥',
  moreThan: '>',
  equal: '=',
  atMost: '≤',
  lessThan: '<',
}

function partsOf(value: Value): readonly string[] {
  switch (value.kind) {
    case 'quantity':
    case 'duration':
      return [
        ...(value.operator === null ? [] : [signs[value.operator]]),
        value.number.toFixed(value.decimals),
        ...(value.unit === null ? [] : [value.unit.name]),
      ]
    case 'conditional':
      return [...partsOf(value.value), value.condition]
    case 'several':
      return value.parts.map(printValue)
    default:
      return [printValue(value)]
  }
}

/** Null for an empty cell. */
export function understood(reading: Reading | null): Understood | null {
  if (reading === null || reading.raw.trim() === '') return null
  const repairs = reading.repairs.map(({ text }) => text)
  if (reading.value === null) return { kind: 'understood.not', parts: [], repairs }
  return { kind: `understood.${reading.value.kind}`, parts: partsOf(reading.value), repairs }
}
