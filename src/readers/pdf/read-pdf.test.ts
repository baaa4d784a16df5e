import { describe, expect, it } from 'vitest'
import {
  hex,
  lineFrom,
  type RawPage,
  rawPdf,
  rulings,
  stream,
  tableAt,
  textAt,
} from '../../../tests/support/raw-pdf.ts'
import { onePage, saidOf, shownCells, textsOf } from '../../../tests/support/raw-pdf-read.ts'
import { readPdf, readPdfPages, recognisesPdf } from './index.ts'

describe('cells of ruled tables', () => {
  it('hold what stands in them, with the place on the page', async () => {
    const { value, findings } = await readPdf(onePage(tableAt(100, 700, [['一级指标', '≥60人']])), '文件')
    expect(findings).toEqual([])
    expect(value).toEqual([
      {
        bordered: true,
        signs: 'typed',
        rowCount: 1,
        columnCount: 2,
        cells: [
          {
            row: 0,
            column: 0,
            rowSpan: 1,
            columnSpan: 1,
            text: '一级指标',
            source: { kind: 'page', page: 1, box: [100, 142, 100, 20] },
          },
          {
            row: 0,
            column: 1,
            rowSpan: 1,
            columnSpan: 1,
            text: '≥60人',
            source: { kind: 'page', page: 1, box: [200, 142, 100, 20] },
          },
        ],
      },
    ])
  })

  it('are merged where a line is missing, and lines may be thin boxes', async () => {
    const box = (x: number, y: number, width: number, height: number): string => `${x} ${y} ${width} ${height} re f\n`
    const content =
      box(100, 700, 200, 0.5) +
      box(200, 680, 100, 0.5) +
      box(100, 660, 200, 0.5) +
      [100, 200, 300].map((x) => box(x, 660, 0.5, 40)).join('') +
      textAt(110, 676, '产出') +
      textAt(210, 686, '甲') +
      textAt(210, 666, '乙')
    expect(await textsOf(onePage(content))).toEqual([['产出@2×1|甲', '乙']])
  })

  it('may have borders of dots, each drawn on its own', async () => {
    const dots = (x: number, y: number, dx: number, dy: number, count: number): string =>
      Array.from({ length: count }, (_, dot) => `${x + dx * dot} ${y + dy * dot} 0.75 0.75 re f\n`).join('')
    const level = [700, 680, 660].map((y) => dots(100, y, 1.5, 0, 134)).join('')
    const upright = [100, 200, 300].map((x) => dots(x, 660, 0, 1.5, 27)).join('')
    const texts = [textAt(105, 686, '甲'), textAt(205, 686, '乙'), textAt(105, 666, '丙'), textAt(205, 666, '丁')].join(
      '',
    )
    const { value } = await readPdf(onePage(level + upright + texts), '文件')
    expect(shownCells(value)).toEqual([['甲|乙', '丙|丁']])
    expect(value[0]?.bordered).toBe(true)
  })

  it('share out a line of text that one operator shows over several of them', async () => {
    const spaced = `BT /F1 10 Tf 1 0 0 1 103 686 Tm [${hex('甲')} -9000 ${hex('12.5')} -8000 ${hex('乙')}] TJ ET\n`
    expect(await textsOf(onePage(rulings([100, 200, 300, 400], [700, 680]) + spaced))).toEqual([['甲|12.5|乙']])
  })

  it('keep text that runs over their border, and what is hidden below the next cell', async () => {
    const borders = rulings([100, 160, 300], [700, 680])
    expect(await textsOf(onePage(borders + textAt(103, 686, '困难群众救助项目')))).toEqual([['困难群众救助项目|']])
    const clipped = `q 100 680 60 20 re W n ${textAt(103, 686, '困难群众 救助项目')} Q\n`
    expect(await textsOf(onePage(borders + clipped))).toEqual([['困难群众 救助项目|']])
  })

  it('have their place as displayed on turned pages', async () => {
    // Turned by 90 degrees, what runs up the sheet runs from left to right on the screen.
    const content =
      [100, 200].map((y) => lineFrom(50, y, 90, y)).join('') +
      [50, 70, 90].map((x) => lineFrom(x, 100, x, 200)).join('') +
      textAt(64, 105, '甲乙', 10, '0 1 -1 0') +
      textAt(84, 105, '丙', 10, '0 1 -1 0')
    const { value } = await readPdf(onePage(content, { rotate: 90 }), '文件')
    expect(shownCells(value)).toEqual([['甲乙', '丙']])
    expect(value[0]!.cells[0]!.source).toEqual({ kind: 'page', page: 1, box: [100, 50, 100, 20] })
  })

  it('may hold text that is turned, or one character below the other', async () => {
    const content =
      rulings([100, 140, 180], [700, 600]) +
      textAt(124, 620, '产出指标', 10, '0 1 -1 0') +
      [...'效益指标'].map((character, at) => textAt(155, 680 - at * 14, character)).join('')
    expect(await textsOf(onePage(content))).toEqual([['产出指标|效\n益\n指\n标']])
  })
})

