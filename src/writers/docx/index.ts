/** Grid → docx: the official form as a document to edit, sign and print. Same grid, same bytes. */

import { fontSizes, layOnPaper, type Paper } from '../../containers/form-page/page.ts'
import { partsOf } from '../../containers/form-page/parts.ts'
import { signatureLines } from '../../containers/form-page/signatures.ts'
import type { Grid } from '../../core/model/index.ts'
import { field, footerId, mainNamespace, packDocument } from './package.ts'
import { drawTable, twips } from './table-xml.ts'
import { runText } from './xml-text.ts'

export { writeNarrativeDocx } from './narrative.ts'

export interface WriteDocxOptions {
  /** Title in the properties of the document; the grid's name where left out. */
  readonly title?: string
}

/** Sizes in half points. The line pitch of documents in Chinese would pull rows apart: single lines, no space around. */
const styles = [
  `<w:styles ${mainNamespace}><w:docDefaults><w:rPrDefault><w:rPr>`,
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋" w:cs="Times New Roman"/>',
  `<w:sz w:val="${2 * fontSizes.text}"/><w:szCs w:val="${2 * fontSizes.text}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>`,
  '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>',
  '<w:pPr><w:keepNext/><w:spacing w:before="60" w:after="160"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr>',
  '<w:rPr><w:rFonts w:eastAsia="宋体"/><w:b/>',
  `<w:sz w:val="${2 * fontSizes.title}"/><w:szCs w:val="${2 * fontSizes.title}"/></w:rPr></w:style>`,
  '</w:styles>',
].join('')

const run = (text: string) => `<w:r>${runText(text)}</w:r>`

const footer = `<w:ftr ${mainNamespace}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('第 ')}${field('PAGE')}${run(' 页，共 ')}${field('NUMPAGES')}${run(' 页')}</w:p></w:ftr>`

/** Two tables without a paragraph between them would be one. A line of one point keeps them apart and still together to the eye. */
const seam = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'

/** Two lines to sign beside one another, the second from the middle of the page on. */
function drawSignatures(lines: readonly string[], room: number): string {
  const paragraphs: string[] = []
  for (let at = 0; at < lines.length; at += 2) {
    paragraphs.push(
      `<w:p><w:pPr><w:keepLines/><w:tabs><w:tab w:val="left" w:pos="${twips(room * 0.6)}"/></w:tabs><w:spacing w:before="200"/></w:pPr>${run(lines.slice(at, at + 2).join('\t'))}</w:p>`,
    )
  }
  return paragraphs.join('')
}

function sectionOf(paper: Paper): string {
  const margin = twips((paper.width - paper.room) / 2)
  return `<w:sectPr><w:footerReference w:type="default" r:id="${footerId}"/><w:pgSz w:w="${twips(paper.width)}" w:h="${twips(paper.height)}" w:orient="landscape"/><w:pgMar w:top="680" w:right="${margin}" w:bottom="794" w:left="${margin}" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>`
}

/** Draws a grid as an official form: title, tables, lines to sign, page numbers. */
export function writeDocx(grid: Grid, options: WriteDocxOptions = {}): Uint8Array {
  const page = layOnPaper(grid)
  const { title, parts } = partsOf(page)
  const body = [
    title === null ? '' : `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(title)}</w:p>`,
    parts.map((part) => drawTable(part, page.columns, grid.bordered)).join(seam),
    drawSignatures(signatureLines(grid.cells.map(({ text }) => text)), page.paper.room),
    sectionOf(page.paper),
  ].join('')
  return packDocument({ body, styles, footer, title: options.title ?? grid.name ?? '' })
}
