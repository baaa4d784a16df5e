/** One spelling for one thing: width, blanks, dashes, look-alike operators, traditional characters, pinyin in brackets. */

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
    '¥': '¥',
  }).map(([from, to]) => [from.charCodeAt(0), to]),
)

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x2028
}

function isInvisible(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff
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

/**
 * The text in one spelling: full-width forms narrowed, blanks collapsed to one and trimmed, dashes and look-alike
 * operators unified, traditional characters simplified, pinyin groups after a character dropped. Linear in the length.
 */
export function fold(text: string): string {
  let folded = ''
  let blank = false
  let afterHan = false
  let afterTraditional = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isInvisible(code)) continue
    if (isBlank(code)) {
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
    const plain = afterHan ? simplified.get(code) : undefined
    afterTraditional = plain !== undefined
    if (plain !== undefined) folded += plain
    else if (code >= 0xff01 && code <= 0xff5e) folded += String.fromCharCode(code - 0xfee0)
    else folded += code < 0x80 || afterHan ? text[at] : (single.get(code) ?? text[at])
  }
  return folded
}

const closing = new Set('。.;;,!,、!…')

/** Without blanks and closing punctuation: what is left of a word to compare it by. */
export function bareWord(folded: string): string {
  let end = folded.length
  while (end > 0 && closing.has(folded[end - 1]!)) end--
  return folded.slice(0, end).replaceAll(' ', '')
}
