/** Any table as one self-contained page: its merged cells, headers with their scope, printed landscape from any browser. */

import { type Grid, type GridCell, type Lang, rowsOf } from '../../core/model/index.ts'
import { html, Markup } from './markup.ts'

const style = `
@page{size:A4 landscape;margin:12mm 10mm}
body{margin:0 auto;padding:1.5rem 1rem;max-width:90rem;color:#000;background:#fff;font:1rem/1.6 "FangSong","STFangsong","FangSong_GB2312","SimSun","Songti SC","Noto Serif CJK SC",serif;overflow-wrap:anywhere}
h1{text-align:center;font:700 1.6rem/1.5 "SimSun","Songti SC","Noto Serif CJK SC",serif;margin:.5rem 0 1rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;table-layout:fixed;min-width:60rem}
th,td{border:1px solid #000;padding:.25rem .35rem;font-size:.875rem;line-height:1.45;text-align:left;white-space:pre-line;vertical-align:middle}
td.bare{border-style:hidden hidden solid}
th{font-family:"SimSun","Songti SC","Noto Serif CJK SC",serif}
.center{text-align:center}.right{text-align:right}
tr{break-inside:avoid}
@media print{body{padding:0}.wide{overflow:visible}table{min-width:0}th,td{font-size:9pt}}
`

function drawCell(cell: GridCell): Markup {
  const look = cell.style ?? { role: 'text' as const }
  const spans = html`${cell.columnSpan > 1 && html` colspan="${cell.columnSpan}"`}${cell.rowSpan > 1 && html` rowspan="${cell.rowSpan}"`}`
  const align = [look.align === undefined || look.align === 'left' ? [] : look.align, look.bare === true ? 'bare' : []]
    .flat()
    .join(' ')
  const body =
    look.bold === true && look.role !== 'header' && look.role !== 'label' ? html`<b>${cell.text}</b>` : cell.text
  if (look.role === 'header') return html`<th scope="col" class="${align}"${spans}>${body}</th>`
  if (look.role === 'label') return html`<th scope="row" class="${align}"${spans}>${body}</th>`
  return html`<td class="${align}"${spans}>${body}</td>`
}

/** Draws a grid. A title in its first row becomes the page's heading. Same grid, same bytes. */
export function writeGridHtml(grid: Grid, lang: Lang): string {
  const rows = rowsOf(grid)
  const first = rows[0]?.[0]
  const titled = rows[0]?.length === 1 && first?.style?.role === 'title'
  const title = titled ? first.text : (grid.name ?? '')
  const shares = grid.columnWidths ?? Array.from({ length: grid.columnCount }, () => 1)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const columns = shares.map((share) => html`<col style="width:${((share * 100) / whole).toFixed(2)}%">`)
  return html`<!DOCTYPE html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<div class="wide" role="region" tabindex="0" aria-label="${title}"><table><colgroup>${columns}</colgroup><tbody>
${rows.slice(titled ? 1 : 0).map((cells) => html`<tr>${cells.map(drawCell)}</tr>\n`)}</tbody></table></div>
</main>
</body>
</html>
`.text
}
