import { describe, expect, it } from 'vitest'
import { Exact } from '../../src/core/model/index.ts'
import { type Edition, editions, type Parameter } from '../../src/core/rulebook/index.ts'
import { runCases } from '../../src/core/scoring/index.ts'

interface Place {
  readonly path: readonly string[]
  readonly parameter: Parameter
}

function isParameter(value: object): value is Parameter {
  return 'value' in value && 'law' in value && typeof value.value === 'string'
}

/** Every number of an edition, with the way to it. Its own cases are no law. */
function numbersOf(value: unknown, path: readonly string[] = []): Place[] {
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

function changed(edition: Edition, { path, parameter }: Place, sign: 1 | -1): Edition {
  const number = Exact.of(parameter.value)
  const unit = unitOf(parameter.value)
  return withValue(edition, path, (sign > 0 ? number.plus(unit) : number.minus(unit)).toString())
}

describe.each(editions.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  it('has cases that hold', () => {
    expect(runCases(edition)).toEqual([])
    expect(edition.cases.length).toBeGreaterThan(10)
  })

  const numbers = numbersOf(edition).flatMap((place) => [
    { name: `${place.path.join('.')} ${place.parameter.value} + 1 unit`, place, sign: 1 as const },
    { name: `${place.path.join('.')} ${place.parameter.value} − 1 unit`, place, sign: -1 as const },
  ])

  it.each(numbers)('fails a case for $name', ({ place, sign }) => {
    expect(runCases(changed(edition, place, sign))).not.toEqual([])
  })

  it('cites a clause of the rulebook with every number', () => {
    for (const { parameter } of numbersOf(edition)) expect(parameter.law.clause).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/)
  })
})
