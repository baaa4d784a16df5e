import { cite } from '../rulebook/index.ts'
import { hasFullMarks } from './aids/scored-rows.ts'
import type { FormCheck } from './check.ts'

export const check: FormCheck = {
  id: 'full-marks-everywhere',
  code: 'B20',
  over: 'form',
  severity: 'warning',
  title: {
    passed: { zh: '并非所有指标都是满分', en: 'Not every indicator has full marks' },
    failed: { zh: '所有指标都是满分', en: 'Every indicator has full marks' },
  },
  why: {
    zh: '普遍满分的自评是复核的重点。各行满分都能由数据推出的只作提示；有的行推不出的列为警告。',
    en: 'Full marks throughout draw the reviewers’ attention: a hint where every one follows from the figures, a warning where some do not.',
  },
  law: [cite('pidu-review-2025/full-marks')],
  messages: {
    allFull: {
      text: {
        zh: '{rows}个指标全部得满分，各行与填报数据相符。',
        en: 'All {rows} indicators have full marks, in agreement with the figures given.',
      },
      advice: {
        zh: '复核时多会抽查，请备齐各指标的佐证材料。',
        en: 'Reviewers often look closer: keep the proof of every indicator at hand.',
      },
    },
    allFullSomeOpen: {
      text: {
        zh: '{rows}个指标全部得满分，其中{open}个的满分不能由填报数据推出。',
        en: 'All {rows} indicators have full marks; for {open} of them the figures given do not lead there.',
      },
      advice: {
        zh: '逐行核对列出的指标，该扣分的扣分，并补充完成值或佐证。',
        en: 'Go through the rows listed: take points off where due, and complete the actuals or the proof.',
      },
    },
  },
  examples: [
    {
      from: 'F051',
      form: {
        indicators: [
          { name: '野生动物收容所', target: '≥200平方米', actual: '204.46平方米', weight: '10', score: '10' },
          { name: '项目竣工验收率', target: '100%', actual: '100%', weight: '15', score: '15' },
        ],
      },
      flagged: ['allFull@form'],
    },
    {
      from: 'F027',
      form: {
        indicators: [
          { name: '火灾查处率', target: '不低于90%', actual: '达成预期指标', weight: '5', score: '5' },
          { name: '监测设备有效率', target: '90%', actual: '达成预期指标', weight: '5', score: '5' },
          { name: '项目验收率', target: '100%', actual: '100%', weight: '15', score: '15' },
        ],
      },
      flagged: ['allFullSomeOpen@indicators[0].score'],
    },
    {
      from: 'F001',
      form: {
        indicators: [
          { name: '学生满意度', target: '≧ 95 %', actual: '100%', weight: '10', score: '10' },
          { name: '政策知晓率', target: '═ 100 %', actual: '98%', weight: '10', score: '9.8' },
        ],
      },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:39-40',
      form: {
        indicators: [
          { name: '慰问覆盖人数', target: '≥60人', actual: '80人', weight: '0.85', score: '0.85' },
          { name: '个案建档数', target: '≥127个', actual: '229个', weight: '0.85' },
        ],
      },
      flagged: [],
    },
    { from: 'F023', form: { indicators: [{ name: '猪养殖数量', target: '80头', actual: '80头' }] }, flagged: [] },
  ],
  test({ scored }) {
    const rows = scored.rows.filter((row) => row.weight?.isPositive === true)
    const read = rows.filter((row) => row.printed !== null)
    if (read.length === 0 || rows.length < 2) return 'skip'
    if (!read.every(hasFullMarks)) return 'pass'
    if (read.length < rows.length) return 'unread'
    const [first, ...others] = rows.filter((row) => row.agreement !== 'equal' && row.agreement !== 'inside')
    const data = { rows: rows.length, open: others.length + 1 }
    if (first === undefined) return { message: 'allFull', data: { rows: rows.length }, at: ['form'], severity: 'info' }
    const at = [`${first.path}.score`, ...others.map((row) => `${row.path}.score`)] as const
    return { message: 'allFullSomeOpen', data, at, certainty: 'review' }
  },
}
