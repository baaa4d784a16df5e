/** A table of texts on upright pages, as PDF: what stands behind a file to list what was found in it. */

import { compilePages } from './compile.ts'
import { printFamily } from './font-table.ts'
import { printText } from './print-text.ts'

/** Shares of the width by column, and the room of all in points. */
const shares = [6, 8, 14, 34, 20, 18] as const
const ROOM = 523

const template = `
#let data = json(bytes(sys.inputs.form))
#set document(title: data.title, date: none)
#set page(paper: "a4", margin: 36pt, footer: align(center, text(size: 9pt, context counter(page).display())))
#set text(font: ("${printFamily}", "DejaVu Sans Mono"), fallback: false, size: 9pt, hyphenate: false)
#set par(leading: 0.5em, spacing: 0.5em)
#align(center, text(size: 14pt, stroke: 0.028em + black, data.title))
#v(6pt)
#table(
  columns: data.shares.map(share => share * 1fr), stroke: 0.5pt, inset: 4pt,
  table.header(..data.headers.map(head => text(stroke: 0.028em + black, head))),
  ..data.rows.flatten().map(body => text(body)),
)
`

/** `rows`: as many texts each as there are headers. Throws NoPdfCompiler. Same texts, same bytes. */
export async function writeListPdf(
  title: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return compilePages({
    template,
    texts: [title, ...headers, ...rows.flat()],
    data: (missing) => {
      const cell = (text: string, column: number) => printText(text, ((shares[column] ?? 10) * ROOM) / whole, missing)
      return {
        title: printText(title, ROOM, missing),
        shares,
        headers: headers.map(cell),
        rows: rows.map((row) => row.map(cell)),
      }
    },
  })
}
