import { gather } from '../model/gather.ts'
import type { FormPath } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { sayFigure } from './aids/figures.ts'
import { gapOf, isOfOtherFrame, isToldAtLevel2, type Level1Sum, level1Sums } from './aids/level1-sums.ts'
import { lostWeightProblems } from './aids/lost-weights.ts'
import { totalRow } from './aids/money.ts'
import { otherSplitProblems } from './aids/other-split.ts'
import { executionPoints, gapData, indicatorPaths, unreadWeights, weightRows } from './aids/weights.ts'
import type { FormCheck, FormSubject, Problem } from './check.ts'

const row = (level1: string, weight: string) => ({ level1, name: '培训人数', weight })
const unweighted = { level1: '产出指标(50分)', name: '培训期数' }
const rest = [row('效益指标', '30'), row('满意度指标', '10')]

export const check: FormCheck = {
  id: 'level1-weights-off',
  code: 'A02',
  over: 'form',
  severity: 'error',
  title: {
    passed: { zh: '一级指标下各项分值合计与规定分值一致', en: 'Each level-1 block carries its points' },
    failed: { zh: '一级指标下各项分值合计与规定分值不一致', en: 'A level-1 block does not carry its points' },
  },
  why: {
    zh: '一级指标的分值由办法规定并印在表上，下级指标分值之和必须恰好等于它。',
    en: 'The points of a level-1 block are fixed by rule and printed on the form; the weights under it must add up to exactly that.',
  },
  law: [cite('caiyu-2020-10/weights'), cite('integrated-platform/sums'), cite('ziping-proposal/rounding-explained')],
  messages: {
    off: {
      text: {
        zh: '“{block}”下各项分值合计{added}分，应为{points}分，相差{gap}分。',
        en: 'The weights under “{block}” add up to {added}, not {points}: {gap} apart.',
      },
      advice: {
        zh: '请对照年初批复的分值逐行核对，使合计恰为{points}分。',
        en: 'Compare each weight with the approved one, so that they add up to exactly {points}.',
      },
    },
    offByRounding: {
      text: {
        zh: '“{block}”下各项分值合计{added}分，应为{points}分，相差{gap}分，系按比例分配后逐项四舍五入所致。',
        en: 'The weights under “{block}” add up to {added}, not {points}: {gap} apart, because shares were rounded one by one.',
      },
      advice: {
        zh: '建议按最大余数法调整：{repair}；调整后合计恰为{points}分。',
        en: 'By largest remainder: {repair}; they then add up to exactly {points}.',
      },
    },
    lost: {
      text: {
        zh: '“{name}”的分值{raw}无法取用；“{block}”共{points}分，其余各项{added}分，推算应为{band}分。',
        en: 'The weight of “{name}”, {raw}, cannot be used; “{block}” has {points} points, the others {added}: it is {band}.',
      },
      advice: { zh: '请对照原表补正，系统不代为填写。', en: 'Correct it from the original; it is never filled in.' },
    },
    otherLabel: {
      text: {
        zh: '“{block}”标明{added}分，所用规则为{points}分。',
        en: '“{block}” is printed with {added} points where the rules give {points}.',
      },
      advice: {
        zh: '请核对当年通知规定的一级指标分值；如另有规定，请选用相应规则后重新检查。',
        en: "Check the split in that year's notice; choose the rules that hold it, if there are others.",
      },
    },
    otherSplit: {
      text: {
        zh: '“{block}”为{added}分，所用规则为{points}分；全表合计无误，可能采用了另行规定的分值结构。',
        en: '“{block}” has {added} points where the rules give {points}; the form adds up, so it may follow another split.',
      },
      advice: {
        zh: '请核对当年通知规定的一级指标分值；如另有规定，请选用相应规则后重新检查。',
        en: "Check the split in that year's notice; choose the rules that hold it, if there are others.",
      },
    },
  },
  examples: [
    {
      // 70, 20 and 10 leave nothing for execution, which has its 10 all the same.
      from: 'made',
      form: {
        executionPoints: '10',
        indicators: [row('产出指标(70分)', '70'), row('效益指标(20分)', '20'), row('满意度指标(10分)', '10')],
      },
      flagged: ['otherLabel@indicators[0].level1', 'otherLabel@indicators[1].level1'],
    },
    {
      from: 'made',
      form: { executionPoints: '10', indicators: [row('产出指标(50分)', '40'), row('产出指标(50分)', '9'), ...rest] },
      flagged: ['off@indicators[0].level1'],
    },
    {
      // The points of a level-2 block say where the gap is: level2-weights-off speaks.
      from: 'made',
      form: {
        executionPoints: '10',
        indicators: [
          { ...row('产出指标(50分)', '29'), level2: '数量指标(30分)' },
          { ...row('产出指标(50分)', '20'), level2: '质量指标(20分)' },
          ...rest,
        ],
      },
      flagged: [],
    },
    {
      // They hold one point of two.
      from: 'made',
      form: {
        executionPoints: '10',
        indicators: [
          { ...row('产出指标(50分)', '29'), level2: '数量指标(30分)' },
          { ...row('产出指标(50分)', '19'), level2: '质量指标' },
          ...rest,
        ],
      },
      flagged: ['off@indicators[0].level1'],
    },
    {
      from: 'shenzhen-guangming-2021:128',
      form: {
        executionPoints: '10',
        indicators: [
          row('产出指标', '50'),
          row('效益指标', '30'),
          ...Array.from({ length: 12 }, () => row('满意度指标(10分)', '0.83')),
        ],
      },
      flagged: ['offByRounding@indicators[2].level1'],
    },
    {
      from: 'made',
      form: {
        executionPoints: '10',
        indicators: [row('产出指标', '45'), row('效益指标', '30'), row('满意度指标', '10')],
      },
      flagged: ['off@indicators[0].level1'],
    },
    {
      from: 'F017',
      form: {
        executionPoints: '10',
        indicators: [row('产出指标(40分)', '40'), row('效益指标(40分)', '40'), row('满意度指标(10分)', '10')],
      },
      flagged: ['otherSplit@indicators[0].level1', 'otherSplit@indicators[1].level1'],
    },
    {
      from: 'made',
      form: { executionPoints: '10', indicators: [row('产出指标(50分)', '20'), row('产出指标(50分)', '30'), ...rest] },
      flagged: [],
    },
    { from: 'made', form: { indicators: [{ level1: '产出指标', name: '培训人数' }] }, flagged: [] },
    {
      from: 'F019',
      form: { executionPoints: '20', indicators: [row('产出指标(40分)', '40'), ...rest] },
      flagged: ['otherSplit@indicators[0].level1', 'otherSplit@executionPoints'],
    },
    {
      from: 'F019',
      form: {
        tasks: [{ row: 'total', name: '金额合计', weight: '20' }],
        indicators: [row('产出指标', '50'), row('效益指标', '30')],
      },
      flagged: ['otherSplit@tasks[0].weight'],
    },
    {
      // Labels that leave 20 points for execution, as forms of 2020 in Hubei do.
      from: 'F048',
      form: {
        tasks: [{ name: '培训经费', budgeted: '100', executed: '92' }],
        indicators: [row('产出指标(80分)', '80')],
      },
      flagged: ['otherSplit@indicators[0].level1', 'otherSplit@form'],
    },
    {
      from: 'made',
      form: { indicators: [row('产出指标(50分)', '5O'), row('产出指标(50分)', '10'), ...rest] },
      flagged: ['lost@indicators[0].weight'],
    },
    {
      from: 'made',
      form: { indicators: [{ ...unweighted, score: '5' }, row('产出指标(50分)', '45'), ...rest] },
      flagged: ['lost@indicators[0].weight'],
    },
    // Too much is there already.
    {
      from: 'made',
      form: { indicators: [{ ...unweighted, score: '5' }, row('产出指标(50分)', '55'), ...rest] },
      flagged: ['off@indicators[0].level1'],
    },
    { from: 'made', form: { indicators: [unweighted, ...rest] }, flagged: [] },
    {
      from: 'made',
      form: { indicators: [row('产出指标(50分)', '5O'), row('产出指标(50分)', '60'), ...rest] },
      flagged: [],
    },
    { from: 'made', form: { indicators: [row('产出指标(50分)', '5O')] }, flagged: [] },
    {
      // The benefits and their 30 points stand under 产出: dimension-missing speaks.
      from: 'made',
      form: { executionPoints: '10', indicators: [row('产出指标', '80'), row('满意度指标', '10')] },
      flagged: [],
    },
    {
      // The only benefit does not apply.
      from: 'made',
      form: {
        executionPoints: '10',
        indicators: [
          row('产出指标', '80'),
          { level1: '效益指标', name: '受益人数', target: '不适用', actual: '-' },
          row('满意度指标', '10'),
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { executionPoints: '10', indicators: [row('产出指标', '70'), row('满意度指标', '20')] },
      flagged: ['otherSplit@indicators[0].level1', 'otherSplit@indicators[1].level1'],
    },
    {
      // A block of a frame that these rules do not know, without points: nothing of theirs is missing.
      from: 'made',
      form: {
        executionPoints: '10',
        indicators: [row('产出指标', '80'), { level1: '过程指标', name: '制度健全性' }, row('满意度指标', '10')],
      },
      flagged: ['otherSplit@indicators[0].level1'],
    },
    // Rules for projects say nothing of how a department parts its points.
    {
      from: 'made',
      edition: 'national-project-2020',
      form: {
        kind: 'department',
        executionPoints: '10',
        indicators: [row('产出指标', '50'), row('效益指标', '40')],
      },
      flagged: [],
    },
  ],
  test(subject) {
    const { form } = subject
    const paths = indicatorPaths(form)
    if (weightRows(form, paths).length === 0) return 'skip'
    const rules = isOfOtherFrame(subject) ? [] : [...otherSplitProblems(subject), ...ofExecution(subject)]
    const [first, ...others] = [...gather(level1Sums(subject), (sum) => problemOf(subject, sum)), ...rules]
    if (first !== undefined) return [first, ...others]
    return unreadWeights(form, paths).length > 0 ? 'unread' : 'pass'
  },
}

/** Sums against the points of a block. Where level-2 blocks hold the whole gap, they tell it more exactly. */
function problemOf(subject: FormSubject, sum: Level1Sum): readonly Problem[] {
  const { form } = subject
  const { name, rows, points } = sum
  const lost = lostWeightProblems(form, name, rows, points)
  const gap = lost.length > 0 ? null : gapOf(form, sum)
  if (gap === null || isToldAtLevel2(subject, rows, gap)) return lost
  const data = { block: name, ...gapData(gap, points) }
  const at: Problem['at'] = [`${rows[0]!}.level1`, ...gap.changed.map((path) => `${path}.weight`)]
  return gap.explained ? [{ message: 'offByRounding', data, at, severity: 'warning' }] : [{ message: 'off', data, at }]
}

/** The points for execution, where the form prints others than the edition gives. */
function ofExecution(subject: FormSubject): readonly Problem[] {
  const { form, scored } = subject
  const printed = executionPoints(subject)
  const { points, recomputed } = scored.execution
  if (recomputed === null || printed.equals(points)) return []
  const data = { block: '预算执行', added: sayFigure(printed), points: sayFigure(points) }
  const at: Problem['at'] = [placeOfExecution(form)]
  return [{ message: 'otherSplit', data, at, severity: 'warning', certainty: 'review' }]
}

function placeOfExecution(form: FormSubject['form']): FormPath {
  if (form.executionPoints.raw !== '') return 'executionPoints'
  const total = totalRow(form)
  return total === undefined ? 'form' : `${total.path}.weight`
}
