/** PDF documents made to hurt, written by hand. */

import { deflateSync } from 'node:zlib'
import { hex, lineFrom, rawPdf, stream, tableAt, textAt } from '../support/raw-pdf.ts'
import { type HostileFile, MEGABYTE, utf8 } from './hostile-file.ts'
import { deflatedFlood } from './zip-by-hand.ts'

const table = tableAt(60, 700, [['甲', '乙']])

/** A document whose table of contents has to be found anew; `objects` as they stand in the file. */
function loose(objects: readonly string[]): Uint8Array {
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  return utf8(`%PDF-1.7\n${body}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF`)
}

function truncated(part: number): Uint8Array {
  const bytes = rawPdf({ pages: Array.from({ length: 5 }, () => ({ content: table })), compress: true })
  return bytes.subarray(0, Math.floor((bytes.length * part) / 40))
}

/** 512 MB of blanks as zlib packs them, with the checksum they have. */
function bomb(): Uint8Array {
  const size = BigInt(512 * MEGABYTE)
  const checksum = Buffer.alloc(4)
  const [low, high] = [1n + size * 32n, size + (32n * size * (size + 1n)) / 2n].map((sum) => Number(sum % 65_521n))
  checksum.writeUInt16BE(high!, 0)
  checksum.writeUInt16BE(low!, 2)
  return Buffer.concat([Buffer.from([0x78, 0x9c]), deflatedFlood('', ' ', 512 * MEGABYTE), checksum])
}

