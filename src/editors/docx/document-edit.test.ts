import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { CellEdit, TableEdit } from '../../core/model/index.ts'
import { DocumentEdit } from './document-edit.ts'

function document(body: string): Uint8Array {
  const files = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))
}

function open(body: string): DocumentEdit {
  const made = DocumentEdit.open(document(body))
  if (!(made instanceof DocumentEdit)) throw new Error(made)
  return made
}

function bodyOf(edit: DocumentEdit): string {
  return strFromU8(unzipSync(edit.bytes())['word/document.xml']!).replace(/^.*<w:body>|<\/w:body>.*$/gs, '')
}

function cell(row: number, column: number, text: string, more: Partial<CellEdit> = {}): CellEdit {
  return { row, copy: 0, column, text, figure: false, path: 'form', ...more }
}

function edited(body: string, edit: Partial<TableEdit>, table = 1): string {
  const made = open(body)
  made.editTable(table, { grid: 0, inserts: [], cells: [], labels: [], ...edit })
  return bodyOf(made)
}

const p = (inside: string) => `<w:p>${inside}</w:p>`
const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`

describe('cells of a table', () => {
  it('are written in the look that stands there: of their text, else of the mark of the paragraph', () => {
    const body =
      '<w:tbl><w:tr><w:tc><w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:b/></w:rPr></w:pPr></w:p></w:tc>' +
      '<w:tc><w:p><w:r><w:rPr><w:i/></w:rPr><w:t>指标</w:t></w:r><w:r><w:t>1：</w:t></w:r></w:p><w:p/></w:tc><w:tc><w:p w:x="1"/></w:tc></w:tr></w:tbl>'
    const made = edited(body, { cells: [cell(0, 0, '甲\n乙'), cell(0, 1, '<丙>'), cell(0, 2, '丁')] })
    expect(made).toBe(
      '<w:tbl><w:tr><w:tc><w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:b/></w:rPr></w:pPr>' +
        `<w:r><w:rPr><w:b/></w:rPr>${t('甲')}<w:br/>${t('乙')}</w:r></w:p></w:tc>` +
        `<w:tc><w:p><w:r><w:rPr><w:i/></w:rPr>${t('&lt;丙&gt;')}</w:r></w:p></w:tc><w:tc><w:p w:x="1"><w:r>${t('丁')}</w:r></w:p></w:tc></w:tr></w:tbl>`,
    )
  })

  it('in content controls that show what to type are filled, and no longer prompt', () => {
    const control = (inside: string) =>
      `<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
    const prompt = '<w:r><w:rPr><w:rStyle w:val="a3"/></w:rPr><w:t>单击此处输入文字。</w:t></w:r>'
    const body = `<w:tbl><w:tr><w:tc>${p(control(prompt))}</w:tc>${control(`<w:tc>${p(prompt)}</w:tc>`)}</w:tr></w:tbl>`
    const made = edited(body, { cells: [cell(0, 0, '甲'), cell(0, 1, '乙')] })
    const filled = (inside: string) =>
      `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
    expect(made).toBe(
      `<w:tbl><w:tr><w:tc>${p(filled(`<w:r>${t('甲')}</w:r>`))}</w:tc>${filled(`<w:tc>${p(`<w:r>${t('乙')}</w:r>`)}</w:tc>`)}</w:tr></w:tbl>`,
    )
  })

  it('of a table in a cell of another are counted as a reader counts them', () => {
    const inner = `<w:tbl><w:tr><w:tc>${p('')}</w:tc></w:tr></w:tbl>`
    const body = `<w:tbl><w:tr><w:tc>${inner}${p('')}</w:tc></w:tr></w:tbl>`
    expect(edited(body, { cells: [cell(0, 0, '内')] }, 2)).toBe(
      `<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>${p(`<w:r>${t('内')}</w:r>`)}</w:tc></w:tr></w:tbl>${p('')}</w:tc></w:tr></w:tbl>`,
    )
  })
})

describe('rows put in', () => {
  const label = (merge: string, inside = '') =>
    `<w:tc><w:tcPr><w:tcW w:w="9"/>${merge}<w:shd/></w:tcPr>${p(inside)}</w:tc>`
  const row = (first: string, text: string) =>
    `<w:tr w14:paraId="1" w:rsidR="2"><w:trPr><w:trHeight w:val="400"/></w:trPr>${first}<w:tc>${p(`<w:bookmarkStart w:id="1"/><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`)}</w:tc></w:tr>`
  const body = `<w:tbl>${row(label('<w:vMerge w:val="restart"/>', '<w:r><w:t>产出</w:t></w:r>'), 'a')}${row(label('<w:vMerge/>'), 'b')}</w:tbl>`

  it('copy the row above without its words, marks and numbers; merges go on', () => {
    const made = edited(body, { inserts: [{ row: 1, count: 1 }], cells: [cell(1, 1, '新', { copy: 1 })] })
    expect(made).toBe(
      body.replace(
        '</w:tbl>',
        `<w:tr w:rsidR="2"><w:trPr><w:trHeight w:val="400"/></w:trPr>${label('<w:vMerge/>')}<w:tc><w:p><w:r><w:rPr><w:b/></w:rPr>${t('新')}</w:r></w:p></w:tc></w:tr></w:tbl>`,
      ),
    )
  })

  it('have labels of their own where asked', () => {
    const made = edited(body, {
      inserts: [{ row: 1, count: 2 }],
      labels: [
        {
          column: 0,
          columnSpan: 1,
          top: 0,
          bottom: 1,
          runs: [{ from: { row: 0, copy: 0 }, to: { row: 1, copy: 1 } }],
        },
      ],
      cells: [cell(1, 0, '效益', { copy: 2 })],
    })
    const merges = [...made.matchAll(/<w:tcW w:w="9"\/>(.*?)<w:shd\/>/g)].map(([, merge]) => merge)
    expect(merges).toEqual(['<w:vMerge w:val="restart"/>', '<w:vMerge/>', '<w:vMerge/>', ''])
    expect(made).toContain(t('效益'))
  })
})

describe('paragraphs outside tables', () => {
  it('are written over behind their labels, the line to write on keeps its look', () => {
    const made = open(
      `<w:tbl><w:tr><w:tc>${p('')}</w:tc></w:tr></w:tbl>${p('')}${p('<w:r><w:t>部门名称：</w:t></w:r><w:r><w:rPr><w:u/></w:rPr><w:t xml:space="preserve">      </w:t></w:r>')}`,
    )
    made.editParagraph(2, [cell(0, 0, '某局', { splice: { from: 5, to: 11 } })])
    expect(bodyOf(made)).toContain(
      `${p('')}${p(`<w:r><w:t>部门名称：</w:t></w:r><w:r><w:rPr><w:u/></w:rPr>${t('某局')}</w:r>`)}`,
    )
  })
})
