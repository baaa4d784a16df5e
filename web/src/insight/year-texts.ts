/** The sentences of the chief's page. */

import { lateTexts } from '../texts/index.ts'

export const useYearSay = lateTexts({
  'year.print': { zh: '打印', en: 'Print' },
  'year.as': { zh: '截至{{day}}', en: 'As of {{day}}' },
  'year.forms': { zh: '应报', en: 'Forms' },
  'year.submitted': { zh: '已提交', en: 'Submitted' },
  'year.average': { zh: '平均总分', en: 'Average' },
  'year.rate': { zh: '预算执行率', en: 'Executed' },
  'year.excellent': { zh: '评为优', en: 'Excellent' },
  'year.changed': { zh: '复核改评级', en: 'Grades changed' },
  'year.situation': { zh: '情况', en: 'How it stands' },
  'year.decide': { zh: '需要决定的事', en: 'What to decide' },
  'year.nothing': { zh: '没有需要决定的事。', en: 'There is nothing to decide.' },
  'year.trust': {
    zh: '本页全部数字出自各单位自评表和复核记录；“重算”指按当地规则由程序重新计分。',
    en: 'All figures are taken from the forms of the units and the record of the review; “recomputed” means scored again by the rules of the place.',
  },
  'year.1': {
    zh: '本年共{{forms}}份自评表，已提交{{submitted}}份。其中{{graded}}份有总分，平均{{average}}分；按规则重算，平均在{{low}}至{{high}}分之间。',
    en: '{{forms}} forms were issued, {{submitted}} are submitted. {{graded}} have a total, {{average}} on average; recomputed by the rules {{low}} to {{high}}.',
  },
  'year.2': {
    zh: '评级为优{{excellent}}份、良{{good}}份、中{{fair}}份、差{{poor}}份。',
    en: 'Excellent {{excellent}}, good {{good}}, fair {{fair}}, poor {{poor}}.',
  },
  'year.3': {
    zh: '预算{{budgeted}}万元，执行{{executed}}万元，执行率{{rate}}%。',
    en: 'Budget {{budgeted}}, executed {{executed}} (10,000 yuan): {{rate}} %.',
  },
  'year.4': {
    zh: '指标共失{{lost}}分，失分最多的是{{kinds}}。',
    en: '{{lost}} points were lost on indicators, most of them on {{kinds}}.',
  },
  'year.5': {
    zh: '与{{before}}年相比，平均总分{{moved}}{{by}}分。',
    en: 'Against {{before}} the average {{moved}} by {{by}} points.',
  },
  'year.up': { zh: '提高', en: 'rose' },
  'year.down': { zh: '降低', en: 'fell' },
  'year.same': { zh: '与{{before}}年相比，平均总分不变。', en: 'The average is that of {{before}}.' },
  'year.kind': { zh: '{{name}}（{{lost}}分）', en: '{{name}} ({{lost}})' },

  'decide.remind': {
    zh: '{{n}}份尚未提交（截止{{closes}}，其中过期{{overdue}}份）：是否催报、是否延期。',
    en: '{{n}} are not submitted (due {{closes}}, {{overdue}} overdue): remind them, or extend?',
  },
  'decide.return': {
    zh: '{{n}}份仍有明显错误：是否退回更正。',
    en: '{{n}} still hold errors: return them?',
  },
  'decide.beyond': {
    zh: '{{n}}份自评总分高于规则所能给的最高分：是否要求核减。',
    en: '{{n}} claim more than the rules can give: have them cut?',
  },
  'decide.sample': {
    zh: '{{n}}份执行率低于平均（{{rate}}%）而得分不低于平均（{{average}}分）：是否列入抽查复核。',
    en: '{{n}} spent less than the average {{rate}} % and claim at least the average {{average}}: review them?',
  },
  'decide.overTargets': {
    zh: '{{n}}行指标超额完成到须说明原因的程度（严重偏离{{serious}}行）：明年是否提高这些目标值。',
    en: '{{n}} rows lie so far above their target that a reason is due ({{serious}} seriously): raise these targets next year?',
  },
  'decide.satisfaction': {
    zh: '{{n}}行满意度中有{{share}}%都填{{percent}}%：是否要求附问卷。',
    en: '{{share}} % of {{n}} rows of satisfaction report {{percent}} %: ask for the questionnaires?',
  },
  'decide.ceiling': {
    zh: '{{share}}%的指标行得满分，分不出好坏：是否修订指标和目标值。',
    en: '{{share}} % of all rows have full marks and tell nothing apart: revise indicators and targets?',
  },
  'decide.reviewed': {
    zh: '{{n}}份因复核改变评级：结果是否用于明年预算安排。',
    en: '{{n}} changed their grade by the review: use the result in next year’s budget?',
  },
  'decide.first': { zh: '先看：{{names}}。', en: 'First: {{names}}.' },
})
