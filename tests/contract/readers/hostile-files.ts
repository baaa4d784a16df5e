/** Files made to hurt a reader, and what it has to say of each. */

import { deflatedFlood, type HandEntry, zipByHand } from './zip-by-hand.ts'

export interface HostileFile {
  readonly reader: 'text' | 'csv' | 'html' | 'xlsx' | 'docx'
  readonly name: string
  readonly bytes: () => Uint8Array
  /** 'rule/message' of a finding that has to be there; null where the file is harmless once bounded. */
  readonly says: string | null
}

const MEGABYTE = 1024 * 1024
const utf8 = (text: string): Uint8Array => Buffer.from(text)

const workbook: readonly HandEntry[] = [
  { name: '[Content_Types].xml', data: '<Types/>' },
  {
    name: 'xl/workbook.xml',
    data: '<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    data: '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  },
]

/** The part that holds the content, in a package of its format. */
function inPackage(format: 'xlsx' | 'docx', part: Partial<HandEntry>, more: readonly HandEntry[] = []): Uint8Array {
  return format === 'xlsx'
    ? zipByHand([...workbook, ...more, { ...part, name: 'xl/worksheets/sheet1.xml' }])
    : zipByHand([workbook[0]!, ...more, { ...part, name: 'word/document.xml' }])
}

const open = { xlsx: '<worksheet><sheetData>', docx: '<w:document><w:body>' } as const
const one = {
  xlsx: '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row></sheetData></worksheet>',
  docx: '<w:document><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>',
} as const

function sheet(rows: string, after = ''): Uint8Array {
  return inPackage('xlsx', { data: `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>` })
}

