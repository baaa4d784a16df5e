import { describe, expect, it } from 'vitest'
import type { Office } from './office.ts'
import { forgetReading, type Reading, readOnce } from './readings.ts'

/** Of an office only the key and the clock take part. */
function officeAt(clock: { now: number }): Office {
  return { key: {}, now: () => new Date(clock.now).toISOString() } as Office
}

function reading(title: string): Reading {
  return { forms: [{ title } as Reading['forms'][number]], findings: [] }
}

/** How often a file was really read. */
function counted(value: Reading): { readonly read: () => Promise<Reading>; readonly times: () => number } {
  let n = 0
  return {
    times: () => n,
    read: async () => {
      n++
      return value
    },
  }
}

describe('a file that somebody looks at before it is taken', () => {
  it('is read once for one form and person, and again for any other', async () => {
    const office = officeAt({ now: 0 })
    const { read, times } = counted(reading('表'))
    const first = await readOnce(office, ['filing', 'person', 'hash'], read)
    expect(await readOnce(office, ['filing', 'person', 'hash'], read)).toBe(first)
    expect(times()).toBe(1)
    await readOnce(office, ['filing', 'other person', 'hash'], read)
    await readOnce(office, ['other filing', 'person', 'hash'], read)
    await readOnce(office, ['filing', 'person', 'other hash'], read)
    await readOnce(officeAt({ now: 0 }), ['filing', 'person', 'hash'], read)
    expect(times()).toBe(5)
  })

  it('is read again after half an hour, and once it was taken', async () => {
    const clock = { now: 0 }
    const office = officeAt(clock)
    const { read, times } = counted(reading('表'))
    await readOnce(office, ['a'], read)
    clock.now = 29 * 60_000
    await readOnce(office, ['a'], read)
    expect(times()).toBe(1)
    clock.now = 31 * 60_000
    await readOnce(office, ['a'], read)
    expect(times()).toBe(2)
    forgetReading(office, ['a'])
    await readOnce(office, ['a'], read)
    expect(times()).toBe(3)
  })

  it('is not remembered where there is nothing in it or too much; the oldest give way', async () => {
    const office = officeAt({ now: 0 })
    const empty = counted({ forms: [], findings: [] })
    await readOnce(office, ['empty'], empty.read)
    await readOnce(office, ['empty'], empty.read)
    expect(empty.times()).toBe(2)
    const large = counted(reading('长'.repeat(25_000_000)))
    await readOnce(office, ['large'], large.read)
    await readOnce(office, ['large'], large.read)
    expect(large.times()).toBe(2)
    const small = counted(reading('表'))
    for (let n = 0; n <= 40; n++) await readOnce(office, [`${n}`], small.read)
    await readOnce(office, ['40'], small.read)
    expect(small.times()).toBe(41)
    await readOnce(office, ['0'], small.read)
    expect(small.times()).toBe(42)
  })
})
