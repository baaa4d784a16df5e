import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { sayFigure } from './aids/figures.ts'
import { gapOf, level1Sums } from './aids/level1-sums.ts'
import { executionPoints, indicatorPaths, unreadWeights, weightRows } from './aids/weights.ts'
import type { FormCheck } from './check.ts'

const even = { level1: '产出指标(50分)', weight: '12.5' }
const benefit = { level1: '效益指标(30分)', name: '受益人数', weight: '30' }
const survey = { level1: '满意度指标(10分)', weight: '0.83' }

export const check: FormCheck = {
  id: 'weights-not-adding-up',
  code: 'A01',
  over: 'form',
  severity: 'error',
  title: {
    passed: { zh: '各项分值合计等于满分', en: 'All weights add up to the full points' },
    failed: { zh: '各项分值合计不等于满分', en: 'Weights do not add up to the full points' },
  },
  why: {
    zh: '分值是设定的，不是测算的，指标分值与预算执行分值之和必须恰好等于满分，否则总分没有可比性。差额全在一级或二级指标内的，由相应检查指明，此处不再重复。',
    en: 'Weights are assigned, not measured: with the points for execution they must add up exactly, or totals cannot be compared. A gap that lies wholly in level-1 or level-2 blocks is told there, and not again here.',
  },
  law: [cite('caiyu-2020-10/weights'), cite('integrated-platform/sums')],
  messages: {
    off: {
      text: {
        zh: '指标分值合计{added}分，加预算执行{execution}分共{total}分，与满分{full}分相差{gap}分。',
        en: 'Indicator weights add up to {added}; with {execution} for execution that makes {total}, {gap} off the full {full}.',
      },
      advice: {
        zh: '请对照年初批复的分值逐行核对，使合计恰为{full}分。',
        en: 'Compare each weight with the approved one, so that they add up to exactly {full}.',
      },
    },
  },
  examples: [
    {
      // The labels agree with their rows; together they leave one point over.
      from: 'made',
      form: {
        executionPoints: '10',
        indicators: [even, even, even, even, benefit, { level1: '满意度指标(9分)', weight: '9' }],
      },
      flagged: ['off@form'],
    },
    {
      // The gap of the survey block is not the whole gap.
      from: 'made',
      form: {
        executionPoints: '10',
        indicators: [even, even, even, even, { level1: '效益指标(29分)', weight: '29' }, { ...survey, weight: '9' }],
      },
      flagged: ['off@form'],
    },
    {
      // All in one block: level1-weights-off speaks.
      from: 'made',
      form: {
        executionPoints: '10',
        indicators: [even, even, even, even, benefit, { ...survey, weight: '9' }],
      },
      flagged: [],
    },
    {
      // Of two blocks, each told by level1-weights-off.
      from: 'shenzhen-guangming-2021:128',
      form: {
        executionPoints: '10',
        indicators: [even, even, even, benefit, ...Array.from({ length: 12 }, () => survey)],
      },
      flagged: [],
    },
    {
      // 投入 and 产出: no rule says how they part the points.
      from: 'made',
      form: {
        executionPoints: '10',
        indicators: [
          { level1: '投入指标', weight: '40' },
          { level1: '产出指标', weight: '51' },
        ],
      },
      flagged: ['off@form'],
    },
    {
      from: 'made',
      form: { executionPoints: '10', indicators: [even, even, even, even, benefit, { ...survey, weight: '10' }] },
      flagged: [],
    },
    {
      // No points for execution are printed and the indicators alone make the full points.
      from: 'F041',
      form: {
        indicators: [
          { level1: '产出指标', weight: '60' },
          { level1: '效益指标', weight: '40' },
        ],
      },
      flagged: [],
    },
    { from: 'made', form: { indicators: [{ name: '培训人数', target: '≥50人', actual: '50人' }] }, flagged: [] },
    // A row that does not apply carries no weight, whatever stands in its cell.
    {
      from: 'shenzhen-guangming-2021:110',
      form: {
        executionPoints: '10',
        indicators: [
          { ...even, weight: '80' },
          { target: '不适用', actual: '_', weight: '_' },
        ],
      },
      flagged: ['off@form'],
    },
    { from: 'made', form: { indicators: [{ weight: '6O' }, { weight: '40' }] }, flagged: [] },
  ],
  test(subject) {
    const { form, edition } = subject
    const paths = indicatorPaths(form)
    const rows = weightRows(form, paths)
    if (rows.length === 0) return 'skip'
    if (unreadWeights(form, paths).length > 0) return 'unread'
    const full = Exact.of(edition.total.value)
    const execution = executionPoints(subject)
    const added = Exact.sum(rows.map((row) => row.value))
    const total = added.plus(execution)
    if (total.equals(full)) return 'pass'
    // Where the blocks hold the whole gap, level1-weights-off and level2-weights-off tell it more exactly.
    const gaps = level1Sums(subject).map((sum) => gapOf(form, sum)?.gap ?? Exact.zero)
    if (Exact.sum(gaps).equals(full.minus(total))) return 'skip'
    const data = {
      added: sayFigure(added),
      execution: sayFigure(execution),
      total: sayFigure(total),
      full: sayFigure(full),
      gap: sayFigure(full.minus(total).abs()),
    }
    return { message: 'off', data, at: ['form'] }
  },
}
