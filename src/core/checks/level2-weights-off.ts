import { gather } from '../model/gather.ts'
import { Exact, type ScoredBlock } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { sayFigure } from './aids/figures.ts'
import { gapOf } from './aids/level1-sums.ts'
import { type Family, familiesOf, wholePoints } from './aids/level2-points.ts'
import { gapData, indicatorPaths, unreadWeights, type WeightGap, weightRows } from './aids/weights.ts'
import type { FormCheck, FormSubject, Problem } from './check.ts'

const row = (level2: string, weight: string) => ({ level1: '产出指标(50分)', level2, name: '培训人数', weight })

export const check: FormCheck = {
  id: 'level2-weights-off',
  code: 'A03',
  over: 'form',
  severity: 'error',
  title: {
    passed: {
      zh: '二级指标分值与下级、上级分值相符',
      en: 'Level-2 points agree with the rows below and the block above',
    },
    failed: {
      zh: '二级指标分值与下级、上级分值不符',
      en: 'Level-2 points disagree with the rows below or the block above',
    },
  },
  why: {
    zh: '下级分值之和应等于上级分值。逐层核对可以看出差额出在哪一类指标。',
    en: 'Weights of children add up to their parent. Checked level by level, they show where a gap arises.',
  },
  law: [cite('caiyu-2020-10/weights'), cite('integrated-platform/sums'), cite('ziping-proposal/rounding-explained')],
  messages: {
    off: {
      text: {
        zh: '“{block}”下各项分值合计{added}分，表中标明{points}分，相差{gap}分。',
        en: 'The weights under “{block}” add up to {added}; its label says {points}: {gap} apart.',
      },
      advice: {
        zh: '请逐行核对分值，使合计恰为{points}分。',
        en: 'Check each weight, so that they add up to exactly {points}.',
      },
    },
    offByRounding: {
      text: {
        zh: '“{block}”下各项分值合计{added}分，表中标明{points}分，相差{gap}分，系按比例分配后逐项四舍五入所致。',
        en: 'The weights under “{block}” add up to {added}; its label says {points}: {gap} apart, because shares were rounded one by one.',
      },
      advice: {
        zh: '建议按最大余数法调整：{repair}；调整后合计恰为{points}分。',
        en: 'By largest remainder: {repair}; they then add up to exactly {points}.',
      },
    },
    nearWhole: {
      text: {
        zh: '“{block}”下各项分值合计{added}分，比整数{points}分相差{gap}分，一级指标合计的差额可能由此产生。',
        en: 'The weights under “{block}” add up to {added}, {gap} off the whole {points}: the gap of the level-1 block seems to arise here.',
      },
      advice: {
        zh: '如该二级指标原定{points}分，建议按最大余数法调整：{repair}。',
        en: 'If {points} points were meant, by largest remainder: {repair}.',
      },
    },
    labelsOff: {
      text: {
        zh: '“{block}”标明{points}分，所属二级指标标明的分值合计{added}分，相差{gap}分。',
        en: 'The label of “{block}” says {points}; the labels of its level-2 blocks add up to {added}: {gap} apart.',
      },
      advice: { zh: '请核对各级指标标明的分值。', en: 'Check the points printed in the labels.' },
    },
  },
  examples: [
    {
      from: 'made',
      form: { indicators: [row('数量指标(30分)', '20'), row('数量指标(30分)', '9'), row('质量指标(20分)', '20')] },
      flagged: ['off@indicators[0].level2'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          row('数量指标(10分)', '3.33'),
          row('数量指标(10分)', '3.33'),
          row('数量指标(10分)', '3.33'),
          row('质量指标(30分)', '30'),
        ],
      },
      flagged: ['offByRounding@indicators[0].level2', 'labelsOff@indicators[0].level1'],
    },
    {
      from: 'shenzhen-guangming-2021:38',
      form: {
        indicators: [
          ...['5.06', '4.96', '4.97'].map((weight) => row('数量指标', weight)),
          row('质量指标', '10'),
          ...['5.03', '9.97', '9.99'].map((weight) => row('成本指标', weight)),
        ],
      },
      flagged: ['nearWhole@indicators[0].level2', 'nearWhole@indicators[4].level2'],
    },
    {
      // Broken sums that make up the block above are the unit's own.
      from: 'made',
      form: { indicators: [row('数量指标', '14.99'), row('质量指标', '35.01')] },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [row('数量指标(30分)', '30'), row('质量指标(20分)', '20')] },
      flagged: [],
    },
    {
      // The points of the block above stand in the rules alone.
      from: 'made',
      form: {
        indicators: ['24.99', '12.50', '12.50'].map((weight, index) => ({
          ...row(index === 0 ? '数量指标' : '质量指标', weight),
          level1: '产出指标',
        })),
      },
      flagged: [],
    },
    { from: 'made', form: { indicators: [row('数量指标(50分)', '1O'), row('数量指标(50分)', '20')] }, flagged: [] },
    { from: 'made', form: { indicators: [row('数量指标', '3O'), row('质量指标', '20')] }, flagged: [] },
    { from: 'made', form: { indicators: [{ level1: '产出指标', level2: '数量指标', name: '培训人数' }] }, flagged: [] },
  ],
  test({ form, scored }) {
    const paths = indicatorPaths(form)
    if (weightRows(form, paths).length === 0) return 'skip'
    const [first, ...others] = gather(familiesOf(scored), (family) => [
      ...gather(family.children, (block) => againstLabel(form, block)),
      ...labelsOff(family),
      ...nearWhole(form, family),
    ])
    if (first !== undefined) return [first, ...others]
    return unreadWeights(form, paths).length > 0 ? 'unread' : 'pass'
  },
}

function problemOf(message: string, block: ScoredBlock, gap: WeightGap, points: Exact): Problem {
  const at: Problem['at'] = [`${block.rows[0]!}.level2`, ...gap.changed.map((path) => `${path}.weight`)]
  return { message, data: { block: block.name, ...gapData(gap, points) }, at }
}

function againstLabel(form: FormSubject['form'], block: ScoredBlock): readonly Problem[] {
  const points = block.weight.printed
  const gap = points === null ? null : gapOf(form, { rows: block.rows, points })
  if (points === null || gap === null) return []
  return gap.explained
    ? [{ ...problemOf('offByRounding', block, gap, points), severity: 'warning' }]
    : [problemOf('off', block, gap, points)]
}

function labelsOff({ parent, children }: Family): readonly Problem[] {
  const labels = children.map((block) => block.weight.printed).filter((points) => points !== null)
  const points = parent.weight.printed
  if (points === null || labels.length === 0 || labels.length < children.length) return []
  const added = Exact.sum(labels)
  if (added.equals(points)) return []
  const data = {
    block: parent.name,
    points: sayFigure(points),
    added: sayFigure(added),
    gap: sayFigure(points.minus(added).abs()),
  }
  return [{ message: 'labelsOff', data, at: [`${parent.rows[0]!}.level1`] }]
}

/** Which level-2 blocks lost what their parent lacks, where no label says so. */
function nearWhole(form: FormSubject['form'], family: Family): readonly Problem[] {
  const { children } = family
  const wholes = wholePoints(family)
  const gaps = wholes === null ? [] : children.map(({ rows }, index) => gapOf(form, { rows, points: wholes[index]! }))
  if (wholes === null || gaps.some((gap) => gap !== null && !gap.explained)) return []
  return gather(gaps, (gap, index): Problem[] =>
    gap === null
      ? []
      : [
          {
            ...problemOf('nearWhole', children[index]!, gap, wholes[index]!),
            severity: 'warning',
            certainty: 'review',
          },
        ],
  )
}