describe('text', () => {
  const cell = async (content: string, width = 200): Promise<string> =>
    (await textsOf(onePage(rulings([100, 100 + width], [700, 600]) + content)))[0]![0]!

  it('has blanks where they are written or Latin words stand apart, none between Chinese and Latin', async () => {
    expect(await cell(textAt(105, 680, '完成 65 人次'))).toBe('完成 65 人次')
    expect(await cell(textAt(105, 680, '完成') + textAt(127, 680, '65') + textAt(139.5, 680, '人'))).toBe('完成65人')
    expect(await cell(textAt(105, 680, 'Hall') + textAt(128, 680, 'Vol'))).toBe('Hall Vol')
  })

  it('has line breaks, but none inside a number that a narrow cell broke', async () => {
    expect(await cell(textAt(105, 680, '原因分析') + textAt(105, 666, '改进措施'))).toBe('原因分析\n改进措施')
    expect(await cell(textAt(102, 680, '12345') + textAt(102, 666, '6.78'), 30)).toBe('123456.78')
    expect(await cell(textAt(102, 680, '12') + textAt(102, 666, '34'), 30)).toBe('12\n34')
  })

  it('is taken once where bold is made by painting it twice', async () => {
    expect(await cell(textAt(105, 680, '合计11') + textAt(105.4, 680.2, '合计11'))).toBe('合计11')
  })

  it('has characters for radicals that look like them', async () => {
    expect(await cell(textAt(105, 680, '\u2f00\u2ed4'))).toBe('一门')
    // Two dashes that a font joins to one.
    expect(await cell(textAt(105, 680, '\u2e3a'))).toBe('——')
  })

  it('keeps raised signs in their line', async () => {
    expect(await cell(textAt(105, 680, '200m') + textAt(125.5, 684, '2', 6))).toBe('200m2')
  })

  it('between tables is kept as lines, paragraphs joined, pieces of a line apart', async () => {
    const wide = '说'.repeat(48)
    const content =
      textAt(60, 760, '项目支出绩效自评表') +
      textAt(60, 740, '主管部门：甲局') +
      textAt(400, 740, '单位：万元') +
      tableAt(60, 700, [['甲', '乙']]) +
      textAt(60, 600, wide) +
      textAt(60, 586, '完。')
    expect(await textsOf(onePage(content))).toEqual([
      ['项目支出绩效自评表', '主管部门：甲局|单位：万元'],
      ['甲|乙'],
      [`${wide}\n完。`],
    ])
  })
})

