/** Wordings compared: which of many short texts say the same, or nearly so, without comparing each with each. */

/** From this similarity on (in percent of shared Han bigrams, Dice) two wordings are near-duplicates. */
export const NEAR_SIMILARITY_PERCENT = 80

const FILLERS = /[\s\p{P}\p{S}]+/gu
/** Signs that set things of one kind apart: two names that differ in them name two things (一期, 二期; 城市, 农村). */
const CONTRASTS =
  /[0-9a-z一二三四五六七八九十两甲乙丙丁首末省市县区乡镇村街城农男女老幼大中小高初低东南西北上下前后内外新旧进出入收支增减春夏秋冬]/g

/** A text made ready to be compared. */
export interface Wording {
  /** Without what does not tell: width, case, blanks, punctuation, quotes. */
  readonly plain: string
  /** Pairs of neighbouring signs, without those that set things apart. */
  readonly grams: readonly string[]
  readonly contrast: string
}

export function normaliseWording(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(FILLERS, '')
}

/** What a name says beside its matter: a direction in front, a measure behind. */
const DIRECTION =
  /^(?:有效|切实|显著|明显|不断|持续|进一步|逐步)?(?:提升|提高|增强|加强|促进|推动|推进|改善|开展|做好|组织|完成|实施)?/u
const MEASURE =
  /(?:完成)?(?:数量|人数|人次|场次|次数|[户座盏条台套件份场期处间栋部辆头只株亩米顶家所项批篇册幅块张艘架趟班笔例枚对]数|率|数|情况|程度|水平|能力|效果|成效|影响力?|作用|面积|里程)$/u
/** A shorter matter (培训, 宣传) is a word and tells nothing. */
const LEAST_MATTER = 4

/** The matter of a name, normalised; empty where it is too short to tell. */
export function matterOf(name: string): string {
  const matter = normaliseWording(name).replace(DIRECTION, '').replace(MEASURE, '')
  return matter.length < LEAST_MATTER ? '' : matter
}

/** The pairs of neighbouring signs of a text, each once; a text of one sign stands for itself. */
export function bigramsOf(text: string): readonly string[] {
  if (text.length < 2) return text === '' ? [] : [text]
  const grams = new Set<string>()
  for (let at = 0; at + 1 < text.length; at++) grams.add(text.slice(at, at + 2))
  return [...grams]
}

export function wordingOf(text: string): Wording {
  const plain = normaliseWording(text)
  return {
    plain,
    grams: bigramsOf(plain.replace(CONTRASTS, '')),
    contrast: (plain.match(CONTRASTS) ?? []).join(''),
  }
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

/**
 * Texts that share less than two thirds of their bigrams cannot reach 80 %, so each text is filed under its rarest third
 * alone and meets only those filed there.
 */
function findNear(wordings: readonly Wording[], firsts: readonly number[]): Repeats['near'] {
  const rarity = new Map<string, number>()
  for (const index of firsts) for (const gram of wordings[index]!.grams) rarity.set(gram, (rarity.get(gram) ?? 0) + 1)
  // One order for all texts, or two that share enough could be filed under different grams.
  const rarestFirst = (a: string, b: string) => rarity.get(a)! - rarity.get(b)! || (a < b ? -1 : 1)

  const filed = new Map<string, number[]>()
  const near: { first: number; second: number; similarity: number }[] = []
  for (const second of firsts) {
    const { grams, contrast } = wordings[second]!
    const kept = grams.toSorted(rarestFirst).slice(0, grams.length - Math.ceil((2 * grams.length) / 3) + 1)
    const met = new Set<number>()
    for (const gram of kept) {
      // A gram that stands in one text alone leads to no other.
      if (rarity.get(gram) === 1) continue
      const key = `${contrast}|${gram}`
      const file = filed.get(key)
      if (file === undefined) {
        filed.set(key, [second])
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
  return near.sort((a, b) => a.first - b.first || a.second - b.second)
}
