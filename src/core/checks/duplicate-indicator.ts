import { gather } from '../model/gather.ts'
import { cite } from '../rulebook/index.ts'
import { type Recall, rememberLast } from './aids/remember.ts'
import { findRepeats, wordingOf } from './aids/wording.ts'
import type { FormCheck, Problem } from './check.ts'

/** Names that did not change are not compared again. */
const repeatsAmong = rememberLast(
  (names: readonly string[]) => names,
  (names, recall: Recall) => findRepeats(names.map((name) => recall(wordingOf, name))),
)

export const check: FormCheck = {
  id: 'duplicate-indicator',
  code: 'C09',
  over: 'form',
  title: {
    passed: { zh: '没有重复的三级指标', en: 'No indicator stands twice' },
    failed: { zh: '三级指标重复', en: 'Duplicate indicator' },
  },
  why: {
    zh: '同一内容重复设置指标，等于重复计分，复核时只认一个。',
    en: 'The same content in two indicators is scored twice; reviewers count it once.',
  },
  severity: 'warning',
  law: [cite('pidu-review-2025/duplicate-content')],
  messages: {
    same: {
      text: { zh: '“{name}”出现{count}次', en: '“{name}” stands {count} times' },
      advice: {
        zh: '合并为一个指标；如果对象不同，在名称中写明对象',
        en: 'merge them; if they concern different people or works, say so in the names',
      },
    },
    near: {
      text: {
        zh: '“{name}”与“{other}”名称相近（{similarity}%）',
        en: '“{name}” and “{other}” read nearly the same ({similarity} %)',
      },
      advice: {
        zh: '核对是否重复设置；不重复的可以不改',
        en: 'check whether one is enough; leave them if they differ',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:130',
      form: {
        indicators: [
          { name: '活动参与人员满意度', target: '≥95%', actual: '95%' },
          { name: '体检活动满意度', target: '≥95%', actual: '95%' },
          { name: '活动参与人员 满意度', target: '≥95%', actual: '95%' },
        ],
      },
      flagged: ['same@indicators[2].name'],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '农村公路日常养护合格率' }, { name: '农村公路的日常养护合格率' }] },
      flagged: ['near@indicators[1].name'],
    },
    {
      from: 'F023',
      form: { indicators: [{ name: '梨树种植面积' }, { name: '葡萄种植面积' }, { name: '猪养殖数量' }, { name: '' }] },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '其中:女性', role: 'part' },
          { name: '其中:女性', role: 'part' },
        ],
      },
      flagged: [],
    },
  ],
  test({ form, recall }) {
    const rows = gather(form.indicators, (indicator, index) =>
      indicator.role === 'scored' && indicator.name.raw !== ''
        ? [{ name: indicator.name.raw, path: `indicators[${index}].name` }]
        : [],
    )
    if (rows.length < 2) return 'skip'
    const { same, near } = repeatsAmong(
      rows.map((row) => row.name),
      recall,
    )
    const problems: Problem[] = [
      ...same.map((group): Problem => {
        const [first, ...later] = group.map((index) => rows[index]!)
        return {
          message: 'same',
          data: { name: first!.name, count: group.length },
          // The later ones are the ones too many.
          at: [later[0]!.path, ...later.slice(1).map((row) => row.path), first!.path],
        }
      }),
      ...near.map(({ first, second, similarity }): Problem => {
        const [one, other] = [rows[first]!, rows[second]!]
        return {
          message: 'near',
          data: { name: other.name, other: one.name, similarity },
          at: [other.path, one.path],
          severity: 'info',
          certainty: 'review',
        }
      }),
    ]
    const [head, ...rest] = problems
    return head === undefined ? 'pass' : [head, ...rest]
  },
}
