/**
 * Hundredths as whole numbers: the generator's own arithmetic, so that it does not agree with the engine because it is
 * the engine.
 */

export function printCents(cents: number, decimals: 'two' | 'shortest' = 'two'): string {
  const whole = Math.trunc(cents / 100)
  const rest = String(Math.abs(cents % 100)).padStart(2, '0')
  if (decimals === 'two') return `${whole}.${rest}`
  return rest === '00' ? String(whole) : `${whole}.${rest.replace(/0$/, '')}`
}

/** a × b ÷ c, rounded half up; whole numbers ≥ 0. */
export function proportion(a: number, b: number, c: number): number {
  const twice = 2n * BigInt(a) * BigInt(b)
  return Number((twice + BigInt(c)) / (2n * BigInt(c)))
}

/** `total` split in proportion to `shares`, whole parts that add up to it exactly: largest remainder. */
export function split(total: number, shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const parts = shares.map((share, index) => {
    const product = BigInt(total) * BigInt(share)
    return { index, part: Number(product / BigInt(whole)), rest: product % BigInt(whole) }
  })
  let left = total - parts.reduce((sum, { part }) => sum + part, 0)
  for (const entry of [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))) {
    if (left === 0) break
    entry.part++
    left--
  }
  return parts.map(({ part }) => part)
}
