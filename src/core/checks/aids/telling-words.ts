/** Words of a text that tell it from others: pairs of Han signs that no generic word of the field touches. */

import { withoutBlanks } from '../../model/blanks.ts'
import { gather } from '../../model/gather.ts'
import { remember } from '../../model/remember.ts'
import { holdsSign, signTable } from '../../model/sign-table.ts'
import { Lookup } from '../../values/lookup.ts'
import { genericWords, joiningSigns, sameMeaning } from './generic-words.ts'
import { isHan, pairOf } from './pairs.ts'

export interface Words {
  /** Han signs; anything else and joining signs are blanks. */
  readonly signs: string
  /** For each position the pair of signs that starts there (`pairOf`), 0 where no word can reach over. */
  readonly grams: readonly number[]
  /** True where no generic word touches the pair. */
  readonly isTelling: readonly boolean[]
  /** The telling pairs, as often as they occur. */
  readonly telling: readonly number[]
}

/** Words of texts, with the words that are generic in a place; the same text is not looked through again. */
export type WordsOf = (text: string) => Words

const PLACE_PARTS = /[^省市州盟旗区县镇乡]+[省市州盟旗区县镇乡]?/gu
const PLACE_KIND = /[省市州盟旗区县镇乡]$/u
const ASTRAL_HAN = /^\p{Script=Han}/u
const LONGEST_WORD = 6
const BLANK = /\s/

function isWord(word: string): boolean {
  return word.length > 1 && word.length <= LONGEST_WORD
}

const generic = new Lookup<true>(genericWords.filter(isWord).map((word) => [word, true]))
const joining = signTable(joiningSigns)
const meantOtherwise = signTable(sameMeaning.map(([from]) => from))

function asMeant(text: string): string {
  if (holdsSign(text, meantOtherwise)) {
    return sameMeaning.reduce((all, [from, to]) => all.replaceAll(from, to), withoutBlanks(text))
  }
  return text
}

/** Han signs of a text; a stretch of others is one blank, a joining sign too; white space is not there. */
function signsOf(text: string): string {
  let signs = ''
  let isOpen = false
  // Signs that stay are taken a stretch at a time: most texts are one stretch.
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isPair = code >= 0xd800 && code <= 0xdbff && ASTRAL_HAN.test(text.slice(at, at + 2))
    const isSign = isPair || isHan(code)
    if (isSign && (isPair || joining[code] === 0)) {
      if (isPair) at++
      isOpen = false
      continue
    }
    signs += text.slice(from, at)
    from = at + 1
    if (isSign) {
      signs += ' '
      isOpen = false
    } else if (!isOpen && !BLANK.test(text[at]!)) {
      signs += ' '
      isOpen = true
    }
  }
  return from === 0 ? text : signs + text.slice(from)
}

/** Signs of the text that a generic word covers: 1, else 0. */
function touchedBy(signs: string, places: readonly string[]): Uint8Array {
  const touched = new Uint8Array(signs.length + 1)
  const touch = (from: number, end: number): void => {
    for (let at = from; at < end; at++) touched[at] = 1
  }
  for (let at = 0; at < signs.length; at++) {
    const word = generic.longest(signs, at)
    if (word !== null) touch(at, word.end)
  }
  for (const place of places) {
    for (let at = signs.indexOf(place); at >= 0; at = signs.indexOf(place, at + 1)) touch(at, at + place.length)
  }
  return touched
}

const SPACE = 0x20

function findWords(text: string, places: readonly string[]): Words {
  const signs = signsOf(asMeant(text))
  const touched = touchedBy(signs, places)
  const grams: number[] = []
  const isTelling: boolean[] = []
  const telling: number[] = []
  for (let at = 0; at < signs.length; at++) {
    const first = signs.charCodeAt(at)
    const second = at + 1 < signs.length ? signs.charCodeAt(at + 1) : SPACE
    const isPair = first !== SPACE && second !== SPACE
    const gram = isPair ? pairOf(first, second) : 0
    const tells = isPair && touched[at] === 0 && touched[at + 1] === 0
    grams.push(gram)
    isTelling.push(tells)
    if (tells) telling.push(gram)
  }
  return { signs, grams, isTelling, telling }
}

/** Generic words, and the names of the place, which stand in every task alike. */
export function wordsIn(region: string): WordsOf {
  const parts = gather(region.match(PLACE_PARTS) ?? [], (part) => [part, part.replace(PLACE_KIND, '')])
  const places = parts.filter(isWord)
  return remember((text) => findWords(text, places))
}
