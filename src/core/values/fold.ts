/** One spelling for one thing: width, blanks, dashes, look-alike operators, traditional characters, pinyin in brackets. */

import { signTable } from '../model/sign-table.ts'
import { simplified } from './traditional.ts'

const single = new Map<number, string>(
  Object.entries({
    '﹦': '=',
    '═': '=',
    '﹥': '>',
    '﹤': '<',
    '〉': '>',
    '〈': '<',
    '≧': '≥',
    '⩾': '≥',
    '≦': '≤',
    '⩽': '≤',
    '﹪': '%',
    '—': '-',
    '–': '-',
    '―': '-',
    '−': '-',
    '‐': '-',
    '‑': '-',
    '─': '-',
    '━': '-',
    '﹣': '-',
    '〜': '~',
    '∼': '~',
    '•': '·',
    '・': '·',
    '‧': '·',
    '∙': '·',
    '×': '*',
    '﹙': '(',
    '﹚': ')',
    '〔': '(',
    '〕': ')',
  }).map(([from, to]) => [from.charCodeAt(0), to]),
)

/** What a character becomes: itself (0), another character's code, a blank, or nothing. */
const BLANK = 0x20
const DROPPED = 0xffff
const becomes = new Uint16Array(0x10000)

function fillTable(): void {
  for (let code = 0; code <= 0x20; code++) becomes[code] = BLANK
  for (let code = 0x2000; code <= 0x200a; code++) becomes[code] = BLANK
  for (const code of [0xa0, 0x2028, 0x2029, 0x3000]) becomes[code] = BLANK
  for (let code = 0x200b; code <= 0x200f; code++) becomes[code] = DROPPED
  for (const code of [0x2060, 0xfeff]) becomes[code] = DROPPED
  for (let code = 0xff01; code <= 0xff5e; code++) becomes[code] = code - 0xfee0
  for (const [code, plain] of single) becomes[code] = plain.charCodeAt(0)
  for (const [code, plain] of simplified) becomes[code] = plain.charCodeAt(0)
}
fillTable()

/** True for a character that stands in the one spelling already: no traditional one, no look-alike, no blank. */
export function isUsual(code: number): boolean {
  return becomes[code] === 0
}

/** A character of the unified Han block; all that these forms are written in. */
export function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

function isPlainLetter(code: number): boolean {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

/** Letters with a tone mark: ā á ǎ à … ü ǜ. */
function isToneLetter(code: number): boolean {
  return code >= 0xe0 && code <= 0x1dc
}

const LONGEST_PINYIN = 7

/** End of a pinyin group that opens at `open`, or -1: 績(jī)效. `afterTraditional`: no tone mark is then needed (們(men)). */
function pinyinEnd(text: string, open: number, afterTraditional: boolean): number {
  let toned = afterTraditional
  for (let at = open + 1; at <= open + LONGEST_PINYIN; at++) {
    const code = text.charCodeAt(at)
    if (isToneLetter(code)) toned = true
    else if (!isPlainLetter(code)) return (code === 0x29 || code === 0xff09) && toned && at > open + 1 ? at : -1
  }
  return -1
}

/** Whether a text stands in the one spelling already. */
function isFolded(text: string): boolean {
  let blank = true
  let afterHan = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === BLANK) {
      if (blank) return false
      blank = true
    } else {
      if (becomes[code] !== 0 || (code === 0x28 && afterHan)) return false
      blank = false
    }
    afterHan = isHan(code)
  }
  return !blank
}

/**
 * The text in one spelling: full-width forms narrowed, blanks collapsed to one and trimmed, dashes and look-alike
 * operators unified, traditional characters simplified, pinyin groups after a character dropped. Linear in the length.
 */
export function fold(text: string): string {
  if (isFolded(text)) return text
  let folded = ''
  let blank = false
  let afterHan = false
  let afterTraditional = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const other = becomes[code]!
    if (other === DROPPED) continue
    if (other === BLANK) {
      blank = folded !== ''
      continue
    }
    if (afterHan && (code === 0x28 || code === 0xff08)) {
      const end = pinyinEnd(text, at, afterTraditional)
      if (end > 0) {
        at = end
        continue
      }
    }
    if (blank) {
      folded += ' '
      blank = false
    }
    afterHan = isHan(code)
    afterTraditional = afterHan && other !== 0
    folded += other === 0 ? text[at] : String.fromCharCode(other)
  }
  return folded
}

const closing = signTable('。.;;,!,、!…')

/** Without blanks and closing punctuation: what is left of a word to compare it by. */
export function bareWord(folded: string): string {
  let end = folded.length
  while (end > 0 && closing[folded.charCodeAt(end - 1)] === 1) end--
  const word = end === folded.length ? folded : folded.slice(0, end)
  return word.includes(' ') ? word.replaceAll(' ', '') : word
}
