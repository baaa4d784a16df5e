/** Pages saved by office programs and browsers under the names of other formats, on the whole road. */

import { describe, expect, it } from 'vitest'
import { sayFinding } from './catalogue.ts'
import { checkSource } from './check-source.ts'
import { readSource } from './read-source.ts'
import { recognisesWebArchive } from './web-archive.ts'

const table = `<table border=1><tr><td colspan=4>项目支出绩效自评表</td></tr>
<tr><td>一级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>分值</td><td>得分</td></tr>
<tr><td>产出指标</td><td>培训人数</td><td>≥60人</td><td>65人</td><td>50</td><td>50</td></tr>
<tr><td>效益指标</td><td>受益人数</td><td>≥80人</td><td>90人</td><td>50</td><td>50</td></tr></table>`
const page = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><!--[if gte mso 9]><xml><x:ExcelWorkbook/></xml><![endif]--></head><body>${table}</body></html>`

function quoted(bytes: Uint8Array): string {
  const signs = [...bytes].map((byte) =>
    byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
  )
  const lines: string[] = ['']
  for (const sign of signs) {
    if (lines.at(-1)!.length + sign.length > 74) lines.push('')
    lines[lines.length - 1] += sign
    if (sign === '\n') lines.push('')
  }
  return lines.map((line) => (line.endsWith('\n') ? line : `${line}=\r\n`)).join('')
}

interface ArchivePart {
  readonly type: string
  readonly body: string
  readonly encoding?: string
  readonly location?: string
}

function archive(parts: readonly ArchivePart[], kind = 'multipart/related; boundary="----=_NextPart_1"'): Uint8Array {
  const bodies = parts.map(
    ({ type, body, encoding = '8bit', location = 'file:///C:/1.htm' }) =>
      `------=_NextPart_1\r\nContent-Location: ${location}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`,
  )
  return Buffer.from(
    `MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: ${kind};\r\n\ttype="text/html"\r\n\r\nThis document is a Web archive file.\r\n\r\n${bodies.join('')}------=_NextPart_1--\r\n`,
  )
}

const html = 'text/html; charset="utf-8"'
const textsOf = async (bytes: Uint8Array) =>
  (await readSource(bytes, '表.doc')).grids
    .flatMap((grid) => grid.cells.map(({ text }) => text))
    .filter((text) => text !== '')

describe('a page under the name of a workbook or a document', () => {
  it.each(['自评表.xls', '自评表.doc', '自评表.et', '自评表'])('%s is read as the page it is', async (name) => {
    for (const bytes of [Buffer.from(page), Buffer.from(`\ufeff${table}`), Buffer.from(`\ufeff${page}`, 'utf16le')]) {
      const { format, reports } = await checkSource(bytes, name)
      expect(format).toBe('html')
      expect(reports.map(({ form }) => form.indicators.length)).toEqual([2])
    }
  })
})

describe('a web archive', () => {
  it.each([
    ['quoted-printable', quoted(Buffer.from(page))],
    ['base64', Buffer.from(page).toString('base64').replace(/.{76}/g, '$&\r\n')],
    ['8bit', page],
  ])('in %s gives what its page gives', async (encoding, body) => {
    const bytes = archive([{ type: html, body, encoding }])
    const plain = await readSource(Buffer.from(page), '表.doc')
    const { format, grids, findings } = await readSource(bytes, '表.doc')
    expect(format).toBe('web-archive')
    expect(findings).toEqual([])
    expect(
      grids.map(({ cells }) => cells.map(({ text, row, column, columnSpan }) => ({ text, row, column, columnSpan }))),
    ).toEqual(
      plain.grids.map(({ cells }) =>
        cells.map(({ text, row, column, columnSpan }) => ({ text, row, column, columnSpan })),
      ),
    )
    const { reports } = await checkSource(bytes, '表.xls')
    expect(reports.map(({ form }) => form.indicators.length)).toEqual([2])
  })

  it('is decoded as the header of its part says, else as the page does', async () => {
    const gbk = Buffer.concat([
      Buffer.from('<p>'),
      Buffer.from([0xb5, 0xc3, 0xb7, 0xd6]),
      Buffer.from('</p>'),
    ]).toString('base64')
    expect(await textsOf(archive([{ type: 'text/html; charset=gb2312', body: gbk, encoding: 'base64' }]))).toEqual([
      '得分',
    ])
    expect(await textsOf(archive([{ type: 'text/html', body: gbk, encoding: 'base64' }]))).toEqual(['得分'])
  })

  it('of several sheets gives all of them in their order, without tabs and headers', async () => {
    const sheets = ['一', '二'].map((text, index) => ({
      type: html,
      body: `<table><tr><td>${text}</td></tr>`,
      location: `file:///C:/1.files/sheet00${index + 1}.htm`,
    }))
    const bytes = archive([
      { type: html, body: '<html><frameset><frame src="1.files/sheet001.htm"></frameset></html>' },
      ...sheets,
      { type: html, body: '<a>工作表一</a>', location: 'file:///C:/1.files/tabstrip.htm' },
      { type: html, body: '<p>页眉</p>', location: 'file:///C:/1.files/header.htm' },
      { type: 'image/png', body: 'iVBORw0KGgo=', encoding: 'base64', location: 'file:///C:/1.files/image001.png' },
    ])
    expect(await textsOf(bytes)).toEqual(['一', '二'])
  })

  it('inside another part is found; what is attached to a mail is counted', async () => {
    const inner = `------=_NextPart_2\nContent-Type: ${html}\n\n<p>正文</p>\n------=_NextPart_2--`
    const bytes = archive([
      { type: 'multipart/alternative; boundary="----=_NextPart_2"', body: inner },
      { type: 'application/vnd.ms-excel', body: 'AAAA', encoding: 'base64', location: '' },
    ])
    expect(await textsOf(bytes)).toEqual(['正文'])
    const { findings, rules } = await readSource(bytes, '表')
    expect(findings.map((finding) => sayFinding(finding, 'zh', rules).text)).toEqual(['文件“表”另有 1 个附件，未读取'])
  })

  it('without a page, cut in its head, or of parts inside parts without end is refused in words', async () => {
    const deep = `Content-Type: multipart/mixed; boundary=b\n\n--b\n`.repeat(2000)
    const files = [
      archive([{ type: 'text/plain', body: 'x' }]),
      archive([]),
      archive([{ type: html, body: page }]).subarray(0, 120),
      Buffer.from(`MIME-Version: 1.0\n${deep}`),
    ]
    for (const bytes of files) {
      expect(recognisesWebArchive(bytes)).toBeGreaterThan(0.5)
      const { grids, findings, rules } = await readSource(bytes, '表.doc')
      expect(grids).toEqual([])
      const refusal = findings.find(({ severity }) => severity === 'error')!
      expect(sayFinding(refusal, 'zh', rules).text).toMatch(/[\u4e00-\u9fff]/)
      expect(sayFinding(refusal, 'en', rules).text).not.toMatch(/[\u4e00-\u9fff]{4}/)
    }
  })

  it('of millions of parts gives the first of them, and says so', async () => {
    const bytes = Buffer.concat([
      archive([{ type: html, body: '<p>正文</p>' }]),
      Buffer.from('------=_NextPart_1\n'.repeat(300_000)),
    ])
    const { grids, findings } = await readSource(bytes, '表.doc')
    expect(grids).toHaveLength(1)
    expect(findings.map(({ rule, message }) => `${rule}/${message}`)).toContain('web-archive/too-large/parts')
  })

  it('cut in its page gives what stands before', async () => {
    const bytes = archive([{ type: html, body: page }])
    expect(await textsOf(bytes.subarray(0, Buffer.from(bytes).indexOf('效益指标')))).toContain('培训人数')
  })

  it('is not taken for one where a text only speaks of it', () => {
    for (const text of [
      'MIME-Version',
      '指标\tMIME-Version: 1.0',
      'a: b\nc: d\n\nMIME-Version: 1.0\nContent-Type: text/html',
    ]) {
      expect(recognisesWebArchive(Buffer.from(text))).toBe(0)
    }
  })
})

describe('formats that are known and not read', () => {
  const zip = (name: string) =>
    Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, ...new Array<number>(26).fill(0)]), Buffer.from(name)])
  it.each([
    ['rtf', Buffer.from('{\\rtf1\\ansi 自评表}')],
    ['archive', Buffer.from('Rar!\x1a\x07\x01\x00 data data', 'latin1')],
    ['archive', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4])],
    ['picture', Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00', 'latin1')],
    ['picture', Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1')],
    ['odt', zip('mimetypeapplication/vnd.oasis.opendocument.text')],
    ['ofd', zip('OFD.xml')],
    ['presentation', zip('ppt/presentation.xml')],
    [
      'flatOdf',
      Buffer.from(
        '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
      ),
    ],
    ['uof', Buffer.from('<?xml version="1.0"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"/>')],
  ])('%s is refused by its name, with what to save it as', async (kind, bytes) => {
    const { format, reports, findings, rules } = await checkSource(bytes, '表.docx')
    expect(format).toBe('unsupported')
    expect(reports).toEqual([])
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ rule: 'unsupported/format', message: kind, severity: 'error' })
    expect(sayFinding(findings[0]!, 'zh', rules).advice).toMatch(/另存为|导出|解压/)
  })
})
