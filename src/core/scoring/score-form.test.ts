import { describe, expect, it } from 'vitest'
import { full, law, money, national, number, output, say, score } from '../../../tests/support/scored.ts'
import { formFromSketch, type IndicatorSketch } from '../recognise/sketch.ts'
import { type Edition, editionById } from '../rulebook/index.ts'
import { scoreForm } from './index.ts'

describe('rows', () => {
  const one = (row: IndicatorSketch) => score({ indicators: [{ ...output, ...row }] }).rows[0]!

  it('agree exactly, or not at all, where a formula decides', () => {
    expect(one({ weight: '5.06', target: '65场', actual: '64场', score: '4.98' }).agreement).toBe('equal')
    expect(one({ weight: '5.06', target: '65场', actual: '64场', score: '4.9822' }).agreement).toBe('equal')
    expect(one({ weight: '5.06', target: '65场', actual: '64场', score: '4.9811' }).agreement).toBe('outside')
    expect(one({ weight: '5.06', target: '65场', actual: '64场', score: '5.06' }).agreement).toBe('outside')
    expect(one({ weight: '5.06', target: '65场', actual: '64场', score: '5' }).agreement).toBe('outside')
  })

  it('lie inside a band or outside it', () => {
    const word = { target: '良好', actual: '良好', weight: '10' }
    expect(one({ ...word, score: '8' }).agreement).toBe('inside')
    expect(one({ ...word, score: '7.99' }).agreement).toBe('outside')
    const partly = { target: '有效提升', actual: '部分达成预期指标', weight: '10' }
    expect(one({ ...partly, score: '7.99' }).agreement).toBe('inside')
    expect(one({ ...partly, score: '8' }).agreement).toBe('outside')
  })

  it('depend on a reading where a word is open', () => {
    const open = { target: '有效提升', actual: '基本达成预期指标', weight: '10' }
    expect(one({ ...open, score: '10' }).agreement).toBe('depends')
    expect(one({ ...open, score: '7.5' }).agreement).toBe('depends')
    expect(one({ ...open, score: '5' }).agreement).toBe('outside')
  })

  it('are for a person where no rule decides, but never above the weight', () => {
    const open = { target: '及时', actual: '100%', weight: '10' }
    expect(one({ ...open, score: '10' }).agreement).toBe('judge')
    expect(one({ ...open, score: '10.5' }).agreement).toBe('outside')
  })

  it('are lost only where a score was to be expected', () => {
    expect(one({ weight: '10' }).agreement).toBe('lost')
    expect(one({ weight: '0' }).agreement).toBe('none')
    const form = formFromSketch({ indicators: [{ ...output, weight: '10' }] })
    const columns = { ...form.columns, indicators: form.columns.indicators.filter((column) => column !== 'score') }
    expect(scoreForm({ ...form, columns }, national).rows[0]?.agreement).toBe('none')
  })

  it('without a weight have nothing to score, and say so where it cannot be read', () => {
    expect(one({ weight: '' })).toMatchObject({
      rule: null,
      recomputed: null,
      agreement: 'none',
      verdict: 'met',
      because: [],
    })
    expect(one({ weight: '十分之' }).because[0]?.zh).toContain('十分之')
    expect(one({ weight: '-5' }).because[0]?.zh).toContain('负数')
    expect(one({ role: 'part', weight: '5' })).toMatchObject({ rule: null, recomputed: null })
  })

  it('with empty cells where nothing was read at all are for a person', () => {
    const form = formFromSketch({ indicators: [{ ...output, weight: '10' }] })
    const [indicator] = form.indicators
    const bare = { ...indicator!, target: { raw: '', value: null }, actual: { raw: '', value: null } }
    expect(scoreForm({ ...form, indicators: [bare] }, national).rows[0]?.rule).toBe('undecided')
  })

  it('lose points for going too far above the target only where the edition takes them', () => {
    const over = (effect: Edition['overAchievement']['effect'], amount?: string) =>
      say(
        score(
          { indicators: [{ ...output, actual: '13场', weight: '1' }] },
          {
            overAchievement: {
              effect,
              threshold: number('130'),
              law: [law],
              ...(amount ? { amount: number(amount) } : {}),
            },
          },
        ).rows[0]!.recomputed!,
      )
    expect(over('none')).toBe('1–1')
    expect(over('reason', '2')).toBe('1–1')
    expect(over('deductFlat', '2')).toBe('0–0')
    expect(over('deductFlat', '0.3')).toBe('0.7–0.7')
    expect(over('deductPercent', '20')).toBe('0.8–0.8')
    const flat = score(
      { indicators: [{ ...output, actual: '13场', weight: '1' }] },
      { overAchievement: { effect: 'deductFlat', threshold: number('130'), amount: number('0.3'), law: [law] } },
    ).rows[0]!
    expect(flat.steps.at(-1)?.say.zh).toBe('完成率 130%，超额扣 0.3 分（以分值为限）：得分 = 1 − 0.3 = 0.70')
    expect(flat.law).toContain(law)
    const below = score(
      { indicators: [{ ...output, actual: '12场', weight: '1' }] },
      { overAchievement: { effect: 'deductFlat', threshold: number('130'), amount: number('2'), law: [law] } },
    )
    expect(say(below.rows[0]!.recomputed!)).toBe('1–1')
  })

  it('round by the mode of the edition', () => {
    const row = { indicators: [{ ...output, weight: '1', target: '8场', actual: '1场' }] }
    const rounded = (mode: Edition['rounding']['mode']) => {
      const { steps } = score(row, { rounding: { ...national.rounding, mode } }).rows[0]!
      return steps[0]!.say.zh.split('→')[1]
    }
    expect([rounded('halfUp'), rounded('halfEven'), rounded('down'), rounded('up')]).toEqual([
      ' 0.13(四舍五入，保留2位小数)',
      ' 0.12(四舍六入五成双，保留2位小数)',
      ' 0.12(舍去尾数，保留2位小数)',
      ' 0.13(进位，保留2位小数)',
    ])
  })
})

