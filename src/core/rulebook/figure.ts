/** Numbers of the law as exact figures, each text read once. */

import { Exact } from '../model/index.ts'
import type { Parameter } from './edition.ts'

const known = new WeakMap<Parameter, Exact>()

/** The exact figure of a parameter. Throws where the law as data holds no decimal, a fault of the program. */
export function figureOf(parameter: Parameter): Exact {
  const figure = known.get(parameter)
  if (figure !== undefined) return figure
  const read = Exact.of(parameter.value)
  known.set(parameter, read)
  return read
}
