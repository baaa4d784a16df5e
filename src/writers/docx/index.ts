/** Grid → docx: the official form as a document to edit, sign and print. Same grid, same bytes. */

import { strToU8, zipSync } from 'fflate'
import { fontSizes, layOnPaper, type Paper } from '../../containers/form-page/page.ts'
import { partsOf } from '../../containers/form-page/parts.ts'
import { signatureLines } from '../../containers/form-page/signatures.ts'
import type { Grid } from '../../core/model/index.ts'
import { drawTable, twips } from './table-xml.ts'
import { escapeXml, runText } from './xml-text.ts'

export interface WriteDocxOptions {
  /** Title in the properties of the document; the grid's name where left out. */
  readonly title?: string
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORDS = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** The first day a zip can name. Built from its parts, since that is how it is taken apart: no time zone gets in. */
const firstDay = () => new Date(1980, 0, 1, 0, 0, 0)

const contentTypes = [
  `<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/word/document.xml" ContentType="${WORDS}.document.main+xml"/>`,
  `<Override PartName="/word/styles.xml" ContentType="${WORDS}.styles+xml"/>`,
  `<Override PartName="/word/settings.xml" ContentType="${WORDS}.settings+xml"/>`,
  `<Override PartName="/word/footer1.xml" ContentType="${WORDS}.footer+xml"/>`,
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  '</Types>',
].join('')

const packageParts = [
  `<Relationships xmlns="${PACKAGE}/relationships">`,
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
  '</Relationships>',
].join('')

const documentParts = [
  `<Relationships xmlns="${PACKAGE}/relationships">`,
  `<Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/>`,
  `<Relationship Id="rId2" Type="${OFFICE}/settings" Target="settings.xml"/>`,
  `<Relationship Id="rId3" Type="${OFFICE}/footer" Target="footer1.xml"/>`,
  '</Relationships>',
].join('')

/** Sizes in half points. The line pitch of documents in Chinese would pull rows apart: single lines, no space around. */
const styles = [
  `<w:styles ${MAIN}><w:docDefaults><w:rPrDefault><w:rPr>`,
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

/** A document of today's format, so that programs open it without their mode for older ones. */
const settings = `<w:settings ${MAIN}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

const field = (code: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

const run = (text: string) => `<w:r>${runText(text)}</w:r>`

const footer = `<w:ftr ${MAIN}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('第 ')}${field('PAGE')}${run(' 页，共 ')}${field('NUMPAGES')}${run(' 页')}</w:p></w:ftr>`

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
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="${twips(paper.width)}" w:h="${twips(paper.height)}" w:orient="landscape"/><w:pgMar w:top="680" w:right="${margin}" w:bottom="794" w:left="${margin}" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>`
}

/** Draws a grid as an official form: title, tables, lines to sign, page numbers. */
export function writeDocx(grid: Grid, options: WriteDocxOptions = {}): Uint8Array {
  const page = layOnPaper(grid)
  const { title, parts } = partsOf(page, { shortHead: 'repeated' })
  const body = [
    title === null ? '' : `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(title)}</w:p>`,
    parts.map((part) => drawTable(part, page.columns, grid.bordered)).join(seam),
    drawSignatures(signatureLines(grid.cells.map(({ text }) => text)), page.paper.room),
    sectionOf(page.paper),
  ].join('')
  const name = escapeXml(options.title ?? grid.name ?? '')
  const files: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageParts],
    ['word/document.xml', `<w:document ${MAIN} xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`],
    ['word/_rels/document.xml.rels', documentParts],
    ['word/styles.xml', styles],
    ['word/settings.xml', settings],
    ['word/footer1.xml', footer],
    [
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${name}</dc:title></cp:coreProperties>`,
    ],
  ]
  return zipSync(Object.fromEntries(files.map(([path, xml]) => [path, strToU8(DECLARATION + xml)])), {
    level: 6,
    mtime: firstDay(),
    os: 0,
  })
}
