/**
 * Stock phrases of reviewers, in our own words, after the criteria of a published review (fourteen criteria of a CPA firm's
 * own rules) and the usual findings. A phrase gives the reason; how much is taken off is the reviewer's, or the edition's.
 */

import { gather } from '../model/gather.ts'
import type { Bilingual } from '../model/index.ts'

export interface Phrase {
  readonly id: string
  readonly title: Bilingual
  /** As it is written into the review, to be completed by hand. */
  readonly text: Bilingual
  /** Id of the deduction in editions that have it (rulebook `ReviewDeduction`). */
  readonly deduction?: string
}

export const phrases: readonly Phrase[] = [
  {
    id: 'no-evidence',
    title: { zh: '无佐证材料', en: 'no evidence' },
    text: {
      zh: '未提供能够证明完成情况的佐证材料，该指标不予认定。',
      en: 'Nothing proves what was done; the indicator is not recognised.',
    },
    deduction: 'no-evidence',
  },
  {
    id: 'unrelated',
    title: { zh: '与项目无关', en: 'unrelated to the project' },
    text: {
      zh: '指标内容与项目目标和资金用途无关，不予认定。',
      en: 'The indicator has nothing to do with the goal and the use of the money.',
    },
    deduction: 'unrelated',
  },
  {
    id: 'hollow',
    title: { zh: '指标空洞、无法考核', en: 'hollow, cannot be assessed' },
    text: {
      zh: '指标值表述空泛，没有可衡量的标准，无法核实是否完成。',
      en: 'The target is vague and has no measure; whether it was met cannot be verified.',
    },
    deduction: 'hollow-medium',
  },
  {
    id: 'satisfaction-without-data',
    title: { zh: '满意度无调查数据', en: 'satisfaction without data' },
    text: {
      zh: '未提供问卷、样本量等调查资料，满意度无依据。',
      en: 'Neither questionnaires nor a sample are there; the satisfaction rests on nothing.',
    },
    deduction: 'satisfaction-data',
  },
  {
    id: 'partly-done',
    title: { zh: '部分内容未完成', en: 'partly not done' },
    text: {
      zh: '指标包含的多项内容中有部分未按期完成，按比例扣减。',
      en: 'Some of the parts that the indicator covers were not done in time; taken off in proportion.',
    },
    deduction: 'multi-part',
  },
  {
    id: 'counted-twice',
    title: { zh: '产出与效益重复', en: 'counted twice' },
    text: {
      zh: '与其他指标内容重复，同一成果不重复计分。',
      en: 'It repeats another indicator; one result is not scored twice.',
    },
    deduction: 'duplicate-content',
  },
  {
    id: 'misfiled',
    title: { zh: '指标归类错误', en: 'filed under the wrong class' },
    text: {
      zh: '三级指标与所列二级指标不符，应归入其他类别。',
      en: 'The indicator does not fit the level-2 class it stands in.',
    },
    deduction: 'misfiled',
  },
  {
    id: 'over-achieved',
    title: { zh: '目标设置偏低', en: 'target set too low' },
    text: {
      zh: '结果远高于指标值，目标设置偏低，起不到约束作用。',
      en: 'The result is far above the target: it was set too low to bind.',
    },
  },
  {
    id: 'figure-differs',
    title: { zh: '数据与佐证不一致', en: 'figure differs from the evidence' },
    text: {
      zh: '填报的实际完成值与佐证材料不一致，按核实数计算。',
      en: 'The actual value differs from the evidence; the verified figure is taken.',
    },
  },
  {
    id: 'not-accepted',
    title: { zh: '未验收', en: 'not accepted yet' },
    text: {
      zh: '数量已完成但尚未验收，质量不能认定。',
      en: 'The quantity is there but nothing was accepted; the quality cannot be recognised.',
    },
  },
  {
    id: 'late',
    title: { zh: '未按期完成', en: 'late' },
    text: {
      zh: '完成时间晚于规定期限，时效指标按规定扣减。',
      en: 'It was done after the deadline; points for timeliness are taken off.',
    },
  },
  {
    id: 'no-reason',
    title: { zh: '扣分或偏差未说明', en: 'deviation not explained' },
    text: {
      zh: '存在偏差但未说明原因和改进措施，请补充。',
      en: 'The deviation has neither a reason nor a remedy; please add both.',
    },
  },
  {
    id: 'calculation',
    title: { zh: '计算错误', en: 'wrong calculation' },
    text: {
      zh: '得分未按规定公式计算，按公式重新计算。',
      en: 'The score does not follow the formula; it was calculated again.',
    },
  },
  {
    id: 'execution-figure',
    title: { zh: '执行数与决算不一致', en: 'execution differs from the accounts' },
    text: {
      zh: '全年执行数与决算数据不一致，按决算数据计算执行率。',
      en: 'The figure of execution differs from the final accounts; the rate is taken from these.',
    },
  },
]

export function phraseById(id: string): Phrase | undefined {
  return phrases.find((phrase) => phrase.id === id)
}

/** A phrase before what a reviewer typed himself; another phrase that stood there gives way, none (an empty text) leaves his words. */
export function withPhrase(typed: string, phrase: string): string {
  const before = gather(phrases, ({ text }) => [text.zh, text.en]).find((each) => typed.startsWith(each)) ?? ''
  const own = typed.slice(before.length).trim()
  return own === '' ? phrase : `${phrase}${/[\x21-\x7e]$/.test(phrase) ? ' ' : ''}${own}`
}
