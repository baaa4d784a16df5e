/** Which comment explains a finding that stays: the same rule as the server's, which counts what is left unexplained. */

import type { Comment, Draft } from '../../../src/api/types.ts'
import { cellAtPath } from '../../../src/core/draft/index.ts'
import type { FindingView } from '../editor/judgement.ts'

/** On the rule, the row or the cell of any place that the finding speaks of; null where nobody has. */
export function explanationOf(
  { rule, path, also }: Pick<FindingView, 'rule' | 'path' | 'also'>,
  draft: Draft,
  comments: readonly Comment[],
): string | null {
  const places = [path, ...also].flatMap((each) => {
    const cell = cellAtPath(draft, each)
    return cell === null ? [] : [`${cell.row} ${cell.column}`, cell.row]
  })
  const wanted = new Set([`rule:${rule}`, ...places])
  return comments.find(({ place }) => wanted.has(place))?.text ?? null
}