describe('what is no part of the form', () => {
  const body = tableAt(100, 700, [['甲', '乙']])
  const body2 = tableAt(100, 700, [['丙', '丁']])

  it('page numbers and repeated headers are left out and said', async () => {
    const page = (number: number, table: string): RawPage => ({
      content: textAt(60, 810, '某局二〇二一年度决算', 8) + table + textAt(280, 30, `— ${number} —`),
    })
    const bytes = rawPdf({ pages: [page(1, body), page(2, body2), page(3, body)] })
    expect(await textsOf(bytes)).toEqual([['某局二〇二一年度决算'], ['甲|乙', '丙|丁', '甲|乙']])
    const { findings } = await readPdf(bytes, '文件')
    expect(findings.map(({ message, data }) => `${message} ${data.count}`)).toEqual(['pageNumbers 3', 'repeated 2'])
  })

  it('bare numbers are page numbers only where they count', async () => {
    const numbered = (first: number, second: number): Uint8Array =>
      rawPdf({
        pages: [
          { content: body + textAt(290, 30, String(first)) },
          { content: body2 + textAt(290, 30, String(second)) },
        ],
      })
    expect(await textsOf(numbered(7, 8))).toEqual([['甲|乙', '丙|丁']])
    expect((await textsOf(numbered(100, 96))).flat()).toEqual(['甲|乙', '丙|丁', '100', '96'])
  })

  it('watermarks, hidden text and comments are said', async () => {
    const watermark = `0.8 g ${textAt(150, 300, '内部资料', 60, '0.7 0.7 -0.7 0.7')} 0 g\n`
    const hidden = `BT /F1 10 Tf 3 Tr 1 0 0 1 60 500 Tm ${hex('看不见')} Tj 0 Tr ET\n`
    const white = `1 g ${textAt(60, 400, '白字')} 0 g\n`
    const bytes = rawPdf({
      pages: [{ content: body + watermark + hidden + white, entries: '/Annots [10 0 R]' }],
      objects: ['<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (look) >>'],
    })
    expect(await textsOf(bytes)).toEqual([['甲|乙']])
    expect((await saidOf(bytes)).sort()).toEqual([
      'pdf/hidden/hidden',
      'pdf/not-read/comments',
      'pdf/not-read/watermark',
    ])
    const { findings } = await readPdf(bytes, '文件')
    expect(findings.find(({ rule }) => rule === 'pdf/hidden')!.data.text).toBe('白字 看不见')
  })

  it('white text on a dark ground is text', async () => {
    const content = `0 0 0.5 rg 100 680 200 20 re f 0 g ${rulings([100, 200, 300], [700, 680])} 1 g ${textAt(103, 686, '表头')}`
    expect(await textsOf(onePage(content))).toEqual([['表头|']])
  })

  it('values of form fields are read though the document does not draw them', async () => {
    const bytes = rawPdf({
      pages: [
        { content: rulings([100, 200, 300], [700, 680]) + textAt(103, 686, '姓名'), entries: '/Annots [10 0 R]' },
      ],
      objects: ['<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Zhang) /Rect [202 682 298 698] >>'],
      catalog: '/AcroForm << /Fields [10 0 R] >>',
    })
    expect(await textsOf(bytes)).toEqual([['姓名|Zhang']])
  })
})

