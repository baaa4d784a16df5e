/** A seeded source of choices: the same seed, the same form, on every machine. */

export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** mulberry32: 32 bits at a time. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return from + (this.#next() % (to - from + 1))
  }

  /** True `percent` times out of a hundred. */
  chance(percent: number): boolean {
    return this.int(1, 100) <= percent
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new RangeError('nothing to pick from')
    return from[this.int(0, from.length - 1)]!
  }

  shuffled<T>(list: readonly T[]): T[] {
    const all = [...list]
    for (let last = all.length - 1; last > 0; last--) {
      const other = this.int(0, last)
      ;[all[last], all[other]] = [all[other]!, all[last]!]
    }
    return all
  }
}
