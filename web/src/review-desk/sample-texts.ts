/** Words of drawing forms for review. */

import { lateTexts } from '../texts/index.ts'

export const useSampleSay = lateTexts({
  'sample.act': { zh: '抽查…', en: 'Draw a sample…' },
  'sample.title': { zh: '抽查复核', en: 'Sample for review' },
  'sample.hint': {
    zh: '从已受理的表中抽：先取风险高的，再随机抽；同一随机种子抽出同样的表，可复核。建议可改，由您决定。',
    en: 'Of the accepted forms: the risky ones first, others by lot. The same seed draws the same forms. You decide.',
  },
  'sample.campaign': { zh: '自评工作', en: 'Campaign' },
  'sample.percent': { zh: '抽查比例（%）', en: 'Share (%)' },
  'sample.seed': { zh: '随机种子', en: 'Seed' },
  'sample.risk': { zh: '按风险', en: 'by risk' },
  'sample.lot': { zh: '随机', en: 'by lot' },
  'sample.none': { zh: '没有已受理的表可抽。', en: 'No accepted form can be drawn.' },
  'sample.whoFirst': { zh: '还要选由谁复核。', en: 'Choose who reviews them.' },
  'sample.take': { zh: '抽中 {{n}} 份', en: 'Sample {{n}}' },
})
