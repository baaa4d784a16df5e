import { describe, expect, it } from 'vitest'
import { canonicalJson, upgraded } from './canonical-json.ts'

describe('canonical JSON', () => {
  it('is one text for one value, however it was put together', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'x"\n'], 10: '十', 9: undefined })).toBe(
      '{"10":"十","a":[true,null,"x\\"\\n"],"b":1}',
    )
    expect(canonicalJson({ a: { d: 1, c: 2 }, b: [] })).toBe(canonicalJson({ b: [], a: { c: 2, d: 1 } }))
    expect(canonicalJson({ B: 1, a: 1, ä: 1, A: 1 })).toBe('{"A":1,"B":1,"a":1,"ä":1}')
    expect(canonicalJson([-0, 0.5, 1e21])).toBe('[0,0.5,1e+21]')
  })

  it('has no number that JSON has not', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError)
    expect(() => canonicalJson([Number.POSITIVE_INFINITY])).toThrow(RangeError)
  })
})

describe('stored data', () => {
  const steps = {
    1: (older: { readonly name: string }) => ({ schema: 2, names: [older.name] }),
    2: (older: { readonly names: readonly string[] }) => ({ schema: 3, count: older.names.length }),
  }

  it('is brought up step by step', () => {
    expect(upgraded({ schema: 1, name: '甲' } as { schema: number }, 3, steps)).toEqual({ schema: 3, count: 1 })
    expect(upgraded({ schema: 3 }, 3, steps)).toEqual({ schema: 3 })
  })

  it('is refused where nobody knows what it means', () => {
    expect(upgraded({ schema: 4 }, 3, steps)).toEqual({ problem: 'newer', at: 'schema' })
    expect(upgraded({ schema: 0 }, 3, steps)).toEqual({ problem: 'wrong-shape', at: 'schema' })
    expect(upgraded({}, 3, steps)).toEqual({ problem: 'wrong-shape', at: 'schema' })
  })
})
