import { describe, expect, it } from 'vitest'
import { findMisread } from './misread.ts'

const pairs = (text: string) => findMisread(text).map(({ printed, likely }) => `${printed}→${likely}`)

describe('misread signs', () => {
  it('are found where one look-alike makes a word', () => {
    expect(findMisread('公寓人住率')).toEqual([{ at: 2, printed: '人住', likely: '入住', repaired: '公寓入住率' }])
    expect(pairs('因雨天导到工期推迟')).toEqual(['导到→导致'])
    expect(pairs('基本过\n成年度目标')).toEqual(['过成→达成'])
    expect(pairs('资金按时拔付')).toEqual(['拔付→拨付'])
    expect(pairs('已纳人预算')).toEqual(['纳人→纳入'])
    expect(pairs('帮扶因难职工')).toEqual(['因难→困难'])
  })

  it('are not suspected inside a word, beside one, or behind a number', () => {
    expect(pairs('指导到位,引导到户,通过成立小组,超过成本,个人库存,无人住宿')).toEqual([])
    expect(pairs('共8人住宿')).toEqual([])
    expect(pairs('1部舞台剧因主创人员变动延期')).toEqual([])
    expect(pairs('')).toEqual([])
  })

  it('are left alone where two look-alikes would do', () => {
    expect(pairs('年未')).toEqual(['年未→年末'])
    expect(pairs('请')).toEqual([])
  })
})