describe('pages that are pictures', () => {
  const image = stream(
    '/Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceGray',
    new Uint8Array(16),
  )
  const painted = 'q 595 0 0 842 0 0 cm /Im Do Q\n'
  const page = (content: string): Uint8Array =>
    rawPdf({ pages: [{ content, resources: '/XObject << /Im 10 0 R >>' }], objects: [image] })

  it('are named', async () => {
    const { picturePages, pages } = await readPdfPages(page(painted + textAt(280, 30, '- 1 -')), '文件')
    expect(picturePages).toEqual([{ page: 1, kind: 'picture' }])
    expect(pages).toHaveLength(1)
    expect(await saidOf(page(painted))).toEqual(['pdf/picture-page/picture'])
  })

  it('keep what another program read in them, as unsure', async () => {
    const bytes = page(`${painted}BT /F1 10 Tf 3 Tr 1 0 0 1 60 500 Tm ${hex('识别的文字')} Tj ET\n`)
    const { picturePages } = await readPdfPages(bytes, '文件')
    expect(picturePages).toEqual([{ page: 1, kind: 'layer' }])
    const { value } = await readPdf(bytes, '文件')
    expect(value).toMatchObject([{ signs: 'picture', cells: [{ text: '识别的文字', confidence: 0.5 }] }])
  })

  it('are those, too, whose picture lies over what another program read', async () => {
    const bytes = page(textAt(60, 500, '识别的文字') + painted)
    expect((await readPdfPages(bytes, '文件')).picturePages).toEqual([{ page: 1, kind: 'layer' }])
    const ruled = page(
      tableAt(100, 700, [
        ['甲', '乙'],
        ['丙', '丁'],
        ['戊', '己'],
      ]) + painted,
    )
    expect((await readPdfPages(ruled, '文件')).picturePages).toEqual([])
  })

  it('are not those with a picture behind or beside their text', async () => {
    const bytes = page(painted + tableAt(100, 700, [['甲', '乙']]))
    expect((await readPdfPages(bytes, '文件')).picturePages).toEqual([])
    expect(await saidOf(bytes)).toEqual(['pdf/not-read/pictures'])
  })

  it('are those, too, whose fonts do not say which characters they show', async () => {
    const bytes = rawPdf({
      pages: [
        {
          content: 'BT /F2 10 Tf 60 700 Td <0102030405060708090a> Tj ET',
          resources: '/Font << /F2 10 0 R >>',
        },
      ],
      objects: [
        '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << >> ' +
          '/Encoding << /Type /Encoding /Differences [1 /g1 /g2 /g3 /g4 /g5 /g6 /g7 /g8 /g9 /g10] >> ' +
          '/FirstChar 1 /LastChar 10 /Widths [500 500 500 500 500 500 500 500 500 500] >>',
      ],
    })
    expect((await readPdfPages(bytes, '文件')).picturePages).toEqual([{ page: 1, kind: 'unreadable' }])
  })
})

describe('documents', () => {
  const pages = [{ content: tableAt(100, 700, [['甲', '乙']]) }]

  it('are recognised by their mark, behind a few other bytes too', () => {
    expect(recognisesPdf(Buffer.from('%PDF-1.7'))).toBe(1)
    expect(recognisesPdf(Buffer.from('\r\n\r\n%PDF-1.4'))).toBeGreaterThan(0.5)
    expect(recognisesPdf(Buffer.from('<html>%PDF-1.4'))).toBe(0)
    expect(recognisesPdf(Buffer.from('PDF'))).toBe(0)
  })

  it('that ask for a password are refused; those that only forbid changes are read', async () => {
    expect(await saidOf(rawPdf({ pages, locked: 'user' }))).toEqual(['pdf/unreadable/protected'])
    expect(await textsOf(rawPdf({ pages, locked: 'owner' }))).toEqual([['甲|乙']])
  })

  it('with a broken table of contents are read all the same', async () => {
    const text = Buffer.from(rawPdf({ pages }))
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n99')
    expect(await textsOf(Buffer.from(text, 'latin1'))).toEqual([['甲|乙']])
  })

  it('keep the pages that can be read beside one that cannot', async () => {
    const bytes = Buffer.from(rawPdf({ pages: [...pages, ...pages] }))
      .toString('latin1')
      .replace('12 0 R] >>', '99 0 R] >>')
    const { value, findings } = await readPdf(Buffer.from(bytes, 'latin1'), '文件')
    expect(shownCells(value)).toEqual([['甲|乙']])
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
  })

  it('of many pages are read to the end', async () => {
    const many = Array.from({ length: 101 }, (_, at) => ({ content: tableAt(100, 700, [['甲', `第${at}项`]]) }))
    const { value, findings } = await readPdf(rawPdf({ pages: many }), '文件')
    expect(findings).toEqual([])
    expect(value.map(({ rowCount }) => rowCount)).toEqual([101])
  })

  it('without any content, without bytes, with too many bytes are refused', async () => {
    expect(await saidOf(rawPdf({ pages: [{ content: '' }] }))).toEqual(['pdf/unreadable/noContent'])
    expect(await saidOf(new Uint8Array())).toEqual(['pdf/unreadable/empty'])
    expect(await saidOf(Buffer.from('%PDF-1.7 nothing'))).toEqual(['pdf/unreadable/damaged'])
  })
})
