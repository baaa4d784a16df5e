/** Documents that are one XML file: packages written flat, and what systems fill from templates of Word 2003. */

import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { featureDocument } from '../../../tests/contract/readers/feature-files.ts'
import { asDocx } from '../../../tests/contract/readers/made-files.ts'
import { keptSamples } from '../../../tests/contract/readers/tables.ts'
import { docxReaderRules, readDocx, recognisesDocx } from './index.ts'

/** The parts of a package one after the other, as Word saves "flat XML". */
function flat(docx: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(docx))
    .filter(([name]) => name.endsWith('.xml') && !name.startsWith('['))
    .map(([name, bytes]) => {
      const content = strFromU8(bytes).replace(/^<\?xml[^>]*\?>/, '')
      return `<pkg:part pkg:name="/${name}" pkg:contentType="application/xml"><pkg:xmlData>${content}</pkg:xmlData></pkg:part>`
    })
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join('')}</pkg:package>`,
  )
}

const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`

function word2003(body: string, before = ''): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core">
<o:DocumentProperties xmlns:o="urn:schemas-microsoft-com:office:office"><o:Title>标题属性</o:Title></o:DocumentProperties>${before}
<w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`
}

const texts = (bytes: Uint8Array) =>
  readDocx(bytes, '表.doc').value.map((grid) => grid.cells.filter(({ text }) => text !== '').map(({ text }) => text))

describe('a package written flat', () => {
  it('gives what the package gives', async () => {
    for (const table of keptSamples()) {
      const docx = await asDocx(table)
      expect(readDocx(flat(docx), '表.xml')).toEqual(readDocx(docx, '表.xml'))
    }
    const features = await featureDocument()
    expect(readDocx(flat(features), '表.xml')).toEqual(readDocx(features, '表.xml'))
  })

  it('is recognised from its first bytes', async () => {
    const bytes = flat(await featureDocument())
    expect(recognisesDocx(bytes.subarray(0, 4096))).toBeGreaterThan(0.9)
  })
})

describe('XML of Word 2003', () => {
  const table = word2003(
    `<w:p><w:r><w:t>项目支出绩效自评表</w:t></w:r></w:p>
<w:tbl><w:tblPr/><w:tblGrid/>
<w:tr>${cell('产出指标', '<w:vmerge w:val="restart"/>')}${cell('数量指标')}${cell('20')}</w:tr>
<w:tr>${cell('', '<w:vmerge/>')}${cell('质量指标', '<w:gridSpan w:val="2"/>')}</w:tr>
</w:tbl><w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr></w:sectPr>`,
  )

  it('is read with its merges; headers are told, properties are not read', () => {
    const bytes = Buffer.from(table)
    expect(recognisesDocx(bytes)).toBeGreaterThan(0.9)
    const { value, findings } = readDocx(bytes, '表.doc')
    expect(value.map(({ rowCount, columnCount }) => [rowCount, columnCount])).toEqual([
      [1, 1],
      [2, 3],
    ])
    const spans = value[1]!.cells.map(({ row, column, rowSpan, columnSpan, text }) => [
      text,
      row,
      column,
      rowSpan,
      columnSpan,
    ])
    expect(spans).toEqual([
      ['产出指标', 0, 0, 2, 1],
      ['数量指标', 0, 1, 1, 1],
      ['20', 0, 2, 1, 1],
      ['质量指标', 1, 1, 1, 2],
    ])
    expect(findings.map(({ rule, at }) => [rule, at[0].text])).toEqual([['docx/furniture', '页眉']])
  })

  it('takes tracked deletions as deleted, tells comments, keeps notes', () => {
    const { findings } = readDocx(
      Buffer.from(
        word2003(
          `<w:p><w:r><w:t>甲</w:t></w:r><aml:annotation aml:id="1" w:type="Word.Deletion"><aml:content><w:r><w:delText>乙</w:delText></w:r></aml:content></aml:annotation><aml:annotation aml:id="2" w:type="Word.Insertion"><aml:content><w:r><w:t>丙</w:t></w:r></aml:content></aml:annotation>
<w:r><aml:annotation aml:id="3" w:type="Word.Comment"><aml:content><w:p><w:r><w:t>请核对</w:t></w:r></w:p></aml:content></aml:annotation></w:r>
<w:r><w:footnote><w:p><w:r><w:t>注文</w:t></w:r></w:p></w:footnote></w:r></w:p>`,
        ),
      ),
      '表.doc',
    )
    expect(findings.map(({ rule, message }) => `${rule}/${message}`)).toEqual([
      'docx/comment/comments',
      'docx/hidden/deleted',
    ])
    const body = `<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:footnote><w:p><w:r><w:t>注文</w:t></w:r></w:p></w:footnote></w:r></w:p><w:p><w:r><w:t>丁</w:t></w:r></w:p>`
    expect(texts(Buffer.from(word2003(body)))).toEqual([['甲', '丁', '注文']])
  })

  it('is decoded by its bytes where its declaration is wrong, and read behind a blank line', () => {
    const declared = table.replace('encoding="UTF-8"', 'encoding="GB2312"')
    expect(texts(Buffer.from(declared))).toEqual(texts(Buffer.from(table)))
    expect(texts(Buffer.from(`\r\n${table}`))).toEqual(texts(Buffer.from(table)))
  })

  it('cut short gives what stands before, and says so; with a document type it gives nothing', () => {
    const cut = readDocx(Buffer.from(table.slice(0, table.indexOf('质量指标'))), '表.doc')
    expect(cut.value[1]!.cells.map(({ text }) => text)).toContain('数量指标')
    expect(cut.findings.map(({ rule, message }) => `${rule}/${message}`)).toContain('docx/damaged-part/damaged')
    const typed = table.replace('<w:wordDocument', '<!DOCTYPE a [<!ENTITY b "c">]><w:wordDocument')
    const { value, findings } = readDocx(Buffer.from(typed), '表.doc')
    expect(value).toEqual([])
    expect(findings[0]).toMatchObject({ rule: 'docx/forbidden-content', message: 'documentType', severity: 'error' })
    expect(docxReaderRules['docx/forbidden-content']!.messages).toHaveProperty('documentType')
  })

  it('without any text is refused', () => {
    const { value, findings } = readDocx(Buffer.from(word2003('<w:p/>')), '表.doc')
    expect(value).toEqual([])
    expect(findings[0]).toMatchObject({ rule: 'docx/unreadable', message: 'noContent' })
  })
})
