/** Level-1 and level-2 labels as printed: parts of one label joined, points read, noise told apart. */

import { gather } from '../../model/gather.ts'
import { level1Of, level2Of } from '../../rulebook/index.ts'
import { mendLevel } from '../knowledge/mend-words.ts'
import { printedKey } from '../printed-key.ts'
import type { SourceCell } from '../source.ts'
import { blockLabel } from '../words.ts'

/** What stands in a level column of one row. */
export interface LabelEntry {
  /** Index of the row in the table. */
  readonly row: number
  /** Rows the label is merged over, where the source says so; 1 otherwise. */
  readonly rowSpan: number
  /** Printed name without points. */
  readonly name: string
  /** Points as printed in it, '' where none. */
  readonly points: string
  readonly pointsCell: SourceCell | null
  readonly cells: readonly SourceCell[]
  /** The taxonomy knows it. */
  readonly known: boolean
}

export interface LabelColumn {
  readonly labels: readonly LabelEntry[]
  readonly pageNumbers: readonly SourceCell[]
  readonly blockLabels: readonly SourceCell[]
  /** Labels of blocks that lost their end, with what they were. */
  readonly cut: readonly { readonly cell: SourceCell; readonly name: string }[]
  /** Labels taken for another word than they were read as. */
  readonly mended: readonly { readonly cell: SourceCell; readonly takenFor: string }[]
  /** Text that is no label, with the label it most likely repeats. */
  readonly unreadable: readonly { readonly cell: SourceCell; readonly row: number; readonly takenFor: string }[]
}

/** '(50分)', '(50%)', '50分', '(10)': points alone. */
const POINTS_ONLY = /^[([【]?(\d{1,3}(?:\.\d+)?)(?:分|%)?[)\]】]?$/
const POINTS_WITHIN = /[([【](\d{1,3}(?:\.\d+)?)(?:分|%)?[)\]】]?$|(\d{1,3}(?:\.\d+)?)(?:分|%)[)]?$/
/** Characters that labels of frames of one's own are made of; garbled text has hardly any. */
const LABEL_WORDS =
  /指标|效益|效果|效能|效率|效应|编制|配置|规划|考核|监督|队伍|业务|职能|内控|整体|规范|质量|数量|时效|成本|满意|影响|管理|决策|执行|产出|过程|投入|履职|预算|目标|资产|服务|能力|水平|建设|保障|进度|完成|经济|社会|生态|可持续|环境|绩效|支出|职责|项目|资金|工作|制度|评价|创新|党建|信息|人员|财务|采购|公开|结果|安全|发展|任务|人才|支撑|治理|改革|科技|文化|教育|公共|民生|就业|产业|稳定|机制|体系|风险|成果/

function isKnown(text: string): boolean {
  return level1Of(text) !== null || level2Of(text) !== null
}

/** '年度绩效指' is what is left of 年度绩效指标. */
function isBlockLabel(key: string): boolean {
  if (isKnown(key)) return false
  if (blockLabel(key) !== null) return true
  return key.length >= 4 && blockLabel(`${key}标`) !== null
}

interface Piece {
  readonly row: number
  readonly cell: SourceCell
}

/** A label set in several lines, a line a row, or cut by a page break: the longest run of pieces that makes one known label. */
function joinPieces(pieces: readonly Piece[], from: number): number {
  let joined = pieces[from]!.cell.key
  if (joined === '') return 1
  let best = 1
  for (let next = from + 1; next < pieces.length && next - from < 10; next++) {
    const before = pieces[next - 1]!
    if (pieces[next]!.row - (before.row + before.cell.rowSpan - 1) > 1) break
    const key = pieces[next]!.cell.key
    // A piece that is a label by itself begins a label of its own.
    if (key === '' || isKnown(key) || POINTS_ONLY.test(key)) break
    joined += key
    if (isKnown(joined) || blockLabel(joined) !== null) best = next - from + 1
  }
  return best
}

function pointsOf(text: string): string {
  const match = POINTS_WITHIN.exec(text)
  return match?.[1] ?? match?.[2] ?? ''
}

/** The label without points and numbering, in the characters it is printed in. */
function nameOf(cells: readonly SourceCell[]): string {
  const key = cells.map((cell) => printedKey(cell.mended ?? cell.text)).join('')
  const known = level2Of(key)?.name ?? level1Of(key)?.name
  return known ?? key.replace(POINTS_WITHIN, '').replace(/^(?:\d+|[一二三四五六七八九十]+)[、.]/, '')
}

/** 立项情况, 职责履行: words that blocks are named by, whatever the taxonomy knows. */
const ENDS_AS_LABEL = /(?:情况|管理|目标|效率|效果|质量|控制|履行|建设|保障|执行|机制|能力|设置|安排|运行|实施)$/

