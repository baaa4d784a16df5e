import { expect, it } from 'vitest'
import { dayOf } from '../../web/src/shell/dates.ts'

it('a day is read in every usual form, and a text that is none is none', () => {
  const forms = ['2026-03-15', '2026/3/15', ' 2026.3.15 ', '20260315', '2026年3月15日', '２０２６－０３－１５']
  expect(forms.map(dayOf)).toEqual(forms.map(() => '2026-03-15'))
  expect(
    ['', '2026', '2026-3', '2026315', '15-03-2026', '2026-02-30', '2025-02-29', '2026-13-01', '明天'].map(dayOf),
  ).toEqual(Array.from({ length: 9 }, () => null))
  expect(dayOf('2024-2-29')).toBe('2024-02-29')
})
