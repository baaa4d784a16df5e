import { withoutBlanks } from '../model/blanks.ts'
import { gather } from '../model/gather.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { textsOf } from './aids/form-texts.ts'
import type { FormCheck, Problem } from './check.ts'

/** 为…为 where 被…为 is meant: 为命名为, 为授予为. */
const BEFORE_NAMING = /(?:分别)?(?<![行作认因以称改])为(评|授|选|命名|认定|确定|评定|评选)为/
const DOUBLED_WORD = /(\p{Script=Han}{2,4})\1/u
const DOUBLED_PARTICLE = /([的地得了和与及在对为])\1/u
/** Words that may be doubled: 常常, 人人 are no pairs; 实实在在, 方方面面 are no repetition of a pair. */
const MAY_DOUBLE = /^(?:研究|讨论|休息|考虑|点点|天天|年年|层层|一一)$/
/** Two words that meet with the same sign: 耕地|地力, 增进了|了解, 参与|与支持, 以及|及时. */
const MEETING =
  /(?:[耕土基场工草绿林湿产当各本外属驻营陆园用]地地|了了[解却]|参与与|及及[时格]|[存正]在在|在在[职校建岗编]|[针应面]对对|[作行认因]为为|为为民|[取获]得得|平和和|和和[平谐美])/gu
/** 学前教育|教育质量, 困难补助|补助标准: the name of a work, and what is measured of it. */
const MEASURED_AGAIN =
  /^(?:的)?(?:标准|人数|人次|数量|率|对象|金额|资金|面积|次数|场次|期数|班次|及时|质量|情况|成本|时间|时效|范围|覆盖|效果|点|费|经费|工作|教学|设施|设备|系统|机构|机制|能力|水平|项目|工程)/u
const VERB_TWICE = /^(发放|开展|支付|举办|组织|采购|完成|实施|购置).{2,}\1(?:的)?(?:及时|情况|工作|率)/

interface Slip {
  readonly message: string
  readonly text: string
}

const STRETCH = 1
const SIGN = 2

/**
 * What stands twice in a row: some stretch of two to four signs, some sign. Seen in one pass, since most texts have
 * neither and need no expression.
 */
function doubles(text: string): number {
  let found = 0
  // The four signs before, and how long the text has been what it was two, three and four signs before.
  let [last, second, third, fourth] = [-1, -1, -1, -1]
  let [two, three, four] = [0, 0, 0]
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === last) found |= SIGN
    two = sign === second ? two + 1 : 0
    three = sign === third ? three + 1 : 0
    four = sign === fourth ? four + 1 : 0
    if (two === 2 || three === 3 || four === 4) found |= STRETCH
    fourth = third
    third = second
    second = last
    last = sign
  }
  return found
}

function slipsIn(raw: string): readonly Slip[] {
  const text = withoutBlanks(raw)
  const found: Slip[] = []
  const naming = text.includes('为') ? BEFORE_NAMING.exec(text) : null
  if (naming !== null) found.push({ message: 'naming', text: naming[0] })
  const doubled = doubles(text)
  const word = (doubled & STRETCH) !== 0 ? DOUBLED_WORD.exec(text) : null
  if (word !== null && !MAY_DOUBLE.test(word[1]!) && !MEASURED_AGAIN.test(text.slice(word.index + word[0].length))) {
    found.push({ message: 'doubled', text: word[0] })
  }
  const particle =
    (doubled & SIGN) !== 0 && DOUBLED_PARTICLE.test(text) ? DOUBLED_PARTICLE.exec(text.replace(MEETING, '')) : null
  if (particle !== null) found.push({ message: 'doubled', text: particle[0] })
  const verb = VERB_TWICE.exec(text)
  if (verb !== null) found.push({ message: 'verbTwice', text: verb[1]! })
  return found
}

export const check: FormCheck = {
  id: 'wording-slip',
  code: 'C22',
  over: 'form',
  title: {
    passed: { zh: '没有明显的语病', en: 'No plain slip of the pen' },
    failed: { zh: '有疑似语病', en: 'Slip of the pen' },
  },
  why: {
    zh: '自评表随决算公开，重字、赘字有损严肃性。',
    en: 'The form is published with the final accounts; doubled and stray words look careless.',
  },
  severity: 'info',
  law: [cite('review-practice/attachment-checks')],
  messages: {
    naming: {
      text: { zh: '“{text}”疑为“被…为”', en: '“{text}”: the first 为 is probably 被' },
      advice: { zh: '改为“被…为”，或删去前一个“为”', en: 'write 被…为, or drop the first 为' },
    },
    doubled: {
      text: { zh: '“{text}”疑有重字', en: '“{text}” seems doubled' },
      advice: { zh: '删去重复的字词', en: 'drop the repetition' },
    },
    verbTwice: {
      text: { zh: '“{text}”在名称中出现两次', en: '“{text}” stands twice in the name' },
      advice: { zh: '删去其中一处', en: 'drop one of them' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:34',
      form: { goals: [{ stated: '建设U站。', achieved: '新城公园U站、塘家社区U站分别为评为深圳市十佳志愿服务U站。' }] },
      flagged: ['naming@goals[0].achieved'],
    },
    {
      from: 'shenzhen-guangming-2021:72',
      form: {
        indicators: [
          { name: '发放职业化工会工作者工资经费发放及时率' },
          { name: '开展宣传', note: '受疫情影响的的,已进行进行改进。' },
        ],
      },
      flagged: ['verbTwice@indicators[0].name', 'doubled@indicators[1].note', 'doubled@indicators[1].note'],
    },
    {
      from: 'shenzhen-guangming-2021:84',
      form: {
        indicators: [
          { name: '志愿服务中心保障费用支出及时程度' },
          { name: '组织评比', note: '经研究研究决定,评为优秀。' },
          { name: '耕地地力保护补贴标准', note: '增进了了解，以及及时完成。' },
          { name: '义务教育教育质量' },
        ],
        goals: [{ stated: '改造园舍。', achieved: '完成情况1:改造8所;完成情况2:培训教师。' }],
      },
      flagged: [],
    },
  ],
  test({ form, recall }) {
    return answerOf(
      gather(textsOf(form), (each) =>
        recall(slipsIn, each.raw)
          // A sentence may well say 完成 twice: 完成情况1:改造8所,完成情况2:培训教师.
          .filter(({ message }) => message !== 'verbTwice' || each.path.endsWith('.name'))
          .map(({ message, text }): Problem => ({ message, data: { text }, at: [each.path], certainty: 'review' })),
      ),
    )
  },
}
