/** Words of a text that tell it from others: pairs of Han signs that no generic word of the field touches. */

import type { TextCell } from '../../model/index.ts'
import { genericWords, joiningSigns, sameMeaning } from './generic-words.ts'

export interface Words {
  /** Han signs; anything else and joining signs are blanks. */
  readonly signs: string
  /** For each position the pair of signs that starts there, null where no word can reach over. */
  readonly grams: readonly (string | null)[]
  /** True where no generic word touches the pair. */
  readonly isTelling: readonly boolean[]
  /** The telling pairs, as often as they occur. */
  readonly telling: readonly string[]
}

const NOT_HAN = /[^\p{Script=Han}]+/gu
const PLACE_PARTS = /[^省市州盟旗区县镇乡]+[省市州盟旗区县镇乡]?/gu
const PLACE_KIND = /[省市州盟旗区县镇乡]$/u
const LONGEST_WORD = 6

/** Signs of the text that a generic word covers. */
function touchedBy(signs: string, generic: ReadonlySet<string>): readonly boolean[] {
  const touched = new Array<boolean>(signs.length).fill(false)
  for (let at = 0; at < signs.length; at++) {
    for (let length = 2; length <= LONGEST_WORD && at + length <= signs.length; length++) {
      if (generic.has(signs.slice(at, at + length))) touched.fill(true, at, at + length)
    }
  }
  return touched
}

export function wordsOf(text: string, generic: ReadonlySet<string>): Words {
  const plain = sameMeaning.reduce((all, [from, to]) => all.replaceAll(from, to), text.replace(/\s+/gu, ''))
  const signs = [...plain.replace(NOT_HAN, ' ')].map((sign) => (joiningSigns.has(sign) ? ' ' : sign)).join('')
  const touched = touchedBy(signs, generic)
  const grams: (string | null)[] = []
  const isTelling: boolean[] = []
  for (let at = 0; at < signs.length; at++) {
    const isPair = at + 1 < signs.length && signs[at] !== ' ' && signs[at + 1] !== ' '
    grams.push(isPair ? signs.slice(at, at + 2) : null)
    isTelling.push(isPair && !touched[at] && !touched[at + 1])
  }
  return { signs, grams, isTelling, telling: grams.filter((_, at): _ is string => isTelling[at]!) }
}

const plainGeneric: ReadonlySet<string> = new Set(genericWords)
const withPlace = new Map<string, ReadonlySet<string>>()

/** Generic words, and the names of the place, which stand in every task alike. */
export function genericFor(region: string): ReadonlySet<string> {
  const known = withPlace.get(region)
  if (known !== undefined) return known
  const parts = (region.match(PLACE_PARTS) ?? []).flatMap((part) => [part, part.replace(PLACE_KIND, '')])
  const generic = new Set([...plainGeneric, ...parts.filter((part) => part.length > 1)])
  withPlace.clear()
  withPlace.set(region, generic)
  return generic
}

/** Words of unchanged rows are not looked for again. */
const rowWords = new WeakMap<TextCell, { readonly generic: ReadonlySet<string>; readonly words: Words }>()

/** As `wordsOf`; the words of an unchanged name are not looked for again. */
export function wordsOfName(name: TextCell, generic: ReadonlySet<string>): Words {
  const known = rowWords.get(name)
  if (known?.generic === generic) return known.words
  const words = wordsOf(name.raw, generic)
  rowWords.set(name, { generic, words })
  return words
}
