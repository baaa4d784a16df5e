/** The little language of targets and actuals: read, print, compare. */

export { type Comparison, compareValues } from './compare.ts'
export type { ValueContext } from './context.ts'
export { changeOf, lessIsBetter, limitsCost, namesEvent, saysReduction, wantsLess, wordsOfLess } from './direction.ts'
export { fold } from './fold.ts'
export { withFullMarks } from './full-marks.ts'
export type { ComparisonKind, OperatorOrigin } from './judge.ts'
export { type NumberReading, readNumber } from './number.ts'
export { printValue } from './printer.ts'
export { readValue } from './read.ts'
export { repairFromCounterpart } from './repairs.ts'
export { saysUnfinished } from './told.ts'
export { unitOf } from './units.ts'