export const pdfFiles: readonly HostileFile[] = (
  [
    [
      '10,000 pages',
      'too-large/pages',
      () => rawPdf({ pages: Array.from({ length: 10_000 }, () => ({ content: table })) }),
    ],
    [
      'a page count that is a lie',
      null,
      () => loose(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 2000000000 /Kids [] >>']),
    ],
    [
      '1,000 empty pages',
      'unreadable/noContent',
      () => rawPdf({ pages: Array.from({ length: 1000 }, () => ({ content: '' })) }),
    ],
    ['a password', 'unreadable/protected', () => rawPdf({ pages: [{ content: table }], locked: 'user' })],
    [
      'a page tree that bites its tail',
      null,
      () =>
        loose([
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 3 0 R] >>',
          '<< /Type /Pages /Count 1 /Kids [2 0 R] >>',
        ]),
    ],
    [
      'a page tree 20,000 deep',
      null,
      () =>
        loose([
          '<< /Type /Catalog /Pages 2 0 R >>',
          ...Array.from({ length: 20_000 }, (_, at) => `<< /Type /Pages /Count 1 /Kids [${at + 3} 0 R] >>`),
          '<< /Type /Page /MediaBox [0 0 9 9] >>',
        ]),
    ],
    ['a page as large as a country', null, () => rawPdf({ pages: [{ width: 1e9, height: 1e9, content: table }] })],
    ['a page without any size', null, () => rawPdf({ pages: [{ width: 0, height: -5, content: table }] })],
    [
      'sizes that no computer holds',
      null,
      () =>
        rawPdf({
          pages: [{ content: `1e309 0 0 1e309 0 0 cm ${table} 9${'9'.repeat(400)} Tf ${textAt(1, 1, '甲')}` }],
        }),
    ],
    [
      'a drawing that draws itself',
      null,
      () =>
        rawPdf({
          pages: [{ content: '/F Do', resources: '/XObject << /F 10 0 R >>' }],
          objects: [
            stream(
              '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 10 0 R >> >>',
              utf8('/F Do /F Do'),
            ),
          ],
        }),
    ],
    [
      'drawings in drawings, ten to the ninth',
      'too-large/overfull',
      () =>
        rawPdf({
          pages: [{ content: '/F Do', resources: '/XObject << /F 10 0 R >>' }],
          objects: Array.from({ length: 9 }, (_, at) =>
            stream(
              `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F ${at + 11} 0 R >> >>`,
              utf8('/F Do '.repeat(10)),
            ),
          ),
        }),
    ],
    [
      'a stream of 0.5 MB that unpacks to 512 MB',
      'too-large/unpacked',
      () => rawPdf({ pages: [{ content: table }], objects: [stream('/Filter /FlateDecode', bomb())] }),
    ],
    [
      'a stream packed twice',
      'too-large/unpacked',
      () =>
        rawPdf({
          pages: [{ content: table }],
          objects: [stream('/Filter [/FlateDecode /FlateDecode]', deflateSync(bomb()))],
        }),
    ],
    [
      'two million operators',
      'too-large/overfull',
      () => rawPdf({ pages: [{ content: table + '0 g '.repeat(2_000_000) }], compress: true }),
    ],
    [
      'a million characters',
      'too-large/overfull',
      () =>
        rawPdf({
          pages: [
            {
              content: Array.from(
                { length: 1000 },
                (_, at) => `BT /F1 1 Tf 1 0 0 1 0 ${at} Tm ${hex('长'.repeat(1000))} Tj ET`,
              ).join('\n'),
            },
          ],
          compress: true,
        }),
    ],
    [
      '200,000 lines that cross',
      'too-large/overfull',
      () =>
        rawPdf({
          pages: [
            {
              content: Array.from(
                { length: 100_000 },
                (_, at) => lineFrom(0, at / 120, 595, at / 120) + lineFrom(at / 170, 0, at / 170, 842),
              ).join(''),
            },
          ],
          compress: true,
        }),
    ],
    [
      '1,500 lines each way',
      null,
      () =>
        rawPdf({
          pages: [
            {
              width: 9000,
              height: 9000,
              content:
                Array.from(
                  { length: 1500 },
                  (_, at) => lineFrom(0, at * 6, 9000, at * 6) + lineFrom(at * 6, 0, at * 6, 9000),
                ).join('') + textAt(50, 50, '甲', 3),
            },
          ],
          compress: true,
        }),
    ],
    [
      'states saved without end',
      'too-large/overfull',
      () => rawPdf({ pages: [{ content: 'q '.repeat(500_000) + table }], compress: true }),
    ],
    [
      'lists in lists without end',
      null,
      () => rawPdf({ pages: [{ content: `${'['.repeat(200_000)} TJ ${table}` }], compress: true }),
    ],
    ['objects in objects without end', null, () => loose([`<< /Type /Catalog /Pages ${'<< /A '.repeat(100_000)}`])],
    [
      'a table of contents that points at itself',
      null,
      () =>
        utf8(
          '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF',
        ),
    ],
    ['nothing but its mark', 'unreadable/damaged', () => utf8('%PDF-1.7\n')],
    ['20 MB of nothing', null, () => Buffer.concat([utf8('%PDF-1.7\n'), new Uint8Array(20 * MEGABYTE)])],
    ['10 MB of object heads', null, () => utf8(`%PDF-1.7\n${'1 0 obj\n'.repeat(1_250_000)}`)],
    [
      'a script, a link and a file to start',
      null,
      () =>
        rawPdf({
          pages: [
            {
              content: table,
              entries:
                '/AA << /O 10 0 R >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 600 800] /A << /S /Launch /F (rm) >> >>]',
            },
          ],
          catalog: '/OpenAction 10 0 R',
          objects: ['<< /S /JavaScript /JS (while (true) app.alert(1)) >>'],
        }),
    ],
    [
      'more bytes than are read',
      'too-large/bytes',
      () => {
        const bytes = new Uint8Array(257 * MEGABYTE)
        bytes.set(utf8('%PDF-1.7'))
        return bytes
      },
    ],
    ...Array.from(
      { length: 39 },
      (_, at) => [`cut after ${at + 1} of 40 parts`, null, () => truncated(at + 1)] as const,
    ),
  ] as const
).map(([name, says, bytes]) => ({ reader: 'pdf', name, bytes, says: says === null ? null : `pdf/${says}` }))
