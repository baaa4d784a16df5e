/** Exact sums, written precision and tolerance, sharing of points, and what sums say of a lost cell. */

export * from './lost.ts'
export * from './precision.ts'
export * from './shares.ts'
export * from './sums.ts'
