import { describe, expect, it } from 'vitest'
import { Exact } from '../../model/index.ts'
import { sayFigure, sayList } from './figures.ts'

describe('figures as they are said', () => {
  it('keep two places, more where there are more, four where there is no end', () => {
    expect(['10', '9.8', '47.1004', '1/3'].map((value) => sayFigure(Exact.of(value)))).toEqual([
      '10.00',
      '9.80',
      '47.1004',
      '0.3333',
    ])
    expect(sayFigure(Exact.of(12), 0)).toBe('12')
  })

  it('are listed as far as a reader will follow', () => {
    expect(sayList(['a', 'b'])).toBe('a、b')
    expect(sayList(['a', 'b', 'c'], 2)).toBe('a、b… (3)')
  })
})
