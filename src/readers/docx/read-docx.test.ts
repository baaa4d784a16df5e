import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Grid } from '../../core/model/index.ts'
import { readDocx, recognisesDocx } from './index.ts'

const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="urn:mc" xmlns:wps="urn:wps" xmlns:v="urn:v" xmlns:m="urn:m"'

function docx(body: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${NAMES}><w:body>${body}</w:body></w:document>`),
  })
}

const p = (text: string, properties = '') =>
  `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const tc = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const tbl = (...rows: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`

function cellsOf(grid: Grid | undefined): string[] {
  return (grid?.cells ?? []).map(({ row, column, rowSpan, columnSpan, text }) => {
    const span = rowSpan === 1 && columnSpan === 1 ? '' : ` ${rowSpan}×${columnSpan}`
    return `${row},${column}${span} ${text}`
  })
}

const read = (body: string) => readDocx(docx(body), 'x.docx')
const textsOf = (body: string) => read(body).value.flatMap((grid) => grid.cells.map((cell) => cell.text))

describe('paragraphs and tables', () => {
  it('come in order, each table a grid', () => {
    const { value, findings } = read(`${p('自评表')}${p('')}${p('单位:万元')}${tbl(tr(tc('a'), tc('b')))}${p('说明')}`)
    expect(value.map((grid) => [grid.bordered, ...cellsOf(grid)])).toEqual([
      [false, '0,0 自评表', '2,0 单位:万元'],
      [true, '0,0 a', '0,1 b'],
      [false, '0,0 说明'],
    ])
    expect(value[0]!.cells[1]!.source).toEqual({ kind: 'text', line: 3, column: 1 })
    expect(value[1]!.cells[1]!.source).toEqual({ kind: 'table', table: 1, row: 1, column: 2 })
    expect(findings).toEqual([])
  })

  it('merges cells across and downwards', () => {
    const down = (value: string) => `<w:vMerge${value}/>`
    const { value } = read(
      tbl(
        tr(tc('一', down(' w:val="restart"')), tc('二', '<w:gridSpan w:val="2"/>'), tc('三')),
        tr(tc('', down('')), tc('四'), tc('五'), tc('六', down(' w:val="restart"'))),
        tr(tc('', down(' w:val="continue"')), tc('七'), tc('八'), tc('', down(''))),
        tr(
          tc('九', down(' w:val="restart"')),
          tc('十', '<w:hMerge w:val="restart"/>'),
          tc('', '<w:hMerge/>'),
          tc('末'),
        ),
      ),
    )
    expect(cellsOf(value[0])).toEqual([
      '0,0 3×1 一',
      '0,1 1×2 二',
      '0,3 三',
      '1,1 四',
      '1,2 五',
      '1,3 2×1 六',
      '2,1 七',
      '2,2 八',
      '3,0 九',
      '3,1 1×2 十',
      '3,3 末',
    ])
  })

  it('a cell that continues nothing stands for itself; covered text is said', () => {
    const { value, findings } = read(
      tbl(tr(tc('a'), tc('b', '<w:vMerge w:val="restart"/>')), tr(tc('c', '<w:vMerge/>'), tc('d', '<w:vMerge/>'))),
    )
    expect(cellsOf(value[0])).toEqual(['0,0 a', '0,1 2×1 b', '1,0 c'])
    expect(findings).toMatchObject([{ rule: 'docx/hidden', message: 'covered', data: { count: 1 } }])
  })

  it('skips columns before a row and bounds absurd spans', () => {
    const { value } = read(
      tbl(
        `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${tc('a')}${tc('b', '<w:gridSpan w:val="999999999"/>')}</w:tr>`,
        tr(tc('c', '<w:gridSpan w:val="-3"/>')),
      ),
    )
    expect(value[0]!.cells.map((cell) => cell.column)).toEqual([2, 3, 0])
    expect(value[0]!.columnCount).toBe(1000)
  })

  it('lays a table inside a cell into rows and columns, with the texts around it', () => {
    const inner = tbl(tr(tc('1'), tc('2')), tr(tc('3'), tc('4')))
    const { value } = read(
      tbl(tr(tc('甲'), tc('乙'), tc('丙')), tr(tc('丁'), `<w:tc>${p('前')}${inner}${p('后')}</w:tc>`, tc('戊'))),
    )
    expect(value).toHaveLength(1)
    expect(value[0]).toMatchObject({ rowCount: 5, columnCount: 4 })
    expect(
      value[0]!.cells.map(({ text, row, column, rowSpan, columnSpan }) => [text, row, column, rowSpan, columnSpan]),
    ).toEqual([
      ['甲', 0, 0, 1, 1],
      ['乙', 0, 1, 1, 2],
      ['丙', 0, 3, 1, 1],
      ['丁', 1, 0, 4, 1],
      ['前', 1, 1, 1, 2],
      ['1', 2, 1, 1, 1],
      ['2', 2, 2, 1, 1],
      ['3', 3, 1, 1, 1],
      ['4', 3, 2, 1, 1],
      ['后', 4, 1, 1, 2],
      ['戊', 1, 3, 4, 1],
    ])
    expect(value[0]!.cells[7]!.source).toEqual({ kind: 'table', table: 2, row: 2, column: 1 })
    expect(value[0]!.cells[9]!.source).toEqual({ kind: 'table', table: 1, row: 2, column: 2 })
  })

  it('keeps a table of one row, of few texts or too deep as lines of its cell', () => {
    const row = tbl(tr(tc('1'), tc('2'), tc('3'), tc('4')))
    const outer = (content: string) =>
      tbl(tr(tc('甲'), tc('乙')), tr(tc('丙'), `<w:tc>${content}</w:tc>`), tr(tc('丁'), tc('戊')))
    expect(read(outer(row)).value[0]!.cells[3]!.text).toBe('1\t2\t3\t4')
    const few = tbl(tr(tc('1'), tc('')), tr(tc('2'), tc('3')))
    expect(read(outer(few)).value[0]!.cells[3]!.text).toBe('1\t\n2\t3')
    let deep = tbl(tr(tc('深'), tc('2')), tr(tc('3'), tc('4')))
    for (let level = 0; level < 5; level++) deep = outer(deep)
    const texts = read(deep).value[0]!.cells.map(({ text }) => text)
    expect(texts.filter((text) => text.includes('深'))).toEqual(['深\t2\n3\t4'])
  })

  it('takes lines parted by tabs in a cell for rows, a number and its text for one line', () => {
    const lines = (...texts: string[]) =>
      `<w:tc>${texts
        .map(
          (text) =>
            `<w:p><w:r>${text
              .split('\t')
              .map((part) => `<w:t>${part}</w:t>`)
              .join('<w:tab/>')}</w:r></w:p>`,
        )
        .join('')}</w:tc>`
    const { value } = read(
      tbl(tr(tc('甲'), lines('说明', '\t数\t值', '一\t1\t2', '二\t3')), tr(tc('乙'), lines('1.\t其一', '2.\t其二'))),
    )
    expect(value[0]!.cells.map(({ text, row, column, columnSpan }) => [text, row, column, columnSpan])).toEqual([
      ['甲', 0, 0, 1],
      ['说明', 0, 1, 3],
      ['', 1, 1, 1],
      ['数', 1, 2, 1],
      ['值', 1, 3, 1],
      ['一', 2, 1, 1],
      ['1', 2, 2, 1],
      ['2', 2, 3, 1],
      ['二', 3, 1, 1],
      ['3', 3, 2, 2],
      ['乙', 4, 0, 1],
      ['1.\t其一\n2.\t其二', 4, 1, 3],
    ])
  })
})

describe('what shows and what does not', () => {
  it('runs, tabs, breaks and hyphens', () => {
    expect(
      textsOf(`<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/></w:r>
        <w:hyperlink><w:r><w:t>三</w:t></w:r></w:hyperlink><w:r><w:noBreakHyphen/><w:t>四</w:t></w:r></w:p>`),
    ).toEqual(['一\t二\n三-四'])
  })

  it('insertions are read, deletions are not, and said', () => {
    const { value, findings } = read(`<w:p><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del>
      <w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom></w:p>
      ${tbl(tr(tc('a')), `<w:tr><w:trPr><w:del/></w:trPr>${tc('b')}</w:tr>`, tr(tc('c', '<w:tcPrChange><w:tcPr><w:gridSpan w:val="9"/></w:tcPr></w:tcPrChange>')))}`)
    expect(value.map(cellsOf)).toEqual([['0,0 新'], ['0,0 a', '1,0 c']])
    expect(findings).toMatchObject([{ rule: 'docx/hidden', message: 'deleted', data: { count: 3 } }])
  })

  it('a deleted paragraph mark joins two paragraphs', () => {
    const mark = '<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>'
    expect(textsOf(`${p('前', mark)}${p('后')}${p('末', mark)}`)).toEqual(['前后', '末'])
  })

  it('text boxes are read once, after their paragraph; content controls are read', () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}${tbl(tr(tc(`${text}表`)))}</w:txbxContent>`
    const { value } = read(`<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent>
      <mc:Choice Requires="wps"><wps:txbx>${box('框')}</wps:txbx></mc:Choice>
      <mc:Fallback><v:textbox>${box('框')}</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>
      <w:sdt><w:sdtContent>${p('控件')}</w:sdtContent></w:sdt>
      <w:p><w:r><mc:AlternateContent><mc:Fallback><v:textbox>${box('旧')}</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>`)
    expect(value.map(cellsOf)).toEqual([['0,0 正文', '1,0 框'], ['0,0 框表'], ['0,0 控件', '2,0 旧'], ['0,0 旧表']])
  })

  it('fields show their results, ruby its base, hidden runs nothing', () => {
    const { value, findings } =
      read(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>
      <w:r><w:t>7</w:t></w:r><w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>见</w:t></w:r></w:p>`)
    expect(value.map(cellsOf)).toEqual([['0,0 7拼见']])
    expect(findings).toMatchObject([{ rule: 'docx/hidden', message: 'hidden', data: { count: 1 } }])
  })

  it('symbols become characters where the font is known', () => {
    const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
    const { value, findings } = read(
      `<w:p>${sym('Wingdings 2', 'F052')}${sym('Symbol', 'F0B3')}${sym('SimSun', '4E2D')}${sym('Webdings', 'F001')}</w:p>`,
    )
    expect(value.map(cellsOf)).toEqual([['0,0 ☑≥中\ufffd']])
    expect(findings).toMatchObject([{ rule: 'docx/symbol', data: { count: 1 } }])
  })

  it('numbered paragraphs and pictures are said', () => {
    const { findings } = read(`${p('甲', '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>')}
      ${p('乙', '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>')}
      <w:p><w:r><w:pict><v:imagedata/></w:pict></w:r></w:p>`)
    expect(findings.map(({ message, data }) => [message, data.count])).toEqual([
      ['pictures', 1],
      ['numbering', 1],
    ])
  })
})

describe('parts beside the text', () => {
  it('footnotes follow the text, headers and comments are quoted, macros are not run', () => {
    const types = { f: 'footnotes', h: 'header', g: 'footer', c: 'comments' }
    const part = (root: string, content: string) => strToU8(`<w:${root} ${NAMES}>${content}</w:${root}>`)
    const bytes = zipSync({
      'word/document.xml': part('document', `<w:body>${p('甲')}</w:body>`),
      'word/_rels/document.xml.rels': strToU8(
        `<Relationships>${Object.entries(types)
          .map(([id, type]) => `<Relationship Id="${id}" Type="x/${type}" Target="${id}.xml"/>`)
          .join('')}</Relationships>`,
      ),
      'word/f.xml': part(
        'footnotes',
        `<w:footnote w:type="separator">${p('---')}</w:footnote><w:footnote w:id="1">${p('注一')}</w:footnote>`,
      ),
      'word/h.xml': part('hdr', p('附件3')),
      'word/g.xml': part('ftr', p('附件3') + p('第1页')),
      'word/c.xml': part('comments', `<w:comment w:id="0">${p('请核对')}</w:comment>`),
      'word/vbaProject.bin': strToU8('x'),
    })
    const { value, findings } = readDocx(bytes, 'x.docm')
    expect(value.flatMap((grid) => grid.cells.map(({ text, source }) => [text, source]))).toEqual([
      ['甲', { kind: 'text', line: 1, column: 1 }],
      ['注一', { kind: 'text', line: 3, column: 1 }],
    ])
    expect(value[0]!.signs).toBe('typed')
    expect(findings).toMatchObject([
      { rule: 'docx/furniture', data: { count: 2, text: '附件3' }, at: [{ text: '附件3' }, { text: '第1页' }] },
      { rule: 'docx/comment', data: { count: 1 }, at: [{ text: '请核对' }] },
      { rule: 'docx/not-run', message: 'macros' },
    ])
  })
})

describe('fields to fill in', () => {
  it('a control that only says what to type is blank, and that is said; its cell keeps its place', () => {
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${tc('单击此处输入')}</w:sdtContent></w:sdt>`
    const filled = `<w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent>${tc('乙')}</w:sdtContent></w:sdt>`
    const { value, findings } = read(tbl(tr(tc('甲'), prompt, filled)))
    expect(value.map(cellsOf)).toEqual([['0,0 甲', '0,1 ', '0,2 乙']])
    expect(findings).toMatchObject([{ rule: 'docx/hidden', message: 'placeholders', data: { count: 1 } }])
  })

  it('boxes are ticked or not, lists show what was chosen', () => {
    const field = (content: string) => `<w:r><w:fldChar><w:ffData>${content}</w:ffData></w:fldChar></w:r>`
    const box = (content: string) => field(`<w:checkBox>${content}</w:checkBox>`)
    const list = '<w:listEntry w:val="优"/><w:listEntry w:val="良"/>'
    expect(
      textsOf(
        `<w:p>${box('<w:default w:val="0"/><w:checked/>')}${box('<w:default w:val="1"/><w:checked w:val="0"/>')}${box('<w:default w:val="1"/>')}${field(`<w:ddList><w:result w:val="1"/>${list}</w:ddList>`)}${field(`<w:ddList>${list}</w:ddList>`)}</w:p>`,
      ),
    ).toEqual(['☑☐☑良优'])
  })
})

describe('what is docx', () => {
  it('is told by its parts', () => {
    const bytes = docx(p('x'))
    expect(recognisesDocx(bytes)).toBeGreaterThan(0.9)
    expect(recognisesDocx(bytes.subarray(0, 200))).toBeGreaterThan(0.2)
    expect(recognisesDocx(zipSync({ 'xl/workbook.xml': strToU8('word/') }))).toBe(0)
    expect(recognisesDocx(strToU8('word/document.xml'))).toBe(0)
  })

  it('a package without a document is refused', () => {
    expect(readDocx(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'x')).toMatchObject({
      value: [],
      findings: [{ rule: 'docx/unreadable', message: 'noContent' }],
    })
  })
})
