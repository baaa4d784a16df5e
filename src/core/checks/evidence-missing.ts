import { gather } from '../model/gather.ts'
import { indicatorPath } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { sayList } from './aids/figures.ts'
import { saidIn } from './aids/notes.ts'
import type { FormCheck } from './check.ts'

const row = (name: string, evidence: string) => ({
  level1: '产出指标',
  level2: '数量指标',
  name,
  target: '≥10场',
  actual: '12场',
  weight: '5',
  score: '5',
  extra: { evidence },
})

export const check: FormCheck = {
  id: 'evidence-missing',
  code: 'D08',
  over: 'form',
  title: {
    passed: { zh: '计分的指标都列了佐证资料', en: 'Every scored indicator names its evidence' },
    failed: { zh: '佐证资料缺失', en: 'Evidence is missing' },
  },
  why: {
    zh: '没有佐证的指标，复核时不得分。表上设有佐证资料栏，或已有指标附了佐证文件的，才能查出；资料本身是否属实，须看原件。',
    en: 'Reviewers give nothing for what no paper proves. Found where the form has a column for it, or files were put to some of its rows; whether the papers hold is seen in the papers alone.',
  },
  severity: 'warning',
  law: [cite('pidu-review-2025/no-evidence'), cite('caiyu-2021-101/indicator-attributes')],
  messages: {
    blank: {
      text: {
        zh: '{count}项有得分的指标没有填写佐证资料：{names}',
        en: '{count} scored indicators name no evidence: {names}',
      },
      advice: { zh: '逐项填写佐证资料名称，原件留存备查', en: 'name the papers for each, and keep them' },
    },
  },
  examples: [
    {
      from: 'made',
      form: { indicators: [row('送戏下乡场次', '演出台账'), row('宣讲场次', ''), row('展览场次', '无')] },
      flagged: ['blank@indicators[1].score'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          row('送戏下乡场次', '演出台账'),
          { ...row('宣讲场次', ''), score: '0' },
          { ...row('展览场次', ''), score: '' },
          { ...row('其中:进村', ''), role: 'part' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [row('送戏下乡场次', ''), row('宣讲场次', ''), row('展览场次', '照片')] },
      beside: { evidence: ['indicators[0]'] },
      flagged: ['blank@indicators[1].score'],
    },
    {
      from: 'made',
      form: { indicators: [{ ...row('送戏下乡场次', ''), extra: {} }] },
      beside: { evidence: [] },
      flagged: [],
    },
    { from: 'F023', form: { indicators: [{ name: '猪养殖数量', target: '80头', score: '5' }] }, flagged: [] },
  ],
  test({ form, scored, beside: { evidence = [] } }) {
    const hasColumn = form.indicators.some(({ extra }) => extra.evidence !== undefined)
    if (!hasColumn && evidence.length === 0) return 'skip'
    const filed = new Set(evidence)
    const blank = gather(form.indicators, ({ role, name, extra }, index) => {
      const isNamed = extra.evidence !== undefined && saidIn(extra.evidence) !== ''
      const isProven = isNamed || filed.has(indicatorPath(index))
      const isScored = role === 'scored' && scored.rows[index]!.printed?.isPositive === true
      return isScored && !isProven ? [{ name: name.raw, path: `indicators[${index}].score` }] : []
    })
    const [first, ...others] = blank
    if (first === undefined) return 'pass'
    const names = sayList(blank.map(({ name }) => `“${name}”`))
    return {
      message: 'blank',
      data: { count: blank.length, names },
      at: [first.path, ...others.map(({ path }) => path)],
    }
  },
}
