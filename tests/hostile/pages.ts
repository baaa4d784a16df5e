/** Pages and texts made to hurt. */

import { type HostileFile, laughs, MEGABYTE, utf8 } from './hostile-file.ts'

export const pageFiles: readonly HostileFile[] = (
  [
    ['a million open elements', 'too-large/nesting', () => utf8('<b>'.repeat(1_000_000))],
    ['tables in tables without end', 'too-large/nesting', () => utf8('<table><tr><td>甲'.repeat(100_000))],
    [
      'cells that claim the whole world',
      'too-large/cells',
      () => utf8(`<table>${'<tr><td colspan=1000 rowspan=65534>x'.repeat(5000)}</table>`),
    ],
    [
      'rows below a wall of wide cells',
      'too-large/cells',
      () => utf8(`<table><tr>${'<td colspan=1000 rowspan=65534>x'.repeat(5000)}${'<tr><td>y'.repeat(100_000)}`),
    ],
    ['1,000,001 cells', 'too-large/cells', () => utf8(`<table>${'<tr><td>'.repeat(1_000_001)}`)],
    ['closing tags without end', 'unreadable/empty', () => utf8('</b></td></table>'.repeat(500_000))],
    ['a script that never ends', 'unreadable/empty', () => utf8(`<script>${'<td>x'.repeat(1_000_000)}`)],
    ['an attribute of 20 MB', null, () => utf8(`<p title="${'x'.repeat(20 * MEGABYTE)}">甲</p>`)],
    ['entities without end', null, () => utf8(`<p>${'&lt;&#1234567890;&#0;&bogus;'.repeat(300_000)}`)],
    ['a document type with entities', null, () => utf8(`${laughs}<p>&l;</p>`)],
    ['more bytes than are read', 'too-large/bytes', () => new Uint8Array(33 * MEGABYTE)],
  ] as const
).map(([name, says, bytes]) => ({ reader: 'html', name, bytes, says: says === null ? null : `html/${says}` }))

const xmlSheet = (rows: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${rows}</Table></Worksheet></Workbook>`
const xmlCell = (places: string): string => `<Cell ${places}><Data ss:Type="String">甲</Data></Cell>`
/** A document in one file. */
const xmlDocument = (body: string): string =>
  `<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>${body}</w:body></w:wordDocument>`

export const xmlFiles: readonly HostileFile[] = (
  [
    [
      'sheet-xml',
      'entities of entities',
      'sheet-xml/forbidden-content/documentType',
      () => utf8(xmlSheet('<Row/>', laughs)),
    ],
    [
      'sheet-xml',
      'a million elements deep',
      'sheet-xml/too-large/nesting',
      () => utf8(xmlSheet('<a>'.repeat(1_000_000))),
    ],
    [
      'sheet-xml',
      'a merge over the whole sheet, 100,001 times',
      'sheet-xml/too-many-parts/merges',
      () => utf8(xmlSheet(`<Row>${xmlCell('ss:MergeAcross="16383" ss:MergeDown="1048575"').repeat(100_001)}</Row>`)),
    ],
    [
      'sheet-xml',
      'columns without end',
      null,
      () =>
        utf8(
          xmlSheet(
            `${'<Column ss:StyleID="a" ss:Span="16383"/>'.repeat(300_000)}<Row>${xmlCell('ss:Index="16384"')}</Row>`,
          ),
        ),
    ],
    [
      'sheet-xml',
      '70,000 sheets',
      'sheet-xml/too-many-parts/sheets',
      () => utf8(xmlSheet(`</Table></Worksheet>${'<Worksheet/>'.repeat(70_000)}<Worksheet><Table>`)),
    ],
    ['sheet-xml', 'more bytes than are read', 'sheet-xml/too-large/bytes', () => new Uint8Array(65 * MEGABYTE)],
    [
      'docx',
      'one file, a million elements deep',
      'docx/too-large/nesting',
      () => utf8(xmlDocument('<w:p>'.repeat(1_000_000))),
    ],
    [
      'docx',
      'one file, half a million paragraphs',
      'docx/too-large/cells',
      () => utf8(xmlDocument('<w:p/>'.repeat(500_001))),
    ],
    [
      'docx',
      'one file of notes in notes',
      null,
      () => utf8(xmlDocument(`<w:p>${'<w:footnote><w:p><w:r><w:t>甲</w:t></w:r>'.repeat(60)}`)),
    ],
  ] as const
).map(([reader, name, says, bytes]) => ({ reader, name, bytes, says }))

export const textFiles: readonly HostileFile[] = (
  [
    ['csv', 'ten million quotes', 'csv/damaged/quotes', () => utf8('"'.repeat(10_000_000))],
    ['csv', 'quotes opened on every line', 'csv/damaged/quotes', () => utf8('a,"""b\n'.repeat(500_001))],
    ['csv', '2,000,001 cells', 'csv/too-large/cells', () => utf8(','.repeat(2_000_001))],
    ['csv', 'one line of 30 MB', null, () => utf8('长'.repeat(10_000_000))],
    ['csv', '300,000 lines', null, () => utf8('一,二\n'.repeat(300_000))],
    ['csv', 'more bytes than are read', 'csv/too-large/bytes', () => new Uint8Array(33 * MEGABYTE)],
    ['text', 'a million lines', 'text/too-many-lines/lines', () => utf8('一\t二\n'.repeat(1_000_000))],
    ['text', 'one line of 30 MB', null, () => utf8('长'.repeat(10_000_000))],
    ['text', 'more bytes than are read', 'text/too-large/bytes', () => new Uint8Array(33 * MEGABYTE)],
  ] as const
).map(([reader, name, says, bytes]) => ({ reader, name, bytes, says }))