describe('blocks', () => {
  it('hold what is printed, what the edition gives, what the rows add up to, and what is lost', () => {
    const { blocks } = score({
      indicators: [
        { ...full, level1: '产出指标(50分)', weight: '30', score: '30' },
        { ...full, level2: '质量指标(20分)', weight: '20', score: '' },
        { ...full, role: 'part', weight: '7', score: '7' },
        { ...full, level1: '我的指标', level2: '', weight: '5', score: '5' },
        { ...full, level1: '', level2: '', weight: '5', score: '5' },
      ],
    })
    expect(blocks.map(({ level, name, rows }) => `${level} ${name} ${rows.length}`)).toEqual([
      '1 产出指标 2',
      '2 数量指标 1',
      '2 质量指标 1',
      '1 我的指标 1',
      '2  1',
      '1  1',
      '2  1',
    ])
    const [first] = blocks
    expect(first).toMatchObject({ level1Kind: 'output', score: { lost: 1 } })
    expect([first!.weight.printed, first!.weight.edition, first!.weight.added, first!.score.lostWeight].join()).toBe(
      '50,50,50,20',
    )
    expect(blocks[2]?.weight.printed?.toString()).toBe('20')
    expect(blocks[3]?.weight.edition).toBeNull()
  })

  it('that share their points have none of their own', () => {
    const hubei = editionById('hubei-project-2020')!
    const benefit = { ...output, level1: '效益指标', weight: '40' }
    const alone = scoreForm(formFromSketch({ indicators: [benefit] }), hubei)
    expect(alone.blocks[0]?.weight.edition?.toString()).toBe('40')
    const both = scoreForm(formFromSketch({ indicators: [benefit, { ...benefit, level1: '满意度指标' }] }), hubei)
    expect(both.blocks[0]?.weight.edition).toBeNull()
  })

  it('take over the points of an optional block that the form goes without', () => {
    const cost = editionById('national-project-2021-cost')!
    const { blocks } = scoreForm(formFromSketch({ indicators: [full] }), cost)
    expect(blocks[0]?.weight.edition?.toString()).toBe('50')
  })
})

