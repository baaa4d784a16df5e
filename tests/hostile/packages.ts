/** Packages (xlsx, docx, ods) made to hurt: lies in the zip, in the XML, in the sheet. */

import { type HostileFile, laughs, MEGABYTE } from './hostile-file.ts'
import { deflatedFlood, type HandEntry, zipByHand } from './zip-by-hand.ts'

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

type PackageId = 'xlsx' | 'docx' | 'ods'

const mainParts = { xlsx: 'xl/worksheets/sheet1.xml', docx: 'word/document.xml', ods: 'content.xml' } as const

/** The part that holds the content, in a package of its format. */
function inPackage(format: PackageId, part: Partial<HandEntry>, more: readonly HandEntry[] = []): Uint8Array {
  const around = format === 'xlsx' ? workbook : workbook.slice(0, 1)
  return zipByHand([...around, ...more, { ...part, name: mainParts[format] }])
}

const open = {
  xlsx: '<worksheet><sheetData>',
  docx: '<w:document><w:body>',
  ods: '<document-content><body><spreadsheet><table name="a"><table-row>',
} as const
const one = {
  xlsx: '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row></sheetData></worksheet>',
  docx: '<w:document><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>',
  ods: `${open.ods}<table-cell><p>甲</p></table-cell></table-row></table></spreadsheet></body></document-content>`,
} as const
/** A text that is an entity. */
const entity = {
  xlsx: '<row><c t="inlineStr"><is><t>&l;</t></is></c></row>',
  docx: '<w:p><w:r><w:t>&l;</w:t></w:r></w:p>',
  ods: '<table-cell><p>&l;</p></table-cell>',
} as const
/** Small elements, many of which are too many. */
const small = { xlsx: '<c/>', docx: '<w:p  />', ods: '<c/>' } as const

function sheet(rows: string, after = ''): Uint8Array {
  return inPackage('xlsx', { data: `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>` })
}

/** Made once: it takes a while. */
let bomb: Uint8Array | null = null
function flood(): Uint8Array {
  bomb ??= deflatedFlood('<a>', ' ', 512 * MEGABYTE)
  return bomb
}

export function packageFiles(format: PackageId): HostileFile[] {
  const file = (name: string, says: string | null, bytes: () => Uint8Array): HostileFile => ({
    reader: format,
    name,
    says: says === null ? null : `${format}/${says}`,
    bytes,
  })
  const document = entity[format]
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
    file('a part whose own header states other sizes than the table of contents', 'damaged-part/damaged', () =>
      inPackage(format, { data: one[format], localSize: 10 }),
    ),
    file('a thousand entries over one another', 'unreadable/damaged', () => {
      const packed = flood()
      return zipByHand([
        { name: mainParts[format], packed, unpackedSize: 512 * MEGABYTE },
        ...Array.from({ length: 1000 }, (_, n) => ({
          name: `x${n}`,
          packed: new Uint8Array(),
          packedSize: packed.length,
          unpackedSize: 512 * MEGABYTE,
          offset: 0,
        })),
      ])
    }),
    file('an entry that is its own package', 'unreadable/damaged', () =>
      inPackage(format, { data: one[format] }, [
        { name: 'self.zip', method: 0, packedSize: 100_000, packed: new Uint8Array(), offset: 0 },
      ]),
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
    file('millions of empty elements', format === 'docx' ? 'too-large/cells' : 'too-large/elements', () =>
      inPackage(format, {
        packed: deflatedFlood(open[format], small[format], 52 * MEGABYTE),
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

export const sheetFiles: readonly HostileFile[] = (
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
            packed: deflatedFlood('<worksheet><sheetData>', '<row><c t="s"><v>0</v></c></row>', 32 * MEGABYTE),
            unpackedSize: 32 * MEGABYTE,
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
      '300,000 formulas without values',
      'formula-without-value/computed',
      () => sheet(`<row r="1">${filled('A1')}</row>${'<row><c><f>1</f></c></row>'.repeat(300_000)}`),
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
