import { describe, expect, it } from 'vitest'
import { isIdentityNumber, passesLuhn, publicationItems, unconfirmed } from './index.ts'

// Made numbers: region 110101, a day, a sequence, and the check character that the standard gives.
const IDENTITY = '11010119900307803X'

function found(text: string): readonly string[] {
  return publicationItems([{ place: 'p', text }]).map(({ kind, certain }) => `${kind}${certain ? '!' : ''}`)
}

describe('before a form is published', () => {
  it.each([
    ['本项目属机密★5年', ['secrecy', 'secrecy']],
    ['内部资料,不得外传', ['secrecy', 'secrecy']],
    ['保守国家秘密文件', ['secrecy']],
    ['保护商业秘密', []],
    ['秘书处负责', []],
    [`经办人张某(${IDENTITY})`, ['identity!']],
    ['证号110101199003078031', ['identity']],
    ['证号110101900307803', ['identity']],
    ['编号123456789012345', ['account']],
    ['电话13800138000', ['phone']],
    ['电话+86 138 0013 8000', ['phone']],
    ['办公电话0755-88888888', ['phone']],
    ['账号6222 0200 0000 0000 008', ['account']],
    ['账号4111111111111111', ['account!']],
    ['邮箱 someone@example.gov.cn', ['email!']],
    ['执行数2672.05万元,完成值10000人次,2021年12月15日前', []],
    ['金额1234567890123456.78', []],
    ['', []],
    ['全角１３８００１３８０００', ['phone']],
  ])('%s', (text, kinds) => {
    expect(found(text)).toEqual(kinds)
  })

  it('personal numbers are masked, marks of secrecy are not', () => {
    const items = publicationItems([{ place: 'r1 note', text: `机密 ${IDENTITY} 13800138000 a@b.cn` }])
    expect(items.map(({ excerpt }) => excerpt)).toEqual(['机密', '110*************3X', '138******00', 'a***cn'])
  })

  it('what was confirmed stays confirmed while its text is the same, each time it stands there', () => {
    const before = publicationItems([{ place: 'a', text: '13800138000和13800138000' }])
    expect(new Set(before.map(({ key }) => key)).size).toBe(2)
    const keys = before.map(({ key }) => key)
    expect(unconfirmed(publicationItems([{ place: 'a', text: '改:13800138000和13800138000' }]), keys)).toEqual([])
    expect(unconfirmed(publicationItems([{ place: 'a', text: '13800138001' }]), keys)).toHaveLength(1)
    expect(unconfirmed(publicationItems([{ place: 'b', text: '13800138000' }]), keys)).toHaveLength(1)
  })

  it('files are told with what they hide', () => {
    const items = publicationItems([], [{ place: '附件.xlsx', hiddenSheets: ['底稿'], metadata: ['作者:张三'] }])
    expect(items.map(({ kind, excerpt, place }) => [kind, excerpt, place])).toEqual([
      ['hiddenSheet', '底稿', '附件.xlsx'],
      ['metadata', '作者:张三', '附件.xlsx'],
    ])
  })

  it('takes time linear in the text', () => {
    for (const sign of ['1', '1 ', '机密', 'a@', '0755-'])
      expect(publicationItems([{ place: 'p', text: sign.repeat(40_000) }])).toBeDefined()
  })
})

describe('numbers with a check digit', () => {
  it.each([
    [IDENTITY, true],
    ['11010119900307803x', true],
    ['110101199003078030', false],
    ['110101199002308034', false],
    ['11010119901307803X', false],
    ['11010120000229803X', false],
    ['1101011990030780', false],
    ['', false],
  ])('%s is an identity number: %s', (number, expected) => {
    expect(isIdentityNumber(number)).toBe(expected)
  })

  it('the 29th of February is a day in leap years alone', () => {
    const withCheck = (body: string) => [...'0123456789X'].map((check) => body + check).filter(isIdentityNumber).length
    expect(withCheck('11010120000229803')).toBe(1)
    expect(withCheck('11010119000229803')).toBe(0)
    expect(withCheck('11010119960229803')).toBe(1)
    expect(withCheck('11010119970229803')).toBe(0)
    expect(withCheck('11010119970431803')).toBe(0)
    expect(withCheck('11010119970400803')).toBe(0)
  })

  it.each([
    ['4111111111111111', true],
    ['4111111111111112', false],
    ['79927398713', true],
  ])('%s passes: %s', (number, expected) => {
    expect(passesLuhn(number)).toBe(expected)
  })
})
