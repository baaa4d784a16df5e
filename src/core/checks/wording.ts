/** Wordings compared: which of many short texts say the same, or nearly so, without comparing each with each. */

/** From this similarity on (in percent of shared Han bigrams, Dice) two wordings are near-duplicates. */
export const NEAR_SIMILARITY_PERCENT = 80

const FILLERS = /[\s\p{P}\p{S}]+/gu
/** Signs that set things of one kind apart: two names that differ in them name two things (一期, 二期; 城市, 农村). */
const CONTRASTS =
  /[0-9a-z一二三四五六七八九十两甲乙丙丁首末省市县区乡镇村街城农男女老幼大中小高初低东南西北上下前后内外新旧进出入收支增减春夏秋冬]/g

/** A wording without what does not tell: width, case, blanks, punctuation, quotes. */
export function normaliseWording(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(FILLERS, '')
}

/** The pairs of neighbouring signs of a text, each once; a text of one sign stands for itself. */
export function bigramsOf(text: string): readonly string[] {
  const signs = [...text]
  if (signs.length === 1) return signs
  return [...new Set(signs.slice(1).map((sign, index) => signs[index]! + sign))]
}

/** Dice similarity of two sets of bigrams, in whole percent, rounded down. */
export function similarityPercent(first: readonly string[], second: readonly string[]): number {
  if (first.length + second.length === 0) return 0
  const known = new Set(first)
  const shared = second.filter((gram) => known.has(gram)).length
  return Math.floor((200 * shared) / (first.length + second.length))
}

export interface Repeats {
  /** Groups of two and more indices whose wording is the same after normalisation. */
  readonly same: readonly (readonly number[])[]
  /** Pairs of the first indices of two different wordings that are nearly the same. */
  readonly near: readonly { readonly first: number; readonly second: number; readonly similarity: number }[]
}

/**
 * Finds repeated wordings. Texts that share less than two thirds of their bigrams cannot reach 80 %, so each text is
 * filed under its rarest third alone and meets only those filed there: no all-pairs on long forms.
 */
export function findRepeats(texts: readonly string[]): Repeats {
  const groups = new Map<string, number[]>()
  texts.forEach((text, index) => {
    const wording = normaliseWording(text)
    if (wording === '') return
    const group = groups.get(wording)
    if (group === undefined) groups.set(wording, [index])
    else group.push(index)
  })
  return {
    same: [...groups.values()].filter((group) => group.length > 1),
    near: findNear([...groups].map(([wording, [first]]) => ({ wording, first: first! }))),
  }
}

function findNear(wordings: readonly { readonly wording: string; readonly first: number }[]): Repeats['near'] {
  const entries = wordings.map(({ wording, first }) => ({
    first,
    grams: bigramsOf(wording.replace(CONTRASTS, '')),
    contrast: (wording.match(CONTRASTS) ?? []).join(''),
  }))
  const rarity = new Map<string, number>()
  for (const { grams } of entries) for (const gram of grams) rarity.set(gram, (rarity.get(gram) ?? 0) + 1)
  // One order for all texts, or two that share enough could be filed under different grams.
  const rarestFirst = (a: string, b: string) => rarity.get(a)! - rarity.get(b)! || (a < b ? -1 : 1)

  const filed = new Map<string, number[]>()
  const near: { first: number; second: number; similarity: number }[] = []
  entries.forEach((entry, index) => {
    const byRarity = entry.grams.toSorted(rarestFirst)
    const kept = byRarity.slice(0, entry.grams.length - Math.ceil((2 * entry.grams.length) / 3) + 1)
    const met = new Set<number>()
    for (const gram of kept.map((each) => `${entry.contrast}|${each}`)) {
      const file = filed.get(gram)
      if (file === undefined) {
        filed.set(gram, [index])
        continue
      }
      for (const other of file) met.add(other)
      file.push(index)
    }
    for (const other of met) {
      const similarity = similarityPercent(entries[other]!.grams, entry.grams)
      if (similarity >= NEAR_SIMILARITY_PERCENT)
        near.push({ first: entries[other]!.first, second: entry.first, similarity })
    }
  })
  return near.sort((a, b) => a.first - b.first || a.second - b.second)
}