describe('total and grade', () => {
  it('add rounded rows and rounded execution', () => {
    const third = { ...output, target: '≥3场', actual: '1场', weight: '1', score: '0.33' }
    const { total } = score({ tasks: [money], indicators: [third, third, third], total: '10.49' })
    expect(say(total.recomputed)).toBe('10.49–10.49')
    expect(total.added.toString()).toBe('10.49')
  })

  it('count execution by the points that the form prints for it', () => {
    const twenty = { ...money, weight: '20', score: '19' } as const
    const { total, execution } = score({ tasks: [twenty], indicators: [{ ...full, weight: '80', score: '80' }] })
    expect([say(total.recomputed), total.weights, total.added].join(' ')).toBe('99–99 100 99')
    expect(total.steps[0]?.say.zh).toContain('20')
    expect([say(execution.recomputed!), execution.points].join(' ')).toBe('9.5–9.5 10')
    const headed = score({ tasks: [{ ...money, weight: '' }], executionPoints: '5' })
    expect(say(headed.total.recomputed)).toBe('4.75–4.75')
    expect(say(score({ tasks: [{ ...money, weight: '0' }] }).total.recomputed)).toBe('9.5–9.5')
  })

  it('leave to rows without a weight what the others leave', () => {
    const { total } = score({ tasks: [money], indicators: [full, { ...output, score: '30' }] })
    expect(say(total.recomputed)).toBe('59.5–99.5')
    expect(total.steps[0]?.say.zh).toContain('40')
    const more = score({
      tasks: [money],
      indicators: [
        { ...full, weight: '120' },
        { ...output, score: '30' },
      ],
    })
    expect(say(more.total.recomputed)).toBe('129.5–129.5')
  })

  it('spread the points of rows that do not apply, where the edition says so', () => {
    const indicators = [full, { ...output, target: '不适用', actual: '不适用', weight: '40' }]
    expect(say(score({ tasks: [money], indicators }).total.recomputed)).toBe('59.5–59.5')
    const notApplicable = { method: 'rescale', law: [law] } as const
    const rescaled = score({ tasks: [money], indicators }, { notApplicable })
    expect(say(rescaled.total.recomputed)).toBe('99.17–99.17')
    expect(rescaled.total.steps[0]?.say.zh).toContain('折算')
    expect(rescaled.rows[1]?.because[0]?.zh).toContain('折算')
    const plain = score(
      { tasks: [money], indicators: [full, { ...output, target: '不适用', actual: '不适用' }] },
      { notApplicable },
    )
    expect(say(plain.total.recomputed)).toBe('59.5–59.5')
    const all = [{ ...output, target: '不适用', actual: '不适用', weight: '100' }]
    expect(say(score({ indicators: all }, { notApplicable }).total.recomputed)).toBe('0–0')
  })

  it('are capped by a low execution rate', () => {
    const caps = [
      { below: number('60'), total: number('69') },
      { below: number('80'), total: number('89') },
    ]
    const indicators = [{ ...full, weight: '90', score: '90' }]
    const at = (executed: string) =>
      say(score({ tasks: [{ ...money, executed }], indicators }, { caps }).total.recomputed)
    expect([at('100'), at('150'), at('160')]).toEqual(['69–69', '89–89', '98–98'])
    expect(say(score({ indicators }, { caps }).total.recomputed)).toBe('69–100')
    expect(say(score({ tasks: [{ ...money, executed: '100' }], indicators: [full] }, { caps }).total.recomputed)).toBe(
      '55–55',
    )
  })

  it('give every grade that the range touches', () => {
    const word = { ...output, target: '良好', actual: '良好' }
    const grades = (weight: string) =>
      score({ tasks: [money], indicators: [{ ...word, weight }] }).grade.range.join(' ')
    expect(grades('90')).toBe('excellent good')
    expect(grades('60')).toBe('fair poor')
    const partly = { ...word, target: '有效提升', actual: '部分达成预期指标', weight: '88.125' }
    expect(score({ tasks: [money], indicators: [partly] }).grade.range).toEqual(['fair'])
    expect(score({ total: '85' }).grade).toMatchObject({ ofPrinted: 'good', printed: null })
    expect(score({ grade: '良' }).grade).toMatchObject({ ofPrinted: null, printed: 'good' })
    expect(score({ total: '85' }, { grades: [] }).grade).toMatchObject({ ofPrinted: null, range: [] })
  })
})

describe('lost scores', () => {
  const lost = { ...full, weight: '20', score: '' }

  it('are what the printed total leaves, once for each execution figure', () => {
    const tasks = [{ budgeted: '200', executed: '190', score: '9.51' }, money]
    const { lost: found } = score({ tasks, indicators: [full, lost], total: '75' })
    expect(found?.gaps.map(({ from, gap }) => `${from} ${gap}`)).toEqual(['totalRow 15.5', 'taskRows 15.49'])
    expect(found?.paths).toEqual(['indicators[1]'])
  })

  it('are bounded by their weights alone where no total or no execution is known', () => {
    const without = score({ tasks: [money], indicators: [lost] }).lost
    expect(without?.gaps).toEqual([])
    expect(say(without!.bounds[0]!.band!)).toBe('0–20')
    expect(score({ indicators: [lost], total: '75' }).lost?.gaps).toEqual([])
  })

  it('take the recomputed execution where none is printed, the task rows where only they are, none where none counts', () => {
    const unprinted = { row: 'total', budgeted: '200', executed: '190' } as const
    expect(score({ tasks: [unprinted], indicators: [lost], total: '20' }).lost?.gaps[0]?.gap.toString()).toBe('10.5')
    const single = { budgeted: '200', executed: '190', score: '9.4' }
    const rows = score({ tasks: [single], indicators: [lost], total: '20' }).lost
    expect(rows?.gaps.map(({ from, gap }) => `${from} ${gap}`)).toEqual(['taskRows 10.6'])
    const same = score({ tasks: [{ ...single, score: '9.5' }, money], indicators: [lost], total: '20' }).lost
    expect(same?.gaps.length).toBe(1)
    const alone = score({ indicators: [{ ...lost, weight: '100' }], total: '80' }).lost
    expect(alone?.gaps[0]?.gap.toString()).toBe('80')
  })
})
