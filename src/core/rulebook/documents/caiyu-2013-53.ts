import type { LegalDocument } from '../document.ts'

/** 财预〔2013〕53号: the common indicators. Its preamble was read on the ministry's own site; the formulas were not. */
export const document: LegalDocument = {
  id: 'caiyu-2013-53',
  number: '财预〔2013〕53号',
  title: { zh: '预算绩效评价共性指标体系框架', en: 'Frame of common indicators for budget performance evaluation' },
  governs: ['department', 'project'],
  clauses: [
    {
      id: 'caiyu-2013-53/common-indicators',
      summary: {
        zh: '共性指标是参考性框架，由评价主体选用，另设个性指标并自定权重。',
        en: 'The common indicators are a reference: the evaluator picks from them, adds its own and sets the weights.',
      },
      evidence: 'read-official',
      source: 'http://yss.mof.gov.cn/zhuantilanmu/zyysgl/201609/t20160927_2427777.htm',
    },
    {
      id: 'caiyu-2013-53/formulas',
      summary: {
        zh: '部门整体支出共性指标分投入、过程、产出、效果四类，如预算完成率为预算完成数与预算数之比。',
        en: 'Common department indicators stand under input, process, output and effect, e.g. budget completion = completed ÷ budget.',
      },
      evidence: 'general-knowledge',
    },
  ],
}
