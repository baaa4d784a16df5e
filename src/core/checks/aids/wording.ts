/** Wordings compared: which of many short texts say the same, or nearly so, without comparing each with each. */

import { signTable } from '../../model/sign-table.ts'
import { pairOf } from './pairs.ts'

/** From this similarity on (in percent of shared Han bigrams, Dice) two wordings are near-duplicates. */
export const NEAR_SIMILARITY_PERCENT = 80

const FILLERS = /[\s\p{P}\p{S}]+/gu
/** Signs that set things of one kind apart: two names that differ in them name two things (一期, 二期; 城市, 农村). */
const contrasts =
  '0123456789abcdefghijklmnopqrstuvwxyz一二三四五六七八九十两甲乙丙丁首末省市县区乡镇村街城农男女老幼大中小高初低东南西北上下前后内外新旧进出入收支增减春夏秋冬'
const isContrast = signTable(contrasts)

/** A text made ready to be compared. */
export interface Wording {
  /** Without what does not tell: width, case, blanks, punctuation, quotes. */
  readonly plain: string
  /** Pairs of neighbouring signs (`pairOf`), ascending, without those that set things apart. */
  readonly grams: readonly number[]
  readonly contrast: string
}

const KEPT = 0xfffe
const FILLER = 0xffff
/** What becomes of a sign that is made ready by itself: kept, left out, or another sign; 0: together with its neighbours. */
const becomes = new Uint16Array(0x10000)

function fillTable(): void {
  becomes.fill(KEPT, 0x4e00, 0xa000)
  for (let code = 0x21; code <= 0x7e; code++) {
    const sign = String.fromCharCode(code)
    const made = /[A-Za-z0-9]/.test(sign) ? sign.toLowerCase() : ''
    becomes[code] = made === '' ? FILLER : made === sign ? KEPT : made.charCodeAt(0)
    becomes[code + 0xfee0] = made === '' ? FILLER : made.charCodeAt(0)
  }
  for (const sign of ' \t\n\r\u3000、。〈〉《》「」『』【】〔〕“”‘’·…—–≥≤≈×÷') becomes[sign.charCodeAt(0)] = FILLER
}
fillTable()

/** A text without what does not tell, sign by sign; the slow way for signs that fold into several or with others. */
export function normaliseWording(text: string): string {
  let made = ''
  let kept = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const sign = becomes[code]!
    if (sign === KEPT) continue
    if (sign === 0) return text.normalize('NFKC').toLowerCase().replace(FILLERS, '')
    made += sign === FILLER ? text.slice(kept, at) : text.slice(kept, at) + String.fromCharCode(sign)
    kept = at + 1
  }
  return kept === 0 ? text : made + text.slice(kept)
}

/** Names are short: they are put in order without the copies that sorting makes. */
const SHORT = 40

function sortAscending(grams: number[]): void {
  if (grams.length > SHORT) {
    grams.sort((a, b) => a - b)
    return
  }
  for (let at = 1; at < grams.length; at++) {
    const gram = grams[at]!
    let to = at
    for (; to > 0 && grams[to - 1]! > gram; to--) grams[to] = grams[to - 1]!
    grams[to] = gram
  }
}

function pairsOf(codes: readonly number[]): readonly number[] {
  if (codes.length < 2) return codes
  const grams: number[] = []
  for (let at = 1; at < codes.length; at++) grams.push(pairOf(codes[at - 1]!, codes[at]!))
  sortAscending(grams)
  let kept = 1
  for (let at = 1; at < grams.length; at++) if (grams[at] !== grams[at - 1]) grams[kept++] = grams[at]!
  grams.length = kept
  return grams
}

/** What a name says beside its matter: a direction in front, a measure behind. */
const DIRECTION =
  /^(?:有效|切实|显著|明显|不断|持续|进一步|逐步)?(?:提升|提高|增强|加强|促进|推动|推进|改善|开展|做好|组织|完成|实施)?/u
const MEASURE =
  /(?:完成)?(?:数量|人数|人次|场次|次数|[户座盏条台套件份场期处间栋部辆头只株亩米顶家所项批篇册幅块张艘架趟班笔例枚对]数|率|数|情况|程度|水平|能力|效果|成效|影响力?|作用|面积|里程)$/u
/** 完成 and 影响力 behind it: a measure begins no further from the end. */
const LONGEST_MEASURE = 5
/** A shorter matter (培训, 宣传) is a word and tells nothing. */
const LEAST_MATTER = 4

/** The matter of a name, normalised; empty where it is too short to tell. */
export function matterOf(name: string): string {
  const directed = normaliseWording(name).replace(DIRECTION, '')
  const end = Math.max(directed.length - LONGEST_MEASURE, 0)
  const matter = directed.slice(0, end) + directed.slice(end).replace(MEASURE, '')
  return matter.length < LEAST_MATTER ? '' : matter
}

