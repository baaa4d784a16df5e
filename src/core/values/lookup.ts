/** Longest match of known words at a place of a text, in time of the length of the longest word. */

interface Node<T> {
  readonly next: Map<number, Node<T>>
  entry: T | undefined
}

export interface Match<T> {
  readonly entry: T
  readonly end: number
}

export class Lookup<T> {
  readonly #root: Node<T> = { next: new Map(), entry: undefined }
  /** A bit for each sign that a word starts with: most places of a text are passed over by it. */
  readonly #starts = new Uint32Array(0x10000 / 32)

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, entry] of entries) {
      this.#starts[word.charCodeAt(0) >>> 5]! |= 1 << (word.charCodeAt(0) & 31)
      let node = this.#root
      for (let at = 0; at < word.length; at++) {
        const code = word.charCodeAt(at)
        let next = node.next.get(code)
        if (next === undefined) {
          next = { next: new Map(), entry: undefined }
          node.next.set(code, next)
        }
        node = next
      }
      node.entry = entry
    }
  }

  /** The longest known word that starts at `from`. */
  longest(text: string, from: number): Match<T> | null {
    const first = text.charCodeAt(from)
    if ((this.#starts[first >>> 5]! & (1 << (first & 31))) === 0) return null
    let best: Match<T> | null = null
    let node = this.#root.next.get(first)
    for (let at = from + 1; node !== undefined; at++) {
      if (node.entry !== undefined) best = { entry: node.entry, end: at }
      node = node.next.get(text.charCodeAt(at))
    }
    return best
  }

  /** Of words that were filed backwards: how long the longest is that ends just before `end`; 0 where there is none. */
  lengthBefore(text: string, end: number): number {
    let length = 0
    let node = end > 0 ? this.#root.next.get(text.charCodeAt(end - 1)) : undefined
    for (let at = end - 2; node !== undefined; at--) {
      if (node.entry !== undefined) length = end - 1 - at
      node = at < 0 ? undefined : node.next.get(text.charCodeAt(at))
    }
    return length
  }
}
