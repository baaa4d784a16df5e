/** Texts of a file that are no content of its page, told with a finding: each line once. */

import type { Finding } from '../core/model/index.ts'
import { finding } from './findings.ts'
import { type Block, gridsOf } from './flow.ts'

const LONGEST = 2000
/** So much of the first line stands in the message. */
const NAMED = 60

/** `rule` is told with its count and first line; no finding where there is no text. */
export function quoteFindings(rule: string, message: string, blocks: readonly Block[], name: string): Finding[] {
  const texts = gridsOf(blocks, name).flatMap((grid) => grid.cells.map((cell) => cell.text.trim()))
  const lines = [...new Set(texts.filter((text) => text !== ''))]
  if (lines.length === 0) return []
  const data = { name, count: lines.length, text: lines[0]!.slice(0, NAMED) }
  return [
    finding(
      rule,
      message,
      'info',
      data,
      lines.map((text) => ({ text: text.slice(0, LONGEST) })),
    ),
  ]
}
