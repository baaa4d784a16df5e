import { describe, expect, it } from 'vitest'
import type { Grid } from '../../core/model/index.ts'
import { readHtml, recognisesHtml } from './index.ts'

function read(html: string): Grid[] {
  return readHtml(new TextEncoder().encode(html), 'x.html').value
}

/** Cells as 'row,column rows×columns text'; spans of one cell are left out. */
function cellsOf(grid: Grid | undefined): string[] {
  return (grid?.cells ?? []).map(({ row, column, rowSpan, columnSpan, text }) => {
    const span = rowSpan === 1 && columnSpan === 1 ? '' : ` ${rowSpan}×${columnSpan}`
    return `${row},${column}${span} ${text}`
  })
}

describe('tables', () => {
  it('places cells by their spans', () => {
    const [grid] = read(`<table>
      <tr><th rowspan=2>一级<th colspan=2>目标<th rowspan="2">得分
      <tr><td>年初<td>完成
      <tr><td>产出<td>60<td>80<td>10</table>`)
    expect(grid).toMatchObject({ bordered: true, rowCount: 3, columnCount: 4 })
    expect(cellsOf(grid)).toEqual([
      '0,0 2×1 一级',
      '0,1 1×2 目标',
      '0,3 2×1 得分',
      '1,1 年初',
      '1,2 完成',
      '2,0 产出',
      '2,1 60',
      '2,2 80',
      '2,3 10',
    ])
    expect(grid!.cells[4]!.source).toEqual({ kind: 'table', table: 1, row: 2, column: 3 })
  })

  it('ends spans at the end of their group of rows, and never lets cells overlap', () => {
    const [grid] = read(`<table><thead><tr><td rowspan=9>a<td>b</thead>
      <tbody><tr><td rowspan=0>c<td>d<tr><td>e<td rowspan=2>f<tr><td colspan=3>g<td>h</tbody></table>`)
    expect(cellsOf(grid)).toEqual(['0,0 a', '0,1 b', '1,0 3×1 c', '1,1 d', '2,1 e', '2,2 2×1 f', '3,1 g', '3,3 h'])
  })

  it('takes spans that are no numbers as one, and large ones as far as the table goes', () => {
    const [grid] = read('<table><tr><td colspan=x rowspan=-1>a<td rowspan=99999999>b</tr><tr><td>c</table>')
    expect(cellsOf(grid)).toEqual(['0,0 a', '0,1 2×1 b', '1,0 c'])
  })

  it('keeps unclosed cells, paragraphs and rows apart', () => {
    const [grid] = read('<table><tr><td><p>甲<td><div>乙<tr><td>丙<td>丁</table>')
    expect(cellsOf(grid)).toEqual(['0,0 甲', '0,1 乙', '1,0 丙', '1,1 丁'])
  })

  it('cells without rows begin one', () => {
    expect(cellsOf(read('<table><td>a<td>b</table>')[0])).toEqual(['0,0 a', '0,1 b'])
  })

  it('flattens a small table inside a cell into its text', () => {
    const grids = read(`<table><tr><td>名称<td>目标<td>说明<tr><td>甲<td>
      前<table><tr><td>1<td>2<tr><td>3</table>后<td>丙</table>`)
    expect(grids).toHaveLength(1)
    expect(cellsOf(grids[0])).toEqual(['0,0 名称', '0,1 目标', '0,2 说明', '1,0 甲', '1,1 前\n1\t2\n3\n后', '1,2 丙'])
  })

  it('dissolves a table that only arranges the page', () => {
    const grids = read(`<table><tr><td>首页<td><h1>自评表</h1>
      <table><tr><td>指标<td>得分<tr><td>甲<td>10</table></table>`)
    expect(grids.map((grid) => [grid.bordered, ...cellsOf(grid)])).toEqual([
      [false, '0,0 首页', '1,0 自评表'],
      [true, '0,0 指标', '0,1 得分', '1,0 甲', '1,1 10'],
    ])
    expect(grids[1]!.cells[0]!.source).toMatchObject({ table: 2 })
  })
})

