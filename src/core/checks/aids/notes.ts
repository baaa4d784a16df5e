/** What a remark (偏差原因分析及改进措施) says, as far as its words tell. Used by the checks of group B. */

import { withoutBlanks } from '../../model/blanks.ts'
import { gather } from '../../model/gather.ts'
import { Exact, type Indicator, type TextCell } from '../../model/index.ts'

const BLANK = /^(?:[-_/\\—–~.,;:、。*]*|0|无|暂无|没有|无偏差|不适用|NULL)$/i

/** The text of a cell without blanks, full-width signs narrowed; empty where nothing is said (also for 无, - and the like). */
export function saidIn({ raw }: Pick<TextCell, 'raw'>): string {
  if (raw === '') return ''
  if (raw !== last.raw) {
    const text = withoutBlanks(raw.normalize('NFKC'))
    last = { raw, said: BLANK.test(text) ? '' : text }
  }
  return last.said
}

/** On a review sheet the remark is the reviewer's: it gives no cause of the unit, and owes no remedy. */
export function isReviewersNote({ extra }: Pick<Indicator, 'extra'>): boolean {
  return (extra.reviewScore?.raw ?? '') !== ''
}

/** Check after check asks about the remark of one row. */
let last = { raw: '', said: '' }

const LATER = '(?:20\\d\\d|来|第二)年[^,。;未没]{0,14}'
const DONE =
  '(?:完成|完工|投入|交付|首演|举办|招聘|印发|出台|补足|开展|实施|推进|验收|竣工|启用|开工|使用|支付|发放|上线|补建|建成|建设|改造|安装|整治|修复|投运|投用|运行|开通|拨付|兑付|到位|结算|计划|安排|继续|恢复)'
const REMEDY = new RegExp(
  [
    '改进|整改|措施|下一?步|今后|后续|以后|明年|次年|下一?年度?|加强|加大|加快|抓紧|尽快|强化|完善|优化|力争|争取|督促',
    '(?:合理|科学)(?:设置|编制|安排|设定|测算)|严格(?:按|执行|落实)|提前(?:谋划|启动|安排|部署)|积极(?:推进|协调|对接)',
    '提高[^,。;]{0,4}(?:准确|精准|科学)|拟|将(?![近军要领])|增[配派补]|充实(?:力量|人员|队伍)|配[齐强]|已(?:培训|更换|修复|纠正|更正|改正|处理|解决)',
    '补[训办开发缴验测招种植录做齐足签建充]|继续(?!下|恶化|存在|蔓延|走低|减|上涨|亏|缺|受|停)\\p{Script=Han}|建立[^,。;]{0,12}(?:机制|制度|台账)',
    '已(?:列入|纳入|安排|申请|启动|督促|协调|接入|建立|约谈|制定|出台|印发|对接|责令|要求|追缴|收回|移交|重新)',
    '按[周月季](?:度)?(?:比对|核对|调度|通报|跟踪|督[查导]|检查|清理)|(?:安排|指定)专人|专人(?:负责|跟进)|避开|杜绝',
    // 原计划 and 未按计划 tell of the past.
    '(?<![原按照]|年[初度])计划(?:于|在|明|下|20\\d\\d年|\\d{1,2}月)',
    `${LATER}${DONE}`,
  ].join('|'),
  'u',
)

/** A remedy is named, or something that is going to be done. */
export function tellsRemedy(note: string): boolean {
  return REMEDY.test(note)
}

const SHORTFALL =
  /未(?:能|完成|达|实现|到位|按|及时|开展)|不足|不够|不到位|滞后|延迟|延误|延期|推迟|逾期|取消|较少|偏低|困难|受.{0,12}影响|出入|偏差/
const NO_SHORTFALL = /偏差原因|(?:无|没有|未发现|未出现|未产生|不存在)[^,。;]{0,6}(?:偏差|问题|不足)/g

/** A problem, a delay or a shortfall is told; the heading 偏差原因 alone is none. */
export function tellsShortfall(note: string): boolean {
  return SHORTFALL.test(note.replace(NO_SHORTFALL, ''))
}

const LOW_TARGET =
  /(?:目标|指标|计划)[^,。;]{0,6}(?:[过偏较太]低|保守|不合理|不够合理)|重新(?:设置|设定|制定|调整)[^,。;]{0,6}(?:目标|指标)|(?:设置|设定|制定)更[^,。;]{0,6}(?:目标|指标)|(?:估计|预估|预计)不足|低估/

/** The note admits that the target was set too low, or promises to reset it. */
export function admitsLowTarget(note: string): boolean {
  return LOW_TARGET.test(note)
}

function numberAfter(pattern: RegExp, note: string): Exact | null {
  const found = pattern
    .exec(note)
    ?.slice(1)
    .find((group) => group !== undefined)
  return found === undefined ? null : Exact.of(found)
}

const OVER_BY =
  /超[^,。;%\d]{0,6}(?:目标|指标|计划|任务|预期)[^,。;%\d]{0,6}(\d+(?:\.\d+)?)%|超额(?:完成)?[约近达]?(\d+(?:\.\d+)?)%/

/** "超过目标值50%": the percent by which the note says the target was passed. */
export function overAsSaid(note: string): Exact | null {
  return numberAfter(OVER_BY, note)
}

const COMPLETION = /完成(?:率|比例|进度)[仅只为是达到约:]*(\d+(?:\.\d+)?)%/

/** "完成率为80%": the share of the target that the note says was reached. */
export function completionAsSaid(note: string): Exact | null {
  return numberAfter(COMPLETION, note)
}

/** "A活动4+B活动3场+C活动1" → 4, 3, 1: a breakdown where every part ends in its number; empty for anything else. */
export function breakdownIn(note: string): readonly Exact[] {
  const parts = note.replace(/。$/, '').split('+')
  const numbers = gather(parts, (part) => /^[^\d%]+(\d+)[^\d%.,。;]?$/.exec(part)?.[1] ?? [])
  return parts.length > 1 && numbers.length === parts.length ? numbers.map((number) => Exact.of(number)) : []
}
