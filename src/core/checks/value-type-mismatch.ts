import type { DateParts, QuantityValue, ScoredRow, Value } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { quantityOf } from './aids/indicator-class.ts'
import { isPlaceholder } from './aids/placeholders.ts'
import type { IndicatorCheck } from './check.ts'

type Kind = 'number' | 'date' | 'words' | 'none'

const kinds: Readonly<Record<Value['kind'], Kind>> = {
  quantity: 'number',
  range: 'number',
  duration: 'number',
  several: 'none',
  conditional: 'none',
  date: 'date',
  graded: 'words',
  completion: 'words',
  prose: 'words',
  none: 'none',
}
const words: Readonly<Record<Kind, string>> = { number: '数字', date: '日期', words: '文字', none: '空' }
/** Dimensions that never stand for one another; counting words (个, 项, 件) are used freely and stay out. */
const MEASURES = new Set(['share', 'money', 'area', 'length', 'volume', 'mass', 'days', 'months', 'people', 'visits'])

function isBlank({ year, month, day }: DateParts): boolean {
  return year === null && month === null && day === null
}

function kindOf(value: Value | null | undefined): Kind {
  if (value === null || value === undefined) return 'none'
  // 在计划时间内完成 names no date: any word of completion answers it.
  if (value.kind === 'date' && [value.from, value.to].every(isBlank)) return 'words'
  return kinds[value.kind]
}

function measureDifferently(target: QuantityValue | null, actual: QuantityValue | null): boolean {
  const [first, second] = [target?.unit?.dimension ?? '', actual?.unit?.dimension ?? '']
  const isPeople = (dimension: string) => dimension === 'people' || dimension === 'visits'
  return MEASURES.has(first) && MEASURES.has(second) && first !== second && !(isPeople(first) && isPeople(second))
}

/** Both sides carry a unit, and these are not of one kind: ≥300张 beside 310人. */
function unitsDiffer(target: Value | null | undefined, actual: Value | null | undefined): boolean {
  const [first, second] = [target, actual].map((value) => (value != null && 'unit' in value ? value.unit : null))
  return first != null && second != null && first.dimension !== second.dimension
}

/** The figures were not set against each other. */
function isUndecided({ verdict, achievement }: ScoredRow): boolean {
  return verdict === 'unknown' && achievement === null
}

export const check: IndicatorCheck = {
  id: 'value-type-mismatch',
  code: 'C08',
  over: 'indicator',
  title: {
    passed: { zh: '指标值与完成值类型一致', en: 'Targets and actuals are of one kind' },
    failed: { zh: '指标值与完成值类型不符', en: 'Target and actual of different kinds' },
  },
  why: {
    zh: '数字、日期、文字不能互相比较，这样的完成值证明不了目标是否达到，得分只能由人判断。',
    en: 'A number, a date and a word cannot be compared: such an actual proves nothing, and a person must judge the score.',
  },
  severity: 'error',
  law: [cite('integrated-platform/type-check')],
  messages: {
    mismatch: {
      text: {
        zh: '“{name}”的指标值“{target}”是{wanted}，完成值“{actual}”却是{given}',
        en: '“{name}”: the target “{target}” and the actual “{actual}” are of different kinds',
      },
      advice: {
        zh: '完成值按指标值的类型填写：数字填数字（带单位），日期填实际日期，文字按档次填写；或者调整指标值的写法',
        en: 'write the actual in the kind of the target: a number with its unit, the actual date, a tier word; or mend the target',
      },
    },
    units: {
      text: {
        zh: '“{name}”的指标值“{target}”与完成值“{actual}”单位不同，不能比较',
        en: '“{name}”: the units of “{target}” and “{actual}” cannot be compared',
      },
      advice: { zh: '完成值改用指标值的单位', en: 'use the unit of the target for the actual' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:72',
      form: { indicators: [{ name: '发放职业化工会工作者工资经费发放及时率', target: '及时', actual: '100%' }] },
      flagged: ['mismatch@indicators[0].actual'],
    },
    {
      from: 'shenzhen-guangming-2021:83',
      // A deadline and a word of completion: deadline-not-proven speaks.
      form: {
        indicators: [
          { name: '儿童友好型城区的建设时限', target: '2021年12月31日前', actual: '已完成' },
          { name: '资金支付时限', target: '2021年12月31日前', actual: '95%' },
        ],
      },
      flagged: ['mismatch@indicators[1].actual'],
    },
    {
      from: 'F027',
      form: {
        indicators: [
          { name: '森林火灾火因查明率', target: '不低于95%', actual: '达成预期指标' },
          { name: '防火宣传', target: '≥5000元', actual: '300人' },
        ],
      },
      flagged: ['mismatch@indicators[0].actual', 'units@indicators[1].actual'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '新增养老床位', target: '≥300张', actual: '310人' },
          { name: '资金拨付时间', target: '30日内', actual: '25个工作日' },
        ],
      },
      flagged: ['units@indicators[0].actual', 'units@indicators[1].actual'],
    },
    {
      from: 'shenzhen-guangming-2021:82',
      form: {
        indicators: [
          { name: '评估时限', target: '2021年12月31日前', actual: '2021年6月18日' },
          { name: '有效提升职工获得感', target: '有效提升', actual: '全部达成预期指标' },
          { name: '服务人次', target: '≥100人次', actual: '120人' },
          { name: '印制资料', target: '≥100份', actual: '120本' },
          { name: '提交报告及时性', target: '在项目计划完成时间内完成', actual: '达成预期指标' },
          { name: '群众满意度', target: '较上年提高', actual: '提高2个百分点' },
          { name: '网格覆盖率', target: '100%', actual: '实现全覆盖' },
          { name: '安全生产事故', target: '0起', actual: '未发生' },
          { name: '值岗人数', target: '4人/天(按实际人数为准)', actual: '4人/天' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '不适用', target: '不适用', actual: '-' },
          { name: '培训人数', target: '≥5人', actual: '' },
          // A placeholder is of no kind: placeholder-left speaks.
          { name: '补助户数', target: '**户', actual: '100户' },
          { name: '走访户数', target: '≥50户', actual: '待定' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path, scored }) {
    const [target, actual] = [indicator.target.value?.value, indicator.actual.value?.value]
    const [wanted, given] = [kindOf(target), kindOf(actual)]
    if (wanted === 'none' || given === 'none') return 'skip'
    // 较上年提高 is answered by 提高2个百分点, 100% by 全覆盖.
    const isWordBesideNumber = [wanted, given].every((kind) => kind === 'words' || kind === 'number')
    if (wanted !== given && isWordBesideNumber && scored.verdict !== 'unknown') return 'pass'
    if (wanted === 'date' && given === 'words') return 'skip'
    if (wanted !== given && (isPlaceholder(indicator.target.raw) || isPlaceholder(indicator.actual.raw))) return 'skip'
    const data = { name: indicator.name.raw, target: indicator.target.raw, actual: indicator.actual.raw }
    const at = [`${path}.actual`] as const
    if (wanted !== given)
      return { message: 'mismatch', data: { ...data, wanted: words[wanted], given: words[given] }, at }
    if (measureDifferently(quantityOf(target), quantityOf(actual))) return { message: 'units', data, at }
    return unitsDiffer(target, actual) && isUndecided(scored)
      ? { message: 'units', data, at, severity: 'warning', certainty: 'review' }
      : 'pass'
  },
}