describe('text', () => {
  it('between tables keeps its place; a title above a table is not lost', () => {
    const grids = read(`<title>网站</title><h2>项目支出绩效自评表</h2><p>(2021年度)<br>单位:万元</p>
      <table><caption>附件1</caption><tr><td>a</table>填表说明<table><tr><td>b</table>完`)
    expect(grids.map((grid) => cellsOf(grid))).toEqual([
      ['0,0 项目支出绩效自评表', '1,0 (2021年度)', '2,0 单位:万元', '3,0 附件1'],
      ['0,0 a'],
      ['0,0 填表说明'],
      ['0,0 b'],
      ['0,0 完'],
    ])
    expect(grids[0]!.cells[0]!.source).toEqual({ kind: 'text', line: 1, column: 1 })
    expect(grids[2]!.cells[0]!.source).toEqual({ kind: 'text', line: 2, column: 1 })
  })

  it('breaks lines where the page does, and closes up other white space', () => {
    const [grid] = read(`<table><tr><td>一<br/>二<p>三</p>四<div>五  六\n七</div> <b>八</b> <i>九</i><pre>十
 十一</pre></td></table>`)
    expect(grid!.cells[0]!.text).toBe('一\n二\n三\n四\n五 六 七\n八 九\n十\n 十一')
  })

  it('reads entities, and text between rows before the table', () => {
    expect(read('<table>前<tr><td>&ge;60&#65;&nbsp;&#x4E2D;&amp;lt;</table>').map(cellsOf)).toEqual([
      ['0,0 前'],
      ['0,0 ≥60A\u00a0中&lt;'],
    ])
  })

  it('drops scripts, styles and navigation; hidden text is said', () => {
    const { value, findings } = readHtml(
      new TextEncoder().encode(`<script>var a="<td>x"</script><style>p{}</style><nav>首页</nav>
        <p style="color:red;display:none">藏<b>了</b></p><p hidden>也</p><p style="display:block">见</p>`),
      'x',
    )
    expect(value.map(cellsOf)).toEqual([['0,0 见']])
    expect(findings).toMatchObject([{ rule: 'html/hidden', data: { count: 2 }, severity: 'info' }])
  })

  it('shows what fields of the page show', () => {
    const [grid] = read(`<table><tr><td><input value=60><input type=hidden value=x><td><input type=checkbox checked>优
      <input type=radio>良<td><select><option>甲<option selected>乙<option>丙</select>
      <td><select><option>子<option>丑</select><td><textarea>多\n行</textarea></table>`)
    expect(grid!.cells.map((cell) => cell.text)).toEqual(['60', '☑优 ☐良', '乙', '子', '多\n行'])
  })
})

describe('encodings', () => {
  it('reads GBK by the page’s own word, and without it', () => {
    const words = Buffer.from('d7d4c6c0b1ed', 'hex')
    for (const head of [
      '<meta charset=gbk>',
      '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
      '',
    ]) {
      expect(readHtml(Buffer.concat([Buffer.from(`${head}<p>`), words]), 'x').value.map(cellsOf)).toEqual([
        ['0,0 自评表'],
      ])
    }
  })

  it('believes the bytes where the page’s word is wrong', () => {
    expect(read('<meta charset="gb2312"><p>绩效目标').map(cellsOf)).toEqual([['0,0 绩效目标']])
    expect(read('<meta charset="utf-16"><p>绩效目标').map(cellsOf)).toEqual([['0,0 绩效目标']])
    expect(read('<meta charset="nonsense"><p>绩效目标').map(cellsOf)).toEqual([['0,0 绩效目标']])
  })
})

describe('what is html', () => {
  it.each([
    ['<!DOCTYPE html><html>', 0.9],
    ['\ufeff<?xml version="1.0"?>\n<!-- x --><html>', 0.9],
    ['<table border=1><tr><td>1</td></tr></table>', 0.8],
    ['<div>x</div>', 0.4],
  ])('%j', (text, least) => {
    expect(recognisesHtml(new TextEncoder().encode(text))).toBeGreaterThan(least)
  })

  it.each([
    '指标\t目标\n≥60\t<70',
    '',
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
  ])('not %j', (text) => {
    expect(recognisesHtml(new TextEncoder().encode(text))).toBeLessThan(0.2)
  })

  it('a page without text is an error', () => {
    expect(readHtml(new TextEncoder().encode('<html><script>x</script>'), 'x')).toMatchObject({
      value: [],
      findings: [{ rule: 'html/unreadable', message: 'empty', severity: 'error' }],
    })
  })
})
