import { describe, expect, it } from 'vitest'
import type { Form } from '../../model/index.ts'
import { type FormSketch, formFromSketch } from '../../recognise/sketch.ts'
import { wordsIn } from './telling-words.ts'
import { tiesOf as tiesIn } from './ties.ts'

const tiesOf = (form: Form) => tiesIn(form, wordsIn(form.region.value ?? ''))

/** Names of the tied indicators by task name. */
function tied(sketch: FormSketch): Record<string, string[]> {
  const form = formFromSketch(sketch)
  const at = (path: string) => Number(/\d+/.exec(path)![0])
  return Object.fromEntries(
    tiesOf(form).map((tie) => [
      form.tasks[at(tie.task)]!.name.raw,
      tie.indicators.map(({ path, words }) => `${form.indicators[at(path)]!.name.raw} ${words.join('/')}`),
    ]),
  )
}

describe('ties', () => {
  it('rest on words that name and content of the task share with the indicator', () => {
    expect(
      tied({
        tasks: [
          { name: '河道保洁经费', content: '主要用于河道清淤、岸坡绿化。' },
          { name: '路灯维护经费', content: '主要用于路灯更换。' },
          { row: 'total', name: '河道合计' },
        ],
        indicators: [
          { name: '河道清淤里程' },
          { name: '路灯完好率' },
          { name: '培训人数' },
          { name: '河道保洁', role: 'notApplicable' },
          { name: '' },
        ],
      }),
    ).toEqual({ 河道保洁经费: ['河道清淤里程 河道清淤'], 路灯维护经费: ['路灯完好率 路灯'] })
  })

  it('prefer the task whose own item the indicator names', () => {
    expect(
      tied({
        tasks: [
          { name: '工会经费', content: '职工活动、疗养等' },
          { name: '老干部经费', content: '老干部的疗养及走访' },
        ],
        indicators: [{ name: '疗养项目总成本' }, { name: '老干部疗养经费' }],
      }),
    ).toEqual({ 工会经费: ['疗养项目总成本 疗养'], 老干部经费: ['老干部疗养经费 老干部/疗养'] })
  })

  it('are none where two tasks fit alike, or only generic words are shared', () => {
    const tasks = [
      { name: '一中食堂经费', content: '' },
      { name: '二中食堂经费', content: '' },
    ]
    expect(tied({ tasks, indicators: [{ name: '食堂满意度' }, { name: '开展工作经费支出情况' }] })).toEqual({})
    expect(tied({ tasks: [], indicators: [{ name: '食堂满意度' }] })).toEqual({})
  })

  it('need more than one short word among many', () => {
    const tasks = [{ name: '基本支出', content: '对个人和家庭的补助' }]
    expect(tied({ tasks, indicators: [{ name: '婚姻家庭纠纷调解覆盖面' }] })).toEqual({})
  })

  it('do not rest on the name of the place', () => {
    const sketch = (region: string): FormSketch => ({
      region,
      tasks: [{ name: '青原区图书采购经费', content: '' }],
      indicators: [{ name: '青原区居民体检人数' }],
    })
    expect(tied(sketch('吉安市青原区'))).toEqual({})
    expect(tied(sketch(''))).toEqual({ 青原区图书采购经费: ['青原区居民体检人数 青原区'] })
  })

  it('stay as they are when a figure changes, and are looked for anew when a name changes', () => {
    const form = formFromSketch({ tasks: [{ name: '河道保洁经费' }], indicators: [{ name: '河道里程', weight: '5' }] })
    const [row] = form.indicators
    const ties = tiesOf(form)
    expect(tiesOf({ ...form, indicators: [{ ...row!, weight: row!.score }] })).toBe(ties)
    expect(tiesOf({ ...form, indicators: [{ ...row!, name: { raw: '食堂', value: '食堂' } }] })).toEqual([])
    expect(tiesOf({ ...form, indicators: [row!, row!] })[0]!.indicators).toHaveLength(2)
  })

  it('take 义工 for 志愿者', () => {
    expect(tied({ tasks: [{ name: '志愿者服务经费' }], indicators: [{ name: '慰问义工人数' }] })).toEqual({
      志愿者服务经费: ['慰问义工人数 志愿者'],
    })
  })
})
