/** Report in words → one self-contained page, set as an official document: read by screen readers, printed from any browser. */

import { type Picture, type Shape, trimmed } from '../../containers/chart/picture.ts'
import { signatureLines } from '../../containers/form-page/signatures.ts'
import { flowOf, type Piece } from '../../containers/narrative-page/flow.ts'
import type { Lang, Narrative } from '../../core/model/index.ts'
import { html, Markup } from './markup.ts'

const style = `
@page{size:A4;margin:37mm 26mm 35mm 28mm}
body{margin:0 auto;padding:2rem 1rem;max-width:46rem;color:#000;background:#fff;font:1.15rem/1.9 "FangSong","STFangsong","FangSong_GB2312","SimSun","Songti SC","Noto Serif CJK SC",serif;overflow-wrap:anywhere}
h1,.subtitle{text-align:center}
h1{font:700 1.7rem/1.5 "SimSun","Songti SC","Noto Serif CJK SC",serif}
h2,h3{font-size:1.15rem;margin:1rem 0 .3rem;break-after:avoid}
h2{font-family:"SimHei","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-weight:400}
h3{font-family:"KaiTi","STKaiti","Kaiti SC","Noto Serif CJK SC",serif}
p,.items p{margin:.2rem 0}
:lang(zh) :is(p,h2,h3){text-indent:2em}
table{border-collapse:collapse;width:100%;font-size:.85rem;line-height:1.4;margin:.3rem 0 1.2rem}
caption{font-size:.95rem;padding:.4rem 0}
th,td{border:1px solid #000;padding:.2rem .3rem}
thead{display:table-header-group}
tr{break-inside:avoid}
.center{text-align:center}.right{text-align:right}
figure{margin:1rem 0;text-align:center;break-inside:avoid}
figure svg{max-width:100%;height:auto}
figcaption{font-size:.95rem}
.signatures{margin-top:3rem;display:grid;grid-template-columns:3fr 2fr;gap:1.5rem}
:lang(zh) .signatures p{text-indent:0}
`

function drawShape(shape: Shape): Markup {
  switch (shape.kind) {
    case 'rect':
      return html`<rect x="${trimmed(shape.x)}" y="${trimmed(shape.y)}" width="${trimmed(shape.width)}" height="${trimmed(shape.height)}" fill="#${shape.fill}" stroke="#${shape.stroke}" stroke-width=".4"/>`
    case 'line':
      return html`<path d="M${trimmed(shape.x)} ${trimmed(shape.y)}L${trimmed(shape.toX)} ${trimmed(shape.toY)}" stroke="#${shape.stroke}" stroke-width=".6"/>`
    case 'text':
      return html`<text x="${trimmed(shape.x)}" y="${trimmed(shape.y)}" font-size="${trimmed(shape.size)}">${shape.text}</text>`
  }
}

function drawPicture({ width, height, alt, shapes }: Picture, caption: string): Markup {
  return html`<figure><svg role="img" aria-label="${alt}" viewBox="0 0 ${trimmed(width)} ${trimmed(height)}" width="${trimmed(width * 1.4)}">${shapes.map(drawShape)}</svg><figcaption>${caption}</figcaption></figure>
`
}

function drawPiece(piece: Piece): Markup {
  switch (piece.kind) {
    case 'heading':
      return piece.level === 1 ? html`<h2>${piece.text}</h2>\n` : html`<h3>${piece.text}</h3>\n`
    case 'table':
      return html`<table><caption>${piece.caption}</caption><thead><tr>${piece.columns.map(({ head, share }) => html`<th scope="col" style="width:${trimmed(share * 100)}%">${head}</th>`)}</tr></thead><tbody>${piece.rows.map(
        ({ cells, bold }) =>
          html`<tr>${cells.map((cell, index) => html`<td class="${piece.columns[index]!.align}">${bold ? html`<b>${cell}</b>` : cell}</td>`)}</tr>\n`,
      )}</tbody></table>
`
    case 'picture':
      return drawPicture(piece.picture, piece.caption)
    default:
      return html`<p>${piece.text}</p>\n`
  }
}

/** Draws a report in words. Same narrative, same bytes. */
export function writeNarrativeHtml(narrative: Narrative, lang: Lang): string {
  const { title, subtitle, pieces } = flowOf(narrative, lang)
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
${subtitle !== '' && html`<p class="subtitle">${subtitle}</p>\n`}${pieces.map(drawPiece)}<div class="signatures">${signatureLines([]).map((line) => html`<p>${line}</p>`)}</div>
</main>
</body>
</html>
`.text
}
