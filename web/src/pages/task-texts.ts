/** Words of what comes to somebody at home: notices, and the word to those who have not submitted. */

import { lateTexts } from '../texts/index.ts'

export const useTaskSay = lateTexts({
  'notices.title': { zh: '通知 {{n}} 条', en: 'Notices: {{n}}' },
  'notices.open': { zh: '打开', en: 'Open' },
  'notices.read': { zh: '知道了', en: 'Noted' },
  'notices.readOne': { zh: '知道了：{{text}}', en: 'Noted: {{text}}' },
  'notices.readAll': { zh: '全部知道了', en: 'All noted' },
  'notices.jobs': { zh: '看成批任务', en: 'See the jobs' },
  'notices.nudge': { zh: '催报', en: 'Nudge' },
  'notices.remind': { zh: '临期提醒', en: 'Closing soon' },
  'notices.jobDone': { zh: '任务完成', en: 'Job done' },
  'nudge.act': { zh: '催报…', en: 'Nudge…' },
  'nudge.title': { zh: '催报：{{title}}', en: 'Nudge: {{title}}' },
  'nudge.hint': {
    zh: '通知所选单位的填报人、财务负责人和单位负责人；通知显示在他们的首页，写明截止日期。',
    en: 'Clerks, finance officers and heads of the chosen units find a notice at home, with the last day.',
  },
  'nudge.text': { zh: '要补充的话（可不填）', en: 'What you want to add (may be empty)' },
  'nudge.send': { zh: '通知 {{n}} 个单位', en: 'Notify {{n}} units' },
  'nudge.sending': { zh: '正在通知：{{done}}/{{total}}', en: 'Notifying: {{done}} of {{total}}' },
  'nudge.done': { zh: '已通知 {{people}} 人。', en: '{{people}} people notified.' },
  'nudge.nobody': {
    zh: '以下单位没有可通知的人，或刚刚已提交：{{names}}',
    en: 'Nobody to notify, or submitted just now: {{names}}',
  },
  'nudge.close': { zh: '关闭', en: 'Close' },
})