/** Same length, no word of labels in it, right beside a label that is read: the same label seen twice by the scanner. */
function repeats(piece: Piece, label: LabelEntry): boolean {
  // 案件办理 and 执行工作: beside labels without 指标 a word of the place is one of them.
  if (ENDS_AS_LABEL.test(piece.cell.key) || !label.cells.some(({ key }) => /指标(?:[(].*)?$/.test(key))) return false
  const apart = Math.abs(piece.row - label.row)
  return apart <= 2 && Math.abs(piece.cell.key.length - label.name.length) <= 1
}

/** A label misread from a picture is taken for the one it is, unless it is a label by itself or a part of one. */
function mended(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(({ cell }) => cell.confidence !== undefined)) return pieces
  return pieces.map((piece, index) => {
    const { key } = piece.cell
    if (isKnown(key) || POINTS_ONLY.test(key) || isBlockLabel(key) || joinPieces(pieces, index) > 1) return piece
    if (index > 0 && joinPieces(pieces, index - 1) > 1) return piece
    const cell = mendLevel(piece.cell)
    return cell === null ? piece : { ...piece, cell }
  })
}

/** The cell of a sheet, a document or a page: nothing in it was seen twice by a scanner. */
function isTypedCell({ source, confidence }: SourceCell): boolean {
  return source !== undefined && source.kind !== 'text' && confidence === undefined
}

/** Sorts what stands in a level column; `read` are its non-empty cells by table row, top to bottom. */
export function readLabels(read: readonly Piece[]): LabelColumn {
  const pieces = mended(read)
  const labels: LabelEntry[] = []
  const pageNumbers: SourceCell[] = []
  const blockLabels: SourceCell[] = []
  const cut: { cell: SourceCell; name: string }[] = []
  const loose: Piece[] = []
  const points: Piece[] = []
  for (let index = 0; index < pieces.length; ) {
    const { row, cell } = pieces[index]!
    const count = joinPieces(pieces, index)
    const run = pieces.slice(index, index + count)
    const key = run.map((piece) => piece.cell.key).join('')
    index += count
    if (/^\d+$/.test(key)) pageNumbers.push(cell)
    else if (POINTS_ONLY.test(key)) points.push({ row, cell })
    else if (isBlockLabel(key)) {
      blockLabels.push(...run.map((piece) => piece.cell))
      if (blockLabel(key) === null) cut.push({ cell, name: `${key}标` })
    } else if (key === '' || isKnown(key) || LABEL_WORDS.test(key) || cell.rowSpan > 1 || isTypedCell(cell)) {
      // A label of which nothing could be read heads its rows all the same.
      const printed = pointsOf(key)
      const last = run.at(-1)!
      const isMerged = run.some((piece) => piece.cell.rowSpan > 1)
      labels.push({
        row,
        rowSpan: isMerged ? last.row + last.cell.rowSpan - row : cell.rowSpan,
        name: nameOf(run.map((piece) => piece.cell)),
        points: printed,
        pointsCell: printed === '' ? null : cell,
        cells: run.map((piece) => piece.cell),
        known: isKnown(key),
      })
    } else loose.push({ row, cell })
  }
  const unreadable: { cell: SourceCell; row: number; takenFor: string }[] = []
  for (const piece of loose) {
    const beside = labels.find((label) => label.known && repeats(piece, label))
    if (beside !== undefined) unreadable.push({ cell: piece.cell, row: piece.row, takenFor: beside.name })
    else {
      const own: LabelEntry = {
        row: piece.row,
        rowSpan: piece.cell.rowSpan,
        name: nameOf([piece.cell]),
        points: pointsOf(piece.cell.key),
        pointsCell: null,
        cells: [piece.cell],
        known: false,
      }
      labels.push(own)
    }
  }
  labels.sort((a, b) => a.row - b.row)
  const taken = gather(pieces, ({ cell }, index) =>
    cell.mended === undefined || cell === read[index]!.cell ? [] : [{ cell: read[index]!.cell, takenFor: cell.mended }],
  )
  return { labels: withPoints(labels, points), pageNumbers, blockLabels, cut, unreadable, mended: taken }
}

/** Points on a line of their own belong to the label just above, else to the one just below. */
function withPoints(labels: readonly LabelEntry[], points: readonly Piece[]): LabelEntry[] {
  const made = [...labels]
  for (const { row, cell } of points) {
    let at = made.findLastIndex((label) => label.row <= row)
    if (at < 0) at = 0
    const label = made[at]
    if (label === undefined) continue
    const printed = POINTS_ONLY.exec(cell.key)![1]!
    made[at] = {
      ...label,
      points: label.points === '' ? printed : label.points,
      pointsCell: label.pointsCell ?? cell,
      cells: [...label.cells, cell],
    }
  }
  return made
}
