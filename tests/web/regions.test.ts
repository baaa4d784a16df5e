import { describe, expect, it } from 'vitest'
import { regionsIn } from '../../web/src/administration/regions.ts'

describe('a table of region codes', () => {
  it('finds what each code lies below by its digits', () => {
    const { regions, left } = regionsIn([
      ['行政区划代码', '名称'],
      ['440000', '广东省'],
      ['440300', '深圳市'],
      ['440311', '光明区'],
      ['440311002', '公明街道'],
      ['440311002001', '某社区'],
    ])
    expect(left).toBe(1)
    expect(regions.map(({ code, parent }) => [code, parent])).toEqual([
      ['440000', null],
      ['440300', '440000'],
      ['440311', '440300'],
      ['440311002', '440311'],
      ['440311002001', '440311002'],
    ])
  })

  it('skips a level that is not in the table, and takes what the server has', () => {
    expect(regionsIn([['500103', '渝中区']], ['500000']).regions).toEqual([
      { code: '500103', name: '渝中区', parent: '500000' },
    ])
  })

  it('takes a superior that is written, names before codes, and lines of text', () => {
    expect(regionsIn([['开发区', '440390', '440300']]).regions[0]).toEqual({
      code: '440390',
      name: '开发区',
      parent: '440300',
    })
    expect(regionsIn([['11\t北京市'], ['1101 市辖区'], ['']])).toEqual({
      regions: [
        { code: '11', name: '北京市', parent: null },
        { code: '1101', name: '市辖区', parent: '11' },
      ],
      left: 0,
    })
  })

  it('counts a code once, as it stands last', () => {
    expect(
      regionsIn([
        ['440311', '旧名'],
        ['440311', '新名'],
      ]).regions,
    ).toEqual([{ code: '440311', name: '新名', parent: null }])
  })
})
