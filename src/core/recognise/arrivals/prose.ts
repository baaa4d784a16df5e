/** Rows told in sentences: 培训合格率,年初目标值≥90%,实际完成值≥90%,自评得分20分; */

import { gather } from '../../model/gather.ts'
import { level1Of, level2Of } from '../../rulebook/index.ts'
import { foldWidth, keyOf, type SourceCell, type SourceRow } from '../source.ts'

/** A piece of prose behind a column. */
export interface ProsePiece {
  readonly field: string
  readonly text: string
  readonly at: number
  readonly line: SourceCell
}

const CLAUSE = '([^,;、\\u3002]+?)'
const ROW = new RegExp(
  `(?:^|[;\\u3002])?([^;\\u3002]{2,80}?)(?:[,:](?:年初|年度|预期|全年)?(?:绩效)?(?:目标值|指标值|目标)|(?:年初|年度)(?:绩效)?(?:目标值|指标值))[为:]?${CLAUSE}[,;](?:(?:全年|年度)?(?:实际)?完成值?[为:]?|实际(?=[在按已]))${CLAUSE}(?=[,;\\u3002]|$)(?:[,;](?:权重|分值)[为:]?(\\d+(?:\\.\\d+)?)分?)?(?:[,;](?:自评)?得分[为:]?(\\d+(?:\\.\\d+)?)分?)?`,
  'g',
)
const MONEY =
  /^(.{2,16}?)[:,]?(?:全年)?预算数[为:]?([\d.,]+(亿元|万元|千元|元)?)[,;](?:全年)?执行数[为:]?([\d.,]+(?:亿元|万元|千元|元)?)(?:[,;](?:预算)?执行率[为:]?([\d.]+%))?(?:[,;](?:自评)?得分[为:]?([\d.]+)分?)?/

/** Labels of blocks that open a sentence: 数量指标:培训人次,… */
function labelsBefore(text: string): { label: string; at: number }[] {
  const found: { label: string; at: number }[] = []
  let from = 0
  for (;;) {
    const match = /^(?:[(]?[一二三四五六七八九十\d]+[)、.])?([^:,]{2,14})[:,]/.exec(text.slice(from))
    if (match === null) return found
    const label = keyOf(match[1]!)
    if (level1Of(label) === null && level2Of(label) === null) return found
    found.push({ label: match[1]!, at: from + match[0].indexOf(match[1]!) })
    from += match[0].length
  }
}

/** The rows of indicators that the lines tell, or null where they tell none. */
export function proseRows(rows: readonly SourceRow[]): ProsePiece[][] | null {
  const found: ProsePiece[][] = []
  for (const row of rows) {
    const line = row.cells[0]!
    const text = foldWidth(line.text)
    const alone = keyOf(text).replace(/^[(]?[一二三四五六七八九十\d]+[)、.]/, '')
    if (level1Of(alone) !== null) {
      found.push([
        {
          field: level2Of(alone) !== null && level1Of(alone) === null ? 'level2' : 'level1',
          text: line.text,
          at: 0,
          line,
        },
      ])
      continue
    }
    for (const match of text.matchAll(ROW)) {
      const lead = match[1]!
      const start = match.index + match[0].indexOf(lead)
      const labels = labelsBefore(`${lead},`)
      const labelled = labels.length === 0 ? 0 : labels.at(-1)!.at + labels.at(-1)!.label.length + 1
      // 第一,…; 第二,… count the rows of one block.
      const nameAt = labelled + (/^第[一二三四五六七八九十]+[,、:]/.exec(lead.slice(labelled))?.[0].length ?? 0)
      const piece = (field: string, value: string | undefined, from: number): ProsePiece[] => {
        if (value === undefined || value === '') return []
        const at = text.indexOf(value, from)
        return [{ field, text: line.text.slice(at, at + value.length).trim(), at, line }]
      }
      const after = start + lead.length
      const targetAt = text.indexOf(match[2]!, after)
      found.push([
        ...labels.map(({ label, at }) => ({
          field: level2Of(keyOf(label)) === null ? 'level1' : 'level2',
          text: label,
          at: start + at,
          line,
        })),
        ...piece('name', lead.slice(nameAt), start + nameAt),
        ...piece('target', match[2], after),
        ...piece('actual', match[3], targetAt + match[2]!.length),
        ...piece('weight', match[4], targetAt + match[2]!.length + match[3]!.length),
        ...piece('score', match[5], match.index + match[0].lastIndexOf(match[5] ?? '')),
      ])
    }
  }
  return found.filter((pieces) => pieces.some(({ field }) => field === 'target')).length >= 2 ? found : null
}

/** The sentence that tells the execution of the budget, by column. */
export function proseMoney(
  line: SourceCell,
): { readonly pieces: readonly ProsePiece[]; readonly unit: string | null } | null {
  const text = foldWidth(line.text)
  const match = MONEY.exec(text)
  if (match === null) return null
  let from = 0
  const pieces = gather(
    [
      ['name', match[1]],
      ['budgeted.total', match[2]],
      ['executed.total', match[4]],
      ['rate', match[5]],
      ['score', match[6]],
    ] as const,
    ([field, value]) => {
      if (value === undefined) return []
      const at = text.indexOf(value, from)
      from = at + value.length
      return [{ field, text: value, at, line }]
    },
  )
  return { pieces, unit: match[3] ?? null }
}
