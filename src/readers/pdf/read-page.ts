/** One page of a PDF: its content, whether it is a picture, and what of it is not text of the form. */

import type { PDFPageProxy } from 'pdfjs-dist'
import type { PageContent, PageItem } from '../../containers/page-flow.ts'
import type { QuarterTurns } from '../../containers/quarter-turns.ts'
import { type Drawing, type OperatorNumbers, pictureShare, readDrawing } from './drawing.ts'
import type { Glyph, PdfFont } from './glyphs.ts'
import type { Extent, Matrix } from './matrix.ts'
import { operatorsOf } from './operators.ts'
import { type Beyond, pageItems } from './page-items.ts'
import { readableGlyphs, sortGlyphs, withoutDoubles } from './readable.ts'
import { type Word, wordsOf } from './words.ts'

export interface ReadPage {
  readonly content: PageContent
  /** Only its picture can be read. `layer`: a reading by another program lies over it. */
  readonly picture: 'no' | 'picture' | 'layer' | 'unreadable'
  /** Text left out. */
  readonly watermark: string
  readonly hidden: readonly string[]
  /** Characters whose font does not say what they are. */
  readonly unreadable: number
  /** A picture on a page of text, large enough to hold something to read. */
  readonly pictured: boolean
  /** Comments, which are no part of the page. */
  readonly comments: number
  readonly exceeded: boolean
}

/** A page is a picture from this share on, if it has hardly any text of its own. */
const PICTURE_SHARE = 0.35
const HARDLY_ANY_TEXT = 200
/** From this share a picture on a page of text is spoken of. */
const NOTABLE_SHARE = 0.12
/** Drawn text has some dozen curves a character. */
const DRAWN_TEXT = 1500
/** What another program read is not certain. */
const LAYER_CONFIDENCE = 0.5

interface Annotation {
  readonly subtype?: string
  readonly rect?: readonly number[]
  readonly fieldValue?: unknown
  readonly contentsObj?: { readonly str?: string }
  readonly hidden?: boolean
}

/** Values of form fields that the document does not draw. */
function fieldWords(annotations: readonly Annotation[], viewport: Matrix, drawn: readonly Word[]): Word[] {
  return annotations.flatMap(({ subtype, rect, fieldValue }, index): Word[] => {
    if (subtype !== 'Widget' || rect === undefined || typeof fieldValue !== 'string') return []
    const text = fieldValue.trim()
    if (text === '' || text === 'Off') return []
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect
    const at = (x: number, y: number): readonly [number, number] => [
      viewport[0] * x + viewport[2] * y + viewport[4],
      viewport[1] * x + viewport[3] * y + viewport[5],
    ]
    const [a, b] = [at(x1, y1), at(x2, y2)]
    const box: Extent = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
    const inside = ([x, y]: readonly [number, number]): boolean =>
      x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]
    if (drawn.some((word) => !word.blank && word.middles.some(inside))) return []
    const size = Math.min(12, box[3] - box[1])
    const middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const
    return [{ text, box, size, angle: 0, run: -1 - index, blank: false, clipped: false, middles: [middle] }]
  })
}

function isComment({ subtype, contentsObj }: Annotation): boolean {
  return subtype !== 'Widget' && subtype !== 'Link' && subtype !== 'FreeText' && (contentsObj?.str ?? '') !== ''
}

function unsure(items: readonly PageItem[]): PageItem[] {
  const confidence = LAYER_CONFIDENCE
  return items.map((item) =>
    item.kind === 'line'
      ? { ...item, confidence }
      : { ...item, cells: item.cells.map((cell) => (cell.text === '' ? cell : { ...cell, confidence })) },
  )
}

const joined = (words: readonly Word[]): string => words.map(({ text }) => text).join('')

function byRun(words: readonly Word[]): string[] {
  const runs = new Map<number, string>()
  for (const { run, text, blank } of words) if (!blank) runs.set(run, (runs.get(run) ?? '') + text)
  return [...runs.values()]
}

function lengthOf(words: readonly Word[]): number {
  return words.reduce((sum, { text, blank }) => sum + (blank ? 0 : text.length), 0)
}

