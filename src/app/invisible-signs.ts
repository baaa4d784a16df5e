/**
 * Signs that a reader of the page does not see: some turn the direction of what follows, so that a figure shows otherwise
 * than it is stored; others are controls of machines. They are kept as they are, whatever the format, and told.
 */

import type { Finding, Grid, GridCell } from '../core/model/index.ts'
import type { RuleTexts } from '../core/texts/index.ts'

export const invisibleSignRules: Readonly<Record<string, RuleTexts>> = {
  'source/invisible-signs': {
    title: { zh: '文字中有不可见的控制字符', en: 'texts hold signs that do not show' },
    messages: {
      direction: {
        text: {
          zh: '有 {count} 个单元格含有改变文字方向的字符，显示的内容可能与实际内容不同，按实际内容读取',
          en: '{count} cells hold signs that turn the direction of text; they may show otherwise than they are read',
        },
        advice: { zh: '请删除这些字符，核对后重新保存', en: 'delete these signs, compare, and save the file again' },
      },
      controls: {
        text: {
          zh: '有 {count} 个单元格含有不可打印的控制字符，原样保留',
          en: '{count} cells hold control characters that do not print; they were kept as they are',
        },
        advice: { zh: '请核对这些单元格的内容', en: 'compare these cells' },
      },
    },
  },
}

const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
/** Tab, line feed, vertical tab, form feed and carriage return are white space. */
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/
/** So many cells are named. */
const PLACES = 20

function told(message: string, severity: Finding['severity'], cells: readonly GridCell[]): Finding[] {
  const [first, ...rest] = cells.slice(0, PLACES).map((cell) => ({
    path: 'form' as const,
    ...(cell.source === undefined ? {} : { source: cell.source }),
    text: cell.text.slice(0, 200),
  }))
  if (first === undefined) return []
  const at: Finding['at'] = [first, ...rest]
  const data = { count: cells.length }
  return [{ rule: 'source/invisible-signs', message, data, severity, certainty: 'review', at, law: [] }]
}

/** Cells of all grids that hold such signs. */
export function invisibleSigns(grids: readonly Grid[]): Finding[] {
  const turned: GridCell[] = []
  const controls: GridCell[] = []
  for (const { cells } of grids) {
    for (const cell of cells) {
      if (DIRECTION.test(cell.text)) turned.push(cell)
      if (CONTROL.test(cell.text)) controls.push(cell)
    }
  }
  return [...told('direction', 'warning', turned), ...told('controls', 'info', controls)]
}
