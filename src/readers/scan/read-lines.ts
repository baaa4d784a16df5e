/** Lines of a page read by the network; doubtful ones looked at a second time. */

import { around } from './components.ts'
import { decodeLine, fillIn, holes, type LineReading, textOf, unreadInk, withStop } from './decode-line.ts'
import { hasLetterAmongDigits, settleDigits } from './digits.ts'
import type { Engine } from './engine.ts'
import { type LinePart, partsOf } from './line-parts.ts'
import { type Cut, firstCut, pictureOf, secondCut } from './line-picture.ts'
import { mended } from './no-words.ts'
import type { Raster } from './raster.ts'
import type { TextLine } from './text-lines.ts'
import { toldByStrokes } from './told-by-strokes.ts'

export interface LineText {
  readonly text: string
  /** That of its least sure sign. */
  readonly confidence: number
  /** Over its signs. */
  readonly mean: number
  readonly alternatives: readonly Alternative[]
}

interface Alternative {
  readonly text: string
  readonly probability: number
}

export interface PageText {
  readonly text: Raster
  readonly threshold: number
  readonly em: number
}

/** A sign less sure than this is looked at a second time. */
const DOUBTFUL = 0.93
/** Two looks that differ: what is taken is no surer than this. */
const DISPUTED = 0.6
/** Ink that no sign accounts for. */
const UNREAD = 0.5
const MOST_ALTERNATIVES = 6
const LIKELY = 0.02
/** A sign that may have been missed, this likely, makes the line doubtful. */
const OVERLOOKED = 0.1
/** A shape that fits is as sure as a sign gets. */
const BY_SHAPE = 0.99

function lineText({ signs: read, missed }: LineReading): LineText {
  const signs = settleDigits(read)
  const texts = signs.map(({ sign }) => sign)
  const changed = (from: number, to: number, sign: string) =>
    [...texts.slice(0, from), sign, ...texts.slice(to)].join('').trim()
  const alternatives = [
    ...signs.flatMap(({ others }, at) =>
      others.map(({ sign, probability }) => ({ text: changed(at, at + 1, sign), probability })),
    ),
    ...missed.map(({ before, sign, probability }) => ({ text: changed(before, before, sign), probability })),
  ]
  const text = textOf(signs).trim()
  const likeliest = missed.reduce((most, { probability }) => Math.max(most, probability), 0)
  const solid = signs.filter(({ sign }) => sign !== ' ')
  return {
    text,
    confidence: solid.reduce(
      (least, { probability }) => Math.min(least, probability),
      solid.length === 0 ? 0 : likeliest < OVERLOOKED ? 1 : 1 - likeliest,
    ),
    mean: solid.length === 0 ? 0 : solid.reduce((sum, { probability }) => sum + probability, 0) / solid.length,
    alternatives: best(
      alternatives.filter(({ text: other, probability }) => probability >= LIKELY && !sameSigns(other, text)),
    ),
  }
}

function best(alternatives: readonly Alternative[]): Alternative[] {
  const seen = new Set<string>()
  return [...alternatives]
    .sort((a, b) => b.probability - a.probability)
    .filter(({ text }) => !seen.has(text) && seen.add(text))
    .slice(0, MOST_ALTERNATIVES)
}

/** In a picture nobody sees whether a sign was typed wide or narrow. */
function sameSigns(a: string, b: string): boolean {
  return a === b || narrowed(a) === narrowed(b)
}

function narrowed(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/ /g, '')
}

/** Two looks at one line: the surer text is taken; where they differ the other is the first alternative. */
function together(first: LineText, second: LineText): LineText {
  if (sameSigns(first.text, second.text)) {
    const surer = first.confidence >= second.confidence ? first : second
    return { ...surer, alternatives: best([...first.alternatives, ...second.alternatives]) }
  }
  const [taken, other] = second.text !== '' && second.confidence > first.confidence ? [second, first] : [first, second]
  const rival = other.text === '' ? [] : [{ text: other.text, probability: Math.max(0.5, other.confidence) }]
  return {
    ...taken,
    confidence: Math.min(taken.confidence, DISPUTED),
    alternatives: best(
      [...rival, ...taken.alternatives, ...other.alternatives].filter(({ text }) => text !== taken.text),
    ),
  }
}

/** Before a typed = stands < or >. */
function strict(text: string): string {
  return text.replace(/[≤≥](?==)/, (sign) => (sign === '≤' ? '<' : '>'))
}

/** The parts of a line put together again, each part's alternatives within the whole. */
function whole(parts: readonly LineText[]): LineText {
  if (parts.length === 1) return parts[0]!
  const texts = parts.map(({ text }) => text)
  return {
    text: strict(texts.join('')),
    confidence: parts.reduce((least, { confidence }) => Math.min(least, confidence), 1),
    mean: parts.reduce((sum, { mean }) => sum + mean, 0) / Math.max(1, parts.length),
    alternatives: best(
      parts.flatMap(({ alternatives }, at) =>
        alternatives.map(({ text, probability }) => ({
          text: strict([...texts.slice(0, at), text, ...texts.slice(at + 1)].join('')),
          probability,
        })),
      ),
    ),
  }
}

/** Ink lower than any letter: a dot or a dash, whatever else the network sees in it. */
function isTooLow({ box, stacked }: TextLine, em: number): boolean {
  return stacked === undefined && box.bottom - box.top + 1 < em * 0.36
}

