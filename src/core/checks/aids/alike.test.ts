import { describe, expect, it } from 'vitest'
import { findAlike } from './alike.ts'

const first = '原因分析外包单位人员调整部分点位交接较晚改进措施提前编排工期按旬调度进度'
const changed = first.replace('外包单位', '承包企业')
const longer = `${first}逐点销号`

describe('texts that say nearly the same', () => {
  it('are found where beginning or end was kept, and put together', () => {
    expect(findAlike([first, '', '另一段完全不同的文字说明情况', changed, longer, first])).toEqual([
      { members: [0, 3, 4, 5], similarity: expect.any(Number) },
    ])
    expect(findAlike([first, changed])[0]!.similarity).toBeGreaterThanOrEqual(80)
  })

  it('are 100 % alike where they are the same', () => {
    expect(findAlike(['甲', '甲', first, '乙', first])).toEqual([
      { members: [0, 1], similarity: 100 },
      { members: [2, 4], similarity: 100 },
    ])
    expect(findAlike([])).toEqual([])
  })

  it('are so at any length', () => {
    const long = Array.from({ length: 200 }, (_, at) => `第${at}处${first}`).join('')
    expect(findAlike([`${long}甲`, '另一段文字', `${long}乙`])).toEqual([{ members: [0, 2], similarity: 99 }])
  })

  it('are the same whatever the order', () => {
    const texts = [changed, '一段文字', longer, first]
    const said = (order: readonly string[]) =>
      findAlike(order).map(({ members, similarity }) => [members.map((at) => order[at]).sort(), similarity])
    expect(said(texts)).toEqual(said(texts.toReversed()))
  })

  it('are each compared with a few others only: ten thousand texts take no longer than their sorting', () => {
    const texts = Array.from({ length: 10_000 }, (_, at) => `第${at}处${first}`)
    expect(findAlike(texts)).toHaveLength(1)
  })
})
