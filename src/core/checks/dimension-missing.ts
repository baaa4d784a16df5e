import { Exact, type Level1 } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { classWords, headingOf } from './aids/indicator-class.ts'
import { missingDimensions } from './aids/missing-dimensions.ts'
import type { FormCheck, Problem } from './check.ts'

const names: Readonly<Record<Level1, string>> = {
  execution: '预算执行',
  cost: '成本指标',
  output: '产出指标',
  benefit: '效益指标',
  satisfaction: '满意度指标',
  process: '过程指标',
  input: '投入指标',
  other: '其他指标',
}

export const check: FormCheck = {
  id: 'dimension-missing',
  code: 'C13',
  over: 'form',
  title: {
    passed: { zh: '应有的各类指标齐全', en: 'All required dimensions are there' },
    failed: { zh: '缺少应有的指标类别', en: 'Missing dimension' },
  },
  why: {
    zh: '缺了一类指标，这一方面就没有自评，相应分值也无处落实。',
    en: 'Without a dimension that side of the work is not assessed and its points have no place.',
  },
  severity: 'error',
  law: [cite('caiyu-2020-10/weights'), cite('caiyu-2021-101/frame')],
  messages: {
    level1: {
      text: {
        zh: '没有“{name}”，而规则规定该类{points}分',
        en: 'there is no “{name}”, which the rules give {points} points',
      },
      advice: {
        zh: '补充该类指标；确不适用的，说明分值如何调整',
        en: 'add indicators of this kind, or say how its points were moved',
      },
    },
    level2: {
      text: { zh: '产出指标中没有“{name}”指标', en: 'the outputs have no indicator of “{name}”' },
      advice: { zh: '补充该类指标，或说明不设的理由', en: 'add one, or say why there is none' },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        indicators: [
          { level1: '产出指标', level2: '时效指标', name: '完成及时率', target: '≥95%' },
          { level1: '效益指标', level2: '社会效益指标', name: '群众知晓率', target: '≥80%' },
        ],
      },
      flagged: ['level1@indicators[0].level1', 'level2@indicators[0].level1', 'level2@indicators[0].level1'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { level1: '产出指标', level2: '数量指标', name: '培训人数', target: '≥5人' },
          { level1: '产出指标', level2: '质量指标', name: '培训合格率', target: '≥95%' },
          { level1: '效益指标', level2: '社会效益指标', name: '群众知晓率', target: '≥80%' },
          { level1: '效益指标', level2: '服务对象满意度指标', name: '群众满意度', target: '≥80%' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [{ level1: '效益指标', level2: '社会效益指标', name: '群众知晓率', target: '≥80%' }] },
      flagged: ['level1@indicators[0].level1', 'level1@indicators[0].level1'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { level1: '产出指标', level2: '数量指标', name: '培训人数', target: '≥5人', weight: '60' },
          { level1: '产出指标', level2: '质量指标', name: '培训合格率', target: '≥95%', weight: '30' },
          { level1: '效益指标', level2: '社会效益指标', name: '群众知晓率', target: '≥80%', weight: '10' },
        ],
      },
      flagged: ['level1@indicators[0].level1'],
    },
    {
      from: 'F003',
      form: { indicators: [{ level1: '过程指标', level2: '预算管理', name: '管理制度有效性', target: '有效' }] },
      flagged: [],
    },
  ],
  test({ form, scored, edition }) {
    const rows = form.indicators.filter((indicator) => indicator.role === 'scored')
    const absent = missingDimensions(rows, edition)
    if (absent === null) return 'skip'
    const first = form.indicators.indexOf(rows[0]!)
    const at = [`indicators[${first}].level1`] as const
    // A form whose weights make up the whole without it may follow another split: that is for a person.
    const isWhole = scored.total.weights.equals(Exact.of(edition.total.value))
    // Where nothing is weighed, as in monitoring, no points are missing.
    const isWeighed = rows.some(({ weight, score }) => weight.raw !== '' || score.raw !== '')
    const missing = absent.map(
      (block): Problem => ({
        message: 'level1',
        data: { name: block.kinds.map((kind) => names[kind]).join('、'), points: block.points.value },
        at,
        ...(isWhole || !isWeighed ? { severity: 'warning' as const, certainty: 'review' as const } : {}),
      }),
    )
    const headings = new Set(rows.map(headingOf))
    const outputs = rows.filter((row) => row.level1Kind === 'output' && headingOf(row) !== null)
    const wanted = outputs.length === 0 ? [] : (['quantity', 'quality'] as const)
    const lacking = wanted
      .filter((heading) => !headings.has(heading))
      .map(
        (heading): Problem => ({
          message: 'level2',
          data: { name: classWords[heading] },
          at,
          severity: 'info',
          certainty: 'review',
        }),
      )
    return answerOf([...missing, ...lacking])
  },
}
