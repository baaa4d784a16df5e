/** Rows that are of the page and not of the form: its number, what sites print below, specks. */

import type { SourceRow } from './source.ts'

/** Figures side by side that do not begin at the edge are no number of a page: they are what a broken row has left. */
export function isPageNumber(row: SourceRow): boolean {
  const figures = row.cells.filter((cell) => /^\d+$/.test(cell.key))
  return (
    row.cells.length <= 3 &&
    row.cells.every((cell) => PAGE_NUMBER.test(cell.key)) &&
    (figures.length < 2 || figures[0]!.column === 0)
  )
}

/** What sites print below a form: 附件:, 扫一扫在手机打开当前页, [下载] [打印] [关闭]. */
export function isPageEnd({ cells }: SourceRow): boolean {
  return cells.length <= 3 && PAGE_END.test(cells.map(({ key }) => key).join(''))
}

const PAGE_END =
  /^(?:附件[:\uff1a]?|扫一扫.*|(?:[[\u3010]?(?:下载|打印|关闭|收藏|返回顶部|返回|分享)[\]\u3011]?){1,5})$/

/** 第2页, 共3页, —1—: such a text numbers a page, wherever it stands. */
export function numbersPage(key: string): boolean {
  return /^(?:第\d{1,4}页(?:[,/]?共\d{1,4}页)?|共\d{1,4}页|[-—–]\d{1,4}[-—–])$/.test(key)
}

const PAGE_NUMBER = /^(?:第?\d{1,4}页?(?:共\d{1,4}页)?|共\d{1,4}页|[-—–]\d{1,4}[-—–]|\d{1,4}\/\d{1,4})$/

/** A bare number after the rows: the total of a form that prints no label, or the number of a page. */
export function isBareNumber(row: SourceRow): boolean {
  return row.cells.length === 1 && /^\d{1,3}(?:\.\d+)?分?$/.test(row.cells[0]!.key)
}

/** Marks that carry no text: bullets, stray punctuation. */
export function isSpeck(row: SourceRow): boolean {
  return (
    row.cells.length > 0 &&
    row.cells.every((cell) => !/[\p{L}\p{N}]/u.test(cell.key) && !/^(?:[-_—/\\]+|[.·]{2,})$/.test(cell.key))
  )
}
