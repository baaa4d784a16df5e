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