const LOW_SIGNS = /^[-.,\u00b7\u2022\u3002\u3001\uff0c\uff0e'"\u2018\u2019\u201c\u201d`\u2014_~\u2026=\u4e00]*$/

async function look(engine: Engine, page: PageText, lines: readonly TextLine[], cut: Cut): Promise<LineText[]> {
  const pictures = lines.map((line) => pictureOf(page.text, line, page.em, cut))
  const seen = await engine.recognise(pictures.map(({ picture }) => picture))
  return seen.map((steps, at) => {
    const { picture, em } = pictures[at]!
    const isPlain = lines[at]!.stacked === undefined
    const decoded = decodeLine(steps)
    const reading = isPlain ? toldByStrokes(withStop(decoded, picture, em), lines[at]!, page) : decoded
    const text = lineText(reading)
    if (isTooLow(lines[at]!, page.em) && !LOW_SIGNS.test(text.text)) return { ...text, confidence: 0 }
    const places = [
      ...new Set([...unreadInk(reading.signs, picture, em), ...(isPlain ? holes(reading.signs, em) : [])]),
    ]
    if (places.length > 0) {
      const filled = lineText(fillIn(reading, places))
      return { ...filled, confidence: Math.min(text.confidence, UNREAD), mean: text.mean }
    }
    if (hasLetterAmongDigits(reading.signs)) return { ...text, confidence: Math.min(text.confidence, DISPUTED) }
    return text
  })
}

const THRICE = 3
/** One letter, or one sign that is doubtful: alone, a 2 looks like an N to the network. */
function isLone({ text, confidence }: LineText): boolean {
  return [...text].length === 1 && (confidence < DOUBTFUL || /[A-Za-z]/.test(text))
}

/** The sign that was seen each time, or null. */
function sameSign({ text }: LineText): string | null {
  const signs = [...narrowed(text)]
  return signs.length === THRICE && new Set(signs).size === 1 ? signs[0]! : null
}

/** A sign that stands alone, and what it was read as three times beside itself. */
function settleLone(first: LineText, thrice: LineText): LineText {
  const sign = sameSign(thrice)
  if (sign === null) return first
  const { confidence, mean } = thrice
  if (sign === first.text) return { ...first, confidence: Math.max(first.confidence, confidence) }
  const rivals = [{ text: first.text, probability: DISPUTED }, ...first.alternatives]
  return { text: sign, confidence, mean, alternatives: best(rivals.filter(({ text }) => text !== sign)) }
}

/** Reads the lines of one page; what was read at a glance is not read again. */
export class LineReader {
  readonly #engine: Engine
  readonly #page: PageText
  readonly #parts = new Map<TextLine, readonly LinePart[]>()
  /** The first look at each line, or part of one, that goes to the network. */
  readonly #seen = new Map<TextLine, LineText>()

  constructor(engine: Engine, page: PageText) {
    this.#engine = engine
    this.#page = page
  }

  #look(lines: readonly TextLine[], cut: Cut): Promise<LineText[]> {
    return look(this.#engine, this.#page, lines, cut)
  }

  #partsOf(line: TextLine): readonly LinePart[] {
    const parts = this.#parts.get(line) ?? partsOf(this.#page.text, line, this.#page.threshold, this.#page.em)
    this.#parts.set(line, parts)
    return parts
  }

  /** The lines as a first look gives them. */
  async glance(lines: readonly TextLine[]): Promise<LineText[]> {
    const texts = lines.flatMap((line) => linesOf(this.#partsOf(line))).filter((line) => !this.#seen.has(line))
    const read = await this.#look(texts, firstCut)
    texts.forEach((line, at) => {
      this.#seen.set(line, read[at]!)
    })
    return lines.map((line) => whole(this.#partsOf(line).map((part) => textOfPart(part, this.#seen))))
  }

  /** The lines, doubtful ones looked at again. */
  async read(lines: readonly TextLine[]): Promise<LineText[]> {
    await this.glance(lines)
    const settled = new Map<TextLine, LineText>()
    for (const line of lines.flatMap((each) => linesOf(this.#partsOf(each)))) settled.set(line, this.#seen.get(line)!)
    const doubtful = [...settled].filter(([, { confidence }]) => confidence < DOUBTFUL)
    const again = await this.#look(
      doubtful.map(([line]) => line),
      secondCut,
    )
    doubtful.forEach(([line, first], at) => {
      settled.set(line, together(first, again[at]!))
    })
    const lone = [...settled].filter(([, text]) => isLone(text))
    const thrice = await this.#look(
      lone.map(([line]) => ({ ...line, stacked: Array(THRICE).fill(line.box) })),
      firstCut,
    )
    lone.forEach(([line, first], at) => {
      settled.set(line, settleLone(first, thrice[at]!))
    })
    return lines.map((line) => mended(whole(this.#partsOf(line).map((part) => textOfPart(part, settled)))))
  }

  /** Lines of a narrow cell set beside one another: short ones are read better together. */
  readTogether(cells: readonly (readonly TextLine[])[]): Promise<LineText[]> {
    const lines = cells.map((lines): TextLine => {
      const blobs = lines.flatMap((line) => line.blobs)
      return { box: around(blobs), blobs, stacked: lines.map(({ box }) => box) }
    })
    return this.#look(lines, firstCut)
  }
}

function linesOf(parts: readonly LinePart[]): TextLine[] {
  return parts.flatMap((part) => ('line' in part ? [part.line] : []))
}

function textOfPart(part: LinePart, read: ReadonlyMap<TextLine, LineText>): LineText {
  if ('line' in part) return read.get(part.line)!
  return {
    text: part.sign,
    confidence: part.sure ? BY_SHAPE : DISPUTED,
    mean: BY_SHAPE,
    alternatives: part.others.map((text, at) => ({ text, probability: (part.sure ? 0.05 : 0.5) / (at + 1) })),
  }
}
