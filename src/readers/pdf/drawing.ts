/** Runs through the operators of a page: where its characters, lines, filled areas and pictures are. */

import { dottedLines } from './dotted-lines.ts'
import { type Glyph, newTextState, type PdfFont, type PdfGlyph, placeGlyphs, type TextState } from './glyphs.ts'
import { limits } from './limits.ts'
import { areaOf, type Extent, extentOf, identity, intersect, isInside, type Matrix, multiply } from './matrix.ts'
import { addPath, extentOfPath, type Paths } from './paths.ts'

export interface Drawing extends Paths {
  readonly glyphs: Glyph[]
  /** Where pictures are painted. */
  readonly pictures: Extent[]
  /** So many of the first characters lie under a picture of the whole page. */
  buried: number
  /** More operators, characters or lines than are read. */
  exceeded: boolean
}

export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** The numbers of pdf.js for its operators, by name. */
export type OperatorNumbers = Readonly<Record<string, number>>

// biome-ignore lint/suspicious/noExplicitAny: each operator of pdf.js has arguments of its own, untyped there too.
type Arguments = readonly any[]

interface GraphicsState {
  matrix: Matrix
  clip: Extent
  text: TextState
  fill: number
  stroke: number
  alpha: number
}

/** Luminance, 0 black to 1 white, of a colour as pdf.js writes it: #rrggbb, or three numbers to 255. */
function luminance(args: readonly unknown[]): number {
  const [first] = args
  const rgb =
    typeof first === 'string' && /^#[\da-f]{6}$/i.test(first)
      ? [1, 3, 5].map((at) => Number.parseInt(first.slice(at, at + 2), 16))
      : args.slice(0, 3).map(Number)
  const [red = 0, green = 0, blue = 0] = rgb
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
}

const WHITE = 0.97
const PALE = 0.72
/** How a path is painted, by the number of the operator that pdf.js packs with it. */
const strokes = ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']
const fills = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']
const paintsPicture = /^paint(?:Jpeg|Image|InlineImage)/

