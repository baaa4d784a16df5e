import { withoutBlanks } from '../model/blanks.ts'
import { gather } from '../model/gather.ts'
import type { Form } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { commonWords } from './aids/common-words.ts'
import { answerOf } from './aids/events.ts'
import { type FormText, textsOf } from './aids/form-texts.ts'
import { findMisread, type Misread } from './aids/misread.ts'
import { pairOf } from './aids/pairs.ts'
import type { Recall } from './aids/remember.ts'
import type { FormCheck, Problem } from './check.ts'

const BLANK = /[ \u00a0\u3000]/
const BLANK_INSIDE = /(\p{Script=Han})[ \u00a0\u3000]+(\p{Script=Han})/gu
const ENDS_IN_HAN = /\p{Script=Han}$/u
const CLOSED = /[。;!?)”」.\uff01\uff09\uff1b\uff1f]$/u
/** Shorter texts are titles and need no full stop. */
const LONG = 20
/** So many of ten long texts of a column end with a stop before one without is thought to be cut. */
const USUAL_OF_TEN = 6

interface Looked {
  readonly misread: readonly Misread[]
  readonly blanks: number
}

function lookAt(raw: string): Looked {
  return { misread: findMisread(raw), blanks: blanksIn(raw) }
}

interface LookedText extends FormText {
  readonly looked: Looked
}

function misreadIn({ path, looked }: LookedText): Problem[] {
  return looked.misread.map(({ printed, likely, repaired }) => ({
    message: 'misread',
    data: { printed, likely },
    at: [path],
    certainty: 'review',
    edit: { path, raw: repaired },
  }))
}

/** A blank that splits a word. */
function blanksIn(raw: string): number {
  if (!BLANK.test(raw)) return 0
  const { known } = commonWords()
  return [...raw.matchAll(BLANK_INSIDE)].filter(([, before, after]) =>
    known.has(pairOf(before!.charCodeAt(0), after!.charCodeAt(0))),
  ).length
}

/** tasks[3].content → tasks.content */
function columnOf(path: string): string {
  return path.replace(/\[\d+\]/, '')
}

/** Long texts without a stop, where nearly all others of their column have one. */
function cutTexts(texts: readonly FormText[]): Problem[] {
  const columns = new Map<string, FormText[]>()
  for (const text of texts) {
    if (text.raw.length < LONG || /\.(?:name|target|actual)$/.test(text.path)) continue
    const column = columnOf(text.path)
    const others = columns.get(column)
    if (others === undefined) columns.set(column, [text])
    else others.push(text)
  }
  return gather([...columns.values()], (column) => {
    const open = column.filter(({ raw }) => !CLOSED.test(raw.trim()))
    // A list may end in a figure.
    const cut = open.filter(({ raw }) => ENDS_IN_HAN.test(raw.trim()))
    if (column.length < 3 || 10 * (column.length - open.length) < USUAL_OF_TEN * column.length) return []
    return cut.map(({ path, raw }): Problem => {
      const end = withoutBlanks(raw).slice(-10)
      return { message: 'cut', data: { end }, at: [path], certainty: 'review' }
    })
  })
}

function blanks(texts: readonly LookedText[]): Problem[] {
  const split = texts
    .filter(({ looked }) => looked.blanks > 0)
    .map(({ path, looked }) => ({ path, count: looked.blanks }))
  const [first, ...others] = split
  if (first === undefined) return []
  const count = split.reduce((sum, each) => sum + each.count, 0)
  return [
    { message: 'blanks', data: { count, cells: split.length }, at: [first.path, ...others.map(({ path }) => path)] },
  ]
}

function problemsIn(form: Form, recall: Recall): readonly Problem[] {
  const texts = textsOf(form)
  const odd: LookedText[] = []
  for (const { path, raw } of texts) {
    const looked = recall(lookAt, raw)
    if (looked.misread.length > 0 || looked.blanks > 0) odd.push({ path, raw, looked })
  }
  return [...gather(odd, misreadIn), ...cutTexts(texts), ...blanks(odd)]
}

const content = (...texts: readonly string[]) => ({ tasks: texts.map((text) => ({ content: text })) })

export const check: FormCheck = {
  id: 'misread-character',
  code: 'E08',
  over: 'form',
  title: {
    passed: { zh: '没有疑似误读的字', en: 'No sign looks misread' },
    failed: { zh: '有疑似误读、断开或缺失的字', en: 'Signs that look misread, parted or lost' },
  },
  why: {
    zh: '形近字误读会改变意思，公开后也影响观感；只提建议，不自动修改。',
    en: 'Look-alike signs change the meaning and look careless in print; they are suggested, never changed.',
  },
  severity: 'info',
  law: [cite('ziping-proposal/repairs')],
  messages: {
    misread: {
      text: { zh: '“{printed}”疑为“{likely}”', en: '“{printed}” is probably “{likely}”' },
      advice: { zh: '对照原表确认后改正', en: 'confirm by the original, then mend it' },
    },
    cut: {
      text: {
        zh: '这段文字止于“{end}”，没有句末标点，而同栏其他文字都有，可能没有读全',
        en: 'this text ends in “{end}” without a full stop, unlike the others of its column: it may be cut off',
      },
      advice: { zh: '对照原表补全文字', en: 'complete the text from the original' },
    },
    blanks: {
      text: {
        zh: '{cells}处文字的词语中间夹有空格，共{count}个，多由换行转换而来',
        en: '{count} blanks stand inside words, in {cells} cells; most come from line breaks',
      },
      advice: { zh: '删去词语中间的空格', en: 'remove the blanks inside words' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:71',
      form: { indicators: [{ name: '青年驿站人住人员本科率', target: '≥90%', actual: '93.50%' }] },
      flagged: ['misread@indicators[0].name'],
    },
    {
      from: 'shenzhen-guangming-2021:109',
      form: {
        indicators: [
          { name: '活动项目总成本', note: '原因分析:因委托第三方进行项目评估,导到 经费实际完成值大于指标值。' },
          { name: '提升儿童道德素质', note: '原因分析:全年通过各类活动基本过 成预期指标。' },
        ],
      },
      flagged: ['misread@indicators[0].note', 'misread@indicators[1].note'],
    },
    {
      from: 'shenzhen-guangming-2021:12',
      form: content(
        '主要用于青少年维权、青少年活动、团建等工作经费支出。',
        '主要用于 推动实施妇女儿童发展规划;促进儿童参与社会事 务等。',
        '主要用于计生考核、行政绩效评估、后勤保障、宣传支出等。',
        '切实服务我区妇女儿童,保障区妇联妇女儿童维权业',
      ),
      flagged: ['cut@tasks[3].content', 'blanks@tasks[1].content'],
    },
    {
      from: 'shenzhen-guangming-2021:10',
      form: content(
        '主要用于 职业化工会干部工作、 光谷苑劳动者之家经费支出。',
        '通过成立小组指导到位',
        '用于个人库存盘点、8人住宿',
      ),
      flagged: [],
    },
  ],
  test({ form, recall }) {
    return answerOf(problemsIn(form, recall))
  },
}
