import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDecimal, shortest } from './decimal.ts'
import { numberText, textText } from './number-text.ts'

const shown = (raw: string, code: string, from1904 = false) => numberText(raw, code, from1904).text

describe('figures without a format', () => {
  it.each([
    ['0.30000000000000004', '0.3'],
    ['0.28999999999999998', '0.29'],
    ['94.469999999999999', '94.47'],
    ['1E-3', '0.001'],
    ['1.5E2', '150'],
    ['-0.0', '0'],
    ['100', '100'],
    ['202112345678', '202112345678'],
    ['0.1234567890123456', '0.123456789012346'],
    ['1e300', '1E+300'],
    ['-2.5e-20', '-2.5E-20'],
    ['1e309', '1e309'],
    ['abc', 'abc'],
    ['', ''],
  ])('%s is shown as %s', (raw, text) => {
    expect(shown(raw, 'General')).toBe(text)
  })

  it('any figure that a sheet holds is shown with its 15 digits', () => {
    fc.assert(
      fc.property(
        fc
          .double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 })
          .filter((value) => value === 0 || Math.abs(value) > 1e-290),
        (value) => {
          const text = shortest(readDecimal(String(value))!)
          expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(Math.abs(value) * 6e-15)
          expect(text.replace(/E.*|[-.]/g, '').replace(/^0+|0+$/g, '').length).toBeLessThanOrEqual(15)
        },
      ),
      { seed: 20210402, numRuns: 2000 },
    )
  })
})

describe('number formats', () => {
  it.each([
    ['9.8', '0.00', '9.80'],
    ['2.6749999999999998', '0.00', '2.68'],
    ['0.94469999999999998', '0.00%', '94.47%'],
    ['1', '0%', '100%'],
    ['0.005', '0.0%', '0.5%'],
    ['1234567.891', '#,##0.00', '1,234,567.89'],
    ['999.5', '#,##0', '1,000'],
    ['12', '#,##0', '12'],
    ['-1234.5', '#,##0.00', '-1,234.50'],
    ['-1234.5', '#,##0.00;[Red]-#,##0.00', '-1,234.50'],
    ['-5', '0.00_);[Red]\\(0.00\\)', '(5.00)'],
    ['1234.5', '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '1,234.50'],
    ['0', '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-  '],
    ['0', '0.00;-0.00;;@', ''],
    ['5', ';;;', ''],
    ['60', '0"人"', '60人'],
    ['60', '"≥"0', '≥60'],
    ['60.5', 'General"万元"', '60.5万元'],
    ['60', 'G/通用格式"人次"', '60人次'],
    ['0.5', '#.00', '.50'],
    ['0.5', '0.##', '0.5'],
    ['3', '0.##', '3.'],
    ['3', '0.0#', '3.0'],
    ['12345678', '0,,"百万"', '12百万'],
    ['12345', '0.0,', '12.3'],
    ['7', '000', '007'],
    ['13812345678', '000-0000-0000', '138-1234-5678'],
    ['1234', '00-00', '12-34'],
    ['12345', '0.00E+00', '1.23E+04'],
    ['0.00012345', '0.0E-0', '1.2E-4'],
    ['99999', '0.0E+0', '1.0E+5'],
    ['12345', '##0.0E+0', '12.3E+3'],
    ['0', '0.0E+0', '0.0E+0'],
    ['85', '[>=90]"优";[>=80]"良";"中"', '良'],
    ['95', '[>=90]"优";[>=80]"良";"中"', '优'],
    ['5', '[<10]0.0;[=10]"十";0', '5.0'],
    ['5', '[$¥-804]#,##0.00', '¥5.00'],
    ['5', '[Blue][$-F800]0', '5'],
    ['0.004', '0.00', '0.00'],
    ['-0.004', '0.00', '-0.00'],
  ])('%s by %s is %s', (raw, code, text) => {
    expect(numberText(raw, code, false)).toEqual({ text, understood: true })
  })

  it('what cannot be followed shows the figure, and says so', () => {
    expect(numberText('1.5', '# ?/?', false)).toEqual({ text: '1.5', understood: false })
    expect(numberText('123', '[DBNum2]General', false)).toEqual({ text: '123', understood: false })
    expect(numberText('-5', 'yyyy-mm-dd', false)).toEqual({ text: '-5', understood: false })
    expect(numberText('99999999', 'yyyy-mm-dd', false)).toEqual({ text: '99999999', understood: false })
  })

  it('a text is shown through its section', () => {
    expect(textText('甲', '@')).toBe('甲')
    expect(textText('甲', '0.00')).toBe('甲')
    expect(textText('甲', '0;-0;0;"项目:"@')).toBe('项目:甲')
    expect(textText('甲', '@"(略)"')).toBe('甲(略)')
  })

  it('no code makes it fail', () => {
    const signs = fc.constantFrom(...'0#?.,%@;"\\_*[]-+/:()eEyYmdhsaAMP$<>=1 年General\u4e2d'.split(''))
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 30 }), fc.double(), (code, value) => {
        expect(typeof shown(String(value), code)).toBe('string')
        expect(typeof textText('甲', code)).toBe('string')
      }),
      { seed: 20210403, numRuns: 5000 },
    )
  })
})

describe('dates and times', () => {
  it.each([
    ['44545', 'yyyy/m/d', '2021/12/15'],
    ['44545', 'yyyy"年"m"月"d"日"', '2021年12月15日'],
    ['44545', 'yyyy-mm-dd', '2021-12-15'],
    ['44545', 'yyyy年mm月', '2021年12月'],
    ['44545', 'yy.m.d', '21.12.15'],
    ['44545', 'd-mmm-yy', '15-Dec-21'],
    ['44545', 'mmmm ddd dddd', 'December Wed Wednesday'],
    ['44545', 'mmmmm', 'D'],
    ['44545', 'aaa aaaa', '三 星期三'],
    ['44545', '[DBNum1][$-804]yyyy"年"m"月"d"日"', '二〇二一年十二月十五日'],
    ['44545.75', 'yyyy/m/d h:mm', '2021/12/15 18:00'],
    ['44545.75', 'h:mm AM/PM', '6:00 PM'],
    ['44545.25', '上午/下午h"时"mm"分"', '上午6时00分'],
    ['0.5', 'h:mm:ss', '12:00:00'],
    ['0.999999', 'hh:mm:ss', '00:00:00'],
    ['1.5', '[h]:mm:ss', '36:00:00'],
    ['0.0423726851851852', 'mm:ss.0', '01:01.0'],
    ['0.5', '[mm]:ss', '720:00'],
    ['1', 'yyyy-mm-dd', '1900-01-01'],
    ['60', 'yyyy-mm-dd', '1900-02-29'],
    ['61', 'yyyy-mm-dd', '1900-03-01'],
    ['0', 'yyyy-mm-dd', '1900-01-00'],
    ['2958465', 'yyyy-mm-dd', '9999-12-31'],
  ])('%s by %s is %s', (raw, code, text) => {
    expect(shown(raw, code)).toBe(text)
  })

  it('may be counted from 1904', () => {
    expect(shown('43083', 'yyyy-mm-dd', true)).toBe('2021-12-15')
  })
})