export function readDrawing(
  operators: Operators,
  numbers: OperatorNumbers,
  viewport: Matrix,
  page: Extent,
  fontOf: (id: string) => PdfFont | null,
  isHidden: (properties: unknown) => boolean,
): Drawing {
  const drawing: Drawing = {
    glyphs: [],
    horizontals: [],
    verticals: [],
    fills: [],
    dots: [],
    curves: 0,
    pictures: [],
    buried: 0,
    exceeded: operators.fnArray.length > limits.operators,
  }
  const nameOf = new Map(Object.entries(numbers).map(([name, number]) => [number, name]))
  let state: GraphicsState = { matrix: viewport, clip: page, text: newTextState(), fill: 0, stroke: 0, alpha: 1 }
  const stack: GraphicsState[] = []
  const hidden: boolean[] = []
  let clipNext = false
  let run = 0
  /** The state was scaled and nothing painted since: the place of a picture that is too large to be decoded. */
  let scaled = false
  const isShown = (): boolean => !hidden.includes(true)
  const save = (): void => {
    stack.push(state)
    state = { ...state, text: { ...state.text } }
    scaled = false
  }
  const takePicture = (): void => {
    if (scaled && isShown()) {
      const box = intersect(extentOf(state.matrix, [0, 0, 1, 1]), page)
      if (box[2] - box[0] > SMALLEST_PICTURE && box[3] - box[1] > SMALLEST_PICTURE) drawing.pictures.push(box)
      if (areaOf(box) >= WHOLE_PAGE * areaOf(page)) drawing.buried = drawing.glyphs.length
    }
    scaled = false
  }
  const restore = (): void => {
    takePicture()
    state = stack.pop() ?? state
  }
  const moveText = (x: number, y: number): void => {
    const { text } = state
    text.lineX += x
    text.lineY += y
    text.x = text.lineX
    text.y = text.lineY
  }
  const setFont = (id: string, size: number): void => {
    state.text.fontId = id
    state.text.font = fontOf(id)
    state.text.fontSize = size
  }
  const show = (glyphs: readonly (PdfGlyph | number)[]): void => {
    run++
    const { text } = state
    const invisible = text.mode === 3 || text.mode === 7 || state.alpha < 0.02
    const tone = text.mode === 1 ? state.stroke : state.fill
    for (const placed of placeGlyphs(text, glyphs, state.matrix)) {
      if (drawing.glyphs.length >= limits.glyphs) {
        drawing.exceeded = true
        return
      }
      if (!isShown() || !Number.isFinite(placed.box[0] + placed.box[1] + placed.box[2] + placed.box[3])) continue
      const [x, y] = [(placed.box[0] + placed.box[2]) / 2, (placed.box[1] + placed.box[3]) / 2]
      drawing.glyphs.push({
        ...placed,
        run,
        font: text.fontId,
        invisible,
        pale: 1 - (1 - tone) * state.alpha > PALE,
        white: tone > WHITE,
        clipped: !isInside(x, y, state.clip),
      })
    }
  }
  const constructPath = (paint: string, data: ArrayLike<number> | null): void => {
    if (data === null) return
    if (clipNext) {
      state.clip = intersect(state.clip, extentOfPath(data, state.matrix))
      clipNext = false
    }
    if (!isShown() || state.alpha < 0.02) return
    const [stroke, fill] = [strokes.includes(paint), fills.includes(paint)]
    if (!stroke && !fill) return
    scaled = false
    if (drawing.horizontals.length + drawing.verticals.length > limits.rulings) {
      drawing.exceeded = true
      return
    }
    addPath(drawing, data, state.matrix, state.clip, { stroke, fill, white: state.fill > WHITE })
  }
  const setState = (entries: readonly (readonly [string, unknown])[]): void => {
    for (const [key, value] of entries) {
      if (key === 'Font' && Array.isArray(value)) setFont(String(value[0]), Number(value[1]))
      else if (key === 'ca' && typeof value === 'number') state.alpha = value
    }
  }
  const count = Math.min(operators.fnArray.length, limits.operators)
  for (let index = 0; index < count; index++) {
    const name = nameOf.get(operators.fnArray[index]!) ?? ''
    const args = (operators.argsArray[index] ?? []) as Arguments
    switch (name) {
      case 'save':
        save()
        break
      case 'restore':
        restore()
        break
      case 'transform':
        state.matrix = multiply(state.matrix, args as unknown as Matrix)
        scaled = true
        break
      case 'paintFormXObjectBegin':
        scaled = false
        save()
        if (args[0] != null) state.matrix = multiply(state.matrix, args[0])
        if (args[1] != null) state.clip = intersect(state.clip, extentOf(state.matrix, args[1]))
        break
      case 'paintFormXObjectEnd':
        restore()
        break
      case 'beginAnnotation':
        save()
        state = { ...state, matrix: viewport, clip: page, alpha: 1, fill: 0, stroke: 0 }
        state.matrix = multiply(multiply(viewport, args[2] ?? identity), args[3] ?? identity)
        break
      case 'endAnnotation':
        restore()
        break
      case 'setGState':
        setState(args[0] ?? [])
        break
      case 'setFillRGBColor':
        state.fill = luminance(args)
        break
      case 'setFillColorN':
      case 'setFillTransparent':
        state.fill = 0.5
        break
      case 'setStrokeRGBColor':
        state.stroke = luminance(args)
        break
      case 'clip':
      case 'eoClip':
        clipNext = true
        break
      case 'constructPath':
        constructPath(
          nameOf.get(args[0] ?? -1) ?? '',
          (args[1] as readonly (ArrayLike<number> | null)[] | undefined)?.[0] ?? null,
        )
        break
      case 'beginText':
        Object.assign(state.text, { matrix: identity, x: 0, y: 0, lineX: 0, lineY: 0 })
        break
      case 'setFont':
        setFont(String(args[0]), Number(args[1]))
        break
      case 'setCharSpacing':
        state.text.charSpacing = args[0]!
        break
      case 'setWordSpacing':
        state.text.wordSpacing = args[0]!
        break
      case 'setHScale':
        state.text.horizontalScale = Number(args[0]) / 100
        break
      case 'setLeading':
        state.text.leading = -args[0]!
        break
      case 'setTextRise':
        state.text.rise = args[0]!
        break
      case 'setTextRenderingMode':
        state.text.mode = args[0]!
        break
      case 'setTextMatrix':
        Object.assign(state.text, { matrix: matrixOf(args), x: 0, y: 0, lineX: 0, lineY: 0 })
        break
      case 'moveText':
        moveText(args[0]!, args[1]!)
        break
      case 'setLeadingMoveText':
        state.text.leading = args[1]!
        moveText(args[0]!, args[1]!)
        break
      case 'nextLine':
        moveText(0, state.text.leading)
        break
      case 'showText':
        scaled = false
        show(args[0] ?? [])
        break
      case 'beginMarkedContentProps':
        hidden.push(args[0] === 'OC' && isHidden(args[1]))
        break
      case 'beginMarkedContent':
        hidden.push(false)
        break
      case 'endMarkedContent':
        hidden.pop()
        break
      default:
        if (name === 'paintSolidColorImageMask') {
          // A picture of one pixel, stretched: how some programs draw lines.
          scaled = false
          addPath(drawing, UNIT_SQUARE, state.matrix, state.clip, { stroke: false, fill: isShown(), white: false })
        } else if (paintsPicture.test(name)) {
          scaled = true
          takePicture()
        }
    }
  }
  takePicture()
  const dotted = dottedLines(drawing.dots)
  drawing.horizontals.push(...dotted.horizontals)
  drawing.verticals.push(...dotted.verticals)
  return drawing
}

/** As a path in the packing of pdf.js. */
const UNIT_SQUARE = [0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 4]

/** A picture that covers so much of a page is one of the page. */
const WHOLE_PAGE = 0.85
/** Points; smaller pictures are bullets and seals, not pages. */
const SMALLEST_PICTURE = 12

function matrixOf(args: readonly unknown[]): Matrix {
  const numbers = (args.length === 1 ? args[0] : args) as ArrayLike<number>
  return Array.from(numbers) as unknown as Matrix
}

/** Part of the page, 0 to 1, that pictures cover. */
export function pictureShare(drawing: Drawing, page: Extent): number {
  const covered = drawing.pictures.reduce((sum, box) => sum + areaOf(box), 0)
  return Math.min(1, covered / Math.max(1, areaOf(page)))
}
