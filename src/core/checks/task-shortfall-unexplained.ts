import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import type { TaskCheck } from './check.ts'

/** A loss below this is the rest of a payment, not a shortfall. */
const LEAST_LOSS = Exact.of('1/20')
const REASON = /原因|由于|因|受.{0,12}影响|未(?:能|完成|支付|开展)|结余|节约|节省|推迟|取消|调整/

export const check: TaskCheck = {
  id: 'task-shortfall-unexplained',
  code: 'D17',
  over: 'task',
  title: {
    passed: { zh: '任务扣分有说明', en: 'Lost points of tasks are explained' },
    failed: { zh: '任务扣分没有说明', en: 'Task shortfall without reason' },
  },
  why: {
    zh: '执行率不足丢了分，应当说明钱为什么没有用完。',
    en: 'Where spending fell short and points were lost, the form should say why.',
  },
  severity: 'info',
  law: [cite('caiyu-2020-10/self-evaluation-content'), cite('sichuan-2023/explanations')],
  messages: {
    unexplained: {
      text: {
        zh: '“{task}”分值{weight}，得分{score}，没有说明未执行完的原因',
        en: '“{task}” got {score} of {weight} points and does not say why',
      },
      advice: { zh: '在完成情况中写明未执行完的原因', en: 'tell the cause in its completion' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:16',
      form: { tasks: [{ name: '其他支出', completion: '基本达成预期指标', weight: '2.02', score: '1.95' }] },
      flagged: ['unexplained@tasks[0].score'],
    },
    {
      from: 'shenzhen-guangming-2021:9',
      form: {
        tasks: [
          { name: '综合业务工作经费', completion: '基本达成预期指标', weight: '0.25', score: '0.24' },
          { name: '培训费', completion: '因疫情取消2期', weight: '2.02', score: '1.55' },
          { name: '会议费', note: '压减会议,结余0.5万元', weight: '2.02', score: '1.55' },
          { row: 'total', name: '金额合计', weight: '10', score: '9.80' },
          { name: '项目支出', row: 'group' },
        ],
      },
      flagged: [],
    },
  ],
  test({ task, path }) {
    const [weight, score] = [task.weight.value, task.score.value]
    if (task.role !== 'task' || weight === null || score === null) return 'skip'
    if (weight.minus(score).lessThan(LEAST_LOSS) || REASON.test(task.completion.raw + task.note.raw)) return 'pass'
    const data = { task: task.name.raw, weight: task.weight.raw, score: task.score.raw }
    return { message: 'unexplained', data, at: [`${path}.score`] }
  },
}
