/** The word of the field that a misread text is: the one that differs least, where only one does. */

/** Longer texts are sentences, shorter ones resemble too much. */
const SHORTEST = 3
const LONGEST = 24

/** How many characters of a word may be wrong: one in three, at least one. */
function tolerance(length: number): number {
  return Math.max(1, Math.trunc(length / 3))
}

/** Characters put in, left out or exchanged; more than `most` need not be told apart. */
export function distance(first: string, second: string, most: number): number {
  if (Math.abs(first.length - second.length) > most) return most + 1
  let before = Array.from({ length: second.length + 1 }, (_, index) => index)
  for (let at = 1; at <= first.length; at++) {
    const row = [at]
    let least = at
    for (let to = 1; to <= second.length; to++) {
      const exchanged = before[to - 1]! + (first[at - 1] === second[to - 1] ? 0 : 1)
      const cost = Math.min(exchanged, before[to]! + 1, row[to - 1]! + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = row
  }
  return before[second.length]!
}

/** A list of words to mend by, looked through by length. */
export class WordList {
  readonly #byLength = new Map<number, string[]>()
  readonly #words: ReadonlySet<string>
  readonly #found = new Map<string, readonly string[]>()

  constructor(words: Iterable<string>) {
    this.#words = new Set(words)
    for (const word of this.#words) {
      const list = this.#byLength.get(word.length)
      if (list === undefined) this.#byLength.set(word.length, [word])
      else list.push(word)
    }
  }

  has(word: string): boolean {
    return this.#words.has(word)
  }

  /** The one word nearest to `text`; null where none is near, or two are equally near. */
  nearest(text: string): string | null {
    const near = this.allNearest(text)
    return near.length === 1 ? near[0]! : null
  }

  /** All words that are equally near and nearer than the others; none where none is near. */
  allNearest(text: string): readonly string[] {
    if (text.length < SHORTEST || text.length > LONGEST) return []
    const known = this.#found.get(text)
    if (known !== undefined) return known
    const most = tolerance(text.length)
    let [best, least]: [string[], number] = [[], most]
    for (let length = Math.max(SHORTEST, text.length - most); length <= text.length + most; length++) {
      for (const word of this.#byLength.get(length) ?? []) {
        const apart = distance(text, word, least)
        if (apart > least) continue
        if (apart === least) best.push(word)
        else [best, least] = [[word], apart]
      }
    }
    if (this.#found.size < MOST_REMEMBERED) this.#found.set(text, best)
    return best
  }
}

const MOST_REMEMBERED = 4000
