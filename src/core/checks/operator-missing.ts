import { Exact, type Indicator, type Unit } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { changeOf } from '../values/index.ts'
import { hasLostPoints } from './aids/scored-rows.ts'
import type { IndicatorCheck } from './check.ts'

/** An operator may stand in the name: 公猪舍(≥**平方米), 单价不高于市场价. */
const IN_NAME = /[≥≤≧≦<>=\uff1c\uff1d\uff1e]|不低于|不高于|不少于|不多于|不超过|大于|小于|至少|以上|以下|以内|控制在/

/** 100%, or 100 for what is a share by its name. */
function isWhole({ target, name }: Indicator): boolean {
  const raw = target.raw.trim()
  return raw === '100%' || (raw === '100' && /[率度]$/.test(name.raw.trim()))
}

/** 220万元 is not answered by 40%. */
function mayMeasure(target: Unit | null, actual: Unit | null): boolean {
  return target === null || actual === null || target.dimension === actual.dimension
}

export const check: IndicatorCheck = {
  id: 'operator-missing',
  code: 'C06',
  over: 'indicator',
  title: {
    passed: { zh: '指标值写明计算符号', en: 'Targets say at least, at most or equal' },
    failed: { zh: '指标值缺计算符号', en: 'Target without operator' },
  },
  why: {
    zh: '没有≥、≤、=，就无法判断多做、少做算不算完成，只能按惯例理解为不低于。',
    en: 'Without ≥, ≤ or = nobody can say whether more or less counts; by custom a bare figure is read as a floor.',
  },
  severity: 'warning',
  law: [cite('sichuan-2023/split-target'), cite('caiyu-2021-101/indicator-attributes')],
  messages: {
    over: {
      text: {
        zh: '“{name}”的指标值“{target}”没有写≥、≤或=，实际为“{actual}”：按“≥”理解已完成，按“=”理解未恰好完成，按“≤”理解已超出',
        en: '“{name}” has the bare target “{target}” and the actual “{actual}”: met if ≥ is meant, not hit if =, exceeded if ≤',
      },
      advice: { zh: '在指标值前写明≥、≤或=', en: 'put ≥, ≤ or = before the target' },
    },
    under: {
      text: {
        zh: '“{name}”的指标值“{target}”没有写≥、≤或=，实际为“{actual}”：按“≥”或“=”理解都未完成，按“≤”理解才算完成',
        en: '“{name}” has the bare target “{target}” and the actual “{actual}”: missed if ≥ or = is meant, met only if ≤ is',
      },
      advice: { zh: '在指标值前写明≥、≤或=', en: 'put ≥, ≤ or = before the target' },
    },
    bare: {
      text: {
        zh: '“{name}”的指标值“{target}”没有写≥、≤或=',
        en: '“{name}” has the bare target “{target}”',
      },
      advice: { zh: '在指标值前写明≥、≤或=', en: 'put ≥, ≤ or = before the target' },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        indicators: [
          { name: '交通事故发生率', target: '较上年下降10%', actual: '下降12%' },
          { name: '安全事故', target: '未发生', actual: '2起' },
        ],
      },
      flagged: ['bare@indicators[0].target'],
    },
    {
      from: 'shenzhen-guangming-2021:50',
      form: { indicators: [{ name: '春节困难义工慰问人数', target: '30人', actual: '32人' }] },
      flagged: ['over@indicators[0].target'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '培训期数', target: '5期', actual: '4期', weight: '10', score: '10' },
          // The unit itself took it as missed: nothing depends on the reading.
          { name: '任务完成及时率', target: '100%', actual: '98%', weight: '10', score: '9.8' },
          { name: '培训期数', target: '5期', actual: '4期' },
        ],
      },
      flagged: ['under@indicators[0].target', 'bare@indicators[1].target', 'under@indicators[2].target'],
    },
    {
      from: 'shenzhen-guangming-2021:75',
      form: {
        indicators: [
          { name: '短信服务平台服务时长', target: '12个月', actual: '12个月' },
          { name: '青年驿站提供床位', target: '15', actual: '15' },
          { name: '政策性挂账利息补贴保障率', target: '100%', actual: '无' },
          { name: '户均补助标准', target: '2万元/户', actual: '20000元/户' },
          // A share answers no amount.
          { name: '申报经费', target: '220万元', actual: '约40%' },
        ],
      },
      flagged: [
        'bare@indicators[0].target',
        'bare@indicators[1].target',
        'bare@indicators[2].target',
        'bare@indicators[3].target',
        'bare@indicators[4].target',
      ],
    },
    {
      from: 'shenzhen-guangming-2021:39',
      form: {
        indicators: [
          { name: '开展困难青少年慰问活动覆盖人数', target: '≥60人', actual: '80人' },
          { name: '新建公猪舍(≥**平方米)', target: '22.8', actual: '22.8' },
          { name: '衡器检定', target: '3300台件以上', actual: '3715台件' },
          { name: '公用经费', attribute: '≤', target: '5', unit: '万元', actual: '5' },
          { name: '物业覆盖率', target: '达到90%', actual: '92%' },
          { name: '工作质量', target: '良好', actual: '良好' },
          { name: '验收合格率', target: '100%', actual: '100%' },
          { name: '按期完工率', target: '100', actual: '100' },
          { name: '安全事故', target: '0起', actual: '0起' },
          { name: '其中:主干道', role: 'part', target: '3条', actual: '4条' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path, scored, edition }) {
    // The parts of a row are told for information; the row they belong to is judged.
    if (indicator.role === 'part') return 'skip'
    const value = indicator.target.value?.value
    if (value?.kind !== 'quantity' && value?.kind !== 'duration') return 'skip'
    if (value.operator !== null || indicator.attribute.raw !== '' || IN_NAME.test(indicator.name.raw)) return 'pass'
    // 达到90% is a floor, in words; 未发生 is none at all.
    if (
      /^达到/.test(indicator.target.raw.trim()) ||
      (value.number.isZero && !/[0-9\uff10-\uff19]/u.test(indicator.target.raw))
    )
      return 'pass'
    const actual = indicator.actual.value?.value
    const isFigure = (actual?.kind === 'quantity' || actual?.kind === 'duration') && mayMeasure(value.unit, actual.unit)
    // Exactly hit, every operator gives the same verdict; where there is no figure, none gives any.
    // 2万元 is 20000元: by the units where these are known, else as written.
    const got = scored.achievement ?? (isFigure ? actual.number : null)
    const wanted = scored.achievement === null ? value.number : Exact.one
    const hit = isFigure && got!.equals(wanted)
    // Nothing lies above the whole or below nothing: 100% and 0起 can be meant in one way only.
    if (hit && (isWhole(indicator) || value.number.isZero)) return 'pass'
    const isUnder = isFigure && got!.lessThan(wanted)
    // A row that was marked down for it was meant as everybody reads it.
    // 较上年下降10%, 增长5%: the words say which way counts.
    const isDirected = changeOf(indicator.target.raw) !== null
    const same =
      !isFigure || hit || isDirected || (isUnder && scored.verdict === 'missed' && hasLostPoints(scored, edition))
    return {
      message: same ? 'bare' : isUnder ? 'under' : 'over',
      data: { name: indicator.name.raw, target: indicator.target.raw, actual: indicator.actual.raw },
      at: [`${path}.target`],
      ...(same ? { severity: 'info' as const } : {}),
    }
  },
}
