/** What the network makes of some Chinese words is no word at all: one of their signs is rare, or hardly differs from another. */

import type { LineText } from './read-lines.ts'

/** What is read, and the word that is meant. */
const NO_WORDS: readonly (readonly [read: RegExp, meant: string])[] = [
  // To repair a building or a monument.
  [/修(?:[茸聋聾莺蓉什葚暮]|蓄(?![水电能洪]))/g, '修葺'],
  // To mend what is old; a manhole: 窖 is a cellar.
  [/修[鳝膳]/g, '修缮'],
  [/窖(?=井)|客(?=井盖)/g, '窨'],
  // Money set aside; 拔 is to pull out.
  [/[拔披]款/g, '拨款'],
  // A target: 日标 stands only where a day ends before a standard, 31日标准.
  [/(?<=^|[度效体总期定。；;\s])日标/g, '目标'],
  // Work brought to its end; measures; files: 搭施工平台, 合格案例 are words side by side.
  [/峻工/g, '竣工'],
  [/[搭拖]施(?!工)/g, '措施'],
  [/挡案|(?<![资价规合及])格案(?![例件])/g, '档案'],
  // To examine, to run: 部分折旧, 水管埋设 again are two words.
  [/(?<!部)分折(?![旧算扣价合])/g, '分析'],
  [/([管治])埋(?![设深入藏管])/g, '$1理'],
  [/([建])没(?![有收])/g, '$1设'],
  [/资科(?!目)/g, '资料'],
  [/规摸/g, '规模'],
  [/杜([会区])/g, '社$1'],
  [/陪训/g, '培训'],
  [/坏境/g, '环境'],
  [/兔费/g, '免费'],
  [/贪困/g, '贫困'],
  [/折迁/g, '拆迁'],
  [/部暑/g, '部署'],
  [/([坚维扶])待(?!遇)/g, '$1持'],
  [/((?<!接)访|慰)间/g, '$1问'],
  // Not yet: the end of a year or a month is its 末, too.
  [/(?<=^|[，。、；,;因尚仍还均\s])末(?=[完按能达实])/g, '未'],
]

/** A word that is meant is no surer than this. */
const MEANT = 0.6

/** The text with the words that are meant. */
export function withWords(text: string): string {
  return NO_WORDS.reduce((made, [read, meant]) => made.replace(read, meant), text)
}

/** With the words that are meant, doubtful where none of its readings has them. */
export function mended(line: LineText): LineText {
  const text = withWords(line.text)
  if (text === line.text) return line
  const seen = line.alternatives.find((other) => other.text === text)
  const others = line.alternatives.filter((other) => other !== seen)
  return {
    ...line,
    text,
    confidence: seen === undefined ? Math.min(line.confidence, MEANT) : line.confidence,
    alternatives: [{ text: line.text, probability: MEANT }, ...others],
  }
}
