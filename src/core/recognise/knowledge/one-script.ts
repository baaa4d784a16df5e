/**
 * A form in traditional characters has no simplified ones among them. The network knows both, and takes one for the other
 * where they hardly differ: 编 for 編, 监 for 監.
 */

import { simplified } from '../../values/traditional.ts'
import { keyOf, type SourceCell } from '../source.ts'
import { isRead } from './mendable.ts'

/** Simplified characters that are traditional ones as well, in other words or as other ways to write them. */
const BOTH = new Set('表台周向只斗床采征郁布并占准划系家后几干卷升里制术面克余复范松谷云回同沖冲涌群众凭舍伙才丑于')

/** Simplified character → the one traditional character it stands for. */
const traditional = ((): ReadonlyMap<string, string> => {
  const found = new Map<string, string | null>()
  for (const [code, plain] of simplified) {
    const sign = String.fromCharCode(code)
    if (sign === plain || BOTH.has(plain)) continue
    const known = found.get(plain)
    found.set(plain, known === undefined || known === sign ? sign : null)
  }
  return new Map([...found].filter((pair): pair is [string, string] => pair[1] !== null))
})()

/** So many traditional characters, and no fewer of them than of simplified ones, tell the script of a text. */
const LEAST = 2

/** The text in the script that most of it is in; the same where that is not the traditional one. */
export function inOneScript(text: string): string {
  const signs = [...text]
  const isTraditional = (sign: string) => (simplified.get(sign.charCodeAt(0)) ?? sign) !== sign
  const [own, other] = [signs.filter(isTraditional).length, signs.filter((sign) => traditional.has(sign)).length]
  if (other === 0 || own < LEAST || own < other) return text
  return signs.map((sign) => traditional.get(sign) ?? sign).join('')
}

export function mendScript(cell: SourceCell): SourceCell {
  if (!isRead(cell)) return cell
  const text = inOneScript(cell.text)
  if (text === cell.text) return cell
  const others = cell.alternatives?.map(inOneScript).filter((other) => other !== text)
  return { ...cell, key: keyOf(text), mended: text, ...(others === undefined ? {} : { alternatives: others }) }
}
