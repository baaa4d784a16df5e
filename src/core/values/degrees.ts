/** A change asked for without a degree, and told with one: 明显提升 for 提升, 提升 for 有所提升. */

import { gather } from '../model/gather.ts'

/** Degrees that ask for the least: any change in the direction answers them. */
const LEAST = /^(?:有所|略有|稍有)/u
/** Degrees and courses with which a change is told. Which of them is the stronger no rule says. */
const TOLD =
  /^(?:均|已)?(?:得到|得以|实现)?(?:有效|切实|进一步|明显|显著|大幅度?|较大幅度|极大|大大|持续|不断|稳步|逐步|逐年)?(?:地)?/u

/** Changes, those that are one and the same together. */
const changes: ReadonlyMap<string, string> = new Map(
  gather(
    [
      ['提升', '提高'],
      ['增强', '加强'],
      ['降低', '下降', '减少'],
      ['增加', '增长'],
      ['改善'],
      ['优化'],
      ['扩大'],
      ['促进'],
      ['缓解'],
    ],
    (group) => group.map((word): [string, string] => [word, group[0]!]),
  ),
)

/** 效果显著 is 显著. */
const EFFECT = /^(?:实施|使用)?(?:效果|成效|作用)(?=(?:明显|显著|良好|较好|优秀|好)$)/u

export function withoutEffect(word: string): string {
  return word.replace(EFFECT, '')
}

const opposites: ReadonlyMap<string, readonly string[]> = new Map([
  ['提升', ['降低', '变差', '恶化']],
  ['增强', ['减弱', '降低', '削弱']],
  ['增加', ['降低']],
  ['扩大', ['降低', '缩小']],
  ['改善', ['恶化', '变差', '降低']],
  ['降低', ['提升', '增加', '扩大']],
])

function changeIn(word: string): string {
  const bare = word.replace(LEAST, '').replace(TOLD, '')
  return changes.get(bare) ?? bare
}

/** The plain opposite of the change that is asked for: 有所下降 for 逐年提升. */
export function tellsOpposite(wanted: string, told: string): boolean {
  return opposites.get(changeIn(wanted))?.includes(changeIn(told)) === true
}

/** Whether a word tells the change that another asks for without a degree. False says "not known". */
export function tellsChange(wanted: string, told: string): boolean {
  const least = LEAST.test(wanted)
  const change = changes.get(wanted.replace(LEAST, ''))
  if (change === undefined) return false
  const got = least ? told.replace(LEAST, '') : told
  return changes.get(got.replace(TOLD, '')) === change
}
