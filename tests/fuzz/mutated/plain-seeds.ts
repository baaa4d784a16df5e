/** Files of text formats that are rarely met: XML of old office programs, web archives, what is known and refused. */

import * as XLSX from '@e965/xlsx'
import type { OfficeForm } from '../../support/office/forms.ts'
import { makeHtml } from '../../support/office/html.ts'
import type { Seed } from './seeds.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** XML of Excel 2003, by SheetJS. */
function asXmlSheet({ grid }: OfficeForm): Uint8Array {
  const rows = Array.from({ length: grid.rowCount }, () => new Array<string>(grid.columnCount).fill(''))
  for (const { row, column, text } of grid.cells) rows[row]![column] = text
  const workbook = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet(rows), '自评表')
  return utf8(XLSX.write(workbook, { type: 'string', bookType: 'xlml' }) as string)
}

function asWebArchive(office: OfficeForm, encoding: 'base64' | 'quoted-printable'): Uint8Array {
  const page = Buffer.from(makeHtml(office))
  const body =
    encoding === 'base64'
      ? page.toString('base64').replace(/.{76}/g, '$&\r\n')
      : [...page]
          .map((byte) =>
            byte === 0x0a || (byte >= 0x20 && byte < 0x7f && byte !== 0x3d)
              ? String.fromCharCode(byte)
              : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
          )
          .join('')
          .replace(/[^\n]{70}(?![^\n]{0,2}$)/g, '$&=\r\n')
  return utf8(
    [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="----=_NextPart_01"',
      '',
      '------=_NextPart_01',
      'Content-Location: file:///C:/1/form.htm',
      `Content-Transfer-Encoding: ${encoding}`,
      'Content-Type: text/html; charset="utf-8"',
      '',
      body,
      '------=_NextPart_01--',
      '',
    ].join('\r\n'),
  )
}

const refused: Readonly<Record<string, string>> = {
  'word-2003.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>自评表</w:t></w:r></w:p></w:body></w:wordDocument>',
  'form.rtf':
    '{\\rtf1\\ansi\\ansicpg936{\\fonttbl\\f0 SimSun;}\\trowd\\cellx1000\\cellx2000 \\u25351?\\cell 10\\cell\\row}',
}

export function plainSeeds(offices: readonly OfficeForm[]): Seed[] {
  const [first, second, third] = offices as [OfficeForm, OfficeForm, OfficeForm]
  return [
    { name: 'form-2003.xls', build: 'markup', bytes: asXmlSheet(first) },
    { name: 'other-2003.xls', build: 'markup', bytes: asXmlSheet(second) },
    { name: 'archive.doc', build: 'lines', bytes: asWebArchive(third, 'quoted-printable') },
    { name: 'archive.mht', build: 'lines', bytes: asWebArchive(first, 'base64') },
    ...Object.entries(refused).map(([name, text]): Seed => ({ name, build: 'markup', bytes: utf8(text) })),
  ]
}
