/** The store's troubles as refusals. */

import { storeErrorOf } from '../../store/index.ts'
import { Problem } from './problem.ts'

/** Null for errors that are none of the store's. */
export function storeProblem(error: unknown): Problem | null {
  const known = storeErrorOf(error)
  switch (known?.problem) {
    case undefined:
      return null
    case 'disk-full':
    case 'folder-read-only':
      return new Problem(known!.problem)
    case 'database-away':
      return new Problem('database-away')
    default:
      return new Problem('internal')
  }
}
