/** Notes of cells: their texts in one part, the boxes they show in in another, which older programs ask for. */

import { cellName } from './sheet-xml.ts'
import { cellText } from './xml-text.ts'

export interface CellNote {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** Who wrote the notes: those of the workbook itself are known by it. */
export const noteAuthor = '自评'

export function notesXml(notes: readonly CellNote[]): string {
  const items = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${cellName(row, column)}" authorId="0"><text><r><rPr><sz val="9"/></rPr><t xml:space="preserve">${cellText(text)}</t></r></text></comment>`,
  )
  return `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${noteAuthor}</author></authors><commentList>${items.join('')}</commentList></comments>`
}

/** Signs on a line of a box, and the height of a line in points. */
const ON_LINE = 22
const LINE = 13

/** The boxes of the notes; none is shown until the pointer rests on its cell. */
export function noteBoxes(notes: readonly CellNote[]): string {
  const boxes = notes.map(({ row, column, text }, index) => {
    const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / ON_LINE)), 1)
    return [
      `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;width:220pt;height:${lines * LINE}pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
      '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
      '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>',
      `<x:Anchor>${column + 1}, 10, ${row}, 4, ${column + 4}, 10, ${row + 4}, 4</x:Anchor>`,
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    ].join('')
  })
  return [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>',
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
    ...boxes,
    '</xml>',
  ].join('')
}
