/** Report in words → docx: upright A4 as official documents are set, tables with repeated headers, charts as vectors. */

import type { Picture } from '../../containers/chart/picture.ts'
import { signatureLines } from '../../containers/form-page/signatures.ts'
import {
  flowOf,
  narrativePaper,
  narrativeRoom,
  narrativeSizes,
  type Piece,
} from '../../containers/narrative-page/flow.ts'
import type { Lang, Narrative } from '../../core/model/index.ts'
import { writeEmf } from './emf.ts'
import { field, footerId, mainNamespace, packDocument, pictureId } from './package.ts'
import { twips } from './table-xml.ts'
import { escapeXml, runText } from './xml-text.ts'

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const namespaces = ` xmlns:wp="${DRAWING}/wordprocessingDrawing" xmlns:a="${DRAWING}/main" xmlns:pic="${DRAWING}/picture"`

/** English metric units in a point. */
const EMU = 12700

const line = `<w:spacing w:before="0" w:after="0" w:line="${twips(narrativeSizes.line)}" w:lineRule="exact"/>`
const size = (points: number) => `<w:sz w:val="${2 * points}"/><w:szCs w:val="${2 * points}"/>`
const eastAsian = (font: string) =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}" w:cs="Times New Roman"/>`

function style(id: string, name: string, paragraph: string, run: string, next = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next}<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
}

/** Fonts, sizes and line pitch of official documents (GB/T 9704): 仿宋 16 points on 28, 黑体 and 楷体 for headings. */
function stylesFor(lang: Lang): string {
  const next = '<w:next w:val="Normal"/>'
  const indent = lang === 'zh' ? '<w:ind w:firstLineChars="200" w:firstLine="640"/>' : ''
  const table =
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/>'
  return [
    `<w:styles ${mainNamespace}><w:docDefaults><w:rPrDefault><w:rPr>${eastAsian('仿宋')}${size(narrativeSizes.text)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/>${line}${indent}<w:jc w:val="both"/></w:pPr></w:style>`,
    style(
      'Title',
      'Title',
      '<w:keepNext/><w:spacing w:before="600" w:after="300" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>',
      `${eastAsian('宋体')}<w:b/>${size(narrativeSizes.title)}`,
      next,
    ),
    style(
      'Subtitle',
      'Subtitle',
      '<w:spacing w:before="0" w:after="480" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>',
      eastAsian('楷体'),
      next,
    ),
    style('Heading1', 'heading 1', '<w:keepNext/><w:outlineLvl w:val="0"/>', eastAsian('黑体'), next),
    style('Heading2', 'heading 2', '<w:keepNext/><w:outlineLvl w:val="1"/>', `${eastAsian('楷体')}<w:b/>`, next),
    style(
      'Caption',
      'caption',
      '<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="100" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>',
      `${eastAsian('黑体')}${size(narrativeSizes.caption)}`,
    ),
    style('TableText', 'Table Text', `${table}<w:jc w:val="left"/>`, size(narrativeSizes.table)),
    style(
      'Picture',
      'Picture',
      '<w:keepNext/><w:spacing w:before="240" w:after="60" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>',
      '',
    ),
    style(
      'Signature',
      'Signature',
      `<w:keepLines/><w:spacing w:before="240" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>`,
      size(14),
    ),
    '</w:styles>',
  ].join('')
}

function paragraph(id: string, text: string): string {
  const named = id === '' ? '' : `<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`
  return `<w:p>${named}<w:r>${runText(text)}</w:r></w:p>`
}

function drawTable({ columns, rows }: Extract<Piece, { kind: 'table' }>): string {
  const widths = columns.map(({ share }) => twips(share * narrativeRoom))
  const cell = (text: string, index: number, align: string, bold: boolean) => {
    const jc = align === 'left' ? '' : `<w:jc w:val="${align}"/>`
    const run = text === '' ? '' : `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${runText(text)}</w:r>`
    return `<w:tc><w:tcPr><w:tcW w:w="${widths[index]!}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/>${jc}</w:pPr>${run}</w:p></w:tc>`
  }
  const head = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns.map(({ head: text }, index) => cell(text, index, 'center', true)).join('')}</w:tr>`
  const body = rows
    .map(
      ({ cells, bold }) =>
        `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((text, index) => cell(text, index, columns[index]!.align, bold)).join('')}</w:tr>`,
    )
    .join('')
  const side = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:jc w:val="center"/>`,
    `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${head}${body}</w:tbl>`,
    '<w:p><w:pPr><w:spacing w:line="240" w:lineRule="exact"/></w:pPr></w:p>',
  ].join('')
}

function drawPicture({ width, height, alt }: Picture, index: number): string {
  const [cx, cy] = [Math.round(width * EMU), Math.round(height * EMU)]
  const name = `${index + 1}`
  const shown = `<pic:pic><pic:nvPicPr><pic:cNvPr id="${name}" name="chart${name}.emf"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${pictureId(index)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`
  return `<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${name}" name="chart${name}" descr="${escapeXml(alt)}"/><a:graphic><a:graphicData uri="${DRAWING}/picture">${shown}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
}

const section = `<w:sectPr><w:footerReference w:type="default" r:id="${footerId}"/><w:pgSz w:w="${twips(narrativePaper.width)}" w:h="${twips(narrativePaper.height)}"/><w:pgMar w:top="${twips(narrativePaper.top)}" w:right="${twips(narrativePaper.right)}" w:bottom="${twips(narrativePaper.bottom)}" w:left="${twips(narrativePaper.left)}" w:header="850" w:footer="1400" w:gutter="0"/></w:sectPr>`

const footer = `<w:ftr ${mainNamespace}><w:p><w:pPr><w:pStyle w:val="TableText"/><w:jc w:val="center"/></w:pPr><w:r>${runText('— ')}</w:r>${field('PAGE')}<w:r>${runText(' —')}</w:r></w:p></w:ftr>`

/** Draws a report in words. Same narrative, same bytes. */
export function writeNarrativeDocx(narrative: Narrative, lang: Lang): Uint8Array {
  const { title, subtitle, pieces } = flowOf(narrative, lang)
  const pictures: Uint8Array[] = []
  const drawn = pieces.map((piece) => {
    switch (piece.kind) {
      case 'heading':
        return paragraph(`Heading${piece.level}`, piece.text)
      case 'table':
        return paragraph('Caption', piece.caption) + drawTable(piece)
      case 'picture':
        pictures.push(writeEmf(piece.picture))
        return drawPicture(piece.picture, pictures.length - 1) + paragraph('Caption', piece.caption)
      default:
        return paragraph('', piece.text)
    }
  })
  const body = [
    paragraph('Title', title),
    subtitle === '' ? '' : paragraph('Subtitle', subtitle),
    ...drawn,
    ...signatureLines([]).map((text) => paragraph('Signature', text)),
    section,
  ].join('')
  return packDocument({ body, styles: stylesFor(lang), footer, title, namespaces, pictures })
}