const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, n) => {
  const name = String.fromCharCode(98 + n)
  return `<!ENTITY ${name} "${`&${String.fromCharCode(97 + n)};`.repeat(10)}">`
}).join('')}]>`

/** Made once: it takes a while. */
let bomb: Uint8Array | null = null
function flood(): Uint8Array {
  bomb ??= deflatedFlood('<a>', ' ', 512 * MEGABYTE)
  return bomb
}

function packageFiles(format: 'xlsx' | 'docx'): HostileFile[] {
  const file = (name: string, says: string | null, bytes: () => Uint8Array): HostileFile => ({
    reader: format,
    name,
    says: says === null ? null : `${format}/${says}`,
    bytes,
  })
  const document = format === 'xlsx' ? '<t>&l;</t>' : '<w:p><w:r><w:t>&l;</w:t></w:r></w:p>'
  return [
    file('half a megabyte that unpacks to 512', 'too-large/unpacked', () =>
      inPackage(format, { packed: flood(), unpackedSize: 512 * MEGABYTE }),
    ),
    file('the same, said to be 2,000 bytes', 'damaged-part/damaged', () =>
      inPackage(format, { packed: flood(), unpackedSize: 2000 }),
    ),
    file('a part said to be larger than it is', 'damaged-part/damaged', () =>
      inPackage(format, { data: one[format], unpackedSize: 100 * MEGABYTE }),
    ),
    file('a part with a wrong checksum', 'damaged-part/checksum', () =>
      inPackage(format, { data: one[format], checksum: 1 }),
    ),
    file('100,000 entries', 'too-large/entries', () =>
      zipByHand(
        Array.from({ length: 100_000 }, (_, n) => ({ name: `x${n}`, packed: new Uint8Array([3, 0]) })),
        { count: 65_534 },
      ),
    ),
    file('a table of contents outside the file', 'unreadable/damaged', () =>
      zipByHand(workbook, { contentsAt: 0xfffffff0 }),
    ),
    file('more entries said than there are', 'unreadable/damaged', () => zipByHand(workbook, { count: 9 })),
    file('an entry outside the file', 'damaged-part/damaged', () =>
      inPackage(format, { data: one[format], offset: 0x7fffffff }),
    ),
    file('an entry that is locked', 'unreadable/protected', () => inPackage(format, { data: one[format], flags: 1 })),
    file('an entry packed in an unknown way', 'damaged-part/damaged', () =>
      inPackage(format, { data: one[format], method: 99 }),
    ),
    file('paths that climb out', null, () =>
      inPackage(format, { data: one[format] }, [{ name: '../../../etc/passwd', data: 'x' }]),
    ),
    file('billion laughs', 'forbidden-content/documentType', () =>
      inPackage(format, { data: `${laughs}${open[format]}${document}` }),
    ),
    file('an external entity', 'forbidden-content/documentType', () =>
      inPackage(format, { data: `<!DOCTYPE x [<!ENTITY l SYSTEM "file:///etc/passwd">]>${open[format]}${document}` }),
    ),
    file('an entity of its own', 'damaged-part/damaged', () =>
      inPackage(format, { data: `${open[format]}${document}` }),
    ),
    file('a million elements deep', 'too-large/nesting', () =>
      inPackage(format, { packed: deflatedFlood(open[format], '<a>', 3 * MEGABYTE), unpackedSize: 3 * MEGABYTE }),
    ),
    file('millions of empty elements', format === 'xlsx' ? 'too-large/elements' : 'too-large/cells', () =>
      inPackage(format, {
        packed: deflatedFlood(open[format], format === 'xlsx' ? '<c/>' : '<w:p  />', 52 * MEGABYTE),
        unpackedSize: 52 * MEGABYTE,
      }),
    ),
    file('100 MB in one text', 'damaged-part/damaged', () =>
      inPackage(format, {
        packed: deflatedFlood(one[format].split('甲')[0]!, 'abcdefgh', 100 * MEGABYTE),
        unpackedSize: 100 * MEGABYTE,
      }),
    ),
    file('a password', 'unreadable/protected', () =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(2000),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    ),
    file('nothing', 'unreadable/empty', () => new Uint8Array()),
    file('more bytes than are read', 'too-large/bytes', () => {
      const bytes = new Uint8Array(65 * MEGABYTE)
      bytes.set([0x50, 0x4b, 3, 4])
      return bytes
    }),
  ]
}

const filled = (name: string) => `<c r="${name}" t="inlineStr"><is><t>x</t></is></c>`

const sheetFiles: readonly HostileFile[] = (
  [
    [
      'a merge over the whole sheet',
      null,
      () => sheet(`<row r="1">${filled('A1')}</row>`, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    ],
    [
      'texts in both corners, and that merge',
      'covered-text/covered',
      () =>
        sheet(
          `<row r="1">${filled('A1')}</row><row r="1048576">${filled('XFD1048576')}</row>`,
          '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
    ],
    [
      '100,000 merges that overlap',
      'covered-text/overlapping',
      () =>
        sheet(
          `<row r="1">${filled('A1')}</row><row r="1048576">${filled('XFD1048576')}</row>`,
          `<mergeCells>${Array.from({ length: 100_000 }, (_, n) => `<mergeCell ref="A${n + 1}:XFD1048576"/>`).join('')}</mergeCells>`,
        ),
    ],
    [
      'more merges than are read',
      'too-many-parts/merges',
      () =>
        sheet(
          `<row r="1">${filled('A1')}</row>`,
          `<mergeCells>${'<mergeCell ref="B2:C3"/>'.repeat(100_001)}</mergeCells>`,
        ),
    ],
    [
      'validations and styles of whole columns',
      null,
      () =>
        sheet(
          `<row r="1">${filled('A1')}</row>`,
          `<dataValidations>${'<dataValidation sqref="A1:XFD1048576"/>'.repeat(10_000)}</dataValidations>`,
        ),
    ],
    [
      'one text in a million cells',
      'too-large/cells',
      () =>
        zipByHand([
          ...workbook,
          { name: 'xl/sharedStrings.xml', data: `<sst><si><t>${'长'.repeat(100_000)}</t></si></sst>` },
          {
            name: 'xl/worksheets/sheet1.xml',
            data: `<worksheet><sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(1_000_000)}`,
          },
        ]),
    ],
    [
      'a figure beyond all',
      null,
      () => sheet('<row r="1"><c r="A1"><v>1e309</v></c><c r="B1"><v>1e-999999999</v></c></row>'),
    ],
    [
      'places that are none',
      'misplaced-cell/place',
      () => sheet(`<row r="99999999999">${filled('A0')}${filled('ZZZZ9')}${filled('7')}</row>`),
    ],
    [
      'a million formulas without values',
      'formula-without-value/formulas',
      () => sheet(`<row r="1">${filled('A1')}</row>${'<row><c><f>1</f></c></row>'.repeat(1_000_000)}`),
    ],
    [
      '70,000 sheets',
      'too-many-parts/sheets',
      () =>
        zipByHand([
          {
            name: 'xl/workbook.xml',
            data: `<workbook><sheets>${'<sheet name="x" r:id="rId1"/>'.repeat(70_000)}</sheets></workbook>`,
          },
          workbook[2]!,
          { name: 'xl/worksheets/sheet1.xml', data: one.xlsx },
        ]),
    ],
  ] as const
).map(([name, says, bytes]) => ({ reader: 'xlsx', name, bytes, says: says === null ? null : `xlsx/${says}` }))

const pageFiles: readonly HostileFile[] = (
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
    ['2,000,001 cells', 'too-large/cells', () => utf8(`<table>${'<tr><td>'.repeat(2_000_001)}`)],
    ['closing tags without end', 'unreadable/empty', () => utf8('</b></td></table>'.repeat(500_000))],
    ['a script that never ends', 'unreadable/empty', () => utf8(`<script>${'<td>x'.repeat(1_000_000)}`)],
    ['an attribute of 20 MB', null, () => utf8(`<p title="${'x'.repeat(20 * MEGABYTE)}">甲</p>`)],
    ['entities without end', null, () => utf8(`<p>${'&lt;&#1234567890;&#0;&bogus;'.repeat(300_000)}`)],
    ['a document type with entities', null, () => utf8(`${laughs}<p>&l;</p>`)],
    ['more bytes than are read', 'too-large/bytes', () => new Uint8Array(33 * MEGABYTE)],
  ] as const
).map(([name, says, bytes]) => ({ reader: 'html', name, bytes, says: says === null ? null : `html/${says}` }))

const textFiles: readonly HostileFile[] = (
  [
    ['csv', 'ten million quotes', 'csv/damaged/quotes', () => utf8('"'.repeat(10_000_000))],
    ['csv', 'quotes opened on every line', 'csv/damaged/quotes', () => utf8('a,"""b\n'.repeat(500_001))],
    ['csv', '2,000,001 cells', 'csv/too-large/cells', () => utf8(','.repeat(2_000_001))],
    ['csv', 'one line of 30 MB', null, () => utf8('长'.repeat(10_000_000))],
    ['csv', 'a million lines', null, () => utf8('一,二\n'.repeat(900_000))],
    ['csv', 'more bytes than are read', 'csv/too-large/bytes', () => new Uint8Array(33 * MEGABYTE)],
    ['text', 'a million lines', 'text/too-many-lines/lines', () => utf8('一\t二\n'.repeat(1_000_000))],
    ['text', 'one line of 30 MB', null, () => utf8('长'.repeat(10_000_000))],
    ['text', 'more bytes than are read', 'text/too-large/bytes', () => new Uint8Array(33 * MEGABYTE)],
  ] as const
).map(([reader, name, says, bytes]) => ({ reader, name, bytes, says }))

export const hostileFiles: readonly HostileFile[] = [
  ...packageFiles('xlsx'),
  ...packageFiles('docx'),
  ...sheetFiles,
  ...pageFiles,
  ...textFiles,
]
