/**
 * How often a random test runs and from which seed: ZIPING_RUNS and ZIPING_SEED. The seed is printed, and the same seed
 * gives the same run. With more runs than usual the seed is new each time, unless one is given.
 */

export interface Runs {
  readonly count: number
  readonly seed: number
  /** Seed of the run number `index`. */
  of(index: number): number
}

function numberIn(name: string): number | null {
  const text = process.env[name]
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null
}

export function runsOf(name: string, usual: number): Runs {
  const asked = numberIn('ZIPING_RUNS')
  const seed = numberIn('ZIPING_SEED') ?? (asked === null ? 20260101 : Math.floor(Math.random() * 2 ** 31))
  const count = asked ?? usual
  process.stdout.write(`${name}: ${count} runs, replay with ZIPING_RUNS=${count} ZIPING_SEED=${seed}\n`)
  return { count, seed, of: (index) => (seed + index * 7919) % 2 ** 31 }
}
