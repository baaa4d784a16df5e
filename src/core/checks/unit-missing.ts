import { withoutBlanks } from '../model/blanks.ts'
import { cite } from '../rulebook/index.ts'
import { quantityOf } from './aids/indicator-class.ts'
import type { IndicatorCheck } from './check.ts'

/** What is counted in no unit: CMI值, 空气质量指数, pH值. */
const UNITLESS = /指数|系数|比值|使用强度|(?<![a-z])(?:CMI|DDDs?|pH)(?![a-z])/i
/** A name may carry the unit: 奖补资金兑付率(%), 任务完成时限(月), 培训人次. */
const IN_BRACKETS =
  /[(\uff08][^()\uff08\uff09]*(?:元|人|次|个|%|\uff05|‰|年|月|日|天|小时|米|公里|亩|吨|件|项|套|户|份|台|辆|场|处|家|名|期|所|座|只|头|羽|株|棵|间|栋|幢|块|片|篇|册|本|批|组|班|支|位|条|艘|公顷|平方|立方|㎡|宗|例|起|张|盏|口|眼|门|级|分|千克|公斤|升|千瓦|度)[^()\uff08\uff09]*[)\uff09]/u
const NAMED =
  /(?:满意度|知晓度|认知度|人数|人次|户数|次数|场次|天数|月数|年限|倍数|套数|件数|份数|个数|率|比例|占比|百分比)$/u

export const check: IndicatorCheck = {
  id: 'unit-missing',
  code: 'C07',
  over: 'indicator',
  title: {
    passed: { zh: '指标值写明计量单位', en: 'Targets name their unit' },
    failed: { zh: '指标值缺计量单位', en: 'Target without unit' },
  },
  why: {
    zh: '只有数字没有单位，审核人无法判断数的是什么，也无法与完成值比较。',
    en: 'A bare number does not say what is counted, and cannot be held against the actual.',
  },
  severity: 'warning',
  law: [cite('sichuan-2023/split-target'), cite('caiyu-2021-101/indicator-attributes')],
  messages: {
    missing: {
      text: { zh: '“{name}”的指标值“{target}”没有计量单位', en: '“{name}” has the target “{target}” without a unit' },
      advice: { zh: '写明单位，例如个、人次、万元、%', en: 'name the unit: items, visits, 10,000 yuan, %' },
    },
    implied: {
      text: {
        zh: '“{name}”的指标值“{target}”没有计量单位，只能从名称或完成值推知',
        en: '“{name}” has the target “{target}” without a unit; it can only be guessed from the name or the actual',
      },
      advice: { zh: '在指标值中写明单位', en: 'print the unit with the target' },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        indicators: [
          { name: 'CMI值', target: '≥1.05' },
          { name: '空气综合指数', target: '≤4.5' },
        ],
      },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:43',
      form: { indicators: [{ name: '各级青年之家规范化建设数量', target: '≥7', actual: '15' }] },
      flagged: ['missing@indicators[0].target'],
    },
    {
      from: 'F045',
      form: {
        indicators: [
          { name: '配备设备', target: '50', actual: '50台' },
          { name: '受益人次', target: '≥900', actual: '950' },
        ],
      },
      flagged: ['implied@indicators[0].target', 'implied@indicators[1].target'],
    },
    {
      from: 'F053',
      form: {
        indicators: [
          { name: '任务完成时限(月)', target: '10', actual: '10' },
          { name: '保障人数', target: '2370人', actual: '2370' },
          { name: '违规事项', target: '0', actual: '0' },
          { name: '资助学生', target: '735', unit: '人次', actual: '735' },
          { name: '按期完成', target: '12月底前', actual: '11月' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    const quantity = quantityOf(indicator.target.value?.value)
    if (quantity === null) return 'skip'
    const name = withoutBlanks(indicator.name.raw)
    // None of anything is none in every unit.
    if (
      quantity.unit !== null ||
      indicator.unit.raw !== '' ||
      quantity.number.isZero ||
      IN_BRACKETS.test(name) ||
      UNITLESS.test(name)
    )
      return 'pass'
    const actual = quantityOf(indicator.actual.value?.value)
    const implied = NAMED.test(name) || (actual !== null && actual.unit !== null)
    return {
      message: implied ? 'implied' : 'missing',
      data: { name: indicator.name.raw, target: indicator.target.raw },
      at: [`${path}.target`],
      ...(implied ? { severity: 'info' as const } : {}),
    }
  },
}
