/** 满分 for a score: the points of the row, whatever they are. */

import type { NumberCell } from '../model/index.ts'

const FULL = /^\s*(?:得|计|评)?\s*满\s*分\s*$/

/** A score said in words as full marks has the points of its row; any other score stays as it is read. */
export function withFullMarks(score: NumberCell, weight: NumberCell): NumberCell {
  return score.raw.includes('满') && FULL.test(score.raw) ? { ...score, value: weight.value } : score
}
