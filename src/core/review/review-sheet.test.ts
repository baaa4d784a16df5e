import { describe, expect, it } from 'vitest'
import { editions } from '../rulebook/index.ts'
import { phraseById, phrases, reviewSheet, standing, withPhrase } from './index.ts'

const rows = [
  { row: 'a', name: '甲', weight: '10', own: '10' },
  { row: 'b', name: '乙', weight: '5', own: '4.5' },
  { row: 'c', name: '丙', weight: '5', own: null },
  { row: 'd', name: '丁', weight: null, own: null },
]

describe("a review beside the unit's own scores", () => {
  it('says what was taken off, and how far the unit was from it', () => {
    const sheet = reviewSheet(rows, {
      a: { score: '7', reason: '无佐证', phrase: 'no-evidence', actual: '60人' },
      c: { score: '2', reason: '补评' },
    })
    expect(sheet.rows.map(({ row, reviewed, deducted, deviation }) => [row, reviewed, deducted, deviation])).toEqual([
      ['a', '7', '3', '0.3000'],
      ['b', '4.5', '0', '0.0000'],
      ['c', '2', null, null],
      ['d', null, null, null],
    ])
    expect(sheet.total).toEqual({ own: '14.5', reviewed: '13.5', deducted: '1', deviation: '0.0690' })
    expect(sheet).toMatchObject({ assessed: 2, missing: 1 })
  })

  it("without any value is the unit's own", () => {
    expect(reviewSheet(rows, {}).total).toEqual({ own: '14.5', reviewed: '14.5', deducted: '0', deviation: '0.0000' })
    expect(reviewSheet([], {}).total).toEqual({ own: '0', reviewed: '0', deducted: '0', deviation: null })
    expect(reviewSheet(rows, { a: { score: null, reason: '待核' } }).assessed).toBe(0)
  })

  it.each([
    ['满分', 'no-number'],
    ['-1', 'negative'],
    ['10.01', 'above-weight'],
    ['10', null],
    ['0', null],
  ])('%s for a row of 10 points: %s', (score, problem) => {
    const [row] = reviewSheet(rows, { a: { score, reason: '因' } }).rows
    expect(row!.problem).toBe(problem)
    expect(row!.reviewed).toBe(problem === null ? score : '10')
  })

  it('a row that scored nothing has no deviation, one without a weight any points', () => {
    const [none, free] = reviewSheet(
      [
        { row: 'a', name: '', weight: '5', own: '0' },
        { row: 'b', name: '', weight: null, own: '1' },
      ],
      { b: { score: '3', reason: '因' } },
    ).rows
    expect(none!.deviation).toBeNull()
    expect(free).toMatchObject({ reviewed: '3', deducted: '-2', deviation: '-2.0000', problem: null })
  })

  it('a row called like a member of every object has no value', () => {
    expect(reviewSheet([{ row: 'constructor', name: '', weight: '1', own: '1' }], {}).rows[0]!.value).toBeNull()
  })
})

describe('stock phrases', () => {
  it('have names of their own and point at deductions that some edition has', () => {
    expect(new Set(phrases.map(({ id }) => id)).size).toBe(phrases.length)
    const known = new Set(editions.flatMap(({ review = [] }) => review.map(({ id }) => id)))
    expect(phrases.filter(({ deduction }) => deduction !== undefined && !known.has(deduction))).toEqual([])
    expect(phraseById('late')!.title.zh).toBe('未按期完成')
    expect(phraseById('x')).toBeUndefined()
  })
})

describe('what of a review stands', () => {
  it('is all but the rows whose appeal was upheld', () => {
    const points = [
      { row: 'a', reason: '已补佐证', answer: 'upheld' },
      { row: 'b', reason: '口径不同', answer: 'dismissed' },
      { row: 'c', reason: '待核', answer: null },
    ] as const
    expect(standing({ a: 1, b: 2, c: 3, d: 4 }, points)).toEqual({ b: 2, c: 3, d: 4 })
  })
})

describe('a stock phrase', () => {
  const [first, second] = phrases
  it.each([
    ['', first!.text.zh, first!.text.zh],
    ['签到表只有3人', first!.text.zh, `${first!.text.zh}签到表只有3人`],
    [`${first!.text.zh}签到表只有3人`, second!.text.zh, `${second!.text.zh}签到表只有3人`],
    [`${first!.text.zh}签到表只有3人`, '', '签到表只有3人'],
    ['three names only', first!.text.en, `${first!.text.en} three names only`],
    [first!.text.en, '', ''],
  ])('before “%s”', (typed, phrase, after) => {
    expect(withPhrase(typed, phrase)).toBe(after)
  })
})
