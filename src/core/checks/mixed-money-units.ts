import { gather } from '../model/gather.ts'
import {
  type Form,
  type FormPath,
  type Indicator,
  indicatorPath,
  type Reading,
  type ScoredForm,
} from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { readNumber } from '../values/index.ts'
import { beyondHead } from './aids/beyond-head.ts'
import { sayList } from './aids/figures.ts'
import { amountColumns } from './aids/money.ts'
import { mixesUnits, mixesUnitsInRow } from './aids/units-mixed.ts'
import type { FormCheck, Problem } from './check.ts'

const row = (target: string, actual: string) => ({
  level1: '产出指标',
  level2: '成本指标',
  name: '培训经费',
  target,
  actual,
})
const task = (budgeted: string, executed: string) => ({ name: '培训经费', budgeted, executed })

const WAN = /\d\s*万(?!\p{L})/u
const WANYUAN = /\d\s*万元/
/** An amount of digits alone names no unit. */
const BEYOND_DIGITS = /[^\d.,\s-]/

export const check: FormCheck = {
  id: 'mixed-money-units',
  code: 'A17',
  over: 'form',
  severity: 'warning',
  title: {
    passed: { zh: '金额单位一致', en: 'One unit of money throughout' },
    failed: { zh: '金额单位混用', en: 'Units of money are mixed' },
  },
  why: {
    zh: '元与万元相差一万倍，混用会使执行率和成本得分失真；写法不一也不便汇总。',
    en: '元 and 万元 differ ten-thousandfold: mixed, they falsify rates and cost scores; two spellings hinder any roll-up.',
  },
  law: [cite('integrated-platform/type-check'), cite('ziping-proposal/wording'), cite('ziping-proposal/limits')],
  messages: {
    spelling: {
      text: {
        zh: '成本指标的金额单位写法不一：{wan}处写“万”，{wanyuan}处写“万元”。',
        en: 'Amounts are written in two ways: “万” in {wan} rows, “万元” in {wanyuan}.',
      },
      advice: { zh: '请统一写为“万元”。', en: 'Write 万元 throughout.' },
    },
    tenThousandfold: {
      text: {
        zh: '“{name}”指标值“{target}”与完成值“{actual}”相差约一万倍，可能一处按元、一处按万元填写。',
        en: '“{name}”: target “{target}” and actual “{actual}” are some ten-thousandfold apart, as if one were in 元, the other in 万元.',
      },
      advice: { zh: '请核对两处金额单位并统一。', en: 'Check both units and use one.' },
    },
    tableTenThousandfold: {
      text: {
        zh: '“{name}”预算{budgeted}与执行{executed}相差约一万倍，可能一处按元、一处按万元填写。',
        en: '“{name}”: budget {budgeted} and executed {executed} are some ten-thousandfold apart, as if one were in 元, the other in 万元.',
      },
      advice: { zh: '请核对两处金额单位并统一。', en: 'Check both units and use one.' },
    },
    beyondHead: {
      text: {
        zh: '“{name}”{column}为{raw}，按表头的万元计为{figure}亿元；如按元填写，应为{figure}万元。',
        en: '“{name}”: the {columnEn} of {raw} in 万元, as the head says, is {figure} 亿元; if it was written in 元, it is {figure} 万元.',
      },
      advice: {
        zh: '请核对金额单位：按元填写的，全表换算为万元，或将表头改为元；确为该数的，不用改。',
        en: 'Check the unit: amounts in 元 are turned into 万元, or the head into 元; leave it if the figure is right.',
      },
    },
    cellUnit: {
      text: {
        zh: '资金表中金额单位不一：{units}。',
        en: 'The money table holds amounts in several units: {units}.',
      },
      advice: { zh: '请统一金额单位，并在表头注明。', en: 'Use one unit and name it in the head of the table.' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:89',
      form: { indicators: [row('≤10万', '9.4656万'), row('≤76万元', '75.83813万元'), row('≤4万元', '3.2万元')] },
      flagged: ['spelling@indicators[0].target'],
    },
    { from: 'made', form: { indicators: [row('≤10万', '9.4656万'), row('≤4万', '3.2万')] }, flagged: [] },
    {
      from: 'made',
      form: { indicators: [row('≤10万元', '98500'), row('≤460元/平方米', '452万元/平方米')] },
      flagged: ['tenThousandfold@indicators[0].actual', 'tenThousandfold@indicators[1].actual'],
    },
    {
      from: 'made',
      form: { tasks: [task('67.55', '664900')] },
      flagged: ['tableTenThousandfold@tasks[0].executed.total'],
    },
    {
      from: 'made',
      form: { tasks: [task('675500', '66.49')] },
      flagged: ['tableTenThousandfold@tasks[0].executed.total'],
    },
    {
      from: 'F028',
      form: { moneyUnit: '万元', tasks: [task('620.82万元', '6208200元'), task('50', '48')] },
      flagged: ['cellUnit@tasks[0].executed.total', 'tableTenThousandfold@tasks[0].executed.total'],
    },
    {
      from: 'shenzhen-guangming-2021:106',
      form: {
        indicators: [
          { ...row('≤10万', '7.9846万'), name: '情况评估' },
          row('≤20万元', '19.7082万元'),
          { level1: '成本指标', name: '印刷', target: '8万', actual: '7万' },
        ],
      },
      flagged: ['spelling@indicators[0].target'],
    },
    {
      from: 'a-cost-frame-yuan-pipes:4',
      form: {
        moneyUnit: '万元',
        tasks: [
          { row: 'total', name: '年度资金总额', initialBudget: '5,830,000.00', budgeted: '6,208,200.00' },
          { name: '其中：财政拨款', budgeted: '6,208,200.00' },
        ],
      },
      flagged: ['beyondHead@tasks[0].budgeted.total'],
    },
    {
      // As the head says; with more decimals than 元 has; with a unit of its own; in 元; told as tenthousandfold.
      from: 'made',
      form: {
        moneyUnit: '万元',
        tasks: [task('999999.99', '900000'), task('1234567.8912', ''), task('6208200万元', ''), task('7000000', '700')],
      },
      flagged: ['tableTenThousandfold@tasks[3].executed.total'],
    },
    { from: 'made', form: { moneyUnit: '元', tasks: [task('6208200.00', '6208200.00')] }, flagged: [] },
    {
      from: 'F044',
      form: {
        moneyUnit: '万元',
        tasks: [task('620.82万元', '600万元')],
        indicators: [row('≤90万元', '90'), row('≥8400元', '8400元')],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { tasks: [task('', '5')], indicators: [{ name: '参与人次', target: '≥10万人次', actual: '12万人次' }] },
      flagged: [],
    },
  ],
  test({ form, scored }) {
    const [first, ...others] = [
      ...cellUnits(form),
      ...gather(form.tasks, (_, index) => tableProblem(form, index)),
      ...beyondHead(form, (index) => tableProblem(form, index).length > 0),
      ...spellings(form),
      ...rowProblems(form, scored),
    ]
    return first === undefined ? 'pass' : [first, ...others]
  },
}

function isMoney(reading: Reading | null): boolean {
  const value = reading?.value
  return value?.kind === 'quantity' && value.unit?.dimension === 'money'
}

/** A bare 万 is money where a name says so, and in a block of costs. */
function isAmount({ level1Kind, level2 }: Indicator, reading: Reading | null): boolean {
  return isMoney(reading) || level1Kind === 'cost' || level2.cell.raw.includes('成本')
}

/** Whether a row writes an amount so. */
function writes(indicator: Indicator, spelling: RegExp): boolean {
  const isSo = ({ raw, value }: Indicator['target']): boolean =>
    raw.includes('万') && spelling.test(raw) && isAmount(indicator, value)
  return isSo(indicator.target) || isSo(indicator.actual)
}

function spellings(form: Form): readonly Problem[] {
  const places = (spelling: RegExp): readonly FormPath[] =>
    gather(form.indicators, (indicator, index) =>
      writes(indicator, spelling) ? [`${indicatorPath(index)}.target`] : [],
    )
  const wan = places(WAN)
  const [first, ...others] = wan
  if (first === undefined) return []
  const wanyuan = places(WANYUAN).length
  return wanyuan === 0 ? [] : [{ message: 'spelling', data: { wan: wan.length, wanyuan }, at: [first, ...others] }]
}

function rowProblems(form: Form, scored: ScoredForm): readonly Problem[] {
  const problems: Problem[] = []
  for (const [index, { name, target, actual }] of form.indicators.entries()) {
    if (!mixesUnitsInRow(form.indicators[index]!, scored.rows[index]!)) continue
    const data = { name: name.raw, target: target.raw, actual: actual.raw }
    const at: Problem['at'] = [`indicators[${index}].actual`, `indicators[${index}].target`]
    problems.push({ message: 'tenThousandfold', data, at })
  }
  return problems
}

function tableProblem(form: Form, index: number): readonly Problem[] {
  const { name, budgeted, executed } = form.tasks[index]!
  if (!mixesUnits(form.tasks[index]!)) return []
  const data = { name: name.raw, budgeted: budgeted.total.raw, executed: executed.total.raw }
  const at: Problem['at'] = [`tasks[${index}].executed.total`, `tasks[${index}].budgeted.total`]
  return [{ message: 'tableTenThousandfold', data, at }]
}

/** Amounts that name another unit than the table's, or than each other. */
function cellUnits(form: Form): readonly Problem[] {
  const cells = gather(form.tasks, (task, index) =>
    gather(amountColumns, (column) => {
      const { raw } = column.cell(task)
      const unit = BEYOND_DIGITS.test(raw) ? readNumber(raw).unit : 'none'
      return unit.endsWith('元') ? [{ path: `tasks[${index}].${column.id}`, unit: unit as string }] : []
    }),
  )
  const expected = form.moneyUnit.value ?? cells[0]?.unit
  const [first, ...others] = cells.filter((cell) => cell.unit !== expected).map((cell) => cell.path)
  if (first === undefined) return []
  const units = sayList([...new Set([expected!, ...cells.map((cell) => cell.unit)])])
  return [{ message: 'cellUnit', data: { units }, at: [first, ...others] }]
}
