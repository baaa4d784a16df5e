/** Changes every number of an edition by one unit, to see whether its cases hold it. */

import { Exact } from '../../src/core/model/index.ts'
import type { Edition, IncompleteEdition, Parameter } from '../../src/core/rulebook/index.ts'
import { runCases } from '../../src/core/scoring/index.ts'

type AnyEdition = Edition | IncompleteEdition

/** A number of the edition, with the way to it. */
export interface NumberPlace {
  readonly path: readonly string[]
  readonly parameter: Parameter
}

function isParameter(value: object): value is Parameter {
  return 'value' in value && 'law' in value && typeof value.value === 'string'
}

/** Every number of an edition. Its own cases are no law. */
export function numbersOf(value: unknown, path: readonly string[] = []): NumberPlace[] {
  if (typeof value !== 'object' || value === null || path[0] === 'cases') return []
  if (isParameter(value)) return [{ path, parameter: value }]
  return Object.entries(value).flatMap(([key, part]) => numbersOf(part, [...path, key]))
}

/** One unit in the last place written: '10' → 1, '0.5' → 0.1. */
function unitOf(number: string): Exact {
  const decimals = number.split('.')[1]?.length ?? 0
  return Exact.of(`1/${10n ** BigInt(decimals)}`)
}

function withValue<T>(data: T, [key, ...rest]: readonly string[], value: string): T {
  if (key === undefined) return { ...data, value }
  const part = (data as Record<string, unknown>)[key]
  if (Array.isArray(data))
    return data.map((item, at) => (String(at) === key ? withValue(item, rest, value) : item)) as T
  return { ...data, [key]: withValue(part, rest, value) }
}

export function changed<E extends AnyEdition>(edition: E, { path, parameter }: NumberPlace, sign: 1 | -1): E {
  const number = Exact.of(parameter.value)
  const unit = unitOf(parameter.value)
  return withValue(edition, path, (sign > 0 ? number.plus(unit) : number.minus(unit)).toString())
}

/** A case fails, or the law as data has become such nonsense (a step of 0) that the program refuses it. */
export function isNoticed(edition: AnyEdition): boolean {
  try {
    return runCases(edition).length > 0
  } catch {
    return true
  }
}

/** Numbers that can be changed by one unit up or down without a case failing: 'blocks.0.points 50 + 1 unit'. */
export function looseNumbers(edition: AnyEdition): readonly string[] {
  return numbersOf(edition).flatMap((place) =>
    ([1, -1] as const)
      .filter((sign) => !isNoticed(changed(edition, place, sign)))
      .map((sign) => `${place.path.join('.')} ${place.parameter.value} ${sign > 0 ? '+' : '−'} 1 unit`),
  )
}
