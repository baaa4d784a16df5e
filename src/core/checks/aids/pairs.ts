/** Pairs of neighbouring signs as numbers: looked up by the ten thousand, they need no text of their own. */

/** The pair of two signs, by their codes; never 0 where the first is a sign. */
export function pairOf(first: number, second: number): number {
  return (first << 16) | second
}

/** The two signs of a pair. */
export function signsOf(pair: number): string {
  return String.fromCharCode(pair >>> 16, pair & 0xffff)
}

/** Spreads pairs over a table: the golden ratio of 32 bits. */
const SPREAD = 0x9e3779b1 | 0

/** A set of pairs in one flat table: asked of nearly every sign of every text, and filled with a whole word list at once. */
export class PairSet {
  /** Open addressing, at most half full; 0 is free. */
  readonly #slots: Int32Array
  readonly #shift: number

  /** For up to so many pairs. */
  constructor(most: number) {
    const bits = Math.max(1, 33 - Math.clz32(most))
    this.#slots = new Int32Array(1 << bits)
    this.#shift = 32 - bits
  }

  #place(pair: number): number {
    const slots = this.#slots
    let at = Math.imul(pair, SPREAD) >>> this.#shift
    while (slots[at] !== pair && slots[at] !== 0) at = (at + 1) & (slots.length - 1)
    return at
  }

  add(pair: number): void {
    this.#slots[this.#place(pair)] = pair
  }

  /** Never true of 0, which is no pair. */
  has(pair: number): boolean {
    return pair !== 0 && this.#slots[this.#place(pair)] === pair
  }
}

export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (mayBeHan(code) && OTHER_HAN.test(String.fromCharCode(code)))
}

/** Stops and commas, which stand in every text, are told without a look at their script. */
function mayBeHan(code: number): boolean {
  return code > 0x3004 ? code < 0xfb00 : code >= 0x2e80 && code < 0x3000
}

const OTHER_HAN = /\p{Script=Han}/u
