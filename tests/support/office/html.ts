/** A form as a web page, by plain templates: rowspan and colspan, and what government pages put around a table. */

import type { GridCell } from '../../../src/core/model/index.ts'
import { type Drawn, groundOf, sidesOf, tableExtent } from './drawn.ts'
import type { OfficeForm } from './forms.ts'
import { columnWidths, type Look, lookOf } from './look.ts'

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>')
}

/** What stands in a page for one form; several follow one another in a report. */
export function htmlBlocks(office: OfficeForm, look: Look = lookOf(office), drawn: Drawn = 'all'): string {
  const table = tableExtent(office.grid.cells, office.grid.columnCount)
  /** The style sheet draws all lines. */
  const lines = (cell: GridCell): string => {
    if (drawn === 'all') return ''
    const sides = sidesOf(drawn, cell, table)
    const width = (['top', 'right', 'bottom', 'left'] as const).map((side) => (sides[side] ? '0.75pt' : '0'))
    const ground = groundOf(drawn, cell)
    return ` style="border-width:${width.join(' ')}${ground === null ? '' : `;background:#${ground}`}"`
  }
  const widths = columnWidths(office, look)
  const [first] = office.grid.cells
  const title = look.titleOutside && first?.style?.role === 'title' ? first : null
  const rows: string[] = []
  for (let row = title === null ? 0 : 1; row < office.grid.rowCount; row++) {
    const cells = office.grid.cells
      .filter((cell) => cell.row === row)
      .map((cell) => {
        const { rowSpan, columnSpan, text, style } = cell
        const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`
        const bold = style?.bold === true ? ' class="b"' : ''
        return `<td${spans}${bold} align="${style?.align ?? 'left'}"${lines(cell)}>${escaped(text)}</td>`
      })
    rows.push(`<tr>${cells.join('')}</tr>`)
  }
  const columns = widths.map((width) => `<col style="width:${width.toFixed(1)}pt">`).join('')
  return `${title === null ? '' : `<h2>${escaped(title.text)}</h2>\n`}<table><colgroup>${columns}</colgroup>
${rows.join('\n')}
</table>`
}

export function htmlStyle({ landscape, font, size, width }: Look): string {
  return `@page{size:A4 ${landscape ? 'landscape' : 'portrait'};margin:42pt}
body{font:${size}pt '${font}',serif;margin:0}
h2{text-align:center;font-size:${size + 6}pt;margin:6pt 0}
table{border-collapse:collapse;table-layout:fixed;width:${width}pt}
td{border:0.75pt solid #000;padding:2pt 3pt;vertical-align:middle;overflow-wrap:break-word}
.b{font-weight:bold}`
}

/** Only the form: for printing. */
export function makePrintPage(office: OfficeForm, drawn: Drawn = 'all'): string {
  const look = lookOf(office)
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>自评表</title><style>${htmlStyle(look)}</style></head>
<body>${htmlBlocks(office, look, drawn)}</body></html>`
}

/** The form as a bureau's site shows it, between navigation, index table, sharing links and imprint. */
export function makeHtml(office: OfficeForm): Uint8Array {
  const look = lookOf(office)
  const name = office.grid.name ?? '自评表'
  return new TextEncoder().encode(`<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(name)}_政府信息公开</title>
<style>${htmlStyle(look)}</style>
<script>var page = {"table": "<table><tr><td>1</td></tr></table>"};</script></head>
<body>
<div class="top"><a href="#">打开适老化模式</a> | <a href="#">无障碍浏览</a> | <a href="#">登录</a></div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/xxgk">信息公开</a></li><li><a href="/bsfw">办事服务</a></li></ul>
<p>当前位置：<a href="/">首页</a> &gt; 信息公开 &gt; 财政资金 &gt; 预算绩效</p>
<table class="index"><tr><td>索引号：</td><td>000014349/2024-00017</td><td>发布机构：</td><td>某某局</td></tr>
<tr><td>发布日期：</td><td>2024-08-30</td><td>有效性：</td><td>有效</td></tr></table>
<div class="article">
${htmlBlocks(office, look)}
</div>
<p>附件下载：<a href="1.pdf">自评报告.pdf</a></p>
<div class="share">分享到：微信 微博 【打印】 【关闭】</div>
<div class="foot">主办：某某局　网站标识码：4403000000　粤ICP备00000000号</div>
</body></html>`)
}
