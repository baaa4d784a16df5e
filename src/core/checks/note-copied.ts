import type { FormPath, Indicator, TextCell } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { Matters } from './aids/matters.ts'
import { saidIn } from './aids/notes.ts'
import { rememberEach, rememberLast } from './aids/remember.ts'
import { genericFor, wordsOfName } from './aids/telling-words.ts'
import { findRepeats, matterOf, normaliseWording, type Repeats, wordingOf } from './aids/wording.ts'
import type { FormCheck, Problem } from './check.ts'

/** Shorter remarks (人员正常流动) are what many rows may say by themselves. */
const LEAST_SIGNS = 10
/** One remark on so many rows of different matters is a phrase and no analysis. */
const MANY = 3

const wordingOfNote = rememberEach((note: TextCell) => {
  const text = normaliseWording(saidIn(note))
  return wordingOf(text.length < LEAST_SIGNS ? '' : text)
})
const matterOfName = rememberEach((name: TextCell) => matterOf(name.raw))
const repeatsAmong = rememberLast(
  (notes: readonly TextCell[]) => notes,
  (notes) => findRepeats(notes.map(wordingOfNote)),
)

interface Row {
  readonly indicator: Indicator
  readonly path: FormPath
  /** Telling pairs of the name. */
  readonly words: readonly string[]
}

function shareMatter(rows: readonly Row[]): boolean {
  const [first, ...others] = rows
  return first!.words.some((word) => others.every(({ words }) => words.includes(word)))
}

function repeated({ same, near }: Repeats, rows: readonly Row[]): Problem[] {
  const names = (row: Row) => row.indicator.name.raw
  return [
    ...same.map((group): Problem => {
      const [first, ...later] = group.map((index) => rows[index]!) as [Row, Row, ...Row[]]
      const grave = group.length >= MANY && !shareMatter([first, ...later])
      const paths = later.map(({ path }) => path) as [FormPath, ...FormPath[]]
      return {
        message: 'same',
        data: { count: group.length, note: first.indicator.note.raw, name: names(first), other: names(later[0]!) },
        at: [...paths, first.path],
        certainty: 'review',
        ...(grave ? {} : { severity: 'info' as const }),
      }
    }),
    ...near.map(({ first, second, similarity }): Problem => {
      const [one, other] = [rows[first]!, rows[second]!]
      return {
        message: 'near',
        data: { name: names(one), other: names(other), similarity },
        at: [other.path, one.path],
        certainty: 'review',
        severity: 'info',
      }
    }),
  ]
}

/** Remarks that name the matter of another row and nothing of their own. */
function foreign(rows: readonly Row[]): Problem[] {
  const matters = new Matters<Row>()
  for (const row of rows) matters.add(matterOfName(row.indicator.name), row)
  return rows.flatMap((row): Problem[] => {
    const note = wordingOfNote(row.indicator.note).plain
    if (note === '' || row.words.length === 0 || row.words.some((word) => note.includes(word))) return []
    const other = matters.within(note).find((one) => one !== row)
    if (other === undefined) return []
    const isCopy = wordingOfNote(other.indicator.note).plain === note
    return [
      {
        message: 'foreign',
        data: { name: row.indicator.name.raw, other: other.indicator.name.raw, note: row.indicator.note.raw },
        at: [row.path, other.path],
        certainty: 'review',
        ...(isCopy ? {} : { severity: 'info' as const }),
      },
    ]
  })
}

const lamp = '原因分析：路灯改造外包单位进场较晚。改进措施：提前招标。'
const vague = '原因分析：工作推进力度不够。改进措施：加强管理。'

export const check: FormCheck = {
  id: 'note-copied',
  code: 'B26',
  over: 'form',
  title: {
    passed: { zh: '各行说明针对本行', en: 'Remarks speak of their own rows' },
    failed: { zh: '说明照抄别的行', en: 'A remark copied from another row' },
  },
  why: {
    zh: '偏差原因应针对本指标；几行同一段话，或说的是别的指标，说明没有分析。',
    en: 'A cause belongs to its indicator; one text on several rows, or one that speaks of another row, is no analysis.',
  },
  severity: 'warning',
  law: [cite('pidu-review-2025/copied-text'), cite('caiyu-2020-10/self-evaluation-content')],
  messages: {
    same: {
      text: {
        zh: '{count}行说明完全相同，如“{name}”与“{other}”：“{note}”',
        en: '{count} rows have the same remark, such as “{name}” and “{other}”: “{note}”',
      },
      advice: {
        zh: '逐行写明各自的原因和措施；确为同一原因的可以不改',
        en: 'give each row its own cause; leave it where the cause is one',
      },
    },
    near: {
      text: {
        zh: '“{other}”与“{name}”的说明相近（{similarity}%）',
        en: 'the remarks of “{other}” and “{name}” read nearly the same ({similarity} %)',
      },
      advice: {
        zh: '核对是否照抄；确为同一原因的可以不改',
        en: 'check whether one was copied; leave it where the cause is one',
      },
    },
    foreign: {
      text: {
        zh: '“{name}”的说明讲的是“{other}”：“{note}”',
        en: 'the remark of “{name}” speaks of “{other}”: “{note}”',
      },
      advice: { zh: '改写为本指标的原因和措施', en: 'write the cause and the remedy of this indicator' },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        indicators: [
          { name: '路灯改造盏数', note: lamp },
          { name: '公厕翻新座数', note: lamp },
          { name: '绿地养护面积', note: '原因分析：路灯改造占用苗木存放点，未能栽植。' },
        ],
      },
      flagged: ['same@indicators[1].note', 'foreign@indicators[1].note', 'foreign@indicators[2].note'],
    },
    {
      from: 'made',
      form: {
        indicators: ['路灯改造盏数', '公厕翻新座数', '绿地养护面积'].map((name) => ({ name, note: vague })),
      },
      flagged: ['same@indicators[1].note'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '路灯改造盏数', note: vague },
          { name: '公厕翻新座数', note: '原因分析：工作的推进力度不够。改进措施：加强管理。' },
          { name: '', note: '' },
        ],
      },
      flagged: ['near@indicators[1].note'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '路灯改造盏数', note: lamp },
          { name: '路灯改造合格率', note: '路灯改造已验收，合格率为百分之百。' },
          { name: '公厕翻新座数', note: '人员正常流动。' },
          { name: '绿地养护面积', note: '人员正常流动。' },
          { name: '工作完成率', note: '按计划推进，路灯改造未受影响。' },
          { name: '其中:主干道', role: 'part', note: lamp },
        ],
      },
      flagged: [],
    },
    { from: 'made', form: { indicators: [{ name: '路灯改造盏数', note: lamp }] }, flagged: [] },
  ],
  test({ form }) {
    const generic = genericFor(form.region.raw)
    const rows = form.indicators.flatMap((indicator, index): Row[] => {
      if (indicator.role !== 'scored') return []
      return [{ indicator, path: `indicators[${index}].note`, words: wordsOfName(indicator.name, generic).telling }]
    })
    if (rows.filter(({ indicator }) => indicator.note.raw !== '').length < 2) return 'skip'
    return answerOf([...repeated(repeatsAmong(rows.map(({ indicator }) => indicator.note)), rows), ...foreign(rows)])
  },
}
