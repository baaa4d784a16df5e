import { gather } from '../model/gather.ts'
import { cite } from '../rulebook/index.ts'
import { headingOf, quantityOf } from './aids/indicator-class.ts'
import type { FormCheck } from './check.ts'

/** So many rows exactly on their target are more than chance. */
const ROWS = 3

export const check: FormCheck = {
  id: 'satisfaction-exactly-on-target',
  code: 'C16',
  over: 'form',
  title: {
    passed: { zh: '满意度没有扎堆等于目标', en: 'Satisfaction does not heap on its targets' },
    failed: { zh: '多项满意度恰好等于目标', en: 'Satisfaction exactly on target in several rows' },
  },
  why: {
    zh:
      '真实调查的结果很少恰好等于目标，多项都相等，常是照目标填写。设结果在目标上下十个百分点里均匀分布、取整数，单项恰好相等的概率为10%，' +
      '三项都相等为0.1%，五项中至少三项为0.9%，十二项中至少三项为11.1%；项数多时偶然也会出现，因此只作提示。',
    en:
      'A real survey rarely hits its target exactly; several such rows look copied from the target. With results spread evenly over ten whole percents, one row hits it with a chance of 10 %, ' +
      'three of three with 0.1 %, at least three of five with 0.9 %, at least three of twelve with 11.1 %: with many rows it happens by chance, so that it is a hint only.',
  },
  severity: 'info',
  law: [cite('ziping-proposal/limits'), cite('pidu-review-2025/satisfaction-data')],
  messages: {
    onTarget: {
      text: {
        zh: '{count}项满意度的完成值与指标值完全相同（共{all}项），如“{name}”{actual}',
        en: '{count} of {all} satisfaction rows hit their target exactly, such as “{name}” {actual}',
      },
      advice: { zh: '核对调查原始数据', en: 'check the survey papers' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:130',
      form: {
        indicators: ['活动参与人员', '青年之家', '体检活动'].map((who) => ({
          level1: '满意度指标',
          name: `${who}满意度`,
          target: '≥95%',
          actual: '95%',
        })),
      },
      flagged: ['onTarget@indicators[0].actual'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          ...['98%', '95%', '96.2%'].map((actual) => ({
            level1: '满意度指标',
            name: '群众满意度',
            target: '≥95%',
            actual,
          })),
          { level1: '满意度指标', name: '对象满意', target: '满意', actual: '满意' },
          { level1: '产出指标', level2: '数量指标', name: '培训人数', target: '95', actual: '95' },
        ],
      },
      flagged: [],
    },
  ],
  test({ form }) {
    const rows = gather(form.indicators, (indicator, index) => {
      const [target, actual] = [indicator.target, indicator.actual].map((cell) => quantityOf(cell.value?.value))
      if (headingOf(indicator) !== 'satisfaction' || !target || !actual) return []
      return [{ indicator, path: `indicators[${index}].actual`, isHit: target.number.equals(actual.number) }]
    })
    // At 100 % there is no room above the target.
    const hits = rows.filter(({ isHit, indicator }) => isHit && !indicator.actual.raw.startsWith('100'))
    const [first, ...others] = hits
    if (rows.length === 0) return 'skip'
    if (first === undefined || hits.length < ROWS) return 'pass'
    return {
      message: 'onTarget',
      data: {
        count: hits.length,
        all: rows.length,
        name: first.indicator.name.raw,
        actual: first.indicator.actual.raw,
      },
      at: [first.path, ...others.map(({ path }) => path)],
      certainty: 'review',
    }
  },
}
