/** The boxes in which notes on cells are shown, in the old drawing language that all office programs read. */

export interface NoteBox {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** Signs of Han writing a line of a box takes, and how many lines are shown at most; a longer one is scrolled. */
const LINE = 24
const MOST_LINES = 16
/** In points. */
const LINE_HEIGHT = 13
const WIDTH = 260

function linesOf(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 1)
}

/** One shape for each note, numbered from `first`. */
export function noteShapes(boxes: readonly NoteBox[], first: number): string {
  return boxes
    .map(({ row, column, text }, index) => {
      const lines = Math.min(MOST_LINES, linesOf(text))
      const style = `position:absolute;margin-left:80pt;margin-top:4pt;width:${WIDTH}pt;height:${lines * LINE_HEIGHT}pt;z-index:${index + 1};visibility:hidden`
      const anchor = `${column + 1}, 15, ${Math.max(0, row - 1)}, 10, ${column + 5}, 15, ${row + Math.ceil(lines / 2) + 1}, 4`
      return (
        `<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s${first + index}" type="#_x0000_t202" style="${style}" fillcolor="#ffffe1" o:insetmode="auto">` +
        '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
        `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
      )
    })
    .join('')
}

/** A drawing of its own. `block`: its numbers are those of no other drawing of the workbook. */
export function notesPart(boxes: readonly NoteBox[], block: number): string {
  const blocks = Array.from({ length: Math.floor(boxes.length / 1024) + 1 }, (_, index) => block + index)
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout>` +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${noteShapes(boxes, block * 1024 + 1)}</xml>`
  )
}
