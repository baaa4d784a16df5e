import { gather } from '../model/gather.ts'
import { type FormPath, type Indicator, indicatorPath } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { type Cluster, findAlike } from './aids/alike.ts'
import { answerOf } from './aids/events.ts'
import { Matters } from './aids/matters.ts'
import { saidIn } from './aids/notes.ts'
import { signsOf } from './aids/pairs.ts'
import { rememberLast } from './aids/remember.ts'
import { matterOf, normaliseWording } from './aids/wording.ts'
import type { FormCheck, Problem } from './check.ts'

/** Shorter remarks (人员正常流动) are what many rows may say by themselves. */
const LEAST_SIGNS = 10
/** One remark on so many rows of different matters is a phrase and no analysis. */
const MANY = 3

/** What a remark says, ready to be compared; empty where it says too little. */
function wordingOf(note: string): string {
  const text = normaliseWording(saidIn({ raw: note }))
  return text.length < LEAST_SIGNS ? '' : text
}

const alikeAmong = rememberLast((notes: readonly string[]) => notes, findAlike)

interface Row {
  readonly indicator: Indicator
  readonly path: FormPath
  /** What its remark says, normalised. */
  readonly said: string
}

/** Telling pairs of the name of a row. */
type PairsOf = (row: Row) => readonly number[]

function shareMatter([first, ...others]: readonly [Row, ...Row[]], pairsOf: PairsOf): boolean {
  return pairsOf(first).some((pair) => others.every((row) => pairsOf(row).includes(pair)))
}

function repeated(clusters: readonly Cluster[], rows: readonly Row[], pairsOf: PairsOf): Problem[] {
  return clusters.map(({ members, similarity }): Problem => {
    const [first, ...later] = members.map((index) => rows[index]!) as [Row, Row, ...Row[]]
    const isSame = similarity === 100
    const grave = isSame && members.length >= MANY && !shareMatter([first, ...later], pairsOf)
    const [next, ...others] = later.map(({ path }) => path)
    const [name, other] = [first, later[0]!].map(({ indicator }) => indicator.name.raw)
    return {
      message: isSame ? 'same' : 'near',
      data: { count: members.length, note: first.indicator.note.raw, name: name!, other: other!, similarity },
      at: [next!, ...others, first.path],
      certainty: 'review',
      ...(grave ? {} : { severity: 'info' as const }),
    }
  })
}

/** Remarks that name the matter of another row and nothing of their own. */
function foreign(rows: readonly Row[], pairsOf: PairsOf, matterIn: (row: Row) => string): Problem[] {
  const silent = rows.filter((row) => {
    if (row.said === '') return false
    const own = matterIn(row)
    return own === '' || !row.said.includes(own)
  })
  if (silent.length === 0) return []
  const matters = new Matters<Row>()
  for (const row of rows) matters.add(matterIn(row), row)
  return gather(silent, (row): Problem[] => {
    const { said } = row
    const other = matters.within(said).find((one) => one !== row)
    if (other === undefined) return []
    const pairs = pairsOf(row).map(signsOf)
    if (pairs.length === 0 || pairs.some((pair) => said.includes(pair))) return []
    const isCopy = other.said === said
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
        zh: '{count}行说明大同小异（相似{similarity}%以上），如“{name}”与“{other}”',
        en: '{count} rows have nearly the same remark ({similarity} % and more), such as “{name}” and “{other}”',
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
          { name: '培训', note: '按计划推进，路灯改造未受影响，已开展两期培训。' },
          { name: '公厕翻新座数', note: '人员正常流动。' },
          { name: '绿地养护面积', note: '人员正常流动。' },
          { name: '工作完成率', note: '按计划推进，路灯改造未受影响。' },
          { name: '其中:主干道', role: 'part', note: lamp },
        ],
      },
      flagged: [],
    },
    { from: 'made', form: { indicators: [{ name: '路灯改造盏数', note: lamp }] }, flagged: [] },
    {
      from: 'made',
      form: { indicators: [{ name: '路灯改造盏数', note: lamp }, { name: '公厕翻新座数' }] },
      flagged: [],
    },
    { from: 'made', form: { indicators: [{ name: '路灯改造盏数' }, { name: '公厕翻新座数' }] }, flagged: [] },
  ],
  test({ form, words, recall }) {
    const seen = new Set<string>()
    const rows = gather(form.indicators, (indicator, index): Row[] => {
      if (indicator.role !== 'scored') return []
      const said = recall(wordingOf, indicator.note.raw)
      const place = said === '' || indicator.note.origin === undefined ? null : JSON.stringify(indicator.note.origin)
      // One cell merged over several rows is no copy.
      const isShared = place !== null && seen.has(place)
      if (place !== null) seen.add(place)
      return [{ indicator, path: `${indicatorPath(index)}.note`, said: isShared ? '' : said }]
    })
    if (rows.length < 2 || rows.every(({ said }) => said === '')) return 'skip'
    const pairsOf: PairsOf = ({ indicator }) => words()(indicator.name.raw).telling
    const matterIn = ({ indicator }: Row) => recall(matterOf, indicator.name.raw)
    return answerOf([
      ...repeated(alikeAmong(rows.map(({ said }) => said)), rows, pairsOf),
      ...foreign(rows, pairsOf, matterIn),
    ])
  },
}
