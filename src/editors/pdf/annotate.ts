/** A PDF with a marked, numbered box at each remark's place and pages that list them, put behind it as an update. */

import type { ListWords, Remark } from '../remark.ts'
import { remarkLines } from '../remark.ts'
import { PdfFile, type PdfPage } from './pdf-file.ts'
import { BadSyntax, readArray, readDictionary, writeDictionary } from './syntax.ts'
import { PdfUpdate } from './update.ts'

type Box = readonly [left: number, bottom: number, right: number, top: number]

/** Room for the number at the corner of a box; it rises above the box, so that it covers a border rather than a text. */
const TAG = { height: 7, digit: 3.6, margin: 1.5, size: 6, rise: 4 } as const
/** A place that is a line or a point is shown all the same. */
const LEAST = 10

function numberText(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** A place as it is seen, from the upper left, in the coordinates of the page. */
export function boxOnPage(
  page: Pick<PdfPage, 'box' | 'rotation'>,
  seen: readonly [number, number, number, number],
): Box {
  const [x, y, width, height] = [seen[0], seen[1], Math.max(seen[2], LEAST), Math.max(seen[3], LEAST)]
  const [left, bottom, right, top] = page.box
  switch (page.rotation) {
    case 90:
      return [left + y, bottom + x, left + y + height, bottom + x + width]
    case 180:
      return [right - x - width, bottom + y, right - x, bottom + y + height]
    case 270:
      return [right - y - height, top - x - width, right - y, top - x]
    default:
      return [left + x, top - y - height, left + x + width, top - y]
  }
}

/** A text in the two-byte way, as hexadecimal digits: no sign of it means anything to a program. */
function unicode(text: string): string {
  let hex = 'FEFF'
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
  return `<${hex}>`
}

function appearance(box: Box, remark: Remark, colour: string, font: number): string {
  const [width, height] = [box[2] - box[0], box[3] - box[1]]
  const number = String(remark.number)
  const tag = numberText(number.length * TAG.digit + 2 * TAG.margin)
  const drawing =
    `q ${colour} RG 1 w 0.5 0.5 ${numberText(width - 1)} ${numberText(height - TAG.rise - 1)} re S ` +
    `${colour} rg 0 ${numberText(height - TAG.height)} ${tag} ${TAG.height} re f ` +
    `1 1 1 rg BT /F ${TAG.size} Tf ${TAG.margin} ${numberText(height - TAG.height + 1.4)} Td (${number}) Tj ET Q`
  return `<</Type /XObject /Subtype /Form /BBox [0 0 ${numberText(Math.max(width, Number(tag)))} ${numberText(height)}] /Resources <</Font <</F ${font} 0 R>>>> /Length ${drawing.length}>>\nstream\n${drawing}\nendstream`
}

function annotation(page: PdfPage, box: Box, remark: Remark, words: ListWords, colour: string, look: number): string {
  return `<</Type /Annot /Subtype /Square /Rect [${box.map(numberText).join(' ')}] /P ${page.object} 0 R /F 4 /C [${colour}] /T ${unicode(words.author)} /Contents ${unicode(remarkLines(remark, words).join('\n'))} /NM (ziping-${remark.number}) /AP <</N ${look} 0 R>>>>`
}

/** `list`: pages of another PDF that follow those of the file. Throws BadSyntax. */
export function annotatePdf(
  bytes: Uint8Array,
  remarks: readonly Remark[],
  list: Uint8Array,
  words: ListWords,
): Uint8Array {
  const file = new PdfFile(bytes)
  const update = new PdfUpdate(file)
  const font = update.add('<</Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold>>')
  file.pages().forEach((page, index) => {
    const placed = remarks.flatMap((remark): { readonly remark: Remark; readonly box: Box }[] => {
      if (remark.source?.kind !== 'page' || remark.source.page !== index + 1) return []
      const [left, bottom, right, top] = boxOnPage(page, remark.source.box)
      return [{ remark, box: [left, bottom, right, top + TAG.rise] }]
    })
    // From the top down: no line of a box above is drawn over a number.
    const own = placed
      .sort((a, b) => b.box[3] - a.box[3])
      .map(({ remark, box }) => {
        const colour = remark.isError ? '0.85 0.1 0.1' : '0.9 0.5 0'
        const look = update.add(appearance(box, remark, colour, font))
        return `${update.add(annotation(page, box, remark, words, colour, look))} 0 R`
      })
    if (own.length === 0) return
    const values = new Map(page.values)
    const before = values.has('Annots') ? readArray(file.resolve(values.get('Annots'))) : []
    values.set('Annots', `[${[...before, ...own].join(' ')}]`)
    update.set(page.object, writeDictionary(values))
  })
  appendPages(file, update, new PdfFile(list))
  return update.bytes()
}

/** Pages of another file behind those of this one. */
function appendPages(file: PdfFile, update: PdfUpdate, other: PdfFile): void {
  const root = file.pagesRoot
  const tree = new Map(readDictionary(file.object(root).text))
  const copied = new Map<number, number>([[other.pagesRoot, root]])
  const kids = other.pages().map(({ object, values, box }) => {
    const own = new Map(values)
    // What a page takes from the tree it stood in is said by the page itself.
    own.set('MediaBox', `[${box.map(numberText).join(' ')}]`)
    if (!own.has('Resources')) {
      const inherited = readDictionary(other.object(other.pagesRoot).text).get('Resources')
      if (inherited === undefined) throw new BadSyntax('resources')
      own.set('Resources', inherited)
    }
    for (const name of ['Parent', 'Annots', 'StructParents', 'Tabs']) own.delete(name)
    own.set('Rotate', '0')
    const number = update.reserve()
    copied.set(object, number)
    const moved = new Map<string, string>()
    for (const [name, value] of own) moved.set(name, update.copied(other, value, copied))
    moved.set('Parent', `${root} 0 R`)
    update.set(number, writeDictionary(moved))
    return `${number} 0 R`
  })
  tree.set('Kids', `[${[...readArray(file.resolve(tree.get('Kids'))), ...kids].join(' ')}]`)
  tree.set('Count', String(Number(file.resolve(tree.get('Count'))) + kids.length))
  update.set(root, writeDictionary(tree))
}
