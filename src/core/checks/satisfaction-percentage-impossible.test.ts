import { describe, expect, it } from 'vitest'
import { Exact } from '../model/index.ts'
import { isDecidable, isPossible, type PrintedPercent } from './aids/surveys.ts'
import { check } from './satisfaction-percentage-impossible.ts'

/** 100·k/n to so many decimals, in hundredths of the last place and rounded as people and programs do, without any of our own arithmetic. */
function roundings(k: number, n: number, decimals: number): readonly number[] {
  const scaled = 100 * k * 10 ** decimals
  const floor = Math.floor(scaled / n)
  const twiceRest = 2 * (scaled - floor * n)
  const halfUp = twiceRest >= n ? floor + 1 : floor
  const halfEven = twiceRest === n ? floor + (floor % 2) : halfUp
  return [floor, halfUp, halfEven]
}

function printed(units: number, decimals: number): PrintedPercent {
  return { percent: Exact.of(BigInt(units)).dividedBy(Exact.of(10 ** decimals)), decimals }
}

/** Percentages between 80 % and 100 %, as a person would write one with so many decimals. */
function writtenAtWill(decimals: number): readonly number[] {
  const unit = 10 ** decimals
  const all = Array.from({ length: 20 * unit }, (_, at) => 80 * unit + at)
  return decimals === 0 ? all : all.filter((units) => units % 10 !== 0)
}

function power(decimals: number, answers: number): string {
  const written = writtenAtWill(decimals)
  const caught = written.filter((units) => !isPossible(printed(units, decimals), Exact.of(answers)))
  return ((100 * caught.length) / written.length).toFixed(1)
}

const stated: readonly (readonly [decimals: number, name: string, answers: readonly number[]])[] = [
  [0, '整数', [30, 50, 60]],
  [1, '一位小数', [50, 100, 200, 300, 600]],
  [2, '两位小数', [500, 2000, 5000]],
]

describe('percentages that so many answers can give', () => {
  it('are never flagged: every count, to 0, 1 and 2 decimals, by all three ways of rounding', () => {
    const flagged: string[] = []
    let tried = 0
    const counts = [...Array.from({ length: 120 }, (_, at) => at + 1), 186, 199, 333, 499, 666]
    for (const n of counts) {
      for (let k = 0; k <= n; k++) {
        for (const decimals of [0, 1, 2]) {
          for (const units of new Set(roundings(k, n, decimals))) {
            tried++
            if (!isPossible(printed(units, decimals), Exact.of(n))) flagged.push(`${k}/${n} as ${units}`)
          }
        }
      }
    }
    expect(flagged).toEqual([])
    expect(tried).toBeGreaterThan(20_000)
  })

  it.each(stated)(
    '%i decimals: the page tells the measured share of impossible ones that is found',
    (decimals, name, counts) => {
      const figures = counts.map((answers) => [answers, power(decimals, answers)] as const)
      expect(check.why.zh).toContain(
        `${name}，${figures.map(([answers, share]) => `${answers}份${share}%`).join('，')}`,
      )
      const [first, ...others] = figures.map(([answers, share]) => [answers, `${share} %`] as const)
      expect(check.why.en).toContain(
        [`${first![1]} with ${first![0]}`, ...others.map(([answers, share]) => `${share} with ${answers}`)]
          .join(', ')
          .replace('with 30,', 'with 30 answers,'),
      )
    },
  )

  it('are all possible from 67, 667 and 6667 answers on, and not before', () => {
    for (const [decimals, border] of [
      [0, 67],
      [1, 667],
      [2, 6667],
    ] as const) {
      expect(isDecidable(printed(1, decimals), Exact.of(border - 1))).toBe(true)
      expect(isDecidable(printed(1, decimals), Exact.of(border))).toBe(false)
      expect(power(decimals, border)).toBe('0.0')
    }
    expect(isDecidable(printed(1, 0), Exact.zero)).toBe(false)
  })
})
