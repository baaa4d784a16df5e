import type { FormPath, Indicator, ScoredRow } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { cite } from '../rulebook/index.ts'
import { readValue } from '../values/index.ts'
import { hasLostPoints } from './aids/scored-rows.ts'
import type { FormCheck, Problem } from './check.ts'

/** Rows that speak against 全部达成: the target missed, points lost, or a weaker word as the result. */
function contradicts(indicator: Indicator, row: ScoredRow, edition: Edition): boolean {
  if (indicator.role !== 'scored') return false
  const actual = indicator.actual.value?.value
  const isWeaker = actual?.kind === 'completion' && actual.completion !== 'full'
  return row.verdict === 'missed' || isWeaker || hasLostPoints(row, edition)
}

const volunteers = { level2: '社会效益', target: '显著提升', weight: '2' }

export const check: FormCheck = {
  id: 'completion-contradicting-rows',
  code: 'D04',
  over: 'form',
  title: {
    passed: { zh: '任务的完成情况与指标一致', en: 'Completion of tasks agrees with their rows' },
    failed: { zh: '任务称全部达成，指标却有未达成', en: 'A task said to be fully met, rows of it not' },
  },
  why: {
    zh: '任务写“全部达成”，而相关指标未完成、扣分或只是基本达成，前后矛盾。',
    en: 'A task cannot be fully met while rows of it missed their target, lost points or were met in the main only.',
  },
  severity: 'warning',
  law: [cite('ziping-proposal/task-ties'), cite('caiyu-2020-10/qualitative-tiers')],
  messages: {
    contradiction: {
      text: {
        zh: '“{task}”写“{word}”，但按名称认为属于它的指标中有{count}项未完成、扣分或未全部达成，如“{example}”',
        en: '“{task}” says “{word}”, yet {count} of the indicators taken as belonging to it missed, lost points or were not fully met, such as “{example}”',
      },
      advice: {
        zh: '按指标的结果改写任务的完成情况；指标不属于该任务的，可不理会',
        en: 'word the completion of the task by its rows; ignore this if the rows belong elsewhere',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:10',
      form: {
        tasks: [{ name: '区总工会工作经费', content: '职业化工会干部工作', completion: '全部达成预期指标' }],
        indicators: [
          {
            level2: '数量指标',
            name: '职业化工会工作者人数',
            target: '65人',
            actual: '64人',
            weight: '5.06',
            score: '4.98',
          },
        ],
      },
      flagged: ['contradiction@tasks[0].completion'],
    },
    {
      from: 'shenzhen-guangming-2021:15',
      form: {
        tasks: [{ name: '妇儿工委工作经费', content: '推进儿童友好型城区建设', completion: '全部达成预期指标' }],
        indicators: [
          { ...volunteers, name: '有效推进儿童友好型城区建设', actual: '基本达成预期指标', score: '1.5' },
          { ...volunteers, name: '儿童友好型城区宣传', actual: '全部达成预期指标', score: '2' },
        ],
      },
      flagged: ['contradiction@tasks[0].completion'],
    },
    {
      from: 'shenzhen-guangming-2021:13',
      form: {
        tasks: [
          { name: '志愿服务工作经费', completion: '基本达成预期指标' },
          { name: '河道保洁经费', completion: '全部达成预期指标' },
          { name: '基本支出', completion: '全年完成了工资发放' },
        ],
        indicators: [
          { ...volunteers, name: '提升志愿服务形象', actual: '基本达成预期指标', score: '1.5' },
          { ...volunteers, name: '改善河道保洁面貌', actual: '全部达成预期指标', score: '2' },
          { ...volunteers, name: '河道保洁', role: 'part', actual: '未达成', score: '' },
        ],
      },
      flagged: [],
    },
  ],
  test({ form, scored, edition, ties }) {
    const problems: Problem[] = []
    let looked = false
    for (const tie of ties()) {
      const task = form.tasks[Number(/\d+/.exec(tie.task)![0])]!
      const word = readValue(task.completion.raw).value
      if (word?.kind !== 'completion' || word.completion !== 'full') continue
      looked = true
      const against = tie.indicators
        .map(({ path }) => ({ path, index: Number(/\d+/.exec(path)![0]) }))
        .filter(({ index }) => contradicts(form.indicators[index]!, scored.rows[index]!, edition))
      const [first] = against
      if (first === undefined) continue
      const rows: readonly FormPath[] = against.map(({ path }) => `${path}.actual`)
      problems.push({
        message: 'contradiction',
        data: {
          task: task.name.raw,
          word: task.completion.raw,
          count: against.length,
          example: form.indicators[first.index]!.name.raw,
        },
        at: [`${tie.task}.completion`, ...rows],
        certainty: 'review',
      })
    }
    const [head, ...rest] = problems
    return head !== undefined ? [head, ...rest] : looked ? 'pass' : 'skip'
  },
}
