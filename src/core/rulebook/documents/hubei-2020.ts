/** Hubei's filled example and filling notes of 2020. The frame 鄂财绩发〔2020〕3号 is named there and was not read. */

import type { LegalDocument } from '../document.ts'

const copies = 'https://1wenmi.com/doc/330418.html'

export const document: LegalDocument = {
  id: 'hubei-2020',
  number: '湖北省2020年度自评表填报说明',
  title: { zh: '湖北省项目支出绩效自评表及填报说明', en: 'Hubei project self-evaluation form and filling notes' },
  governs: ['project'],
  clauses: [
    {
      id: 'hubei-2020/split',
      summary: {
        zh: '预算执行20分；示例中产出40分，效益（含满意度）40分。',
        en: 'Execution 20 points; in the example output 40 and benefit with satisfaction 40.',
      },
      evidence: 'read-copy',
      source: copies,
    },
    {
      id: 'hubei-2020/formulas',
      summary: {
        zh: '正向指标得分=分值×实际÷目标，反向指标得分=分值×目标÷实际，均不超过分值。',
        en: 'Positive: weight × actual ÷ target; reverse: weight × target ÷ actual; never above the weight.',
      },
      evidence: 'read-copy',
      source: copies,
    },
    {
      id: 'hubei-2020/tiers',
      summary: {
        zh: '定性指标三档：100%—80%,80%—50%,50%—0%。',
        en: 'Qualitative indicators have the tiers 100–80 %, 80–50 %, 50–0 %.',
      },
      evidence: 'read-copy',
      source: 'https://m.777doc.com/doc-4336759.html',
    },
    {
      id: 'hubei-2020/base',
      summary: {
        zh: '预算执行率以调整后预算数（含上年结转）为基数。',
        en: 'The execution rate is based on the adjusted budget including carry-over.',
      },
      evidence: 'read-copy',
      source: copies,
    },
  ],
}
