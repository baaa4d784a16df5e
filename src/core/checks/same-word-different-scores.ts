import { Exact, type FormPath } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { cite } from '../rulebook/index.ts'
import { sayPercent, shareOf } from './aids/scored-rows.ts'
import type { FormCheck, Problem } from './check.ts'

interface WordRow {
  readonly path: FormPath
  readonly word: string
  /** Percent of the weight. */
  readonly share: Exact
}

function tierOf(share: Exact, edition: Edition): string | undefined {
  return edition.graded.windows.find((window) => share.atLeast(Exact.of(window.from.value)))?.tier
}

function problemOf(rows: readonly WordRow[], edition: Edition): Problem | null {
  const counts = new Map<string, { readonly share: Exact; count: number }>()
  for (const { share } of rows) {
    const said = sayPercent(share)
    const known = counts.get(said)
    if (known === undefined) counts.set(said, { share, count: 1 })
    else known.count++
  }
  const [first, ...others] = rows
  if (first === undefined || counts.size < 2) return null
  const said = [...counts]
    .sort(([, a], [, b]) => b.share.compare(a.share))
    .map(([share, { count }]) => `${share}×${count}`)
    .join('、')
  const tiers = new Set(rows.map((row) => tierOf(row.share, edition)))
  return {
    message: tiers.size > 1 ? 'acrossTiers' : 'withinTier',
    data: { word: first.word, rows: rows.length, counts: said },
    at: [first.path, ...others.map((row) => row.path)],
    severity: tiers.size > 1 ? 'warning' : 'info',
  }
}

export const check: FormCheck = {
  id: 'same-word-different-scores',
  code: 'B10',
  over: 'form',
  severity: 'warning',
  title: {
    passed: { zh: '同一完成用语按同一标准计分', en: 'The same word is scored alike throughout' },
    failed: { zh: '同一完成用语得分比例不同', en: 'The same word scored in different shares' },
  },
  why: {
    zh: '同一张表里用语相同而得分比例不同，说明没有统一标准。同一档内的高低只作提示。',
    en: 'One word with different shares in one form shows that no common standard was used. Differences within one tier are a hint only.',
  },
  law: [cite('pidu-review-2025/consistent-deductions'), cite('caiyu-2020-10/qualitative-tiers')],
  messages: {
    acrossTiers: {
      text: {
        zh: '完成情况同为“{word}”的{rows}行，得分占分值的比例不同，且不在同一档：{counts}。',
        en: 'Of {rows} rows with the result “{word}” the scores take different shares of the weight, in different tiers: {counts}.',
      },
      advice: {
        zh: '统一该用语的计分标准；成效确有差别的，改用与档位相符的用语，并逐行说明扣分原因。',
        en: 'Score this word by one standard; where results really differ, use the word of the tier and give each deduction its reason.',
      },
    },
    withinTier: {
      text: {
        zh: '完成情况同为“{word}”的{rows}行，得分占分值的比例不同，但在同一档内：{counts}。',
        en: 'Of {rows} rows with the result “{word}” the scores take different shares of the weight, within one tier: {counts}.',
      },
      advice: { zh: '确认高低有依据，并在说明中写明。', en: 'Make sure each difference has a basis, and state it.' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:120-121',
      form: {
        indicators: [
          { name: '提升影响力', target: '有效提升', actual: '基本达成预期指标', weight: '2', score: '2' },
          { name: '提升归属感', target: '有效提升', actual: '基本达成预期指标', weight: '2', score: '1.5' },
          { name: '提升知晓率', target: '有效提升', actual: '基本达成预期指标', weight: '2', score: '2' },
          { name: '提升生活质量', target: '有效提升', actual: '基本达成预期指标', weight: '2' },
        ],
      },
      flagged: ['acrossTiers@indicators[0].score'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '提升影响力', target: '有效提升', actual: '达成预期指标', weight: '10', score: '10' },
          { name: '改善环境', target: '明显改善', actual: '达成预期指标', weight: '10', score: '9' },
        ],
      },
      flagged: ['withinTier@indicators[0].score'],
    },
    {
      from: 'F005',
      form: {
        indicators: [
          { name: '经费支出合规性', target: '严格执行相关制度规定', actual: '达成预期指标', weight: '8', score: '8' },
          { name: '对基建市场的影响', target: '效果明显', actual: '达成预期指标', weight: '10', score: '10' },
          { name: '对项目成本的影响', target: '效果明显', actual: '达成预期指标', weight: '10', score: '12' },
        ],
      },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:57',
      form: { indicators: [{ name: '社区覆盖率', target: '≥95%', actual: '100%', weight: '3.57', score: '3.57' }] },
      flagged: [],
    },
  ],
  test({ form, scored, edition }) {
    const groups = new Map<string, WordRow[]>()
    form.indicators.forEach((indicator, index) => {
      const value = indicator.actual.value?.value
      const share = shareOf(scored.rows[index]!)
      // A score above its weight has a check of its own.
      if (value?.kind !== 'completion' || share === null || share.greaterThan(Exact.one)) return
      const row = { path: `indicators[${index}].score`, word: value.word, share: share.times(Exact.hundred) }
      const group = groups.get(value.completion)
      if (group === undefined) groups.set(value.completion, [row])
      else group.push(row)
    })
    if (groups.size === 0) return 'skip'
    const [first, ...others] = [...groups.values()]
      .map((rows) => problemOf(rows, edition))
      .filter((problem) => problem !== null)
    return first === undefined ? 'pass' : [first, ...others]
  },
}
