import type { Form } from '../model/index.ts'
import { cite, reachesThreshold } from '../rulebook/index.ts'
import { saidIn } from './aids/notes.ts'
import { sayPercent } from './aids/scored-rows.ts'
import type { FormCheck } from './check.ts'

/** Labels of texts where a form explains itself (未完成原因, 存在问题, 改进措施 …), and remarks that speak of spending. */
const EXPLAINING = /原因|说明|问题|措施|分析/
const OF_SPENDING = /执行|支出|支付|付款|拨付|预算|资金|经费|结余|结转|节约|节省/

/** Why money was not spent, beside a word of spending in one sentence of what was achieved. */
const CAUSE =
  /因|由于|原因|尾款|质保金|滞后|未(?:能)?(?:完成)?(?:支付|结算|到位|验收|下达)|待[^,。;]{0,10}(?:结算|审计|审核|验收|支付|拨付)|节约|节省|结余|结转/u
const SENTENCE = /[。;]/u

function explainsSpending(text: string): boolean {
  return text.split(SENTENCE).some((sentence) => CAUSE.test(sentence) && OF_SPENDING.test(sentence))
}

function isExplained(form: Form): boolean {
  return (
    form.goals.some((goal) => explainsSpending(saidIn(goal.achieved))) ||
    form.tasks.some((task) => explainsSpending(saidIn(task.completion))) ||
    form.tasks.some((task) => saidIn(task.note) !== '') ||
    form.facts.some((fact) => EXPLAINING.test(fact.label.raw) && OF_SPENDING.test(saidIn(fact.text))) ||
    form.indicators.some((indicator) => OF_SPENDING.test(saidIn(indicator.note)))
  )
}

export const check: FormCheck = {
  id: 'low-execution-unexplained',
  code: 'B14',
  over: 'form',
  severity: 'warning',
  title: {
    passed: { zh: '预算执行率达到要求或已说明', en: 'Execution is high enough or explained' },
    failed: { zh: '预算执行率偏低而未说明原因', en: 'Low execution without a reason' },
  },
  why: {
    zh: '预算执行率低的，应单独说明原因；多地以90%为界。',
    en: 'Low execution needs an explanation of its own; several places draw the line at 90 %.',
  },
  law: [cite('sichuan-2023/explanations'), cite('caiyu-2020-10/responsibility')],
  messages: {
    unexplained: {
      text: {
        zh: '预算执行率为{rate}，低于{limit}%，表中未见原因说明。',
        en: 'Execution is {rate}, below {limit}%, and the form gives no reason.',
      },
      advice: {
        zh: '说明未执行的金额、原因（节约、进度滞后、政策变化等）和处理办法。',
        en: 'State how much was not spent, why (savings, delay, new policy …) and what will be done with it.',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        tasks: [{ row: 'total', name: '年度资金总额', budgeted: '100', executed: '80', weight: '10', rate: '80%' }],
      },
      flagged: ['unexplained@tasks[0].rate'],
    },
    {
      from: 'made',
      form: {
        tasks: [
          { name: '培训经费', budgeted: '100', executed: '80' },
          { row: 'total', name: '金额合计', budgeted: '100', executed: '80', note: '部分培训延期,结余上缴。' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        tasks: [{ row: 'total', name: '年度资金总额', budgeted: '100', executed: '80' }],
        facts: { 存在问题: '疫情期间部分培训取消,支出减少。' },
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        tasks: [{ row: 'total', name: '年度资金总额', budgeted: '100', executed: '80' }],
        facts: { 项目负责人: '张三' },
        indicators: [{ name: '预算执行率', target: '100%', actual: '80%', note: '合同尾款未到支付期,资金结转。' }],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        tasks: [{ row: 'total', name: '年度资金总额', budgeted: '100', executed: '80' }],
        goals: [{ stated: '建设道路。', achieved: '道路已建成。因工程尾款待审计结算,资金支出80%,2024年3月底前支付。' }],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        tasks: [
          { name: '道路建设', completion: '已建成,尾款结转下年支付。', budgeted: '100', executed: '80' },
          { row: 'total', name: '金额合计', budgeted: '100', executed: '80' },
        ],
      },
      flagged: [],
    },
    {
      // Money is spoken of, and a cause of something else.
      from: 'made',
      form: {
        tasks: [{ row: 'total', name: '年度资金总额', budgeted: '100', executed: '80', rate: '80%' }],
        goals: [{ stated: '建设道路。', achieved: '资金支出80%。因雨季延期,道路尚未建成。' }],
      },
      flagged: ['unexplained@tasks[0].rate'],
    },
    {
      from: 'e-hubei-tick-boxes-pipes:26',
      form: {
        tasks: [{ row: 'total', name: '年度资金总额', budgeted: '100', executed: '80' }],
        facts: { 偏差大或目标未完成原因分析: '居民投诉件数略超目标。' },
      },
      flagged: ['unexplained@tasks[0].rate'],
    },
    {
      from: 'shenzhen-guangming-2021:17',
      form: { tasks: [{ row: 'total', name: '金额合计', budgeted: '2726.98', executed: '2672.05', rate: '97.99%' }] },
      flagged: [],
    },
    {
      from: 'F045',
      form: { tasks: [{ row: 'total', name: '年度资金总额', budgeted: '', executed: '' }] },
      flagged: [],
    },
    { from: 'F023', form: { indicators: [{ name: '猪养殖数量', target: '80头', actual: '80头' }] }, flagged: [] },
  ],
  test({ form, scored, edition }) {
    if (form.tasks.length === 0) return 'skip'
    const { rate } = scored.execution
    if (rate === null) return 'unread'
    const limit = edition.reasons.executionBelow.value
    if (!reachesThreshold(edition, 'executionBelow', rate) || isExplained(form)) return 'pass'
    const total = form.tasks.findIndex((task) => task.role === 'total')
    const path = `tasks[${Math.max(total, 0)}].rate`
    return { message: 'unexplained', data: { rate: sayPercent(rate), limit }, at: [path] }
  },
}