/** The pairs of neighbouring signs of a text, each once, ascending; a text of one sign stands for itself. */
export function bigramsOf(text: string): readonly number[] {
  return pairsOf(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)))
}

export function wordingOf(text: string): Wording {
  const plain = normaliseWording(text)
  const codes: number[] = []
  let contrast = ''
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at)
    if (isContrast[code] === 1) contrast += plain[at]
    else codes.push(code)
  }
  return { plain, grams: pairsOf(codes), contrast }
}

/** Dice similarity of two sets of bigrams (`bigramsOf`), in whole percent, rounded down. */
export function similarityPercent(first: readonly number[], second: readonly number[]): number {
  if (first.length + second.length === 0) return 0
  let [a, b, shared] = [0, 0, 0]
  while (a < first.length && b < second.length) {
    const difference = first[a]! - second[b]!
    if (difference === 0) shared++
    if (difference <= 0) a++
    if (difference >= 0) b++
  }
  return Math.floor((200 * shared) / (first.length + second.length))
}

interface Near {
  readonly first: number
  readonly second: number
  readonly similarity: number
}

export interface Repeats {
  /** Groups of two and more indices whose wording is the same after normalisation. */
  readonly same: readonly (readonly number[])[]
  /** Pairs of the first indices of two different wordings that are nearly the same. */
  readonly near: readonly Near[]
}

/** Finds repeated wordings; empty ones repeat nothing. */
export function findRepeats(wordings: readonly Wording[]): Repeats {
  const groups = new Map<string, number[]>()
  wordings.forEach(({ plain }, index) => {
    if (plain === '') return
    const group = groups.get(plain)
    if (group === undefined) groups.set(plain, [index])
    else group.push(index)
  })
  const firsts = [...groups.values()].map(([first]) => first!)
  return { same: [...groups.values()].filter((group) => group.length > 1), near: findNear(wordings, firsts) }
}

/** Those of `firsts` that can be near one another: what sets them apart is the same. */
function alikeInContrast(wordings: readonly Wording[], firsts: readonly number[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>()
  for (const index of firsts) {
    const { contrast } = wordings[index]!
    const group = groups.get(contrast)
    if (group === undefined) groups.set(contrast, [index])
    else group.push(index)
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/**
 * Texts that share less than two thirds of their bigrams cannot reach 80 %, so each text is filed under its rarest third
 * alone and meets only those filed there.
 */
function nearAmong(wordings: readonly Wording[], group: readonly number[], near: Near[]): void {
  counts.fill(0)
  for (const index of group) for (const gram of wordings[index]!.grams) counts[slotOf(gram)]!++
  const filed = new Map<number, number[]>()
  for (const second of group) {
    const { grams } = wordings[second]!
    // A gram that stands in one text alone is filed under first and leads to no other.
    let left = grams.length - Math.ceil((2 * grams.length) / 3) + 1
    for (const gram of grams) if (counts[slotOf(gram)] === 1) left--
    if (left <= 0) continue
    const met = new Set<number>()
    for (const gram of rarestOf(grams, left)) {
      const file = filed.get(gram)
      if (file === undefined) {
        filed.set(gram, [second])
        continue
      }
      for (const other of file) met.add(other)
      file.push(second)
    }
    for (const first of met) {
      const similarity = similarityPercent(wordings[first]!.grams, grams)
      if (similarity >= NEAR_SIMILARITY_PERCENT) near.push({ first, second, similarity })
    }
  }
}

/**
 * How many texts hold a gram, by a slot that other grams may share: one that is counted too often is filed where it need
 * not be, and nothing is missed.
 */
const counts = new Uint32Array(4096)

/** Pairs of signs are whole numbers of 32 bits: so many there are, half of them below zero. */
const PAIRS = 2 ** 32

/**
 * So many of the grams that stand in more texts than one, the rarest first. One order for all texts, or two that share
 * enough could be filed under different grams.
 */
function rarestOf(grams: readonly number[], most: number): readonly number[] {
  const ranked: number[] = []
  for (const gram of grams) {
    const count = counts[slotOf(gram)]!
    if (count > 1) ranked.push(count * PAIRS + PAIRS / 2 + gram)
  }
  sortAscending(ranked)
  if (ranked.length > most) ranked.length = most
  for (let at = 0; at < ranked.length; at++) ranked[at] = (ranked[at]! % PAIRS) - PAIRS / 2
  return ranked
}

function slotOf(gram: number): number {
  return Math.imul(gram, 0x9e3779b1) >>> 20
}

function findNear(wordings: readonly Wording[], firsts: readonly number[]): readonly Near[] {
  const near: Near[] = []
  for (const group of alikeInContrast(wordings, firsts)) nearAmong(wordings, group, near)
  return near.sort((a, b) => a.first - b.first || a.second - b.second)
}