function pictureKind(
  share: number,
  drawing: Drawing,
  counts: { readonly text: number; readonly layer: number; readonly unreadable: number; readonly tables: boolean },
): ReadPage['picture'] {
  const { text, layer, unreadable, tables } = counts
  if (share >= PICTURE_SHARE && layer > 2 * text) return 'layer'
  if (unreadable > 0 && unreadable * 3 >= text) return 'unreadable'
  if (share >= PICTURE_SHARE && text < HARDLY_ANY_TEXT && !tables) return 'picture'
  return text === 0 && drawing.curves > DRAWN_TEXT ? 'picture' : 'no'
}

/** Fewer characters tell nothing. */
const FEW = 20
/** So large a part of a page's characters runs the way that its lines do. */
const MOST_TURNED = 0.7

/** By how many quarters, clockwise, a page must be turned for its lines to run level: some lie down, or on their head. */
function turnsUpright(glyphs: readonly Glyph[]): QuarterTurns {
  const counts = new Map<number, number>()
  const inked = glyphs.filter(({ text }) => text.trim() !== '')
  for (const { angle } of inked) counts.set(angle, (counts.get(angle) ?? 0) + 1)
  const way = ([90, 180, 270] as const).find((angle) => (counts.get(angle) ?? 0) >= inked.length * MOST_TURNED)
  return inked.length < FEW || way === undefined ? 0 : ((4 - way / 90) as QuarterTurns)
}

/** With so many level lines a page has tables of its own, whatever picture lies over them. */
const OWN_LINES = 4

/** Text under a picture of the whole page does not show: it is what another program read in that picture. */
function seenGlyphs({ glyphs, buried, horizontals }: Drawing): readonly Glyph[] {
  if (buried === 0 || horizontals.length >= OWN_LINES) return glyphs
  return glyphs.map((glyph, at) => (at < buried ? { ...glyph, invisible: true } : glyph))
}

/** Null where the page holds more than is read: the document has to be closed then. */
export async function readPage(
  page: PDFPageProxy,
  numbers: OperatorNumbers,
  isHidden: (properties: unknown) => boolean,
  beyond: Beyond | null,
): Promise<ReadPage | null> {
  const operators = await operatorsOf(page, numbers)
  if (operators === null) return null
  const annotations = (await page.getAnnotations()) as readonly Annotation[]
  const fontOf = (id: string): PdfFont | null => (page.commonObjs.has(id) ? (page.commonObjs.get(id) as PdfFont) : null)
  const drawn = (turned: QuarterTurns) => {
    const { transform, width, height } = page.getViewport({ scale: 1, rotation: (page.rotate + turned * 90) % 360 })
    const viewport = transform as unknown as Matrix
    const extent: Extent = [0, 0, width, height]
    return { viewport, extent, drawing: readDrawing(operators, numbers, viewport, extent, fontOf, isHidden) }
  }
  const displayed = drawn(0)
  const turned = turnsUpright(displayed.drawing.glyphs)
  const { viewport, extent, drawing } = turned === 0 ? displayed : drawn(turned)
  const [, , width, height] = extent
  const readable = readableGlyphs(seenGlyphs(drawing))
  const sorted = sortGlyphs(withoutDoubles(readable.glyphs), [...drawing.fills, ...drawing.pictures])
  const words = wordsOf(sorted.text)
  const layer = wordsOf(sorted.layer)
  const share = pictureShare(drawing, extent)
  const typed = pageItems([...words, ...fieldWords(annotations, viewport, words)], drawing, extent, beyond)
  const picture = pictureKind(share, drawing, {
    text: lengthOf(words),
    layer: lengthOf(layer),
    unreadable: readable.unreadable,
    tables: typed.items.some((item) => item.kind === 'table'),
  })
  const { items, hidden } =
    picture === 'layer'
      ? pageItems([...words, ...layer], drawing, extent, null)
      : picture === 'unreadable'
        ? { items: [], hidden: [] }
        : typed
  return {
    content: {
      page: page.pageNumber,
      width,
      height,
      items: picture === 'layer' ? unsure(items) : items,
      signs: picture === 'layer' ? 'picture' : 'typed',
      ...(turned === 0 ? {} : { turned }),
    },
    picture,
    watermark: joined(wordsOf(sorted.watermark.map((glyph) => ({ ...glyph, angle: 0 })))),
    hidden: byRun([...wordsOf(sorted.hidden), ...hidden, ...(picture === 'layer' ? [] : layer)]),
    unreadable: readable.unreadable,
    pictured: picture === 'no' && share > NOTABLE_SHARE,
    comments: annotations.filter(isComment).length,
    exceeded: drawing.exceeded,
  }
}
