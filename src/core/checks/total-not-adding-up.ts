import { gather } from '../model/gather.ts'
import { Exact, type ScoredForm } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { isUnreadCell, sayFigure } from './aids/figures.ts'
import type { FormCheck, Problem } from './check.ts'

const row = (weight: string, score: string) => ({
  level1: '产出指标',
  name: '培训人数',
  target: '≥50人',
  actual: '50人',
  weight,
  score,
})
const money = { row: 'total', name: '金额合计', budgeted: '100', executed: '98', weight: '10', score: '9.8' } as const

export const check: FormCheck = {
  id: 'total-not-adding-up',
  code: 'A04',
  over: 'form',
  severity: 'error',
  title: {
    passed: { zh: '总分等于各项得分之和', en: 'The total is the sum of the scores' },
    failed: { zh: '总分与各项得分之和不一致', en: 'The total is not the sum of the scores' },
  },
  why: {
    zh: '总分决定评级，必须能由表内得分加总得出，否则结果无从核对。',
    en: 'The total decides the grade. It must follow from the scores on the form, or nobody can verify it.',
  },
  law: [cite('integrated-platform/sums'), cite('final-accounts-checks/sum-tolerance')],
  messages: {
    off: {
      text: {
        zh: '总分印为{printed}分，指标得分{standing}分加预算执行{execution}分为{added}分，相差{gap}分。',
        en: 'The total says {printed}; indicators {standing} and execution {execution} make {added}: {gap} apart.',
      },
      advice: { zh: '请核对各行得分和总分，使二者一致。', en: 'Check the scores and the total, so that they agree.' },
    },
    offRows: {
      text: {
        zh: '总分印为{printed}分，各行得分之和为{added}分，相差{gap}分。',
        en: 'The total says {printed}, the scores add up to {added}: {gap} apart.',
      },
      advice: { zh: '请核对各行得分和总分，使二者一致。', en: 'Check the scores and the total, so that they agree.' },
    },
    holdsExecution: {
      text: {
        zh: '总分印为{printed}分，比指标得分{standing}分多{gap}分，应为预算执行得分；表中没有资金栏，无法核对。',
        en: 'The total says {printed}, {gap} above the indicators ({standing}): points for execution, which this form does not print.',
      },
      advice: { zh: '补上资金表，或写明预算执行得分。', en: 'Add the table of money, or the points for execution.' },
    },
    restsOnLost: {
      text: {
        zh: '总分印为{printed}分，能够加总的只有{added}分（指标{standing}分、预算执行{execution}分）；相差的{gaps}分只能来自{count}个缺失的得分（分值合计{weight}分）。',
        en: 'The total says {printed}, but only {added} can be added up (indicators {standing}, execution {execution}); the other {gaps} must lie in {count} lost scores of {weight} points.',
      },
      advice: {
        zh: '请由填报单位补齐缺失的得分后重新加总；这些得分不能由系统推定。',
        en: 'Have the unit fill in the lost scores and add up again; they cannot be inferred.',
      },
    },
    beyondLost: {
      text: {
        zh: '总分印为{printed}分，能够加总的有{added}分；相差{gaps}分，{count}个缺失的得分（分值合计{weight}分）无论取何值都不能补足。',
        en: 'The total says {printed}, {added} can be added up; no value of the {count} lost scores ({weight} points) makes up for {gaps}.',
      },
      advice: {
        zh: '请补齐缺失的得分，并核对已填得分和总分。',
        en: 'Fill in the lost scores, and check those that stand and the total.',
      },
    },
    missing: {
      text: {
        zh: '表中没有印出总分，各项得分合计为{added}分。',
        en: 'No total is printed; the scores add up to {added}.',
      },
      advice: { zh: '请补填总分。', en: 'Fill in the total.' },
    },
  },
  examples: [
    {
      from: 'made',
      form: { tasks: [money], indicators: [row('50', '50'), row('40', '39')], total: '99' },
      flagged: ['off@total'],
    },
    {
      from: 'shenzhen-guangming-2021:140',
      form: { tasks: [money], indicators: [row('50', '50'), row('20', ''), row('20', '')], total: '96.62' },
      flagged: ['restsOnLost@total'],
    },
    {
      // One lost score is what the total leaves for it: score-missing says so.
      from: 'made',
      form: { tasks: [money], indicators: [row('50', '50'), row('40', '')], total: '96.62' },
      flagged: [],
    },
    {
      from: 'made',
      form: { tasks: [money], indicators: [row('50', '50'), row('10', '')], total: '96.62' },
      flagged: ['beyondLost@total'],
    },
    {
      from: 'made',
      form: { tasks: [money], indicators: [row('50', '50'), row('40', '39')] },
      flagged: ['missing@total'],
    },
    {
      from: 'made',
      form: { tasks: [money], indicators: [row('50', '50'), row('40', '39')], total: '98.80' },
      flagged: [],
    },
    // Without printed points for execution the total may hold them or not.
    {
      from: 'made',
      form: {
        tasks: [{ row: 'total', budgeted: '100', executed: '98' }],
        indicators: [row('90', '89')],
        total: '98.80',
      },
      flagged: [],
    },
    { from: 'made', form: { indicators: [row('90', '89')], total: '99.00' }, flagged: ['holdsExecution@total'] },
    { from: 'made', form: { indicators: [row('90', '89')], total: '89.00' }, flagged: [] },
    { from: 'F041', form: { indicators: [row('100', '98')], total: '98' }, flagged: [] },
    { from: 'F041', form: { indicators: [row('100', '98')], total: '96' }, flagged: ['offRows@total'] },
    {
      from: 's-shenzhen-gas-department-tsv:20',
      form: { tasks: [money], indicators: [row('85', '85'), row('5', '')], total: '94.8' },
      flagged: [],
    },
    { from: 'made', form: { indicators: [row('90', '89')], total: '九十' }, flagged: [] },
    { from: 'made', form: { indicators: [{ name: '培训人数', target: '≥50人', actual: '50人' }] }, flagged: [] },
  ],
  test({ form, scored }) {
    if (scored.rows.every((scoredRow) => scoredRow.printed === null)) return 'skip'
    if (isUnreadCell(form.total)) return 'unread'
    const printed = scored.total.printed
    const { standing, executions } = addendsOf(scored)
    const data = {
      printed: form.total.raw,
      standing: sayFigure(standing),
      execution: sayFigure(executions[0]!),
      added: sayFigure(standing.plus(executions[0]!)),
    }
    if (printed === null) return { message: 'missing', data, at: ['total'], severity: 'warning' }
    const { lost } = scored
    const gaps =
      lost?.gaps.map(({ gap }) => gap) ?? executions.map((execution) => printed.minus(standing).minus(execution))
    if (lost === null) {
      if (gaps.some(isWithinTolerance)) return 'pass'
      const above = printed.minus(standing)
      const { points, recomputed } = scored.execution
      if (form.tasks.length === 0 && recomputed !== null && above.isPositive && above.atMost(points)) {
        const told = { ...data, gap: sayFigure(above) }
        return { message: 'holdsExecution', data: told, at: ['total'], severity: 'info', certainty: 'review' }
      }
      const message = executions[0]!.isZero ? 'offRows' : 'off'
      return { message, data: { ...data, gap: sayFigure(gaps[0]!.abs()) }, at: ['total'] }
    }
    // The scores that stand make up the total: score-missing says that the others are 0.
    if (gaps.some(isWithinTolerance)) return 'pass'
    const more = {
      ...data,
      gaps: [...new Set(gaps.map((gap) => sayFigure(gap)))].join(' / '),
      count: lost.paths.length,
      weight: sayFigure(lost.weight),
    }
    const at: Problem['at'] = ['total', ...lost.paths.map((path) => `${path}.score`)]
    const possible = gaps.some((gap) => !gap.isNegative && gap.atMost(lost.weight))
    // Where the total leaves each of them one value, score-missing has told all of the gap.
    if (possible && lost.bounds.every(({ band }) => band?.min.equals(band.max))) return 'skip'
    return { message: possible ? 'restsOnLost' : 'beyondLost', data: more, at }
  },
}

/** One unit in the second decimal, as checks on final accounts allow. */
const TOLERANCE = Exact.of('1/100')

function isWithinTolerance(gap: Exact): boolean {
  return gap.abs().atMost(TOLERANCE)
}

interface Addends {
  /** Sum of the indicator scores that stand. */
  readonly standing: Exact
  /**
   * What the total may have taken for execution: as printed on the total row or added over the rows; where neither is
   * printed, nothing or the recomputed points.
   */
  readonly executions: readonly Exact[]
}

function addendsOf({ rows, execution }: ScoredForm): Addends {
  const standing = Exact.sum(gather(rows, (scoredRow) => scoredRow.printed ?? []))
  const printed = [execution.printed, execution.added].filter((points) => points !== null)
  const unprinted = [Exact.zero, ...(execution.recomputed === null ? [] : [execution.recomputed.min])]
  return { standing, executions: printed.length > 0 ? printed : unprinted }
}
