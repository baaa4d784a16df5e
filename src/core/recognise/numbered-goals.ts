/** Goals that a text numbers: 目标1, 目标2完成情况. */

import type { GoalSide } from '../rulebook/words/index.ts'
import { foldWidth, type SourceCell } from './source.ts'

export interface Piece {
  readonly side: GoalSide
  /** As printed: '1', '一'; null where the text carries no number. */
  readonly number: string | null
  readonly text: string
  readonly cells: readonly [SourceCell, ...SourceCell[]]
}

/** '目标3:', '目标3完成情况:', '年度目标2:' where a sentence may begin. */
const NUMBERED =
  /(?<=^|[\u3002;.!\s\u201d"])(?:年度|绩效|总体)*目标\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*((?:的)?(?:实际)?完成情况)?\s*[:、,.]?/g

/** Parts a text at each numbered goal; the text before the first number stands for itself. */
export function splitNumbered(cell: SourceCell, side: GoalSide | null): Piece[] {
  const matches = [...foldWidth(cell.text).matchAll(NUMBERED)]
  if (matches.length === 0) return [{ side: side ?? 'stated', number: null, text: cell.text, cells: [cell] }]
  const pieces: Piece[] = []
  const lead = cell.text.slice(0, matches[0]!.index).trim()
  if (lead !== '') pieces.push({ side: side ?? 'stated', number: null, text: lead, cells: [cell] })
  matches.forEach((match, index) => {
    const text = cell.text.slice(match.index, matches[index + 1]?.index ?? cell.text.length).trim()
    const own: GoalSide | null = match[2] === undefined ? null : 'achieved'
    pieces.push({ side: own ?? side ?? 'stated', number: match[1]!.normalize('NFKC'), text, cells: [cell] })
  })
  return pieces
}

const DIGITS = '零一二三四五六七八九十'

export function numberKey(number: string): string {
  const position = DIGITS.indexOf(number)
  return position > 0 && number.length === 1 ? String(position) : number
}
