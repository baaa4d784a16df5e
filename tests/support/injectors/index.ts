import { indicatorErrors } from './indicators.ts'
import type { Injector } from './injector.ts'
import { partErrors } from './parts.ts'
import { scoreErrors } from './scores.ts'
import { shapeErrors } from './shape.ts'
import { sumErrors } from './sums.ts'
import { surveyErrors } from './surveys.ts'

export type { Injection, Injector } from './injector.ts'

/** In the order of the codes. */
export const injectors: readonly Injector[] = [
  ...sumErrors,
  ...scoreErrors,
  ...indicatorErrors,
  ...partErrors,
  ...shapeErrors,
  ...surveyErrors,
].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
