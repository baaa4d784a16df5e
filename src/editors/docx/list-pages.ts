/** Pages at the end of a document that list the remarks, each place a link to its cell. */

import type { ListWords, Remark } from '../remark.ts'
import { runInside } from './word-text.ts'

/** Twentieths of a point; the table is as wide as the page lets it be. */
const widths = [500, 700, 1500, 3600, 2000, 2000]

function paragraph(inside: string, w: string): string {
  return `<${w}p><${w}pPr><${w}spacing ${w}before="20" ${w}after="20"/></${w}pPr>${inside}</${w}p>`
}

function run(text: string, w: string, look = ''): string {
  return `<${w}r><${w}rPr>${look}<${w}sz ${w}val="18"/></${w}rPr>${runInside(text, w)}</${w}r>`
}

function cell(inside: string, column: number, w: string): string {
  return `<${w}tc><${w}tcPr><${w}tcW ${w}w="${widths[column]}" ${w}type="dxa"/></${w}tcPr>${paragraph(inside, w)}</${w}tc>`
}

function borders(w: string): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  return `<${w}tblBorders>${sides.map((side) => `<${w}${side} ${w}val="single" ${w}sz="4" ${w}space="0" ${w}color="auto"/>`).join('')}</${w}tblBorders>`
}

/** `linked`: numbers of remarks that have a place to lead to. */
export function listPages(
  remarks: readonly Remark[],
  linked: ReadonlySet<number>,
  words: ListWords,
  w: string,
): string {
  const bold = `<${w}b/>`
  const header = words.headers.map((text, column) => cell(run(text, w, bold), column, w)).join('')
  const rows = remarks.map((remark) => {
    const place = linked.has(remark.number)
      ? `<${w}hyperlink ${w}anchor="ziping_${remark.number}" ${w}history="1">${run(remark.where, w, `<${w}color ${w}val="0563C1"/>`)}</${w}hyperlink>`
      : run(remark.where, w)
    const texts = [run(String(remark.number), w), run(remark.severity, w), place]
    const others = [remark.message, remark.basis, remark.advice].map((text) => run(text, w))
    return `<${w}tr>${[...texts, ...others].map((inside, column) => cell(inside, column, w)).join('')}</${w}tr>`
  })
  return (
    `<${w}p><${w}r><${w}br ${w}type="page"/></${w}r></${w}p>` +
    `<${w}p><${w}pPr><${w}jc ${w}val="center"/></${w}pPr><${w}r><${w}rPr><${w}b/><${w}sz ${w}val="28"/></${w}rPr>${runInside(words.title, w)}</${w}r></${w}p>` +
    `<${w}tbl><${w}tblPr><${w}tblW ${w}w="5000" ${w}type="pct"/>${borders(w)}</${w}tblPr><${w}tblGrid>${widths.map((width) => `<${w}gridCol ${w}w="${width}"/>`).join('')}</${w}tblGrid>` +
    `<${w}tr><${w}trPr><${w}tblHeader/></${w}trPr>${header}</${w}tr>${rows.join('')}</${w}tbl><${w}p/>`
  )
}
