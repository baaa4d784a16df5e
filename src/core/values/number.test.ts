import { describe, expect, it } from 'vitest'
import { readNumber } from './index.ts'

describe('a number cell', () => {
  it.each([
    ['94.47%', '94.47', 2, 'percent'],
    ['620.82万元', '620.82', 2, '万元'],
    ['1,437', '1437', 0, 'none'],
    ['1,234,567.80', '1234567.8', 2, 'none'],
    ['2 ', '2', 0, 'none'],
    ['10.00', '10', 2, 'none'],
    ['3千元', '3', 0, '千元'],
    ['1.2亿', '1.2', 1, '亿元'],
    ['10万', '10', 0, '万元'],
    ['¥ 10元', '10', 0, '元'],
    ['-12.5', '-12.5', 1, 'none'],
    ['+5', '5', 0, 'none'],
    ['10分', '10', 0, 'none'],
    ['9. 80', '9.8', 2, 'none'],
    ['9 .80', '9.8', 2, 'none'],
    ['20%', '20', 0, 'percent'],
    ['100.00 %', '100', 2, 'percent'],
  ])('%s', (text, value, decimals, unit) => {
    const read = readNumber(text)
    expect([read.value?.toString(), read.decimals, read.unit]).toEqual([value, decimals, unit])
  })

  it.each([
    '',
    '-',
    '—',
    '_',
    'IO',
    '1O',
    '10 10',
    '12,34',
    '1234,567',
    '1,2345',
    '.8',
    '5.',
    '1.2.3',
    '1E3',
    '10人',
    '约10',
    '10-15',
    '无',
    'M.8',
    '9'.repeat(61),
  ])('"%s" is none', (text) => {
    expect(readNumber(text)).toEqual({ value: null, decimals: 0, unit: 'none' })
  })
})
