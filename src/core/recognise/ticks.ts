/** Boxes that are ticked: □优 ☑良, 1、部门预算项目 ☑ 2、区直专项 □. */

import { keyOf } from './source.ts'

/** 口 is a box only where it stands alone or before a grade; elsewhere it is a word's. */
const BOX = /[□☐]\s?[√✓✔]|[□☐○☑☒√✓✔■●]|(?<=^|\s)口(?=\s|$|[优良中差])/g
const TICKED = /[☑☒√✓✔■●]/

export interface TickOption {
  /** Where its box stands in the text. */
  readonly at: number
  readonly ticked: boolean
  /** What it says, for matching, without number and punctuation. */
  readonly label: string
}

/** A word as the label of a box has it. */
export function tickLabel(text: string): string {
  return keyOf(text)
    .replace(/^[(]?\d{1,2}[).、．]/, '')
    .replace(/[、,;/。.]+$/, '')
}

/** The boxes of a text; none where it has none. A box stands before its word, or behind it: the first one tells. */
export function tickOptions(text: string): readonly TickOption[] {
  // □√ is one box with its tick beside it.
  const boxes = [...text.matchAll(BOX)].map(({ index, 0: box }) => ({ at: index, end: index + box.length, box }))
  const before = /^(?:[^:：]*[:：])?\s*$/.test(text.slice(0, boxes[0]?.at))
  return boxes.map(({ at, end, box }, index) => ({
    at,
    ticked: TICKED.test(box),
    label: tickLabel(before ? text.slice(end, boxes[index + 1]?.at) : text.slice(boxes[index - 1]?.end ?? 0, at)),
  }))
}
