/** A report in words as the compiler draws it. Everything comes in as data and is put as text. Lengths of the data are in points. */
import { printFamily } from './font-table.ts'

export const narrativeTemplate = `
#let data = json(bytes(sys.inputs.form))
#let zh = data.lang == "zh"
#set document(title: data.title, date: none)
#set page(
  width: data.width * 1pt, height: data.height * 1pt,
  margin: (top: data.top * 1pt, bottom: data.bottom * 1pt, left: data.left * 1pt, right: data.right * 1pt),
  footer: align(center, text(size: 12pt, context [— #counter(page).display() —])),
)
#set text(
  font: ("${printFamily}", "DejaVu Sans Mono"), fallback: false, size: data.sizes.text * 1pt,
  lang: data.lang, region: if zh { "cn" } else { "us" }, cjk-latin-spacing: none, overhang: false, hyphenate: false,
)
#let leading = (data.sizes.line - data.sizes.text) * 1pt
#set par(leading: leading, spacing: leading, justify: true)
#let strong(body) = text(stroke: 0.028em + black, body)
#let indent = if zh { h(2em) } else { none }
#set par(first-line-indent: if zh { (amount: 2em, all: true) } else { 0pt })
#show heading: it => block(above: leading, below: leading, sticky: true, par(strong(it.body)))
#show heading: set text(size: data.sizes.text * 1pt, weight: "regular")
#let sides = (left: left, center: center, right: right)
#let flat(body) = { set par(first-line-indent: 0pt, leading: 0.5em, spacing: 0.5em, justify: false); body }
#let cell(body, side, bold) = table.cell(
  align: horizon + sides.at(side),
  if body == "" { box(height: 0.7em) } else if bold { strong(body) } else { text(body) },
)
#let caption(body) = align(center, flat(text(size: data.sizes.caption * 1pt, strong(body))))
#let drawn(shape) = {
  if shape.kind == "rect" {
    place(dx: shape.x * 1pt, dy: shape.y * 1pt, rect(
      width: shape.width * 1pt, height: shape.height * 1pt, fill: rgb(shape.fill), stroke: 0.4pt + rgb(shape.stroke),
    ))
  } else if shape.kind == "line" {
    place(line(
      start: (shape.x * 1pt, shape.y * 1pt), end: (shape.toX * 1pt, shape.toY * 1pt), stroke: 0.6pt + rgb(shape.stroke),
    ))
  } else {
    place(dx: shape.x * 1pt, dy: (shape.y - shape.size) * 1pt, box(height: shape.size * 1pt, align(bottom,
      text(size: shape.size * 1pt, top-edge: "cap-height", bottom-edge: "baseline", shape.text))))
  }
}
#align(center, block(above: 30pt, below: 20pt, flat(text(size: data.sizes.title * 1pt, strong(data.title)))))
#if data.subtitle != "" { align(center, block(below: 24pt, flat(text(data.subtitle)))) }
#for piece in data.pieces {
  if piece.kind == "heading" {
    heading(level: piece.level, piece.text)
  } else if piece.kind == "table" {
    block(above: 14pt, below: 6pt, width: 100%, sticky: true, caption(piece.caption))
    block(above: 0pt, below: 16pt, flat(text(size: data.sizes.table * 1pt, table(
      columns: piece.columns.map(column => column.share * 1fr),
      stroke: 0.5pt + black, inset: (x: 3pt, y: 4pt),
      table.header(repeat: true, ..piece.columns.map(column => cell(column.head, "center", true))),
      ..piece.rows.map(row => row.cells.enumerate().map(((index, body)) => cell(body, piece.columns.at(index).align, row.bold))).flatten(),
    ))))
  } else if piece.kind == "picture" {
    block(above: 14pt, below: 6pt, breakable: false, width: 100%, align(center, flat({
      box(width: piece.width * 1pt, height: piece.height * 1pt, align(left + top, for shape in piece.shapes { drawn(shape) }))
      v(6pt)
      caption(piece.caption)
    })))
  } else {
    par(text(piece.text))
  }
}
#v(28pt)
#block(breakable: false, width: 100%, flat(grid(
  columns: (1fr, 1fr), row-gutter: 22pt, ..data.signatures.map(line => text(size: 14pt, line)),
)))
#if data.attached != "" {
  pdf.embed("form.json", bytes(data.attached), relationship: "source", mime-type: "application/json")
}
`
