/** The page's own small tables: a caption, headers with their scope, the first cell naming its row. */

import type { Exact } from '../../core/model/index.ts'
import { html, type Markup } from './markup.ts'

/** A figure as it is printed in tables of the page; a dash where there is none. */
export function orDash(value: Exact | null, print: (value: Exact) => string): string {
  return value === null ? '—' : print(value)
}

type Cells = readonly (string | Markup)[]

export function drawTable(caption: string, head: readonly string[], rows: readonly Cells[]): Markup {
  return html`<div class="wide" role="region" tabindex="0" aria-label="${caption}"><table class="plain"><caption>${caption}</caption>
<thead><tr>${head.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    (
      cells,
    ) => html`<tr>${cells.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>
`,
  )}</tbody></table></div>
`
}
