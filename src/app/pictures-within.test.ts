import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { recognise } from '../core/recognise/index.ts'
import { picturesOfDoc } from '../readers/doc/index.ts'
import { readSource } from './read-source.ts'
import { isLight, millisecondsFor, workLimits } from './work/limits.ts'

const file = (path: string) => new Uint8Array(readFileSync(new URL(`../../tests/files/${path}`, import.meta.url)))

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PICTURE = '<w:p><w:r><w:pict><v:imagedata/></w:pict></w:r></w:p>'
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
const table = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`

function document(body: string, media: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${WORD}" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>${body}</w:body></w:document>`,
    ),
    ...Object.fromEntries(Object.entries(media).map(([name, bytes]) => [`word/media/${name}`, bytes])),
  })
}

const form = [
  ['项目支出绩效自评表', '', '', '', ''],
  ['项目名称', '救助项目', '', '', ''],
  ['三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['救助人次', '≥60人次', '62人次', '100', '100'],
]

const said = (findings: readonly { readonly rule: string; readonly message: string }[]) =>
  findings.map(({ rule, message }) => `${rule} ${message}`)

describe('pictures in a document', () => {
  it('are read as the pages of one document where it has no form otherwise', async () => {
    const bytes = document(paragraph('见图') + PICTURE.repeat(2), {
      'image2.png': file('scan/page-1.png'),
      'image10.png': file('scan/page-2.png'),
    })
    const { format, grids, findings, rules } = await readSource(bytes, '表.docx')
    expect(format).toBe('docx')
    if (findings.some(({ rule }) => rule === 'scan/missing-package')) return
    expect(said(findings)).toContain('source/pictures-read pictures')
    expect(said(findings)).not.toContain('docx/not-read pictures')
    expect(findings.every(({ rule }) => rules[rule] !== undefined)).toBe(true)
    expect(grids[0]!.cells.map(({ text }) => text)).toEqual(['见图'])
    const { forms } = recognise(grids)
    expect(forms).toHaveLength(1)
    expect(forms[0]!.form.indicators.length).toBeGreaterThan(3)
    expect(forms[0]!.form.indicators[0]!.name.origin).toMatchObject({ kind: 'page' })
  }, 60_000)

  it('alone do not make the document empty', async () => {
    const { grids, findings } = await readSource(document(PICTURE, { 'image1.png': file('scan/clean.png') }), '表.docx')
    if (findings.some(({ rule }) => rule === 'scan/missing-package')) return
    expect(said(findings)).not.toContain('docx/unreadable noContent')
    expect(recognise(grids).forms).toHaveLength(1)
  }, 60_000)

  it('are only said where the document has a form, and where they are small or no pictures', async () => {
    const withForm = document(table(form) + PICTURE, { 'image1.png': file('scan/clean.png') })
    expect(said((await readSource(withForm, '表.docx')).findings)).toEqual(['docx/not-read pictures'])
    const small = document(paragraph('见图') + PICTURE, {
      'image1.png': file('scan/clean.png').subarray(0, 200),
      'image2.emf': new Uint8Array(9000),
    })
    const { grids, findings } = await readSource(small, '表.docx')
    expect(said(findings)).toEqual(['docx/not-read pictures'])
    expect(grids).toHaveLength(1)
  })

  it('that cannot be decoded are said by the reader of pictures', async () => {
    const damaged = document(paragraph('见图') + PICTURE, {
      'image1.png': file('scan/clean.png').map((byte, at) => (at < 24 ? byte : 0)),
    })
    const { grids, findings } = await readSource(damaged, '表.docx')
    expect(grids).toHaveLength(1)
    expect(findings.some(({ rule }) => rule === 'scan/unreadable' || rule === 'scan/missing-package')).toBe(true)
  })

  it('send the file to a worker, with the time of pictures', async () => {
    const bytes = document(PICTURE, { 'image1.png': file('scan/clean.png') })
    expect(await isLight(bytes)).toBe(false)
    expect(millisecondsFor(bytes, {})).toBe(workLimits.pictureMilliseconds)
    const plain = document(paragraph('文字'), {})
    expect(await isLight(plain)).toBe(true)
    expect(millisecondsFor(plain, {})).toBe(workLimits.milliseconds)
  })
})

const base64 = (path: string) => Buffer.from(file(path)).toString('base64')
const embedded = (path: string) => `<p><img alt="表" src="data:image/png;base64,${base64(path)}"></p>`
const page = (body: string) => new TextEncoder().encode(`<!DOCTYPE html><html><body>${body}</body></html>`)
const htmlForm = `<table>${form.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`

const archive = (parts: readonly (readonly [type: string, location: string, content: string])[]) =>
  new TextEncoder().encode(
    [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="b"; type="text/html"',
      '',
      ...parts.flatMap(([type, location, content]) => [
        '--b',
        `Content-Type: ${type}`,
        'Content-Transfer-Encoding: base64',
        `Content-Location: ${location}`,
        '',
        content.replace(/(.{76})/g, '$1\n'),
      ]),
      '--b--',
      '',
    ].join('\r\n'),
  )

describe('pictures in files of other kinds', () => {
  it.each([
    ['an old document', 'doc', () => file('scan/within.doc')],
    ['a page', 'html', () => page(`<p>见图</p>${embedded('scan/page-1.png')}${embedded('scan/page-2.png')}`)],
    ['a page of pictures alone', 'html', () => page(embedded('scan/page-1.png') + embedded('scan/page-2.png'))],
    [
      'an archive',
      'web-archive',
      () =>
        archive([
          [
            'text/html; charset="utf-8"',
            'file:///a.htm',
            btoa('<html><body><img src="a.png"><img src="b.png"></body></html>'),
          ],
          ['image/png', 'file:///a.png', base64('scan/page-1.png')],
          ['image/png', 'file:///b.png', base64('scan/page-2.png')],
        ]),
    ],
  ])(
    '%s are read where it has no form otherwise',
    async (_, kind, make) => {
      const bytes = make()
      expect(await isLight(bytes)).toBe(false)
      expect(millisecondsFor(bytes, {})).toBe(workLimits.pictureMilliseconds)
      const { format, grids, findings, rules } = await readSource(bytes, '表')
      expect(format).toBe(kind)
      if (findings.some(({ rule }) => rule === 'scan/missing-package')) return
      expect(findings.filter(({ message }) => message === 'pictures')).toMatchObject([
        { rule: 'source/pictures-read', data: { count: 2 } },
      ])
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(findings.every(({ rule }) => rules[rule] !== undefined)).toBe(true)
      const { forms } = recognise(grids)
      expect(forms).toHaveLength(1)
      expect(forms[0]!.form.indicators.length).toBeGreaterThan(3)
    },
    60_000,
  )

  it('are only said where the file has a form, or where they stand elsewhere', async () => {
    const beside = await readSource(page(htmlForm + embedded('scan/clean.png')), '表.html')
    expect(said(beside.findings)).toEqual(['html/not-read pictures'])
    const elsewhere = page(
      '<p>见图</p><img src="http://127.0.0.1:9/a.png"><img src="b.jpg"><img src="c.gif" width="16">',
    )
    const { grids, findings } = await readSource(elsewhere, '表.html')
    expect(findings).toMatchObject([{ rule: 'html/not-read', message: 'linked', data: { count: 2 } }])
    expect(grids).toHaveLength(1)
    expect(await isLight(elsewhere)).toBe(true)
  })

  it('of an old document are found whatever its drawings state', () => {
    const bytes = file('scan/within.doc')
    expect(picturesOfDoc(bytes).map((picture) => picture.length)).toEqual([17722, 11912])
    expect(picturesOfDoc(file('tables/features.doc'))).toEqual([])
    expect(picturesOfDoc(bytes.subarray(0, 900))).toEqual([])
    for (const length of [0, 0xffffffff]) {
      for (const kind of [0xf01e, 0xf007, 0xf001]) {
        const spoiled = bytes.slice()
        const view = new DataView(spoiled.buffer)
        for (let at = 512; at + 8 < spoiled.length; at += 2) {
          if (view.getUint16(at, true) === kind) view.setUint32(at + 2, length, true)
        }
        expect(picturesOfDoc(spoiled).length).toBeLessThanOrEqual(2)
      }
    }
  })
})
