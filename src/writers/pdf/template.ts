/**
 * The form as the compiler draws it. All of the form comes in as data and is put as text: no sign of it is ever read as
 * markup or code. Lengths of the data are in points.
 */
import { printFamily } from './font-table.ts'

export const template = `
#let data = json(bytes(sys.inputs.form))
#set document(title: data.name, date: none)
#set page(
  width: data.width * 1pt, height: data.height * 1pt,
  margin: (x: data.margin * 1pt, top: data.top * 1pt, bottom: data.bottom * 1pt), footer-descent: 14pt,
  footer: align(center, text(size: 9pt, context [第 #counter(page).display() 页，共 #counter(page).final().first() 页])),
)
#set text(
  font: ("${printFamily}", "DejaVu Sans Mono"), fallback: false, size: 10pt,
  lang: "zh", region: "cn", cjk-latin-spacing: none, overhang: false, hyphenate: false,
)
#set par(leading: 0.52em, spacing: 0.52em, justify: false)
#set table(stroke: if data.bordered { 0.5pt + black } else { none }, inset: (x: 3pt, y: 6pt))
#show table: set block(spacing: 0pt, above: 0pt, below: 0pt)
#show heading: it => it.body
#show heading: set text(size: 10pt, weight: "regular")
#let strong(body, on) = if on { text(stroke: 0.028em + black, body) } else { body }
#let shown(cell) = {
  let body = if cell.text == "" { box(height: 0.7em) } else { text(cell.text) }
  strong(if cell.mark { heading(level: 2, body) } else { body }, cell.bold)
}
#let sides = (left: left, center: center, right: right)
#let drawn(cell) = table.cell(
  x: cell.x, y: cell.y, colspan: cell.colspan, rowspan: cell.rowspan,
  align: horizon + sides.at(cell.align),
  breakable: if cell.whole { false } else { auto },
  stroke: if cell.bare { (top: none, left: none, right: none) } else if cell.open == "above" { (top: none) } else if cell.open == "below" { (bottom: none) } else { (:) },
  shown(cell),
)
#if data.name != "" {
  place(top + right, dy: -6pt, if data.code != "" { image(bytes(data.code), format: "svg", width: 44pt) })
}
#if data.title != "" {
  block(width: 100%, above: 0pt, below: data.titleRoom.below * 1pt, inset: (x: data.titleRoom.side * 1pt, y: data.titleRoom.inside / 2 * 1pt), align(center, heading(level: 1, text(size: 18pt, strong(text(data.title), true)))))
} else if data.code != "" { v(data.codeRoom * 1pt) }
#for (index, parts) in data.sheets.enumerate() {
  if index > 0 { pagebreak(weak: true) }
  for part in parts {
    table(
      columns: data.columns.map(width => width * 1pt),
      ..if part.header.len() > 0 { (table.header(repeat: true, ..part.header.map(drawn)),) },
      ..part.body.map(drawn),
    )
  }
}
#if data.signatures.len() > 0 {
  block(breakable: false, above: 14pt, grid(columns: (3fr, 2fr), row-gutter: 12pt, ..data.signatures.map(line => text(line))))
}
#if data.attached != "" {
  pdf.embed(data.attachment, bytes(data.attached), relationship: "source", mime-type: "application/json")
}
`
