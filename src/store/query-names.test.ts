import { expect, test } from 'vitest'
import { QueryNames } from './query-names.ts'

test('a text that comes again gets a name, the same each time and no other text’s', () => {
  const names = new QueryNames()
  expect([1, 2, 3, 4].map(() => names.nameOf('select $1'))).toEqual([undefined, undefined, 'ziping_0', 'ziping_0'])
  expect([1, 2, 3].map(() => names.nameOf('select $2')).at(-1)).toBe('ziping_1')
})

test('texts that come once fill nothing, long ones are never named, and there is an end', () => {
  const names = new QueryNames()
  for (let n = 0; n < 5000; n++) names.nameOf(`select ${n}`)
  const long = `select '${'a'.repeat(9000)}'`
  expect([1, 2, 3, 4].map(() => names.nameOf(long)).at(-1)).toBeUndefined()
  const given = new Set<string | undefined>()
  for (let n = 0; n < 1000; n++) for (let time = 0; time < 3; time++) given.add(names.nameOf(`again ${n}`))
  expect(given.size).toBe(400 + 1)
  expect(names.nameOf('again 999')).toBeUndefined()
  expect(names.nameOf('again 0')).toBe('ziping_0')
})
